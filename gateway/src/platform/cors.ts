import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { endSdkSession, refreshSdkSession } from '@caas/contract/sdk-sessions.js';
import { refuseUnknown } from './errors.js';
import { header, isPageOrigin } from './request-info.js';

const ALLOW: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match',
  'access-control-max-age': '600',
};
const EXPOSED =
  'retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, x-request-id, idempotent-replayed, date';

/**
 * What an end user's page calls itself. A tenant without a list of origins allows all of them, and which tenant it is only the
 * token says: so any page may ask, and reads why it is refused.
 */
const OPEN_PATHS: ReadonlySet<string> = new Set([refreshSdkSession.path, endSdkSession.path]);

function isOpenTo(request: FastifyRequest, origin: string): boolean {
  return OPEN_PATHS.has(request.url.split('?', 1)[0] ?? '') && isPageOrigin(origin);
}

function allow(reply: FastifyReply, origin: string): void {
  reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', EXPOSED);
}

/**
 * Lets pages of other origins read answers: those of an embed token its own origin only, never with credentials. Refusals
 * are readable by every known origin, since a token that has expired no longer tells where it belongs.
 */
export function registerCors(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('vary', 'Origin');
    done();
  });

  app.options('*', async (request, reply) => {
    const origin = header(request, 'origin');
    if (origin === undefined || header(request, 'access-control-request-method') === undefined)
      return refuseUnknown(request, reply);
    if (app.platform.isOwnOrigin(origin) || isOpenTo(request, origin) || (await app.platform.isKnownOrigin(origin))) {
      allow(reply, origin);
      reply.headers(ALLOW);
    }
    return reply
      .header('vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method')
      .code(204)
      .send();
  });

  const open = async (request: FastifyRequest, reply: FastifyReply, origin: string): Promise<void> => {
    if (request.method === 'OPTIONS' || app.platform.isOwnOrigin(origin)) return;
    if (request.caller?.actor.origin === origin || isOpenTo(request, origin)) allow(reply, origin);
    else if (
      reply.statusCode >= 400 &&
      !request.caller &&
      (await app.platform.isKnownOrigin(origin).catch(() => false))
    )
      allow(reply, origin);
  };
  app.addHook('onSend', (request, reply, _payload, done) => {
    const origin = header(request, 'origin');
    if (origin === undefined) done();
    else void open(request, reply, origin).then(() => done(), done);
  });
}
