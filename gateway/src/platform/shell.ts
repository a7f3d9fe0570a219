import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseUnknown } from './errors.js';
import { pageHeaders } from './headers.js';

/** Paths that belong to the API: an unknown one is an error, never the shell's page. */
const API = /^\/(?:api|v1|health|metrics|documentation|elements|socket\.io|\.well-known)(?:\/|$)/;

function isNavigation(request: FastifyRequest, path: string): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    !API.test(path) &&
    !/\.[a-z0-9]+$/i.test(path) &&
    (request.headers.accept ?? '').includes('text/html')
  );
}

/** Serves the script-tag build of the elements under `/elements/`, to pages of any origin. */
export async function registerElements(app: FastifyInstance, root: string | null): Promise<void> {
  if (root === null) return;
  await app.register(fastifyStatic, {
    root,
    prefix: '/elements/',
    index: false,
    preCompressed: true,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('access-control-allow-origin', '*');
      reply.header('cross-origin-resource-policy', 'cross-origin');
      reply.header('cache-control', 'no-cache');
    },
  });
}

/** Serves the built shell, and its page for every path a person may navigate to. */
export async function registerShell(app: FastifyInstance, root: string | null): Promise<void> {
  const page = root !== null && existsSync(join(root, 'index.html'));
  if (page) {
    await app.register(fastifyStatic, {
      root,
      index: false,
      preCompressed: true,
      // Files are looked up when asked for, so that a new build needs no restart.
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable');
        else reply.header('cache-control', 'no-cache');
      },
    });
    app.get('/', (_request, reply) => pageHeaders(reply).sendFile('index.html'));
    app.get('/index.html', (_request, reply) => reply.redirect('/'));
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    return page && isNavigation(request, path)
      ? pageHeaders(reply).sendFile('index.html')
      : refuseUnknown(request, reply);
  });
}
