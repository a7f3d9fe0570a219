// The whole server side of an embed: the page under its own strict policy, and a route that mints tokens for its signed-in admin.
import { createServer } from 'node:http';
import { fileOf } from './files.mjs';

/** Serves `pages` and the element files; `origin` is this page's own address, `consoleUrl` the gateway's. */
export function hostServer({ origin, consoleUrl, apiKey, pages, elements }) {
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${consoleUrl}; require-trusted-types-for 'script'; trusted-types caas; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const headers = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  return createServer(async (request, response) => {
    const asksForToken = request.method === 'POST' && request.url === '/caas-token';
    const { status, type, body } = await (asksForToken
      ? mint(request.headers['sec-fetch-site'])
      : fileOf(request.url, { pages, elements, consoleUrl }));
    response.writeHead(status, { ...headers, 'content-type': type }).end(body);
  });

  async function mint(from) {
    const type = 'application/json';
    if (from !== 'same-origin') return { status: 403, type, body: '{}' }; // only our own page, with our own session, may ask
    const actor = { id: 'u-17', name: 'Wren Castellan' }; // who is signed in here
    const answer = await fetch(`${consoleUrl}/v1/embed/tokens`, {
      method: 'POST',
      headers: { 'x-api-key': apiKey, 'content-type': type },
      body: JSON.stringify({ scopes: ['api-keys:read', 'api-keys:write'], origin, actor }),
    }).catch((error) => ({ ok: false, text: () => String(error.cause ?? error) }));
    const body = await answer.text();
    if (answer.ok) return { status: 200, type, body };
    console.error(`The gateway gave no token: ${body}`); // our key or our request is wrong, not our user's session
    return { status: 502, type, body: '{}' };
  }
}
