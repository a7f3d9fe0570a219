// What members say of themselves: name, language, time zone, picture, address and password, through HTTP and its mails.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { until } from '../../support/gateway-client.js';
import { testGateway, type Reply, type TestTenant } from '../../support/gateway.js';
import { codeIn, mailTo, tokenIn } from '../../support/mailbox.js';

const AUTH = '/api/v1/auth/client';
const PROFILE = '/api/v1/users/profile';
const NEW = 'a tree walks home at nine';
const gateway = await testGateway();
after(() => gateway.close());
const { url } = gateway;
const anyone = gateway.client();

interface Profile {
  id: string;
  providers: string[];
  name: string | null;
  email: string;
  email_verified: boolean;
  pending_email: string | null;
  avatar_url: string | null;
  locale: string | null;
  timezone: string | null;
  has_password: boolean;
  version: number;
}
const profileOf = async ({ api }: Pick<TestTenant, 'api'>): Promise<Profile> => (await api.get<Profile>(PROFILE)).body;
const put = async (tenant: TestTenant, changes: Record<string, unknown>): Promise<Reply<Profile & { code?: string }>> =>
  tenant.api.put(PROFILE, { ...changes, version: (await profileOf(tenant)).version });
const actions = async ({ api }: TestTenant): Promise<string[]> =>
  (await api.get<{ items: { action: string }[] }>('/api/v1/audit/query?limit=50')).body.items.map(
    ({ action }) => action,
  );
/** The session proves itself no more: its sign-in was a while ago. */
const growStale = () => gateway.sql('update console_sessions set fresh_until = null');

describe('a profile', () => {
  it('shows and takes name, language and time zone; what is absent stays', async () => {
    const tenant = await gateway.registerTenant({ name: 'Ada' });
    const first = await profileOf(tenant);
    assert.deepEqual(
      { ...first, id: '', email: '' },
      {
        id: '',
        name: 'Ada',
        email: '',
        email_verified: false,
        pending_email: null,
        avatar_url: null,
        locale: null,
        timezone: null,
        has_password: true,
        providers: [],
        version: 1,
      },
    );
    const { status, body } = await put(tenant, { name: 'Ada Okafor', locale: 'de-at', timezone: 'europe/vienna' });
    assert.equal(status, 200);
    assert.deepEqual(
      [body.name, body.locale, body.timezone, body.version],
      ['Ada Okafor', 'de-AT', 'Europe/Vienna', 2],
    );
    const cleared = await put(tenant, { timezone: null });
    assert.deepEqual([cleared.body.name, cleared.body.locale, cleared.body.timezone], ['Ada Okafor', 'de-AT', null]);
    const me = await tenant.api.get<{ user: Record<string, unknown> }>(`${AUTH}/me`);
    assert.deepEqual([me.body.user.name, me.body.user.locale], ['Ada Okafor', 'de-AT']);
    assert.ok((await actions(tenant)).includes('user.profile-updated'));
  });

  it('refuses languages and time zones that are none, and an old version', async () => {
    const tenant = await gateway.registerTenant();
    for (const [field, values] of Object.entries({
      locale: ['x', 'german', 'de_DE', '-'],
      timezone: ['Mars/Olympus', '+02:00', 'Europe', '../etc'],
    }))
      for (const value of values) {
        const { status, body } = await tenant.api.put(PROFILE, { [field]: value, version: 1 });
        assert.equal(status, 400, value);
        assert.equal((body.errors as { path: string }[])[0]?.path, field, value);
      }
    assert.equal((await tenant.api.put(PROFILE, { name: 'A', version: 1 })).status, 200);
    const late = await tenant.api.put<{ code: string; current: Profile }>(PROFILE, { name: 'B', version: 1 });
    assert.deepEqual([late.body.code, late.body.current.name, late.body.current.version], ['version_conflict', 'A', 2]);
  });

  it('decides the language and the clock of mails', async () => {
    const tenant = await gateway.registerTenant({ name: 'Ada' });
    await put(tenant, { locale: 'de-DE', timezone: 'Asia/Tokyo' });
    await anyone.post(`${AUTH}/login`, { email: tenant.email, password: tenant.password });
    const mail = await mailTo(url, tenant.email, /Neue Anmeldung/);
    assert.match(mail.text, /Guten Tag Ada,/);
    assert.match(mail.text, /Zeit: .* GMT\+9/);
  });
});

