import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { testGateway } from '../../support/gateway.js';

const HOST = 'https://admin.tenant.example';
const gateway = await testGateway();
after(() => gateway.close());
const tenant = await gateway.registerTenant();
const { body: minted } = await gateway.client({ apiKey: tenant.apiKey }).post<{ token: string }>('/v1/embed/tokens', {
  scopes: ['api-keys:read', 'tenant:read'],
  origin: HOST,
  actor: { id: 'u1', name: 'Wren' },
});

async function preflight(origin: string, path = '/v1/auth/api-keys'): Promise<{ status: number; headers: Headers }> {
  const { status, headers } = await fetch(`${gateway.url}${path}`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
  });
  return { status, headers };
}

describe('preflights', () => {
  it('are answered for origins of embed tokens, without credentials', async () => {
    const { status, headers } = await preflight(HOST);
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), HOST);
    assert.equal(headers.get('access-control-allow-credentials'), null);
    assert.match(headers.get('access-control-allow-headers') ?? '', /authorization.*idempotency-key/);
    assert.doesNotMatch(headers.get('access-control-allow-headers') ?? '', /x-api-key/);
    assert.match(headers.get('vary') ?? '', /Origin/);
  });

  it('allow nothing to others', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `${HOST}.evil.example`,
      `${HOST}:8443`,
      HOST.replace('https', 'http'),
      `${HOST}/`,
    ]) {
      assert.equal((await preflight(origin)).headers.get('access-control-allow-origin'), null, origin);
    }
  });
});

describe('answers', () => {
  const withToken = (origin?: string) =>
    gateway.client({ token: minted.token, headers: origin ? { origin } : {} }).get('/v1/tenant');

  it("name the token's origin and no other", async () => {
    const reply = await withToken(HOST);
    assert.equal(reply.status, 200);
    assert.equal(reply.headers.get('access-control-allow-origin'), HOST);
    assert.match(reply.headers.get('access-control-expose-headers') ?? '', /retry-after/);
    assert.equal(reply.headers.get('vary'), 'Origin');
  });

  it('are refused to other origins and without any', async () => {
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const reply = await withToken(origin);
      assert.equal(reply.status, 403, String(origin));
      assert.equal(reply.body.code, 'origin_not_allowed');
      assert.equal(reply.headers.get('access-control-allow-origin'), null);
    }
  });

  it('of refusals can be read by a known origin', async () => {
    const reply = await gateway.client({ token: 'gone', headers: { origin: HOST } }).get('/v1/tenant');
    assert.equal(reply.status, 401);
    assert.equal(reply.headers.get('access-control-allow-origin'), HOST);
  });

  it('to a console token from another origin are not readable there', async () => {
    const reply = await gateway
      .client({ token: tenant.token, headers: { origin: 'https://evil.example' } })
      .get('/v1/tenant');
    assert.equal(reply.headers.get('access-control-allow-origin'), null);
  });
});

describe('an API key in a browser', () => {
  it('is refused and written down, whatever is called', async () => {
    for (const path of ['/v1/auth/api-keys', '/v1/tenant', '/health/live']) {
      const reply = await gateway.client({ apiKey: tenant.apiKey, headers: { origin: HOST } }).get(path);
      assert.equal(reply.status, 403, path);
      assert.equal(reply.body.code, 'key_in_browser');
    }
    const rows = await gateway.sql(
      "select 1 from audit_events where tenant_id = $1 and details->>'reason' = 'key_in_browser'",
      [tenant.id],
    );
    assert.equal(rows.length, 1, 'once for a key and origin');
  });

  it("works from the console's own origin", async () => {
    const origin = gateway.gateway.platform.publicOrigin();
    assert.equal(
      (await gateway.client({ apiKey: tenant.apiKey, headers: { origin } }).get('/v1/auth/api-keys')).status,
      200,
    );
  });
});
