import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { appCode } from '../../support/authenticator-app.js';
import { cookieOf, httpClient, testGateway, type Reply, type TestClient } from '../../support/gateway.js';
import { SoftPasskey, type Quirks } from '../../support/passkey.js';

const AUTH = '/api/v1/auth/client';
const MFA = '/v1/admin/mfa';
type Options = Record<string, unknown>;

const gateway = await testGateway();
after(() => gateway.close());
// The same process under its name: passkeys exist at names only.
const url = gateway.url.replace('127.0.0.1', 'localhost');
const anyone = httpClient(url);

interface Owner {
  email: string;
  password: string;
  id: string;
  api: TestClient;
}

async function owner(): Promise<Owner> {
  const { email, password, token, userId } = await gateway.registerTenant();
  return { email, password, id: userId, api: httpClient(url, { token }) };
}

async function add(
  api: TestClient,
  name: string,
  quirks: Quirks = {},
): Promise<{ passkey: SoftPasskey; reply: Reply }> {
  const { body } = await api.post<{ options: Options }>(`${MFA}/passkeys/options`);
  const { passkey, response } = SoftPasskey.make(body.options, url, quirks);
  return { passkey, reply: await api.post(`${MFA}/passkeys`, { name, response }) };
}

async function signIn(passkey: SoftPasskey, quirks: Quirks = {}): Promise<Reply> {
  const { body } = await anyone.post<{ request_id: string; options: Options }>(`${AUTH}/passkey/options`);
  return anyone.post(`${AUTH}/passkey`, { request_id: body.request_id, response: passkey.use(body.options, quirks) });
}

async function firstStep({ email, password }: Owner): Promise<{ mfa_token: string; methods: string[] }> {
  const { body } = await anyone.post<{ mfa_token: string; methods: string[] }>(`${AUTH}/login`, { email, password });
  return body;
}

async function secondStep(member: Owner, passkey: SoftPasskey, quirks: Quirks = {}): Promise<Reply> {
  const { mfa_token } = await firstStep(member);
  const { body } = await anyone.post<{ options: Options }>('/v1/mfa/challenge/passkey', { mfa_token });
  return anyone.post('/v1/mfa/challenge', { mfa_token, passkey: passkey.use(body.options, quirks) });
}

describe('a passkey', () => {
  it('is added, listed, renamed, used and removed', async () => {
    const member = await owner();
    const { passkey, reply } = await add(member.api, 'Laptop');
    assert.equal(reply.status, 201, JSON.stringify(reply.body));
    assert.equal(reply.body.name, 'Laptop');
    assert.equal(reply.body.last_used_at, null);
    assert.equal((reply.body.recovery_codes as string[]).length, 10, 'with the first factor come recovery codes');
    const id = String(reply.body.id);
    const second = await add(member.api, 'Phone');
    assert.equal(second.reply.body.recovery_codes, undefined);

    assert.equal((await member.api.patch(`${MFA}/passkeys/${id}`, { name: 'Work laptop' })).body.name, 'Work laptop');
    assert.equal((await signIn(passkey)).status, 200);
    const state = (await member.api.get<{ passkeys: Record<string, unknown>[]; passkey_host: string }>(MFA)).body;
    assert.equal(state.passkey_host, 'localhost');
    assert.deepEqual(
      state.passkeys.map(({ name }) => name),
      ['Work laptop', 'Phone'],
    );
    assert.ok(state.passkeys[0]?.last_used_at);

    assert.equal((await member.api.delete(`${MFA}/passkeys/${id}`)).status, 204);
    const gone = await signIn(passkey);
    assert.equal(gone.status, 400);
    assert.equal(gone.body.code, 'passkey_invalid');
    assert.equal((await member.api.delete(`${MFA}/passkeys/${id}`)).status, 404);
    assert.equal((await signIn(second.passkey)).status, 200);
  });

  it('signs in alone, with a session and its cookie', async () => {
    const member = await owner();
    const { passkey } = await add(member.api, 'Key');
    const reply = await signIn(passkey);
    assert.equal(reply.status, 200, JSON.stringify(reply.body));
    assert.equal((reply.body.user as { id: string }).id, member.id);
    assert.ok(cookieOf(reply));
  });

  it('is asked for after the password, and is enough then without checking the person', async () => {
    const member = await owner();
    const { passkey } = await add(member.api, 'Key');
    const { methods } = await firstStep(member);
    assert.deepEqual(methods, ['passkey', 'recovery_code']);
    const reply = await secondStep(member, passkey, { verified: false, userHandle: undefined });
    assert.equal(reply.status, 200, JSON.stringify(reply.body));
  });

  it('serves the recovery code as the way round it', async () => {
    const member = await owner();
    const { reply } = await add(member.api, 'Key');
    const [recovery_code] = reply.body.recovery_codes as string[];
    const { mfa_token } = await firstStep(member);
    assert.equal((await anyone.post('/v1/mfa/challenge', { mfa_token, recovery_code })).status, 200);
  });
});

