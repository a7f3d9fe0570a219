// Proving an address, forgotten passwords, lock-outs, new devices: each flow through HTTP and its mails.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { until } from '../../support/gateway-client.js';
import { cookieOf, testGateway, type Reply } from '../../support/gateway.js';
import { codeIn, keptMail, mailTo, tokenIn } from '../../support/mailbox.js';

const AUTH = '/api/v1/auth/client';
const NEW = 'a tree walks home at nine';
const gateway = await testGateway();
const sibling = await gateway.sibling();
after(async () => {
  await sibling.close();
  await gateway.close();
});
const { url } = gateway;
const anyone = gateway.client();
const SUBJECT = { verify: /Confirm your e-mail/, reset: /Reset your password/, changed: /password was changed/ };

const wrongCode = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const fieldCodes = ({ body }: Reply): unknown =>
  (body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
const login = (email: string, password: string, headers: Record<string, string> = {}) =>
  anyone.post(`${AUTH}/login`, { email, password }, headers);
/** Lets a mailed code or its pause grow older. */
const age = (seconds: number) =>
  gateway.sql(
    `update mailed_codes set issued_at = issued_at - make_interval(secs => ${seconds}), expires_at = expires_at - make_interval(secs => ${seconds})`,
  );
async function forgot(email: string): Promise<{ code: string; token: string }> {
  const before = await keptMail(url);
  assert.equal((await anyone.post(`${AUTH}/forgot-password`, { email })).status, 202);
  const mail = await mailTo(url, email, SUBJECT.reset, before);
  return { code: codeIn(mail), token: tokenIn(mail, '/reset-password') };
}

describe('the address of a new account', () => {
  it('is proven by the mailed code, once', async () => {
    const tenant = await gateway.registerTenant();
    const me = async () => (await tenant.api.get(`${AUTH}/me`)).body.email_verified;
    assert.equal(await me(), false);
    const code = codeIn(await mailTo(url, tenant.email, SUBJECT.verify));
    const wrong = await tenant.api.post(`${AUTH}/verify-email`, { code: wrongCode(code) });
    assert.equal(wrong.status, 400);
    assert.deepEqual([wrong.body.code, wrong.body.attempts_left], ['code_invalid', 4]);
    assert.equal(
      (await tenant.api.post(`${AUTH}/verify-email`, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).status,
      204,
    );
    assert.equal(await me(), true);
    const again = await tenant.api.post(`${AUTH}/verify-email`, { code });
    assert.equal(again.body.code, 'code_expired');
    const { body } = await tenant.api.get<{ items: { action: string }[] }>(
      '/api/v1/audit/query?action=user.email-verified',
    );
    assert.equal(body.items.length, 1);
  });

  it('gets a new code once a minute; the old one ends', async () => {
    const tenant = await gateway.registerTenant();
    const first = await mailTo(url, tenant.email, SUBJECT.verify);
    const early = await tenant.api.post(`${AUTH}/verify-email/resend`);
    assert.equal(early.status, 429);
    assert.ok(Number(early.headers.get('retry-after')) > 50);
    await age(61);
    assert.equal((await tenant.api.post(`${AUTH}/verify-email/resend`)).status, 202);
    const second = codeIn(await mailTo(url, tenant.email, SUBJECT.verify, [first]));
    if (second !== codeIn(first))
      assert.equal((await tenant.api.post(`${AUTH}/verify-email`, { code: codeIn(first) })).body.code, 'code_invalid');
    assert.equal((await tenant.api.post(`${AUTH}/verify-email`, { code: second })).status, 204);
    assert.equal((await tenant.api.post(`${AUTH}/verify-email/resend`)).status, 202, 'nothing left to prove');
  });

  it('is mailed ten times a day; after that the last one stays, and the answer says when there is another', async () => {
    const tenant = await gateway.registerTenant();
    const resend = () => tenant.api.post(`${AUTH}/verify-email/resend`);
    const seen = [await mailTo(url, tenant.email, SUBJECT.verify)];
    for (let n = 2; n <= 10; n += 1) {
      await age(61);
      assert.equal((await resend()).status, 202, `code ${n}`);
      seen.push(await mailTo(url, tenant.email, SUBJECT.verify, seen));
    }
    await age(61);
    const over = await resend();
    assert.deepEqual([over.status, over.body.code], [429, 'rate_limited']);
    const wait = Number(over.headers.get('retry-after'));
    assert.ok(wait > 86_300 && wait <= 86_401, `${wait}`);
    const last = codeIn(seen.at(-1) ?? assert.fail());
    assert.equal((await tenant.api.post(`${AUTH}/verify-email`, { code: wrongCode(last) })).body.attempts_left, 4);
    await gateway.sql("update mailed_codes set window_start = window_start - interval '86401 seconds'");
    assert.equal((await resend()).status, 202);
    const next = codeIn(await mailTo(url, tenant.email, SUBJECT.verify, seen));
    assert.equal((await tenant.api.post(`${AUTH}/verify-email`, { code: next })).status, 204);
  });

  it('holds five guesses, also of fifty at once, and ten minutes', async () => {
    const tenant = await gateway.registerTenant();
    const code = codeIn(await mailTo(url, tenant.email, SUBJECT.verify));
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, n) => tenant.api.post(`${AUTH}/verify-email`, { code: wrongCode(code, n + 1) })),
    );
    const judged = replies.filter(({ body }) => Number(body.attempts_left) > 0).length;
    assert.equal(judged, 4, 'the fifth says that none is left');
    const late = await tenant.api.post(`${AUTH}/verify-email`, { code });
    assert.deepEqual([late.body.code, late.body.attempts_left], ['code_invalid', 0]);
    const other = await gateway.registerTenant();
    const old = codeIn(await mailTo(url, other.email, SUBJECT.verify));
    await age(601);
    assert.equal((await other.api.post(`${AUTH}/verify-email`, { code: old })).body.code, 'code_expired');
    assert.equal((await other.api.post(`${AUTH}/verify-email`, { code: '12345' })).body.code, 'invalid_request');
  });

  it('belongs to one member: the code of another does not fit', async () => {
    const [a, b] = [await gateway.registerTenant(), await gateway.registerTenant()];
    const code = codeIn(await mailTo(url, a.email, SUBJECT.verify));
    if (code !== codeIn(await mailTo(url, b.email, SUBJECT.verify)))
      assert.equal((await b.api.post(`${AUTH}/verify-email`, { code })).body.code, 'code_invalid');
  });
});

