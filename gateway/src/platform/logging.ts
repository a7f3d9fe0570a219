import type { FastifyInstance } from 'fastify';
import { pino, type Logger, type LevelWithSilent } from 'pino';
import { ProblemError } from './problem.js';

const SECRET_NAMES = [
  'password',
  'new_password',
  'secret',
  'token',
  'access_token',
  'refresh_token',
  'api_key',
  'authorization',
  'cookie',
];

/** Type, code, message and stack of an error. What PostgreSQL adds (`detail`, `where`, parameters) holds the rows of tenants. */
function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? { constraint: error.constraint } : {};
  // A refusal explains itself; where it was decided is of no use.
  const stack = error instanceof ProblemError ? {} : { stack: error.stack };
  return { type: error.name, ...code, ...constraint, message: error.message, ...stack };
}

/** The gateway's log: one JSON line an entry, without bodies, query strings and secrets. */
export function createLogger(level: LevelWithSilent): Logger {
  return pino({
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
    serializers: {
      err: errorFields,
      req: () => undefined,
      res: () => undefined,
    },
  });
}

/** One line a request: who, what, how it ended. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { caller } = request;
    request.log.info(
      {
        method: request.method,
        path: request.url.split('?', 1)[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ip: request.ip,
        ...(caller && caller.actor.type !== 'public'
          ? { tenant: caller.tenantId, actor: `${caller.actor.type}:${caller.actor.id ?? ''}` }
          : {}),
      },
      'request',
    );
  });
}
