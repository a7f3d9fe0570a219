import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '@caas/contract/endpoint.js';
import { answerSchema, assertAnswer } from './answer-schema.js';
import { authenticate } from './authenticate.js';
import type { Call, CookieChange, Handler } from './call.js';
import { serializeCookie } from './cookies.js';
import { beginAttempt, checkIdempotencyKey } from './idempotency.js';
import './platform.js';
import { problem } from './problem.js';
import { rateHeaders, type RateName } from './rate-limit.js';
import { header, requestInfo } from './request-info.js';
import { NO_TENANT } from './tenant.js';
import { validate } from './validate.js';

/** A handler's answer, whatever its endpoint. */
interface AnyResult {
  readonly status: PropertyKey;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly CookieChange[];
  readonly shared?: boolean;
}

/** Shared bodies as they go out, for as long as their handlers keep them. */
const texts = new WeakMap<object, Buffer>();

/** Probes come often, and from one address. */
const isProbe = ({ path }: Endpoint): boolean => path.startsWith('/health/') || path === '/api/health';

function limit(app: FastifyInstance, endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): void {
  const { actor, tenantId } = request.caller ?? {};
  if (!actor || isProbe(endpoint)) return;
  if (actor.type === 'public') {
    reply.headers(rateHeaders(app.platform.rates.take('ip', requestInfo(request, app.platform).ip)));
    return;
  }
  const name: RateName = actor.type;
  // An embed token's actor is a name its tenant chose: other tenants may choose the same.
  reply.headers(rateHeaders(app.platform.rates.take(name, `${tenantId}:${actor.id}`)));
}

function send(reply: FastifyReply, result: AnyResult, secure: boolean): FastifyReply {
  if (result.headers) reply.headers(result.headers);
  for (const cookie of result.cookies ?? []) reply.header('set-cookie', serializeCookie(cookie, secure));
  reply.code(Number(result.status));
  if (!result.shared || typeof result.body !== 'object' || result.body === null) return reply.send(result.body);
  const text = texts.get(result.body) ?? Buffer.from(reply.serialize(result.body).toString());
  texts.set(result.body, text);
  return reply.type('application/json; charset=utf-8').send(text);
}

/** Runs a write that carries an `Idempotency-Key`: at most once, and with the same answer to every retry. */
async function runOnce<E extends Endpoint>(
  app: FastifyInstance,
  call: Call<E>,
  key: string,
  handler: Handler<E>,
  reply: FastifyReply,
): Promise<AnyResult | null> {
  const attempt = await beginAttempt(call, key, app.platform.crypto);
  if (attempt.answered) {
    const { status, body } = attempt.answered;
    reply.header('idempotent-replayed', 'true').code(status);
    // Without its secrets the answer may lack what the contract requires, so it is not measured by it.
    if (body === null) void reply.send();
    else void reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(body);
    return null;
  }
  const unkept = (error: unknown): void => call.log.error({ err: error }, 'idempotency key could not be updated');
  try {
    const result: AnyResult = await handler({ ...call, tenant: attempt.tenant });
    // The change is made: its caller gets the answer even when it can not be kept for a retry.
    await attempt
      .finish({ status: Number(result.status), body: result.body }, call.endpoint.secrets ?? [])
      .catch(unkept);
    return result;
  } catch (error) {
    await attempt.release().catch(unkept);
    throw error;
  }
}

/** `If-Match` asks for a write on one version only, `"7"`: the one the body names, which the handler judges. No other tag can fit. */
function requireMatch(tags: string | undefined, body: unknown): void {
  if (tags === undefined || tags.trim() === '*') return;
  const version = typeof body === 'object' && body !== null && 'version' in body ? `"${String(body.version)}"` : null;
  if (!tags.split(',').some((tag) => tag.trim() === version))
    throw problem('precondition_failed', {
      detail: version
        ? `If-Match is not the version of the body, which would be ${version}.`
        : 'This request has no version that If-Match could be compared with.',
    });
}

/**
 * Serves an endpoint of the contract. Order: caller, rights and rates before the body is read; then the shapes; then the
 * handler; then the answer, of which only what the contract names leaves.
 */
export function mount<E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: Handler<E>): void {
  const { platform } = app;
  const response = Object.fromEntries(
    Object.entries(endpoint.answers).flatMap(([status, schema]) => (schema ? [[status, answerSchema(schema)]] : [])),
  );
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { endpoint },
    schema: { response },
    onRequest: async (request, reply) => {
      request.caller = await authenticate(endpoint, request, platform);
      limit(app, endpoint, request, reply);
    },
    handler: async (request, reply) => {
      const { actor, tenantId } = request.caller ?? {};
      if (!actor) throw new Error('A route of the contract ran without its caller');
      const received = validate(endpoint, request);
      if (endpoint.method !== 'GET') requireMatch(header(request, 'if-match'), received.body);
      const tenant = tenantId ? platform.db.tenant(tenantId) : NO_TENANT;
      const call: Call<E> = {
        ...received,
        endpoint,
        actor,
        tenant,
        request: requestInfo(request, platform),
        log: request.log,
      };
      const key = endpoint.method !== 'GET' && tenantId ? header(request, 'idempotency-key') : undefined;
      const result =
        key === undefined ? await handler(call) : await runOnce(app, call, checkIdempotencyKey(key), handler, reply);
      if (!result) return reply;
      if (platform.config.checkAnswers)
        assertAnswer(endpoint.answers[Number(result.status)] ?? null, result.body, endpoint.id);
      return send(reply, result, platform.publicOrigin().startsWith('https:'));
    },
  });
}
