import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { appCode, wrongCode } from '../../support/authenticator-app.js';
import { openGateway, startGatewayProcess } from '../../support/gateway-open.js';
import { cookieOf, httpClient, type Reply } from '../../support/gateway.js';
import { mailTo } from '../../support/mailbox.js';
import { enrolled, firstStep, firstSteps } from '../../support/two-factor.js';

const LOGIN = '/api/v1/auth/client/login';
const CHALLENGE = '/v1/mfa/challenge';
const MFA = '/v1/admin/mfa';
const gateway = await openGateway();
after(() => gateway.close());
const anyone = gateway.client();

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

describe('a set-up', () => {
  it('expires after ten minutes, and after ten wrong codes', async () => {
    const tenant = await gateway.registerTenant();
    const begin = async (): Promise<string> => (await tenant.api.post<{ secret: string }>(`${MFA}/setup`)).body.secret;
    const late = await begin();
    await gateway.sql("update mfa_setups set expires_at = now() - interval '1 second' where user_id = $1", [
      tenant.userId,
    ]);
    const verify = (code: string): Promise<Reply> => tenant.api.post(`${MFA}/verify`, { code });
    assert.equal((await verify(appCode(late))).body.code, 'mfa_setup_expired');
    const secret = await begin();
    assert.equal((await verify(appCode(late))).body.code, 'code_invalid', 'the newer secret counts');
    for (let n = 0; n < 9; n += 1) assert.equal((await verify(wrongCode(secret))).status, 400);
    assert.equal((await verify(appCode(secret))).body.code, 'mfa_setup_expired');
    assert.equal((await verify(appCode(await begin()))).status, 200);
  });

  it('belongs to its member', async () => {
    const [one, other] = [await gateway.registerTenant(), await gateway.registerTenant()];
    const { secret } = (await one.api.post<{ secret: string }>(`${MFA}/setup`)).body;
    assert.equal((await other.api.post(`${MFA}/verify`, { code: appCode(secret) })).body.code, 'mfa_setup_expired');
  });
});

describe('signing in with it', () => {
  it('gives neither token nor cookie before the second step, and both after it', async () => {
    const { email, password, secret } = await enrolled(gateway);
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

  it('takes a time step once, on every process, and after a restart', async () => {
    const tenant = await enrolled(gateway);
    const code = appCode(tenant.secret);
    const other = await startGatewayProcess(gateway);
    const challenge = async (url: string): Promise<Reply> =>
      httpClient(url).post(CHALLENGE, { mfa_token: await firstStep(gateway, tenant), code });
    assert.equal((await challenge(gateway.url)).status, 200);
    for (const url of [gateway.url, other.url]) {
      const reply = await challenge(url);
      assert.equal(reply.status, 401);
      assert.equal(reply.body.code, 'mfa_code_invalid');
    }
    await other.kill();
    const restarted = await startGatewayProcess(gateway);
    assert.equal((await challenge(restarted.url)).body.code, 'mfa_code_invalid');
    await restarted.kill();
    // An older step than the last one is gone as well; a newer one is not.
    const old = appCode(tenant.secret, { steps: -1 });
    const next = appCode(tenant.secret, { steps: 1 });
    const mfa_token = await firstStep(gateway, tenant);
    assert.equal((await anyone.post(CHALLENGE, { mfa_token, code: old })).body.code, 'mfa_code_invalid');
    assert.equal((await anyone.post(CHALLENGE, { mfa_token, code: next })).status, 200);
  });

  it('lets one of 20 parallel tries with a code win, of one sign-in or of many, on two processes', async () => {
    const sibling = await gateway.sibling();
    const doors = [gateway.client(), sibling.client()];
    const race = (tokens: string[], code: string): Promise<Reply[]> =>
      Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (doors[n % 2] ?? anyone).post(CHALLENGE, { mfa_token: tokens[n % tokens.length], code }),
        ),
      );
    for (const signIns of [1, 10]) {
      const tenant = await enrolled(gateway);
      const tokens = await firstSteps(gateway, tenant, signIns);
      const replies = await race(tokens, appCode(tenant.secret));
      assert.equal(replies.filter(({ status }) => status === 200).length, 1, `${signIns} sign-ins`);
    }
    await sibling.close();
  });

  it('ends when its five minutes are over, and knows no made-up token', async () => {
    const tenant = await enrolled(gateway);
    const mfa_token = await firstStep(gateway, tenant);
    await gateway.sql("update sign_in_steps set expires_at = now() - interval '1 second' where user_id = $1", [
      tenant.userId,
    ]);
    for (const token of [mfa_token, `mfa_${'x'.repeat(43)}`]) {
      const reply = await anyone.post(CHALLENGE, { mfa_token: token, code: appCode(tenant.secret) });
      assert.equal(reply.status, 401);
      assert.equal(reply.body.code, 'mfa_token_invalid');
    }
  });

  it('ends with the password it began with', async () => {
    const tenant = await enrolled(gateway);
    const mfa_token = await firstStep(gateway, tenant);
    const changed = await tenant.api.put('/api/v1/users/profile/password', {
      current_password: tenant.password,
      new_password: 'a tree walks home at nine',
    });
    assert.equal(changed.status, 204, JSON.stringify(changed.body));
    const reply = await anyone.post(CHALLENGE, { mfa_token, code: appCode(tenant.secret) });
    assert.equal(reply.body.code, 'mfa_token_invalid');
  });

  it('takes one proof, neither none nor two, and nothing from other sites', async () => {
    const tenant = await enrolled(gateway);
    const mfa_token = await firstStep(gateway, tenant);
    const code = appCode(tenant.secret);
    assert.equal((await anyone.post(CHALLENGE, { mfa_token })).status, 400);
    assert.equal((await anyone.post(CHALLENGE, { mfa_token, code, recovery_code: tenant.codes[0] })).status, 400);
    const foreign = await anyone.post(CHALLENGE, { mfa_token, code }, { origin: 'https://evil.example' });
    assert.equal(foreign.body.code, 'cross_site_request');
    assert.equal((await anyone.post(CHALLENGE, { mfa_token, code })).status, 200);
  });

  it('tells a wrong password as before, whether two-factor is on or not', async () => {
    const tenant = await enrolled(gateway);
    const reply = await anyone.post(LOGIN, { email: tenant.email, password: 'not the password' });
    assert.equal(reply.body.code, 'invalid_credentials');
    assert.equal(reply.body.mfa_required, undefined);
  });
});

