import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem, type ProblemError } from './problem.js';
import { header } from './request-info.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Bodies are JSON in UTF-8, not compressed, or they are refused: forms and plain text are what other sites can send without asking.
 * Members called `__proto__` or `constructor.prototype` are refused; an empty body is no body.
 */
export function registerJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const refusal = unreadable(request);
    if (refusal) {
      done(refusal);
      return;
    }
    let text: string;
    try {
      text = utf8.decode(body);
    } catch {
      done(problem('invalid_request', { detail: 'The body is not UTF-8.' }));
      return;
    }
    if (text === '') done(null, undefined);
    else parse(request, text, done);
  });
}

/** The refusal of a body that says itself that it is packed, or that its text is in another encoding; null for others. */
function unreadable(request: FastifyRequest): ProblemError | null {
  const coding = header(request, 'content-encoding');
  if (coding !== undefined && coding.toLowerCase() !== 'identity')
    return problem('unsupported_media_type', {
      detail: 'Send the body as it is, without Content-Encoding.',
      headers: { 'accept-encoding': 'identity' },
    });
  const charset = /;\s*charset="?([^";\s]+)/i.exec(header(request, 'content-type') ?? '')?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset)
    ? null
    : problem('unsupported_media_type', { detail: 'Send the body in UTF-8.' });
}
