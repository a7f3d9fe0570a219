import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { appCode, wrongCode } from '../../support/authenticator-app.js';
import { httpClient, testGateway, type Reply, type TestClient, type TestTenant } from '../../support/gateway.js';
import { SoftPasskey } from '../../support/passkey.js';
import { enrolled, firstStep, goStale } from '../../support/two-factor.js';

const MFA = '/v1/admin/mfa';
const POLICY = '/v1/tenant/security';
type Options = Record<string, unknown>;
const gateway = await testGateway();
after(() => gateway.close());
const url = gateway.url.replace('127.0.0.1', 'localhost');

/** The same caller under the gateway's name, where passkeys work. */
const named = ({ token }: Pick<TestTenant, 'token'>): TestClient => httpClient(url, { token });
const stepUp = (api: TestClient, proof: unknown): Promise<Reply> => api.post('/v1/mfa/step-up', proof);

async function stale(): Promise<TestTenant> {
  const tenant = await gateway.registerTenant();
  await goStale(gateway, tenant.userId);
  return tenant;
}

describe('a fresh proof', () => {
  it('is asked for before sensitive acts, and lasts five minutes in this session alone', async () => {
    const tenant = await stale();
    const refused = await named(tenant).post(`${MFA}/passkeys/options`);
    assert.equal(refused.status, 403);
    assert.equal(refused.body.code, 'step_up_required');
    assert.deepEqual(refused.body.methods, ['password']);
    assert.equal((await tenant.api.post(`${MFA}/setup`)).body.code, 'step_up_required');
    assert.equal((await tenant.api.put(POLICY, { mfa_grace_days: 3, version: 1 })).body.code, 'step_up_required');
    assert.deepEqual((await tenant.api.post('/v1/mfa/step-up/options')).body, { methods: ['password'] });

    const done = await stepUp(tenant.api, { password: tenant.password });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.ok(Math.abs(Date.parse(String(done.body.fresh_until)) - Date.now() - 300_000) < 5000);
    assert.equal((await named(tenant).post(`${MFA}/passkeys/options`)).status, 200);
    assert.equal((await tenant.api.put(POLICY, { mfa_grace_days: 3, version: 1 })).status, 200);

    const { email, password } = tenant;
    const login = await gateway.client().post('/api/v1/auth/client/login', { email, password });
    await gateway.sql(
      'update console_sessions set fresh_until = null where user_id = $1 and id <> (select min(id) from console_sessions where user_id = $1)',
      [tenant.userId],
    );
    const other = httpClient(url, { token: String(login.body.access_token) });
    assert.equal((await other.post(`${MFA}/passkeys/options`)).body.code, 'step_up_required');
    assert.equal((await named(tenant).post(`${MFA}/passkeys/options`)).status, 200);
    await goStale(gateway, tenant.userId);
    assert.equal((await named(tenant).post(`${MFA}/passkeys/options`)).body.code, 'step_up_required');
  });

  it('is what a sign-in just was', async () => {
    const tenant = await enrolled(gateway);
    await goStale(gateway, tenant.userId);
    const mfa_token = await firstStep(gateway, tenant);
    const done = await gateway.client().post('/v1/mfa/challenge', { mfa_token, code: appCode(tenant.secret) });
    const api = gateway.client({ token: String(done.body.access_token) });
    assert.equal((await api.put(POLICY, { mfa_grace_days: 5, version: 1 })).status, 200);
  });

  it('is known to every process at once', async () => {
    const tenant = await stale();
    const second = await gateway.sibling();
    const there = second.client({ token: tenant.token });
    assert.equal((await there.put(POLICY, { mfa_grace_days: 2, version: 1 })).body.code, 'step_up_required');
    await stepUp(tenant.api, { password: tenant.password });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const reply = await there.put(POLICY, { mfa_grace_days: 2, version: 1 });
    await second.close();
    assert.equal(reply.status, 200);
  });
});

