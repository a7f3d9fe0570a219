import type { FastifyInstance } from 'fastify';
import { pino, type Logger, type LoggerOptions, type LevelWithSilent } from 'pino';
import { humanEntry } from './logging-human.js';
import { ProblemError } from './problem.js';
import { requestInfo } from './request-info.js';

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

/**
 * Lines are written together, every tenth of a second or when there are 8 KiB of them: one system call a line would cost more than
 * most requests. What waits is written when the process ends, also by an error; a `kill -9` loses that tenth of a second.
 */
const STDOUT = { dest: 1, sync: false, minLength: 8192, periodicFlush: 100 };

/** The gateway's log: one JSON line an entry, or plain lines for people, without bodies, query strings and secrets. */
export function createLogger(level: LevelWithSilent, human = false): Logger {
  const options: LoggerOptions = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
    serializers: {
      err: errorFields,
      req: () => undefined,
      res: () => undefined,
    },
  };
  return human
    ? pino(options, { write: (entry) => void process.stdout.write(humanEntry(entry)) })
    : pino(options, pino.destination(STDOUT));
}

/** One line a request: who, what, how it ended. */
export function registerRequestLog(app: FastifyInstance): void {
  // None of these members can hold a secret, and looking through each line for one costs more than writing it.
  const log = app.log.child({}, { redact: [] });
  app.addHook('onResponse', (request, reply, done) => {
    const { caller } = request;
    log.info(
      {
        reqId: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ip: requestInfo(request, app.platform).ip,
        ...(caller && caller.actor.type !== 'public'
          ? { tenant: caller.tenantId, actor: `${caller.actor.type}:${caller.actor.id ?? ''}` }
          : {}),
      },
      'request',
    );
    done();
  });
}
