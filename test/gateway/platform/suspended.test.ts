// A suspended tenant: every credential of it is refused within a second, and works again when it is active.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { until } from '../../support/gateway-client.js';
import { cookieOf, testGateway, type Reply } from '../../support/gateway.js';

const HOST = 'https://admin.tenant.example';
const SECRET = 'a secret between services';
const gateway = await testGateway({ INTERNAL_SECRET: SECRET });
after(() => gateway.close());
const [tenant, other] = [await gateway.registerTenant(), await gateway.registerTenant()];
const { body: minted } = await gateway.client({ apiKey: tenant.apiKey }).post<{ token: string }>('/v1/embed/tokens', {
  scopes: ['tenant:read'],
  origin: HOST,
  actor: { id: 'u1', name: 'Wren' },
});

const become = async (status: string): Promise<void> => {
  await gateway.sql('update tenants set status = $1 where id = $2', [status, tenant.id]);
};
const login = (): Promise<Reply> =>
  gateway.client().post('/api/v1/auth/client/login', { email: tenant.email, password: tenant.password });
let { cookie } = tenant;
const refresh = async (): Promise<Reply> => {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const reply = await gateway.client({ cookie, headers }).post('/api/v1/auth/client/refresh');
  cookie = cookieOf(reply) || cookie;
  return reply;
};
const CALLS: Readonly<Record<string, () => Promise<Reply>>> = {
  'an API key': () => gateway.client({ apiKey: tenant.apiKey }).get('/v1/auth/api-keys'),
  'an embed token': () => gateway.client({ token: minted.token, headers: { origin: HOST } }).get('/v1/tenant'),
  'a console session': () => tenant.api.get('/v1/tenant'),
  'a sign-in': login,
  'a refresh': refresh,
};
const validate = () =>
  gateway
    .client({ headers: { 'x-internal-secret': SECRET } })
    .post('/api/v1/auth/internal/validate-api-key', { api_key: tenant.apiKey });

describe('a suspended tenant', () => {
  for (const [name, call] of Object.entries(CALLS)) {
    it(`${name} is refused within a second, and works again afterwards`, async () => {
      assert.equal((await call()).status, 200);
      await become('suspended');
      await until(async () => (await call()).status === 403, 1000);
      const { body } = await call();
      assert.equal(body.code, 'tenant_suspended');
      await become('active');
      await until(async () => (await call()).status === 200, 1000);
    });
  }

  it('is told to other services as the reason', async () => {
    await become('suspended');
    await until(async () => (await validate()).body.valid === false, 1000);
    assert.equal((await validate()).body.reason, 'tenant_suspended');
    await become('active');
    await until(async () => (await validate()).body.valid === true, 1000);
  });

  it('tells nothing to who has no good credential, and locks nobody out who knows the password', async () => {
    await become('suspended');
    const wrong = await gateway.client().post('/api/v1/auth/client/login', { email: tenant.email, password: 'wrong' });
    assert.equal(wrong.body.code, 'invalid_credentials');
    for (let n = 0; n < 6; n += 1) assert.equal((await login()).body.code, 'tenant_suspended');
    await become('active');
    assert.equal((await login()).status, 200);
  });

  it('lets its members sign out, and leaves other tenants alone', async () => {
    await become('suspended');
    await until(async () => (await tenant.api.get('/v1/tenant')).status === 403, 1000);
    assert.equal((await other.api.get('/v1/tenant')).status, 200);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const out = await gateway.client({ token: tenant.token, cookie, headers }).post('/api/v1/auth/client/logout');
    assert.equal(out.status, 204);
    await become('active');
    assert.equal((await refresh()).body.code, 'session_expired');
  });
});

describe('a key called from outside its list', () => {
  it('is refused, and written down once a minute for each address', async () => {
    const { body } = await other.api.post<{ secret: string; key: { id: string } }>('/v1/auth/api-keys', {
      name: 'Fenced',
      scopes: ['read'],
      ip_restrictions: ['192.0.2.0/24'],
    });
    const call = () => gateway.client({ apiKey: body.secret }).get('/v1/auth/api-keys');
    const seen = await Promise.all([call(), call(), call()]);
    assert.deepEqual(
      seen.map((reply) => reply.body.code),
      ['ip_not_allowed', 'ip_not_allowed', 'ip_not_allowed'],
    );
    const ask = (ip: string) =>
      gateway
        .client({ headers: { 'x-internal-secret': SECRET } })
        .post('/api/v1/auth/internal/validate-api-key', { api_key: body.secret, ip });
    assert.equal((await ask('198.51.100.7')).body.reason, 'ip_not_allowed');
    assert.equal((await ask('198.51.100.7')).body.reason, 'ip_not_allowed');
    assert.equal((await ask('192.0.2.9')).body.valid, true);
    const rows = await gateway.sql<{ ip: string; reason: string }>(
      `select ip, details->>'reason' as reason from audit_events
         where tenant_id = $1 and action = 'api-key.refused' and resource_id = $2 order by seq`,
      [other.id, body.key.id],
    );
    assert.deepEqual(rows, [
      { ip: '127.0.0.1', reason: 'ip_not_allowed' },
      { ip: '198.51.100.7', reason: 'ip_not_allowed' },
    ]);
  });
});
