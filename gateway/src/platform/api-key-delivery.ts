import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import './platform.js';

/** Endpoints whose answer holds a new key's secret. */
const SECRET_ANSWERS: ReadonlySet<string> = new Set(['register', 'createApiKey', 'rotateApiKey']);
const WithKey = z.looseObject({
  key: z.looseObject({ id: z.string() }),
  tenant: z.optional(z.looseObject({ id: z.string() })),
});

/**
 * Keeps track of whether the one answer that holds a secret went out. It is marked when it did; when a client asks again with its
 * `Idempotency-Key`, the first answer never reached it and the secret is known to nobody. A process killed in between marks nothing.
 */
export function trackSecretDelivery(app: FastifyInstance): void {
  const { db, log } = app.platform;
  const waiting = new WeakMap<FastifyRequest, { tenantId: string; keyId: string; replayed: boolean }>();

  app.addHook('preSerialization', async (request, reply, payload) => {
    if (!SECRET_ANSWERS.has(request.routeOptions.config.endpoint?.id ?? '') || reply.statusCode !== 201) return payload;
    const answer = z.safeParse(WithKey, payload);
    const tenantId = request.caller?.tenantId || answer.data?.tenant?.id;
    if (!answer.success || !tenantId) return payload;
    const replayed = reply.hasHeader('idempotent-replayed');
    waiting.set(request, { tenantId, keyId: answer.data.key.id, replayed });
    return replayed ? { ...answer.data, key: { ...answer.data.key, secret_delivered: false } } : payload;
  });

  const note = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const sent = waiting.get(request);
    if (!sent) return;
    waiting.delete(request);
    if (!sent.replayed && !reply.raw.writableFinished) return;
    try {
      await db
        .tenant(sent.tenantId)
        .write((tx) =>
          tx.updateTable('api_keys').set({ secret_delivered: !sent.replayed }).where('id', '=', sent.keyId).execute(),
        );
    } catch (error) {
      log.warn({ err: error, key: sent.keyId }, 'delivery of a secret could not be noted');
    }
  };
  app.addHook('onResponse', (request, reply, done) => {
    if (!waiting.has(request)) return done();
    void note(request, reply).then(() => done());
  });
}
