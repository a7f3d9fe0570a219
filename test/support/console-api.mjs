// A console's answers to an embedded `<caas-api-keys>`, in the contract's shape, beside the pages that place it. Everything is made
// before the first request, so that a measurement measures the page and not this server.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};
const JSON_TYPE = 'application/json; charset=utf-8';
const CREATED = Date.UTC(2026, 9, 1);

/** As many keys as asked for, always the same ones. */
export function sampleKeys(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `key_01K8${String(index).padStart(22, '0')}`,
    name: `Service ${index + 1}`,
    note: index % 3 ? null : `Used by job ${index + 1}`,
    prefix: 'caas_live_',
    last4: (46_656 + index * 37).toString(36).slice(-4),
    scopes: index % 2 ? ['read'] : ['read', 'write'],
    status: index % 9 === 8 ? 'revoked' : 'active',
    role: 'primary',
    pair_id: null,
    created_at: new Date(CREATED - index * 3_600_000).toISOString(),
    created_by: {
      type: 'user',
      id: `usr_01K8${String(index % 7).padStart(22, '0')}`,
      name: `Member ${(index % 7) + 1}`,
    },
    expires_at: null,
    last_used_at: index % 5 ? new Date(CREATED + index * 60_000).toISOString() : null,
    last_used_ip: index % 5 ? `192.0.2.${index % 200}` : null,
    retires_at: null,
    tested_at: null,
    tested_by: null,
    replaced_at: null,
    replaced_by: null,
    overlap_seconds: null,
    revoked_at: index % 9 === 8 ? new Date(CREATED).toISOString() : null,
    revoked_by: index % 9 === 8 ? { type: 'user', id: null, name: 'Member 1' } : null,
    secret_delivered: true,
    ip_restrictions: [],
    version: 1,
  }));
}

const ME = {
  user: null,
  actor: { id: 'u-17', name: 'Wren Castellan' },
  tenant: {
    id: 'ten_01K80000000000000000000000',
    name: 'Harborline',
    slug: 'harborline',
    plan: 'business',
    status: 'active',
    logo_url: null,
    timezone: 'UTC',
    locale: 'en',
    created_at: new Date(CREATED).toISOString(),
  },
  role: null,
  permissions: ['api-keys:read', 'api-keys:write', 'tenant:read'],
  mfa_enabled: false,
  mfa: { required: false, grace_until: null },
  email_verified: true,
};

/**
 * Starts it on a free port of this machine. `pages` are texts by path, `folders` are folders by path prefix (`/elements/`), whose
 * files are compressed once. The list answers all keys of the asked status on one page, whatever limit was asked for.
 */
export async function serveConsole({ pages = {}, folders = {}, keys = 50, headers = {} }) {
  const all = sampleKeys(keys);
  const calls = [];
  const files = new Map();

  const list = (status) => {
    const items = status ? all.filter((key) => key.status === status) : all;
    return { items, next_cursor: null, total: items.length, used: keys, limit_allowed: 200 };
  };
  const answers = {
    'GET /api/v1/auth/client/me': () => ME,
    'GET /v1/auth/api-keys': ({ searchParams }) => list(searchParams.get('status')),
    'POST /caas-token': () => ({ token: 'token', expires_in: 300 }),
  };
  const packed = (bytes, type) => ({ plain: bytes, br: brotliCompressSync(bytes), type });

  function find(key, url) {
    const known = files.get(key + url.search);
    if (known) return known;
    const found = answers[key]
      ? packed(Buffer.from(JSON.stringify(answers[key](url))), JSON_TYPE)
      : key.startsWith('GET ')
        ? fromPages(url.pathname)
        : null;
    if (found) files.set(key + url.search, found);
    return found;
  }

  function fromPages(path) {
    if (path in pages) return packed(Buffer.from(pages[path]), TYPES['.html']);
    const prefix = Object.keys(folders).find((each) => path.startsWith(each));
    const file = prefix && join(folders[prefix], normalize(`/${path.slice(prefix.length)}`));
    if (!file || !existsSync(file) || !statSync(file).isFile()) return null;
    return packed(readFileSync(file), TYPES[extname(file)] ?? 'application/octet-stream');
  }

  const server = createServer((request, response) => {
    request.resume();
    const url = new URL(request.url ?? '/', 'http://localhost');
    const key = `${request.method} ${url.pathname}`;
    calls.push(key);
    const found = find(key, url);
    if (!found) {
      const code = 'not_found';
      const problem = {
        type: 'about:blank',
        title: code,
        status: 404,
        code,
        detail: `No ${key}.`,
        request_id: 'req_1',
      };
      response.writeHead(404, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
      return;
    }
    const br = (request.headers['accept-encoding'] ?? '').includes('br');
    response
      .writeHead(200, {
        'content-type': found.type,
        'cache-control': 'no-store',
        ...(br ? { 'content-encoding': 'br' } : {}),
        ...headers,
      })
      .end(br ? found.br : found.plain);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    calls,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
