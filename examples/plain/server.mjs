// The whole server side of an embed: serve the page under a strict policy, and mint tokens for its signed-in admin.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Serves `pages` and the element files; `origin` is this page's own address, `consoleUrl` the gateway's. */
export function hostServer({ origin, consoleUrl, apiKey, pages, elements }) {
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${consoleUrl}; require-trusted-types-for 'script'; trusted-types caas; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return createServer(async (request, response) => {
    const send = (status, body, type = 'application/json') =>
      response
        .writeHead(status, {
          'content-type': type,
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        })
        .end(body);
    try {
      const path = new URL(request.url, origin).pathname;
      if (path === '/caas-token' && request.method === 'POST') {
        if (request.headers['sec-fetch-site'] !== 'same-origin') return send(403, '{}'); // only our own page, with our own session, may ask
        const answer = await fetch(`${consoleUrl}/v1/embed/tokens`, {
          method: 'POST',
          headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
          body: JSON.stringify({
            scopes: ['api-keys:read', 'api-keys:write', 'tenant:read'],
            origin,
            actor: { id: 'u-17', name: 'Wren Castellan' },
          }),
        });
        return send(answer.status, await answer.text());
      }
      const [root, name] = path.startsWith('/caas/')
        ? [elements, path.slice(6)]
        : [pages, path === '/' ? 'index.html' : path.slice(1)];
      const file = join(root, normalize(name));
      if (!resolve(file).startsWith(resolve(root))) return send(404, '{}');
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return send(
        200,
        extname(file) === '.html'
          ? (await readFile(file, 'utf8'))
              .replace('http://localhost:3100', consoleUrl)
              .replace('</head>', `${await preloads(elements)}</head>`)
          : await readFile(file),
        type,
      );
    } catch (error) {
      return send(error.code === 'ENOENT' ? 404 : 502, '{}');
    }
  });
}

/** Names what the element's script imports, so that the browser asks for all of it at once. */
async function preloads(elements) {
  const lists = JSON.parse(await readFile(join(elements, 'preload.json'), 'utf8'));
  return lists['caas-api-keys.js'].map((file) => `<link rel="modulepreload" href="/caas/${file}" />`).join('\n');
}
