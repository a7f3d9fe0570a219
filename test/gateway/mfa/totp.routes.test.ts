import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { appCode, wrongCode } from '../../support/authenticator-app.js';
import { cookieOf, testGateway, type TestTenant } from '../../support/gateway.js';

const LOGIN = '/api/v1/auth/client/login';
const CHALLENGE = '/v1/mfa/challenge';
const MFA = '/v1/admin/mfa';
const gateway = await testGateway();
after(() => gateway.close());
const second = await gateway.sibling();
after(() => second.close());
const anyone = gateway.client();

interface Enrolled extends TestTenant {
  secret: string;
  codes: string[];
}

/** A company whose owner has set an authenticator app up, with the code of the step before: the present one is unused. */
async function enrolled(): Promise<Enrolled> {
  const tenant = await gateway.registerTenant();
  const { secret } = (await tenant.api.post<{ secret: string }>(`${MFA}/setup`)).body;
  const { body, status } = await tenant.api.post<{ recovery_codes: string[] }>(`${MFA}/verify`, {
    code: appCode(secret, { steps: -1 }),
  });
  assert.equal(status, 200);
  return { ...tenant, secret, codes: body.recovery_codes };
}

/** Gives the right password; what is left is the second step. */
async function firstStep({ email, password }: TestTenant): Promise<string> {
  const { body } = await anyone.post<{ mfa_token: string }>(LOGIN, { email, password });
  return body.mfa_token;
}

describe('setting an authenticator app up', () => {
  it('gives a secret of 160 bits, waits for its first code, and gives ten recovery codes', async () => {
    const tenant = await gateway.registerTenant();
    const setup = await tenant.api.post<Record<string, string>>(`${MFA}/setup`);
    assert.equal(setup.status, 200);
    const { secret = '', otpauth_uri: uri = '', expires_at: until = '' } = setup.body;
    assert.match(secret, /^[A-Z2-7]{32}$/);
    const parsed = new URL(uri);
    assert.equal(parsed.protocol, 'otpauth:');
    assert.equal(parsed.searchParams.get('secret'), secret);
    assert.equal(parsed.searchParams.get('digits'), '6');
    assert.equal(parsed.searchParams.get('period'), '30');
    assert.ok(decodeURIComponent(parsed.pathname).includes(tenant.email));
    assert.ok(Math.abs(Date.parse(until) - Date.now() - 600_000) < 5000);
    assert.equal((await tenant.api.get(MFA)).body.enabled, false);

    const wrong = await tenant.api.post(`${MFA}/verify`, { code: wrongCode(secret) });
    assert.equal(wrong.status, 400);
    assert.equal(wrong.body.code, 'code_invalid');
    assert.equal(typeof wrong.body.attempts_left, 'number');
    const done = await tenant.api.post<{ recovery_codes: string[] }>(`${MFA}/verify`, { code: appCode(secret) });
    assert.equal(done.status, 200);
    assert.equal(new Set(done.body.recovery_codes).size, 10);
    for (const code of done.body.recovery_codes)
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const state = (await tenant.api.get(MFA)).body;
    assert.equal(state.enabled, true);
    assert.equal(state.recovery_codes_left, 10);
    const { body: me } = await tenant.api.get('/api/v1/auth/client/me');
    assert.equal(me.mfa_enabled, true);
    assert.equal((await tenant.api.post(`${MFA}/setup`)).body.code, 'wrong_state');
  });
});

describe('signing in with it', () => {
  it('gives neither token nor cookie before the second step, and both after it', async () => {
    const { email, password, secret } = await enrolled();
    const first = await anyone.post(LOGIN, { email, password });
    assert.equal(first.status, 200);
    assert.deepEqual(Object.keys(first.body).sort(), ['methods', 'mfa_required', 'mfa_token']);
    assert.deepEqual(first.body.methods, ['totp', 'recovery_code']);
    assert.equal(first.headers.getSetCookie().length, 0);
    const [{ sessions } = { sessions: 0 }] = await gateway.sql<{ sessions: number }>(
      'select count(*)::int as sessions from console_sessions s join users u on u.id = s.user_id where u.email = $1',
      [email],
    );
    assert.equal(sessions, 1, 'of the registration alone');

    const done = await anyone.post(CHALLENGE, { mfa_token: first.body.mfa_token, code: appCode(secret) });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.ok(cookieOf(done));
    const api = gateway.client({ token: String(done.body.access_token) });
    assert.equal((await api.get(MFA)).status, 200);
    const again = await anyone.post(CHALLENGE, {
      mfa_token: first.body.mfa_token,
      code: appCode(secret, { steps: 1 }),
    });
    assert.equal(again.body.code, 'mfa_token_invalid');
  });

  it('takes a time step once, on whatever process', async () => {
    const tenant = await enrolled();
    const code = appCode(tenant.secret);
    assert.equal((await anyone.post(CHALLENGE, { mfa_token: await firstStep(tenant), code })).status, 200);
    for (const process of [gateway, second]) {
      const reply = await process.client().post(CHALLENGE, { mfa_token: await firstStep(tenant), code });
      assert.equal(reply.status, 401);
      assert.equal(reply.body.code, 'mfa_code_invalid');
    }
  });
});
