import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { STYLESHEET, errorIndexPage, errorPage, unknownErrorPage } from './docs.pages.js';

const STYLES = readFileSync(new URL('./docs.css', import.meta.url), 'utf8');
/** Text and one stylesheet, nothing else. */
const POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const CACHE = 'public, max-age=300';

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .headers({ 'content-security-policy': POLICY, 'cache-control': CACHE })
    .type('text/html; charset=utf-8')
    .send(html);
}

/** The pages that the `type` of a problem leads to. Public, the same for everybody. */
export async function docsRoutes(app: FastifyInstance): Promise<void> {
  app.get('/docs/errors', (_request, reply) => sendPage(reply, errorIndexPage()));
  app.get<{ Params: { code: string } }>('/docs/errors/:code', (request, reply) => {
    const html = errorPage(request.params.code);
    return html === null ? sendPage(reply.code(404), unknownErrorPage()) : sendPage(reply, html);
  });
  app.get(STYLESHEET, (_request, reply) =>
    reply.header('cache-control', CACHE).type('text/css; charset=utf-8').send(STYLES),
  );
}