describe('guessing', () => {
  it('ends after five wrong codes, however many sign-ins share them, and a recovery code still opens', async () => {
    const tenant = await enrolled(gateway);
    const code = wrongCode(tenant.secret);
    const tokens = await firstSteps(gateway, tenant, 20);
    const replies = await Promise.all(tokens.map((mfa_token) => anyone.post(CHALLENGE, { mfa_token, code })));
    assert.deepEqual(
      replies.flatMap(({ status, body }) => (status === 401 ? [body.attempts_left] : [])).sort(),
      [0, 1, 2, 3, 4],
    );
    const locked = replies.filter(({ body }) => body.code === 'account_locked');
    assert.equal(locked.length, 15);
    assert.ok(Number(locked[0]?.headers.get('retry-after')) > 800);

    const mfa_token = await firstStep(gateway, tenant);
    await mailTo(gateway.url, tenant.email, /wrong two-factor codes/i);
    const right = await anyone.post(CHALLENGE, { mfa_token, code: appCode(tenant.secret) });
    assert.equal(right.status, 423, 'the right code waits too');
    assert.equal((await anyone.post(CHALLENGE, { mfa_token, recovery_code: tenant.codes[0] })).status, 200);
  });

  it('is bounded by the day: 15 wrong codes, whatever is right between them', async () => {
    const tenant = await enrolled(gateway);
    const mfa_token = await firstStep(gateway, tenant);
    const code = wrongCode(tenant.secret);
    let looked = 0;
    for (let round = 0; round < 8; round += 1) {
      for (let n = 0; n < 3; n += 1)
        if ((await anyone.post(CHALLENGE, { mfa_token, code })).status === 401) looked += 1;
      // A sign-in that works ends the row of failures, as does time.
      await gateway.sql('update mfa_attempts set in_a_row = 0 where user_id = $1', [tenant.userId]);
    }
    assert.equal(looked, 15);
    const [{ hours } = { hours: 0 }] = await gateway.sql<{ hours: number }>(
      'select extract(epoch from locked_until - now())::float8 / 3600 as hours from mfa_attempts where user_id = $1',
      [tenant.userId],
    );
    assert.ok(hours > 23, `${hours}`);
  });

  it('is recorded, without the codes', async () => {
    const tenant = await enrolled(gateway);
    const mfa_token = await firstStep(gateway, tenant);
    const code = wrongCode(tenant.secret);
    for (let n = 0; n < 5; n += 1) await anyone.post(CHALLENGE, { mfa_token, code });
    const { body } = await tenant.api.get<{ items: { action: string; result: string }[] }>('/api/v1/audit/query');
    const failures = body.items.filter(({ result }) => result === 'failure').map(({ action }) => action);
    assert.deepEqual(failures.sort(), [...Array<string>(4).fill('mfa.code-refused'), 'mfa.locked']);
    const text = JSON.stringify(body);
    for (const secret of [tenant.secret, code, ...tenant.codes, mfa_token]) assert.ok(!text.includes(secret));
  });
});