describe('a new address', () => {
  const ask = async (tenant: TestTenant) => {
    const email = `new-${tenant.email}`;
    const reply = await put(tenant, { email });
    return { email, reply };
  };

  it('is taken into use with the code mailed to it, and the old one is told twice', async () => {
    const tenant = await gateway.registerTenant();
    const { email, reply } = await ask(tenant);
    assert.deepEqual([reply.status, reply.body.email, reply.body.pending_email], [200, tenant.email, email]);
    const asked = await mailTo(url, tenant.email, /about to change/);
    assert.ok(asked.text.includes(email));
    const code = codeIn(await mailTo(url, email, /Confirm your new/));
    const wrong = await tenant.api.post(`${PROFILE}/email`, { code: code === '000000' ? '000001' : '000000' });
    assert.deepEqual([wrong.body.code, wrong.body.attempts_left], ['code_invalid', 4]);
    const done = await tenant.api.post<Profile>(`${PROFILE}/email`, { code });
    assert.deepEqual([done.body.email, done.body.email_verified, done.body.pending_email], [email, true, null]);
    await mailTo(url, tenant.email, /was changed/);
    assert.equal((await tenant.api.post(`${PROFILE}/email`, { code })).body.code, 'code_expired');
    assert.equal((await anyone.post(`${AUTH}/login`, { email, password: tenant.password })).status, 200);
    assert.equal((await anyone.post(`${AUTH}/login`, { email: tenant.email, password: tenant.password })).status, 401);
    assert.ok((await actions(tenant)).includes('user.email-changed'));
  });

  it('is taken back by the old one: it returns, and all sessions end', async () => {
    const tenant = await gateway.registerTenant();
    const { email } = await ask(tenant);
    await tenant.api.post(`${PROFILE}/email`, { code: codeIn(await mailTo(url, email, /Confirm your new/)) });
    const { id } = (await tenant.api.get<Profile>(PROFILE)).body;
    await gateway.sql(
      `insert into oauth_identities (provider, subject, user_id) values ('github', 'a stranger', '${id}')`,
    );
    const token = tokenIn(await mailTo(url, tenant.email, /was changed/), '/not-me');
    assert.equal((await anyone.post(`${AUTH}/sign-in/report`, { token })).status, 204);
    await until(async () => (await tenant.api.get(PROFILE)).status === 401, 1000);
    await mailTo(url, tenant.email, /is back/);
    const login = (password: string) => anyone.post(`${AUTH}/login`, { email: tenant.email, password });
    assert.equal((await login(tenant.password)).status, 401, 'who changed the address may know the password');
    await anyone.post(`${AUTH}/forgot-password`, { email: tenant.email });
    const reset = tokenIn(await mailTo(url, tenant.email, /Reset/), '/reset-password');
    assert.equal((await anyone.post(`${AUTH}/reset-password`, { token: reset, new_password: NEW })).status, 204);
    const back = await login(NEW);
    assert.equal(back.status, 200);
    const own = gateway.client({ token: String(back.body.access_token) });
    assert.deepEqual((await own.get<Profile>(PROFILE)).body.providers, [], 'whoever connected theirs is out');
    assert.equal((await anyone.post(`${AUTH}/sign-in/report`, { token })).body.code, 'code_expired');
  });

  it('can be taken back by the first address also after those in between were', async () => {
    const tenant = await gateway.registerTenant();
    const change = async (from: string, to: string) => {
      assert.equal((await put(tenant, { email: to })).status, 200);
      await tenant.api.post(`${PROFILE}/email`, { code: codeIn(await mailTo(url, to, /Confirm your new/)) });
      return tokenIn(await mailTo(url, from, /was changed/), '/not-me');
    };
    const [second, third] = [`second-${tenant.email}`, `third-${tenant.email}`];
    const owners = await change(tenant.email, second);
    await gateway.sql("update mailed_codes set issued_at = issued_at - interval '61 s' where purpose = 'change_email'");
    const thiefs = await change(second, third);
    const undo = (token: string) => anyone.post(`${AUTH}/sign-in/report`, { token });
    assert.equal((await undo(thiefs)).status, 204);
    assert.equal((await undo(owners)).status, 204);
    await mailTo(url, tenant.email, /is back/);
    await anyone.post(`${AUTH}/forgot-password`, { email: tenant.email });
    const reset = tokenIn(await mailTo(url, tenant.email, /Reset/), '/reset-password');
    assert.equal((await anyone.post(`${AUTH}/reset-password`, { token: reset, new_password: NEW })).status, 204);
    assert.equal((await anyone.post(`${AUTH}/login`, { email: tenant.email, password: NEW })).status, 200);
    assert.equal((await undo(thiefs)).body.code, 'code_expired');
  });

  it('is stopped by the old one before it is confirmed', async () => {
    const tenant = await gateway.registerTenant();
    const { email } = await ask(tenant);
    const code = codeIn(await mailTo(url, email, /Confirm your new/));
    const token = tokenIn(await mailTo(url, tenant.email, /about to change/), '/not-me');
    assert.equal((await anyone.post(`${AUTH}/sign-in/report`, { token })).status, 204);
    await anyone.post(`${AUTH}/forgot-password`, { email: tenant.email });
    const reset = tokenIn(await mailTo(url, tenant.email, /Reset/), '/reset-password');
    await anyone.post(`${AUTH}/reset-password`, { token: reset, new_password: NEW });
    const signed = await anyone.post(`${AUTH}/login`, { email: tenant.email, password: NEW });
    const again = gateway.client({ token: String(signed.body.access_token) });
    assert.equal((await again.post(`${PROFILE}/email`, { code })).body.code, 'code_expired');
    assert.equal((await again.get<Profile>(PROFILE)).body.pending_email, null);
  });

  it('needs a fresh proof, no owner yet, and a minute between two', async () => {
    const tenant = await gateway.registerTenant();
    const other = await gateway.registerTenant();
    assert.equal((await put(tenant, { email: other.email.toUpperCase() })).body.code, 'email_taken');
    const { reply } = await ask(tenant);
    assert.equal(reply.status, 200);
    const early = await put(tenant, { email: `third-${tenant.email}` });
    assert.deepEqual([early.status, early.body.code], [429, 'rate_limited']);
    assert.equal((await put(tenant, { email: tenant.email })).body.pending_email, null, 'given up');
    await growStale();
    await until(
      async () => (await put(tenant, { email: `third-${tenant.email}` })).body.code === 'step_up_required',
      2000,
    );
    assert.equal(
      (await put(tenant, { name: 'Ada', email: tenant.email })).status,
      200,
      'the same address is no change',
    );
  });

  it('goes to one of two who confirm it', async () => {
    const [a, b] = [await gateway.registerTenant(), await gateway.registerTenant()];
    const email = `wanted-${a.email}`;
    await put(a, { email });
    const first = await mailTo(url, email, /Confirm your new/);
    await put(b, { email });
    const second = await mailTo(url, email, /Confirm your new/, [first]);
    const replies = await Promise.all([
      a.api.post(`${PROFILE}/email`, { code: codeIn(first) }),
      b.api.post(`${PROFILE}/email`, { code: codeIn(second) }),
    ]);
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409]);
    assert.equal(replies.find(({ status }) => status === 409)?.body.code, 'email_taken');
  });
});

