import type { FastifyInstance, FastifyReply } from 'fastify';

/** What an answer of the API may do in a browser: nothing. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What the shell's page may do: its own files and the API, no inline code, DOM sinks only through the named policies. */
export const SHELL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html caas 'allow-duplicates'",
].join('; ');

const COMMON: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'content-security-policy': API_POLICY,
  'cache-control': 'no-store',
};

/** Two years, as browsers' preload lists ask. */
const HSTS = 'max-age=63072000; includeSubDomains';

/** Puts the safety headers on every answer. Routes with other needs overwrite them. */
export function registerHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(COMMON).header('x-request-id', request.id);
    if (request.protocol === 'https' || app.platform.publicOrigin().startsWith('https:'))
      reply.header('strict-transport-security', HSTS);
    done();
  });
}

/** Headers of the shell's HTML page. */
export function pageHeaders(reply: FastifyReply): FastifyReply {
  return reply.headers({ 'content-security-policy': SHELL_POLICY, 'cache-control': 'no-cache' });
}