describe('recovery codes', () => {
  it('work once each, however they are typed, and are told of', async () => {
    const tenant = await enrolled(gateway);
    const [code = ''] = tenant.codes;
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const use = async (recovery_code: string): Promise<Reply> =>
      anyone.post(CHALLENGE, { mfa_token: await firstStep(gateway, tenant), recovery_code });
    assert.equal((await use(typed)).status, 200);
    assert.equal((await use(code)).body.code, 'mfa_code_invalid');
    assert.equal((await tenant.api.get(MFA)).body.recovery_codes_left, 9);
    const parallel = await Promise.all(
      (await firstSteps(gateway, tenant, 8)).map((mfa_token) =>
        anyone.post(CHALLENGE, { mfa_token, recovery_code: tenant.codes[1] }),
      ),
    );
    assert.equal(parallel.filter(({ status }) => status === 200).length, 1);
    await mailTo(gateway.url, tenant.email, /recovery code was used/);
  });

  it('are stored as keyed hashes alone, and the secret sealed', async () => {
    const tenant = await enrolled(gateway);
    const rows = await gateway.sql<{ text: string }>(
      `select encode(hash, 'escape') as text from mfa_recovery_codes where user_id = $1
        union all select encode(sealed, 'escape') from mfa_totp where user_id = $1`,
      [tenant.userId],
    );
    assert.equal(rows.length, 11);
    const text = rows.map((row) => row.text).join('\n');
    for (const secret of [tenant.secret, ...tenant.codes, ...tenant.codes.map((code) => code.replaceAll('-', ''))])
      assert.ok(!text.includes(secret));
  });

  it('are renewed with a code, and the old ones end', async () => {
    const tenant = await enrolled(gateway);
    const wrong = await tenant.api.post(`${MFA}/recovery-codes`, { code: wrongCode(tenant.secret) });
    assert.equal(wrong.body.code, 'code_invalid');
    const { body } = await tenant.api.post<{ recovery_codes: string[] }>(`${MFA}/recovery-codes`, {
      code: appCode(tenant.secret),
    });
    assert.equal(body.recovery_codes.length, 10);
    const mfa_token = await firstStep(gateway, tenant);
    assert.equal((await anyone.post(CHALLENGE, { mfa_token, recovery_code: tenant.codes[3] })).status, 401);
    assert.equal((await anyone.post(CHALLENGE, { mfa_token, recovery_code: body.recovery_codes[3] })).status, 200);
  });

  it('are not part of an answer that is replayed', async () => {
    const tenant = await gateway.registerTenant();
    const { secret } = (await tenant.api.post<{ secret: string }>(`${MFA}/setup`)).body;
    const verify = (): Promise<Reply> =>
      tenant.api.post(
        `${MFA}/verify`,
        { code: appCode(secret, { at: begun }) },
        { 'idempotency-key': 'one-key-for-both' },
      );
    const begun = Date.now();
    assert.equal(((await verify()).body.recovery_codes as string[]).length, 10);
    const replay = await verify();
    assert.equal(replay.status, 200);
    assert.equal(replay.body.recovery_codes, undefined);
  });
});

describe('turning it off', () => {
  it('takes a code or a recovery code, nothing less', async () => {
    const tenant = await enrolled(gateway);
    assert.equal((await tenant.api.delete(MFA, {})).status, 400);
    assert.equal((await tenant.api.delete(MFA, { code: wrongCode(tenant.secret) })).body.code, 'code_invalid');
    assert.equal(
      (await tenant.api.delete(MFA, { code: appCode(tenant.secret, { steps: -1 }) })).body.code,
      'code_invalid',
    );
    assert.equal((await tenant.api.delete(MFA, { recovery_code: tenant.codes[0] })).status, 204);
    assert.equal((await tenant.api.get(MFA)).body.enabled, false);
    assert.equal((await tenant.api.delete(MFA, { code: appCode(tenant.secret) })).body.code, 'wrong_state');
    const reply = await anyone.post(LOGIN, { email: tenant.email, password: tenant.password });
    assert.ok(reply.body.access_token);
  });
});
