import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ENDPOINTS } from '@caas/contract/endpoints.js';
import { isDatabaseUnavailable } from './database-errors.js';
import { newId } from './ids.js';
import { ProblemError, problem } from './problem.js';

const RETRY_AFTER_SECONDS = 1;

/** What Fastify refuses before a handler runs, by its error code. */
const FRAMEWORK: Readonly<Record<string, () => ProblemError>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    problem('unsupported_media_type', { detail: 'Send the body as application/json.' }),
  FST_ERR_CTP_BODY_TOO_LARGE: () => problem('payload_too_large', { detail: 'The body is larger than 1 MiB.' }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    problem('invalid_request', { detail: 'The body has not the length that was announced.' }),
  FST_ERR_BAD_URL: () => problem('invalid_request', { detail: 'The path is not valid.' }),
  FST_ERR_MAX_PARAM_LENGTH: () => problem('not_found'),
  FST_ERR_ASYNC_CONSTRAINT: () => problem('not_found'),
};

function toProblem(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  if (isDatabaseUnavailable(error))
    return problem('unavailable', {
      detail: 'The database does not answer. Try again shortly.',
      retryAfter: RETRY_AFTER_SECONDS,
    });
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = code === undefined ? undefined : FRAMEWORK[code];
  if (known) return known();
  if (statusCode === 400) return problem('invalid_request', { detail: 'The body is not valid JSON.' });
  // Static files: paths outside the folder, ranges, preconditions.
  if (statusCode === 403 || statusCode === 404) return problem('not_found');
  if (statusCode === 412) return problem('precondition_failed');
  if (statusCode !== undefined && statusCode > 400 && statusCode < 500) return problem('invalid_request');
  return null;
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, found: ProblemError): FastifyReply {
  // Plain JSON text: the route's serialiser knows only its answers.
  return reply
    .code(found.status)
    .headers(found.headers)
    .type('application/problem+json; charset=utf-8')
    .serializer(String)
    .send(JSON.stringify(found.toBody(request.id)));
}

const PATHS = ENDPOINTS.map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/:[a-z_]+/g, '[^/]+')}$`),
}));

/** The methods a path of the contract knows. */
function methodsOf(path: string): string[] {
  return [...new Set(PATHS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}

/** The refusal of a request no route takes: 405 where the path exists with other methods, else 404. */
export function refuseUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const methods = methodsOf(request.url.split('?', 1)[0] ?? '');
  const found =
    methods.length && !methods.includes(request.method)
      ? problem('method_not_allowed', {
          detail: `This path takes ${methods.join(', ')}.`,
          headers: { allow: methods.join(', ') },
        })
      : problem('not_found');
  return sendProblem(request, reply, found);
}

/** Turns every error into an RFC 9457 problem; what is our fault is logged and told without its reason. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    let found = toProblem(error);
    if (!found) {
      request.log.error({ err: error }, 'request failed');
      found = problem('internal_error', { detail: `It was recorded under ${request.id}.` });
    } else if (found.status >= 500) {
      request.log.warn({ err: error }, 'request could not be served');
    }
    return sendProblem(request, reply, found);
  });
}

/** The refusal of a request that Fastify's router does not understand: no hook has run for it. */
export function refuseMalformed(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(
    request,
    reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }),
    toProblem(error) ?? problem('invalid_request'),
  );
}

/** What Node's parser refuses, by its error code. */
const SOCKET: Readonly<Record<string, () => ProblemError>> = {
  ERR_HTTP_REQUEST_TIMEOUT: () => problem('request_timeout', { detail: 'The request took too long to arrive.' }),
  HPE_HEADER_OVERFLOW: () => problem('headers_too_large', { detail: 'The headers are larger than 16 KiB.' }),
};

/** Answers what is not HTTP enough to become a request: slow or too large headers, broken framing. */
export function refuseSocket(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const found =
    SOCKET[error.code ?? '']?.() ?? problem('invalid_request', { detail: 'This is not a valid HTTP request.' });
  const { status } = found;
  const body = JSON.stringify(found.toBody(newId('req')));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `x-content-type-options: nosniff\r\ncache-control: no-store\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