describe('a forgotten password', () => {
  it('leaves no session to the old one, also to sign-ins that were under way', async () => {
    for (let round = 0; round < 8; round += 1) {
      const tenant = await gateway.registerTenant();
      const { token } = await forgot(tenant.email);
      const reset = anyone.post(`${AUTH}/reset-password`, { token, new_password: NEW });
      const logins = await Promise.all(Array.from({ length: 4 }, () => login(tenant.email, tenant.password)));
      assert.equal((await reset).status, 204);
      for (const { status, body } of logins) {
        if (status !== 200) continue;
        const late = gateway.client({ token: String(body.access_token) });
        await until(async () => (await late.get(`${AUTH}/me`)).status === 401, 1000);
      }
    }
  });

  it('is set anew by the link: all sessions end on every process, the owner is told', async () => {
    const tenant = await gateway.registerTenant();
    const other = await login(tenant.email, tenant.password);
    const elsewhere = sibling.client({ token: String(other.body.access_token) });
    assert.equal((await elsewhere.get(`${AUTH}/me`)).status, 200);
    const { code, token } = await forgot(tenant.email);
    assert.equal((await anyone.post(`${AUTH}/reset-password`, { token, new_password: NEW })).status, 204);
    const ended = Date.now();
    await until(async () => (await elsewhere.get(`${AUTH}/me`)).status === 401, 1000);
    await until(async () => (await tenant.api.get(`${AUTH}/me`)).status === 401, 1000);
    assert.ok(Date.now() - ended < 1000);
    const refreshed = await anyone.post(`${AUTH}/refresh`, undefined, {
      cookie: cookieOf(other),
      'sec-fetch-site': 'same-origin',
    });
    assert.equal(refreshed.status, 401);
    assert.equal((await login(tenant.email, tenant.password)).status, 401);
    const signed = await login(tenant.email, NEW);
    assert.equal(signed.status, 200);
    assert.equal((signed.body.user as { email_verified: boolean }).email_verified, true, 'the mail proved the address');
    await mailTo(url, tenant.email, SUBJECT.changed);
    for (const proof of [{ token }, { email: tenant.email, code }])
      assert.equal(
        (await anyone.post(`${AUTH}/reset-password`, { ...proof, new_password: 'another tree at noon' })).body.code,
        'code_expired',
        'code and link are one',
      );
  });

  it('is set anew by the code, whatever the case of the address', async () => {
    const tenant = await gateway.registerTenant();
    const { code } = await forgot(tenant.email);
    const wrong = await anyone.post(`${AUTH}/reset-password`, {
      email: tenant.email,
      code: wrongCode(code),
      new_password: NEW,
    });
    assert.deepEqual([wrong.body.code, wrong.body.attempts_left], ['code_invalid', 4]);
    const right = { email: tenant.email.toUpperCase(), code, new_password: NEW };
    assert.equal((await anyone.post(`${AUTH}/reset-password`, right)).status, 204);
    assert.equal((await login(tenant.email, NEW)).status, 200);
  });

  it('refuses passwords that are guessed first, and keeps the code of use', async () => {
    const tenant = await gateway.registerTenant({ company_name: 'Harborline Cargo', name: 'Wren Adeyemi' });
    const { code } = await forgot(tenant.email);
    const set = (new_password: string) =>
      anyone.post(`${AUTH}/reset-password`, { email: tenant.email, code, new_password });
    assert.deepEqual(fieldCodes(await set('Password1!')), ['new_password too_common']);
    for (const password of [
      'Harborline 2026',
      'wren.adeyemi',
      'CAAS-Console',
      tenant.email,
      'harborlinecargo',
      'Wren.2026!',
      'Adeyemi-12',
      'H-a-r-b-o-r-l-i-n-e',
    ])
      assert.deepEqual(fieldCodes(await set(password)), ['new_password too_personal'], password);
    assert.deepEqual(fieldCodes(await set('short')), ['new_password too_short']);
    assert.equal((await set(NEW)).status, 204);
  });

  it('answers alike for addresses nobody has', async () => {
    const nobody = 'nobody-at-all@example.com';
    assert.equal((await anyone.post(`${AUTH}/forgot-password`, { email: nobody })).status, 202);
    const left = [];
    for (let n = 0; n < 6; n += 1) {
      const { status, body } = await anyone.post(`${AUTH}/reset-password`, {
        email: nobody,
        code: '123456',
        new_password: NEW,
      });
      assert.equal(status, 400);
      left.push(body.attempts_left);
    }
    assert.deepEqual(left, [4, 3, 2, 1, 0, 0]);
    const unasked = await anyone.post(`${AUTH}/reset-password`, {
      email: 'never-asked@example.com',
      code: '123456',
      new_password: NEW,
    });
    assert.equal(unasked.body.code, 'code_expired');
    assert.ok((await keptMail(url)).every(({ to }) => to !== nobody));
  });

  it('mails once a minute, and the newest mail replaces the one before', async () => {
    const tenant = await gateway.registerTenant();
    const first = await forgot(tenant.email);
    const count = async () =>
      (await keptMail(url)).filter(({ to, subject }) => to === tenant.email && SUBJECT.reset.test(subject)).length;
    assert.equal((await anyone.post(`${AUTH}/forgot-password`, { email: tenant.email })).status, 202);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await count(), 1);
    await age(61);
    const second = await forgot(tenant.email);
    assert.equal(
      (await anyone.post(`${AUTH}/reset-password`, { token: first.token, new_password: NEW })).body.code,
      'code_expired',
    );
    await age(601);
    assert.equal(
      (await anyone.post(`${AUTH}/reset-password`, { token: second.token, new_password: NEW })).body.code,
      'code_expired',
    );
  });

  it('holds five guesses of fifty at once, and one of many at once wins', async () => {
    const tenant = await gateway.registerTenant();
    const { code, token } = await forgot(tenant.email);
    const guesses = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        anyone.post(`${AUTH}/reset-password`, { email: tenant.email, code: wrongCode(code, n + 1), new_password: NEW }),
      ),
    );
    assert.equal(guesses.filter(({ body }) => Number(body.attempts_left) > 0).length, 4);
    const used = await anyone.post(`${AUTH}/reset-password`, { email: tenant.email, code, new_password: NEW });
    assert.equal(used.body.code, 'code_invalid', 'the right one comes too late');
    const race = await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        anyone.post(`${AUTH}/reset-password`, { token, new_password: `${NEW} ${n}` }),
      ),
    );
    assert.deepEqual(race.map(({ status }) => status).sort(), [204, 400, 400, 400, 400]);
  });

  it('takes as long for addresses nobody has', async () => {
    const tenant = await gateway.registerTenant();
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let n = 0; n < 40; n += 1)
      for (const [kind, email] of [
        ['known', tenant.email],
        ['unknown', `nobody-${n % 2}@example.com`],
      ] as const) {
        const begin = performance.now();
        await anyone.post(`${AUTH}/forgot-password`, { email });
        times[kind]?.push(performance.now() - begin);
      }
    const median = (list: number[] = []): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const apart = Math.abs(median(times.known) - median(times.unknown));
    assert.ok(apart < 15, `${apart} ms apart`);
  });

  it('takes nothing from other sites', async () => {
    for (const path of ['forgot-password', 'reset-password', 'sign-in/report']) {
      const body = {
        'forgot-password': { email: 'a@example.com' },
        'reset-password': { token: 'x'.repeat(43), new_password: NEW },
        'sign-in/report': { token: 'x'.repeat(43) },
      }[path];
      const reply = await anyone.post(`${AUTH}/${path}`, body, {
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.example',
      });
      assert.equal(reply.body.code, 'cross_site_request', path);
    }
  });
});

