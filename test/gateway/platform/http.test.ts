import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { testGateway, type Json, type Reply } from '../../support/gateway.js';

const gateway = await testGateway();
after(() => gateway.close());
const tenant = await gateway.registerTenant();
const anyone = gateway.client();
const REGISTER = '/api/v1/auth/client/register';
const CHECK = '/v1/permissions/check';

/** Sends bytes as they are and answers what came back before the connection was closed. */
function raw(text: string, { endAfter = 0 } = {}): Promise<{ text: string; ms: number }> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const started = Date.now();
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ text: received, ms: Date.now() - started }));
    socket.setTimeout(20_000, () => reject(new Error('the connection was left open')));
    if (endAfter) setTimeout(() => socket.end(), endAfter);
  });
}

function send(path: string, body: string | Buffer, headers: Record<string, string>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${gateway.url}${path}`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: new Headers(), body: JSON.parse(text || '{}') as Json }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

function assertProblem({ status, body }: Reply, expected: number, code: string): void {
  assert.equal(status, expected);
  assert.equal(body.code, code);
  assert.equal(body.status, expected);
  assert.match(String(body.request_id), /^req_/);
  for (const member of ['type', 'title', 'detail']) assert.equal(typeof body[member], 'string', member);
}

describe('refusals are problems', () => {
  it('404 for an unknown path, 405 with Allow for another method', async () => {
    assertProblem(await anyone.get('/v1/nothing'), 404, 'not_found');
    const reply = await anyone.put('/v1/tenant', {});
    assertProblem(reply, 405, 'method_not_allowed');
    assert.equal(reply.headers.get('allow'), 'GET');
    assert.equal(reply.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  });

  it('415 for everything that is not JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'text/plain; application/json',
    ]) {
      assertProblem(await anyone.post(REGISTER, '{}', { 'content-type': type }), 415, 'unsupported_media_type');
    }
  });

  it('415 for a compressed body and for one in another encoding, which would be read wrongly', async () => {
    const body = JSON.stringify({ permissions: ['api-keys:read'] });
    const ask = (bytes: string | Buffer, headers: Record<string, string>) =>
      send(CHECK, bytes, { authorization: `Bearer ${tenant.token}`, 'content-type': 'application/json', ...headers });
    const packed = await ask(gzipSync(body), { 'content-encoding': 'gzip' });
    assertProblem(packed, 415, 'unsupported_media_type');
    assert.match(String(packed.body.detail), /Content-Encoding/);
    for (const charset of ['iso-8859-1', '"UTF-16"'])
      assertProblem(
        await ask(body, { 'content-type': `application/json; charset=${charset}` }),
        415,
        'unsupported_media_type',
      );
    assert.equal((await ask(body, { 'content-type': 'application/json; charset="UTF-8"' })).status, 200);
    assert.equal((await ask(body, { 'content-encoding': 'identity' })).status, 200);
  });

  it('412 where If-Match asks for another version, or for one where there is none; nothing is done then', async () => {
    const key = `/v1/auth/api-keys/${tenant.keyId}`;
    const change = (tags: string, note: string) => tenant.api.patch(key, { note, version: 1 }, { 'if-match': tags });
    assertProblem(await change('"2"', 'never'), 412, 'precondition_failed');
    assertProblem(await tenant.api.delete(key, undefined, { 'if-match': '"1"' }), 412, 'precondition_failed');
    const { status, body } = await change('"7", "1"', 'written');
    assert.deepEqual([status, body.note, body.version], [200, 'written', 2]);
  });

  it('name a value of the wrong type once', async () => {
    const { body } = await tenant.api.post('/v1/auth/api-keys', { name: 'x', scopes: 'read' });
    assert.deepEqual(
      (body.errors as { path: string; code: string }[]).map(({ path, code }) => [path, code]),
      [['scopes', 'wrong_type']],
    );
  });

  it('413 for a body above 1 MiB', async () => {
    assertProblem(
      await tenant.api.post(CHECK, `{"permissions":["${'x'.repeat(1_100_000)}"]}`, {
        'content-type': 'application/json',
      }),
      413,
      'payload_too_large',
    );
  });

  it('400 for broken JSON, for bytes that are not UTF-8 and for a bad path', async () => {
    assertProblem(await anyone.post(REGISTER, '{"a":', { 'content-type': 'application/json' }), 400, 'invalid_request');
    assertProblem(
      await send(REGISTER, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), {
        'content-type': 'application/json',
      }),
      400,
      'invalid_request',
    );
    assertProblem(await anyone.get('/v1/%ff%fe'), 400, 'invalid_request');
  });

  it('431 for large headers, 400 for what is not HTTP', async () => {
    assert.match(
      (await raw(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`)).text,
      /^HTTP\/1\.1 431 [\s\S]*"code":"headers_too_large"/,
    );
    assert.match((await raw('NONSENSE\r\n\r\n')).text, /^HTTP\/1\.1 400 [\s\S]*"code":"invalid_request"/);
    assert.match(
      (await raw('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n')).text,
      /^HTTP\/1\.1 400 /,
    );
  });

  it('refuses TRACE and CONNECT', async () => {
    for (const method of ['TRACE', 'CONNECT']) {
      const { text } = await raw(`${method} / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, { endAfter: 300 });
      assert.doesNotMatch(text, /^HTTP\/1\.1 2/);
    }
  });

  it('never shows a stack or SQL', async () => {
    await gateway.sql('alter table tenants rename to tenants_gone');
    const reply = await tenant.api.get('/v1/tenant');
    await gateway.sql('alter table tenants_gone rename to tenants');
    assertProblem(reply, 500, 'internal_error');
    assert.doesNotMatch(JSON.stringify(reply.body), /select|relation|tenants|\.ts/i);
  });
});

describe('hostile values', () => {
  const hostile: [string, unknown][] = [
    ['NUL', 'a\0b'],
    ['a lone high surrogate', 'a\uD800'],
    ['a lone low surrogate', '\uDC00a'],
    ['64 KB', 'x'.repeat(65_536)],
    ['an array', ['x']],
    ['an object', { toString: 'x' }],
    ['a number', 1],
    ['a big number', 2 ** 60],
    ['null', null],
    ['a boolean', true],
    ['blanks', '   '],
  ];
  for (const [name, value] of hostile) {
    it(`refuses ${name} as a company's name`, async () => {
      const reply = await anyone.post<{ errors: { path: string }[] } & Json>(REGISTER, {
        company_name: value,
        email: 'h@example.com',
        password: 'correct horse',
        accept_terms: true,
      });
      assertProblem(reply, 400, 'invalid_request');
      assert.deepEqual(
        reply.body.errors.map(({ path }) => path),
        ['company_name'],
      );
    });
  }

  for (const body of [
    '{"__proto__":{"role":"owner"},"permissions":["x"]}',
    '{"constructor":{"prototype":{"a":1}},"permissions":["x"]}',
    '[]',
    '"x"',
    'null',
    '1',
  ]) {
    it(`refuses the body ${body.slice(0, 30)}`, async () => {
      assertProblem(await tenant.api.post(CHECK, body, { 'content-type': 'application/json' }), 400, 'invalid_request');
      assert.equal(({} as Json).role, undefined);
    });
  }

  it('refuses deep nesting quickly', async () => {
    const started = Date.now();
    assertProblem(
      await tenant.api.post(CHECK, `{"permissions":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, {
        'content-type': 'application/json',
      }),
      400,
      'invalid_request',
    );
    assert.ok(Date.now() - started < 1000);
  });

  it('refuses unknown, repeated and out-of-range query members', async () => {
    for (const query of [
      'nope=1',
      'limit=0',
      'limit=201',
      'limit=1e2',
      'limit=1&limit=2',
      'limit=99999999999999999999',
      'sort=secret',
      'status=gone',
    ]) {
      assertProblem(await tenant.api.get(`/v1/auth/api-keys?${query}`), 400, 'invalid_request');
    }
  });

  it('takes text of every script and keeps it as typed', async () => {
    for (const name of [
      'Ünïcödé',
      '株式会社',
      'שלום',
      '🧑‍🚀 Äpfel',
      '\u202Eevil',
      '<img src=x onerror=alert(1)>',
      "'; drop table users; --",
    ]) {
      const { body, status } = await anyone.post<{ tenant: { name: string } }>(REGISTER, {
        company_name: ` ${name} `,
        email: `t${Math.random().toString(36).slice(2)}@example.com`,
        password: 'correct horse',
        accept_terms: true,
      });
      assert.equal(status, 201, name);
      assert.equal(body.tenant.name, name);
    }
  });

  it('answers 401 to hostile credentials', async () => {
    for (const token of [
      'x',
      'a.b.c',
      `${tenant.token}x`,
      tenant.token.slice(0, -4),
      'x'.repeat(9000),
      'eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJ4In0.',
    ]) {
      assert.equal((await gateway.client({ token }).get('/v1/tenant')).body.code, 'token_invalid', token.slice(0, 40));
    }
    for (const apiKey of [
      'x',
      'caas_live_',
      `${tenant.apiKey}x`,
      tenant.apiKey.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
    ]) {
      assert.equal((await gateway.client({ apiKey }).get('/v1/auth/api-keys')).body.code, 'api_key_invalid');
    }
  });
});

describe('headers', () => {
  it('keep answers out of caches, frames and other sites', async () => {
    for (const reply of [
      await tenant.api.get('/v1/tenant'),
      await anyone.get('/v1/tenant'),
      await anyone.get('/nothing'),
    ]) {
      const { headers } = reply;
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
      assert.match(headers.get('x-request-id') ?? '', /^req_/);
      assert.equal(headers.get('strict-transport-security'), null, 'not on http');
      assert.equal(headers.get('server') ?? headers.get('x-powered-by'), null);
    }
  });

  it('ask for https where the console is served by it, and make the cookie Secure', async () => {
    const secure = await gateway.sibling({ PUBLIC_URL: 'https://console.example.com' });
    const reply = await secure
      .client()
      .post('/api/v1/auth/client/login', { email: tenant.email, password: tenant.password });
    await secure.close();
    assert.match(reply.headers.get('strict-transport-security') ?? '', /max-age=63072000/);
    assert.match(reply.headers.getSetCookie()[0] ?? '', /; Secure$/);
  });

  it('tell what is left of a rate', async () => {
    const { headers } = await tenant.api.get('/v1/tenant');
    assert.equal(headers.get('ratelimit-limit'), '600000');
    assert.ok(Number(headers.get('ratelimit-remaining')) > 0);
  });

  it('believe X-Forwarded-For from listed proxies only', async () => {
    const forged = { 'x-forwarded-for': '203.0.113.9' };
    const lastIp = async (): Promise<unknown> =>
      (await gateway.sql<{ ip: string }>('select ip from console_sessions order by started_at desc limit 1'))[0]?.ip;
    const login = { email: tenant.email, password: tenant.password };
    await anyone.post('/api/v1/auth/client/login', login, forged);
    assert.equal(await lastIp(), '127.0.0.1');
    const behind = await gateway.sibling({ TRUST_PROXY: '127.0.0.0/8' });
    await behind.client().post('/api/v1/auth/client/login', login, forged);
    await behind.close();
    assert.equal(await lastIp(), '203.0.113.9');
  });
});

describe('slow clients', { concurrency: true }, () => {
  it('cuts headers that do not end', async () => {
    const { text, ms } = await raw('GET / HTTP/1.1\r\nhost: x\r\n');
    assert.match(text, /^HTTP\/1\.1 408 /);
    assert.match(text, /"code":"request_timeout"/);
    assert.ok(ms < 11_000, `${ms}`);
  });

  it('cuts a body that does not arrive', async () => {
    const { ms } = await raw(
      `POST ${REGISTER} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
    );
    assert.ok(ms < 15_000, `${ms}`);
  });
});