describe('a passkey is refused', async () => {
  const member = await owner();
  const { passkey } = await add(member.api, 'Key');
  const CASES: Record<string, Quirks> = {
    'made for another page': { origin: 'https://console.example.com' },
    'from another port': { origin: 'http://localhost:1' },
    'under the number of the same machine': { origin: gateway.url },
    'bound to another host': { rpId: 'example.com' },
    'that answers another challenge': { challenge: 'QUJDREVGR0hJSktMTU5PUA' },
    'signed by another key': { forged: true },
  };
  for (const [name, quirks] of Object.entries(CASES)) {
    it(name, async () => {
      for (const reply of [await signIn(passkey, quirks), await secondStep(member, passkey, quirks)]) {
        assert.equal(reply.status, 400);
        assert.equal(reply.body.code, 'passkey_invalid');
        assert.equal(reply.headers.getSetCookie().length, 0);
      }
    });
    // Without attestation nothing is signed when a passkey is made.
    if (quirks.forged) continue;
    it(`${name}, also when it is made`, async () => {
      const { reply } = await add(member.api, 'Other', quirks);
      assert.equal(reply.body.code, 'passkey_invalid');
    });
  }

  it('in another shape than browsers give', async () => {
    for (const part of [{ transports: 'usb' }, { attestationObject: 1 }, { clientDataJSON: undefined }, null]) {
      const { body } = await member.api.post<{ options: Options }>(`${MFA}/passkeys/options`);
      const { response } = SoftPasskey.make(body.options, url);
      const shape = { ...response, response: part && { ...(response.response as object), ...part } };
      const reply = await member.api.post(`${MFA}/passkeys`, { name: 'Other', response: shape });
      assert.equal(reply.body.code, 'passkey_invalid', JSON.stringify(part));
    }
    const { body } = await anyone.post<{ request_id: string; options: Options }>(`${AUTH}/passkey/options`);
    const response = { ...passkey.use(body.options), response: 'none' };
    const reply = await anyone.post(`${AUTH}/passkey`, { request_id: body.request_id, response });
    assert.equal(reply.body.code, 'passkey_invalid');
  });

  it('that did not check the person, where it stands alone', async () => {
    assert.equal((await signIn(passkey, { verified: false })).body.code, 'passkey_invalid');
  });

  it('that names another member, or none where it stands alone', async () => {
    for (const userHandle of [Buffer.from('usr_somebody').toString('base64url'), undefined])
      assert.equal((await signIn(passkey, { userHandle })).body.code, 'passkey_invalid');
  });

  it('whose counter does not rise: it was copied', async () => {
    assert.equal((await signIn(passkey, { counter: 50 })).status, 200);
    for (const counter of [50, 49, 1]) assert.equal((await signIn(passkey, { counter })).body.code, 'passkey_invalid');
    assert.equal((await signIn(passkey, { counter: 51 })).status, 200);
  });

  it('whose challenge was answered before, rightly or not', async () => {
    const { body } = await anyone.post<{ request_id: string; options: Options }>(`${AUTH}/passkey/options`);
    const { request_id } = body;
    const wrong = await anyone.post(`${AUTH}/passkey`, {
      request_id,
      response: passkey.use(body.options, { forged: true }),
    });
    assert.equal(wrong.body.code, 'passkey_invalid');
    const right = await anyone.post(`${AUTH}/passkey`, { request_id, response: passkey.use(body.options) });
    assert.equal(right.body.code, 'passkey_invalid');
    const next = await anyone.post<{ request_id: string; options: Options }>(`${AUTH}/passkey/options`);
    const answer = { request_id: next.body.request_id, response: passkey.use(next.body.options) };
    const replies = await Promise.all(Array.from({ length: 8 }, () => anyone.post(`${AUTH}/passkey`, answer)));
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, ...Array<number>(7).fill(400)]);
  });

  it('whose challenge is too old', async () => {
    const { body } = await anyone.post<{ request_id: string; options: Options }>(`${AUTH}/passkey/options`);
    await gateway.sql("update passkey_challenges set expires_at = now() - interval '1 second' where owner = $1", [
      body.request_id,
    ]);
    const reply = await anyone.post(`${AUTH}/passkey`, {
      request_id: body.request_id,
      response: passkey.use(body.options),
    });
    assert.equal(reply.body.code, 'passkey_invalid');
  });

  it('that was made for one purpose, for another', async () => {
    const { mfa_token } = await firstStep(member);
    const { body } = await anyone.post<{ options: Options }>('/v1/mfa/challenge/passkey', { mfa_token });
    const alone = await anyone.post<{ request_id: string }>(`${AUTH}/passkey/options`);
    const reply = await anyone.post(`${AUTH}/passkey`, {
      request_id: alone.body.request_id,
      response: passkey.use(body.options),
    });
    assert.equal(reply.body.code, 'passkey_invalid');
  });

  it('of another member', async () => {
    const other = await owner();
    await add(other.api, 'Key');
    assert.equal((await secondStep(other, passkey)).body.code, 'passkey_invalid');
  });

  it('that is no passkey at all', async () => {
    for (const response of [
      {},
      { id: passkey.id },
      { id: passkey.id, response: { clientDataJSON: 7 } },
      { id: ['x'] },
    ]) {
      const { body } = await anyone.post<{ request_id: string }>(`${AUTH}/passkey/options`);
      const reply = await anyone.post(`${AUTH}/passkey`, { request_id: body.request_id, response });
      assert.equal(reply.status, 400, JSON.stringify(reply.body));
      assert.equal((await member.api.post(`${MFA}/passkeys`, { name: 'x', response })).body.code, 'passkey_invalid');
    }
  });

  it('from another site', async () => {
    const { body } = await anyone.post<{ request_id: string; options: Options }>(`${AUTH}/passkey/options`);
    const reply = await anyone.post(
      `${AUTH}/passkey`,
      { request_id: body.request_id, response: passkey.use(body.options) },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    assert.equal(reply.body.code, 'cross_site_request');
  });
});