describe('the own password', () => {
  it('changes with the present one: other sessions end, this one stays, the owner is told', async () => {
    const tenant = await gateway.registerTenant({ company_name: 'Harborline Cargo' });
    const signed = await anyone.post(`${AUTH}/login`, { email: tenant.email, password: tenant.password });
    const other = gateway.client({ token: String(signed.body.access_token) });
    const change = (current_password: string | undefined, new_password: string) =>
      tenant.api.put(`${PROFILE}/password`, { current_password, new_password });
    assert.deepEqual(
      [(await change('wrong', NEW)).body.code, (await change(undefined, NEW)).body.code],
      ['password_wrong', 'password_wrong'],
    );
    const personal = await change(tenant.password, 'harborline-cargo');
    assert.equal((personal.body.errors as { code: string }[])[0]?.code, 'too_personal');
    assert.equal((await change(tenant.password, NEW)).status, 204);
    await until(async () => (await other.get(PROFILE)).status === 401, 1000);
    assert.equal((await tenant.api.get(PROFILE)).status, 200);
    await mailTo(url, tenant.email, /password was changed/);
    assert.equal((await anyone.post(`${AUTH}/login`, { email: tenant.email, password: NEW })).status, 200);
    assert.ok((await actions(tenant)).includes('account.password-changed'));
  });

  it('can not be guessed by a session: five wrong ones lock, and the owner is told', async () => {
    const tenant = await gateway.registerTenant();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        tenant.api.put(`${PROFILE}/password`, { current_password: `guess ${n}`, new_password: NEW }),
      ),
    );
    assert.equal(replies.filter(({ status }) => status === 403).length, 5);
    assert.equal(replies.filter(({ status }) => status === 423).length, 15);
    await mailTo(url, tenant.email, /locked/);
  });
});

