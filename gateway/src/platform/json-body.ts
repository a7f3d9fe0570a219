import type { FastifyInstance } from 'fastify';
import { problem } from './problem.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Bodies are JSON in UTF-8 or they are refused: forms and plain text are what other sites can send without asking.
 * Members called `__proto__` or `constructor.prototype` are refused; an empty body is no body.
 */
export function registerJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
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