describe('five wrong passwords', () => {
  it('lock the account, judge no more of forty at once, tell the owner once, and a reset unlocks', async () => {
    const tenant = await gateway.registerTenant();
    const replies = await Promise.all(Array.from({ length: 40 }, (_, n) => login(tenant.email, `wrong guess ${n}`)));
    assert.equal(replies.filter(({ status }) => status === 401).length, 5);
    const locked = replies.find(({ status }) => status === 423);
    assert.ok(Number(locked?.headers.get('retry-after')) > 800);
    const right = await sibling.client().post(`${AUTH}/login`, { email: tenant.email, password: tenant.password });
    assert.equal(right.status, 423, 'on every process');
    const mail = await mailTo(url, tenant.email, /locked/);
    assert.match(mail.text, /\/forgot-password$/m);
    assert.equal(
      (await keptMail(url)).filter(({ to, subject }) => to === tenant.email && /locked/.test(subject)).length,
      1,
    );
    const { token } = await forgot(tenant.email);
    assert.equal((await anyone.post(`${AUTH}/reset-password`, { token, new_password: NEW })).status, 204);
    assert.equal((await login(tenant.email, NEW)).status, 200);
  });

  it('of one client lock fewer than ten accounts a minute', async () => {
    const strict = await gateway.sibling({ RATE_LIMIT_SCALE: '1' });
    let judged = 0;
    for (let n = 0; n < 60; n += 1)
      if (
        (
          await strict
            .client()
            .post(`${AUTH}/login`, { email: `victim-${Math.floor(n / 5)}@example.com`, password: 'x' })
        ).status === 401
      )
        judged += 1;
    await strict.close();
    assert.ok(judged * 2 < 50, `${judged} at once, and as many within the minute`);
  });
});