describe('a picture', () => {
  const png = (width: number, height: number, more = 0): Buffer => {
    const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const size = Buffer.alloc(8);
    size.writeUInt32BE(width, 0);
    size.writeUInt32BE(height, 4);
    return Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), Buffer.alloc(4 + more)]);
  };
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffd9', 'hex');
  const webp = Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBPVP8X', 'latin1'),
    Buffer.from('0a000000000000000f00000f0000', 'hex'),
  ]);
  const set = (tenant: TestTenant, data: Buffer | string) =>
    tenant.api.put<Profile & { code?: string }>(`${PROFILE}/avatar`, {
      data: typeof data === 'string' ? data : data.toString('base64'),
    });

  it('is served to anybody who knows its address, as what it is and nothing else', async () => {
    const tenant = await gateway.registerTenant();
    for (const [type, data] of [
      ['image/png', png(64, 64)],
      ['image/jpeg', jpeg],
      ['image/webp', webp],
    ] as const) {
      const { status, body } = await set(tenant, data);
      assert.equal(status, 200, type);
      assert.match(String(body.avatar_url), /^\/avatars\/[\w-]{22}$/);
      const answer = await fetch(`${url}${body.avatar_url}`);
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), data);
      assert.equal(answer.headers.get('content-type'), type);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    }
    const { avatar_url: last } = await profileOf(tenant);
    assert.equal((await tenant.api.delete(`${PROFILE}/avatar`)).body.avatar_url, null);
    for (const path of [String(last), '/avatars/x', `/avatars/${'a'.repeat(22)}`, '/avatars/..%2f..%2fetc%2fpasswd'])
      assert.equal((await fetch(`${url}${path}`)).status, 404, path);
    const rows = await gateway.sql('select 1 from avatars');
    assert.equal(rows.length, 0, 'pictures that were replaced are gone');
  });

  it('is refused where it is none, too heavy or too large', async () => {
    const tenant = await gateway.registerTenant();
    const cases: [string, Buffer | string][] = [
      ['unsupported_media_type', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
      ['unsupported_media_type', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
      ['unsupported_media_type', Buffer.from('GIF89a0000000000000000000000000000000000')],
      ['unsupported_media_type', Buffer.from('<html>')],
      ['unsupported_media_type', png(64, 64).subarray(0, 20)],
      ['unsupported_media_type', png(0, 64)],
      ['unsupported_media_type', 'data:image/png;base64,AAAA'],
      ['payload_too_large', png(64, 64, 131_072)],
      ['payload_too_large', png(30_000, 30_000)],
    ];
    for (const [code, data] of cases)
      assert.equal((await set(tenant, data)).body.code, code, String(data).slice(0, 30));
    assert.equal((await set(tenant, 'A'.repeat(180_001))).body.code, 'invalid_request');
  });
});