describe('the proof itself', () => {
  it('is no password where there is a second factor', async () => {
    const tenant = await enrolled(gateway);
    await goStale(gateway, tenant.userId);
    assert.deepEqual((await tenant.api.post('/v1/mfa/step-up/options')).body.methods, ['totp', 'recovery_code']);
    const reply = await stepUp(tenant.api, { password: tenant.password });
    assert.equal(reply.status, 403);
    assert.equal(reply.body.code, 'password_wrong');
    assert.equal((await stepUp(tenant.api, { code: wrongCode(tenant.secret) })).body.code, 'code_invalid');
    assert.equal((await tenant.api.put(POLICY, { mfa_grace_days: 2, version: 1 })).body.code, 'step_up_required');
    const code = appCode(tenant.secret);
    assert.equal((await stepUp(tenant.api, { code })).status, 200);
    assert.equal((await stepUp(tenant.api, { code })).body.code, 'code_invalid', 'a code counts once');
    assert.equal((await stepUp(tenant.api, { recovery_code: tenant.codes[0] })).status, 200);
    assert.equal((await tenant.api.get(MFA)).body.recovery_codes_left, 9);
  });

  it('may be a passkey, whose prompt belongs to this session', async () => {
    const tenant = await gateway.registerTenant();
    const api = named(tenant);
    const { body } = await api.post<{ options: Options }>(`${MFA}/passkeys/options`);
    const { passkey, response } = SoftPasskey.make(body.options, url);
    await api.post(`${MFA}/passkeys`, { name: 'Key', response });
    await goStale(gateway, tenant.userId);
    const options = await api.post<{ methods: string[]; passkey: Options }>('/v1/mfa/step-up/options');
    assert.deepEqual(options.body.methods, ['passkey', 'recovery_code']);
    const other = named(await gateway.registerTenant());
    await other.post('/v1/mfa/step-up/options');
    const answer = passkey.use(options.body.passkey);
    assert.equal((await stepUp(other, { passkey: answer })).body.code, 'passkey_invalid');
    assert.equal((await stepUp(api, { passkey: answer })).status, 200);
    assert.equal((await stepUp(api, { passkey: answer })).body.code, 'passkey_invalid');
    assert.equal((await api.put(POLICY, { mfa_grace_days: 2, version: 1 })).status, 200);
  });

  it('takes five wrong passwords, then none', async () => {
    const tenant = await stale();
    for (let n = 0; n < 5; n += 1)
      assert.equal((await stepUp(tenant.api, { password: 'wrong' })).body.code, 'password_wrong');
    const locked = await stepUp(tenant.api, { password: tenant.password });
    assert.equal(locked.status, 423);
    assert.equal(locked.body.code, 'account_locked');
  });

  it('is recorded, good or bad', async () => {
    const tenant = await stale();
    await stepUp(tenant.api, { password: 'wrong' });
    await stepUp(tenant.api, { password: tenant.password });
    const { body } = await tenant.api.get<{ items: { action: string; result: string; details: unknown }[] }>(
      '/api/v1/audit/query',
    );
    const told = body.items.map(({ action, result }) => `${action} ${result}`);
    assert.ok(told.includes('session.password-refused failure'));
    assert.ok(told.includes('session.stepped-up success'));
    assert.ok(!JSON.stringify(body).includes(tenant.password));
  });
});

describe('deleting a key with traffic', () => {
  const remove = (api: TestClient, keyId: string): Promise<Reply> =>
    api.delete(`/v1/auth/api-keys/${keyId}?force=true`);

  it('asks who has a second factor, and nobody else', async () => {
    const tenant = await enrolled(gateway);
    await gateway.client({ apiKey: tenant.apiKey }).get('/v1/auth/api-keys');
    await goStale(gateway, tenant.userId);
    const refused = await remove(tenant.api, tenant.keyId);
    assert.equal(refused.body.code, 'step_up_required');
    assert.deepEqual(refused.body.methods, ['totp', 'recovery_code']);
    await stepUp(tenant.api, { code: appCode(tenant.secret) });
    assert.equal((await remove(tenant.api, tenant.keyId)).status, 204);

    const plain = await gateway.registerTenant();
    await gateway.client({ apiKey: plain.apiKey }).get('/v1/auth/api-keys');
    await goStale(gateway, plain.userId);
    assert.equal((await remove(plain.api, plain.keyId)).status, 204);
  });

  it('is never asked of a page that embeds the list: it has no way to ask', async () => {
    const tenant = await enrolled(gateway);
    const made = await tenant.api.post('/v1/auth/api-keys', { name: 'In use', scopes: ['read'] });
    const { key, secret } = made.body as unknown as { key: { id: string }; secret: string };
    await gateway.client({ apiKey: secret }).get('/v1/auth/api-keys');
    await goStale(gateway, tenant.userId);
    assert.equal((await remove(tenant.api, key.id)).body.code, 'step_up_required');
    const origin = 'https://app.example.com';
    const minted = await gateway.client({ apiKey: tenant.apiKey }).post('/v1/embed/tokens', {
      scopes: ['api-keys:read', 'api-keys:write'],
      origin,
      actor: { id: tenant.userId, name: 'Ada' },
    });
    assert.equal(minted.status, 201, JSON.stringify(minted.body));
    const page = gateway.client({ token: String(minted.body.token), headers: { origin } });
    assert.equal((await remove(page, key.id)).status, 204);
  });
});