describe('at an IP address', () => {
  it('there are no passkeys, and a member who has one signs in with a recovery code', async () => {
    const member = await owner();
    const { reply } = await add(member.api, 'Key');
    const [recovery_code] = reply.body.recovery_codes as string[];
    const numbers = gateway.client();
    assert.equal((await numbers.post(`${AUTH}/passkey/options`)).body.code, 'passkeys_unavailable');
    const { email, password } = member;
    const first = await numbers.post(`${AUTH}/login`, { email, password });
    assert.deepEqual(first.body.methods, ['recovery_code']);
    const done = await numbers.post('/v1/mfa/challenge', { mfa_token: first.body.mfa_token, recovery_code });
    const api = gateway.client({ token: String(done.body.access_token) });
    assert.equal((await api.get(MFA)).body.passkey_host, null);
    assert.equal((await api.post(`${MFA}/passkeys/options`)).body.code, 'passkeys_unavailable');
  });

  it('and at https names there are', async () => {
    const secure = await gateway.sibling({ PUBLIC_URL: 'https://console.example.com' });
    const plain = await gateway.sibling({ PUBLIC_URL: 'http://console.example.com' });
    const reply = await secure.client().post<{ options: Options }>(`${AUTH}/passkey/options`);
    const refused = await plain.client().post(`${AUTH}/passkey/options`);
    await Promise.all([secure.close(), plain.close()]);
    assert.equal(reply.body.options.rpId, 'console.example.com');
    assert.equal(refused.body.code, 'passkeys_unavailable');
  });
});

describe('both factors', () => {
  it('count each, and the recovery codes go with the last', async () => {
    const member = await owner();
    const { secret } = (await member.api.post<{ secret: string }>(`${MFA}/setup`)).body;
    await member.api.post(`${MFA}/verify`, { code: appCode(secret, { steps: -1 }) });
    const { reply } = await add(member.api, 'Key');
    assert.equal(reply.body.recovery_codes, undefined);
    assert.deepEqual((await firstStep(member)).methods, ['totp', 'passkey', 'recovery_code']);
    assert.equal((await member.api.delete(MFA, { code: appCode(secret) })).status, 204);
    assert.equal((await member.api.get(MFA)).body.recovery_codes_left, 10);
    assert.deepEqual((await firstStep(member)).methods, ['passkey', 'recovery_code']);
    assert.equal((await member.api.delete(`${MFA}/passkeys/${String(reply.body.id)}`)).status, 204);
    assert.equal((await member.api.get(MFA)).body.recovery_codes_left, 0);
    assert.ok(
      (await anyone.post(`${AUTH}/login`, { email: member.email, password: member.password })).body.access_token,
    );
  });
});