describe('a sign-in', () => {
  const deviceOf = (reply: Reply): string =>
    reply.headers
      .getSetCookie()
      .find((line) => line.startsWith('caas_device='))
      ?.split(';', 1)[0] ?? '';

  it('from a browser not seen before is told of, and "this was not me" ends it at once', async () => {
    const tenant = await gateway.registerTenant();
    const first = await mailTo(url, tenant.email, SUBJECT.verify);
    const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0';
    const stranger = await login(tenant.email, tenant.password, { 'user-agent': firefox });
    const mail = await mailTo(url, tenant.email, /New sign-in/);
    assert.match(mail.text, /Firefox on Windows/);
    const session = sibling.client({ token: String(stranger.body.access_token) });
    assert.equal((await session.get(`${AUTH}/me`)).status, 200);

    const again = await login(tenant.email, tenant.password, { cookie: deviceOf(stranger) });
    assert.equal(again.status, 200);
    assert.equal(deviceOf(again), deviceOf(stranger), 'the browser keeps its name');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal((await keptMail(url)).filter(({ to }) => to === tenant.email).length, 2, first.subject);

    const token = tokenIn(mail, '/not-me');
    assert.equal((await anyone.post(`${AUTH}/sign-in/report`, { token })).status, 204);
    await until(async () => (await session.get(`${AUTH}/me`)).status === 401, 1000);
    assert.equal((await tenant.api.get(`${AUTH}/me`)).status, 200, 'other sessions go on');
    assert.equal((await anyone.post(`${AUTH}/sign-in/report`, { token })).status, 204, 'a second press is no error');
    const { body } = await tenant.api.get<{ items: unknown[] }>('/api/v1/audit/query?action=session.reported');
    assert.equal(body.items.length, 1);
    await login(tenant.email, tenant.password, { cookie: deviceOf(stranger) });
    await mailTo(url, tenant.email, /New sign-in/, [mail]);
    assert.equal((await anyone.post(`${AUTH}/sign-in/report`, { token: 'x'.repeat(43) })).body.code, 'code_expired');
  });

  it('keeps the cookie of the browser out of reach for scripts, and a forged one gets another', async () => {
    const tenant = await gateway.registerTenant();
    const reply = await login(tenant.email, tenant.password, { cookie: 'caas_device=short' });
    const line = reply.headers.getSetCookie().find((one) => one.startsWith('caas_device=')) ?? '';
    assert.match(line, /^caas_device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});
