import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { appCode } from '../../support/authenticator-app.js';
import { until } from '../../support/gateway-client.js';
import { testGateway, type Reply, type TestTenant } from '../../support/gateway.js';
import { mailTo } from '../../support/mailbox.js';
import { Browser, startGitHub, startOpenId, type GitHubPerson } from '../../support/oauth-providers.js';
import { enrolled, goStale, type Enrolled } from '../../support/two-factor.js';

const OAUTH = '/api/v1/auth/client/oauth';
let octo: GitHubPerson = { id: 1, emails: [] };
const google = await startOpenId();
after(() => google.close());
const github = await startGitHub(() => octo);
after(() => github.close());
const gateway = await testGateway({
  OAUTH_GOOGLE_CLIENT_ID: 'console',
  OAUTH_GOOGLE_CLIENT_SECRET: 'secret-of-the-console',
  OAUTH_GOOGLE_ISSUER: google.url,
  OAUTH_GITHUB_CLIENT_ID: 'console',
  OAUTH_GITHUB_CLIENT_SECRET: 'secret-of-the-console',
  OAUTH_GITHUB_BASE_URL: github.url,
});
after(() => gateway.close());

interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean;
}
type Provider = 'google' | 'github';

const isCallback = (address: string): boolean => new URL(address).pathname.endsWith('/callback');
const subject = (): string => randomBytes(6).toString('hex');

/** Goes to the provider, where `person` is signed in; ends at the way back, which is not taken yet. */
async function toProvider(
  browser: Browser,
  start: string,
  person: Person,
  spoil?: (url: URL) => void,
): Promise<string> {
  const { next } = await browser.open(start);
  assert.ok(next);
  const url = new URL(next);
  url.searchParams.set('login_hint', JSON.stringify(person));
  if (url.origin === github.url)
    octo = {
      id: Number.parseInt(person.sub, 16),
      emails: person.email ? [{ email: person.email, primary: true, verified: person.email_verified ?? false }] : [],
    };
  spoil?.(url);
  return browser.follow(url.href, isCallback);
}

interface Came {
  /** Path and search of where it ended. */
  to: string;
  /** What stands behind the #. */
  hash: URLSearchParams;
  signedIn: boolean;
  browser: Browser;
  callback: string;
}

async function back(browser: Browser, callback: string): Promise<Came> {
  const { next, status } = await browser.open(callback);
  assert.equal(status, 302);
  const { origin, pathname, search, hash } = new URL(next ?? '');
  assert.equal(origin, gateway.url, 'stays here');
  const signedIn = browser.cookies(gateway.url).includes('caas_refresh=');
  return { to: pathname + search, hash: new URLSearchParams(hash.slice(1)), signedIn, browser, callback };
}

async function signIn(provider: Provider, person: Person, query = ''): Promise<Came> {
  const browser = new Browser();
  return back(browser, await toProvider(browser, `${gateway.url}${OAUTH}/${provider}${query}`, person));
}

async function prove<T extends TestTenant>(tenant: T): Promise<T> {
  await gateway.sql('update users set email_verified = true where id = $1', [tenant.userId]);
  return tenant;
}
/** A company whose owner has proven their address. */
const proven = async (): Promise<TestTenant> => prove(await gateway.registerTenant());
/** One whose owner has an authenticator app besides. */
const provenEnrolled = async (): Promise<Enrolled> => prove(await enrolled(gateway));

/** Binds the console to a list of addresses without the tests' own, or no longer; past the check that keeps one from doing so. */
async function bind({ id, api }: TestTenant, on: boolean): Promise<void> {
  if (on) {
    const listed = await api.post('/api/v1/auth/client/ip-whitelist', { ip: '203.0.113.7' });
    assert.equal(listed.status, 201, JSON.stringify(listed.body));
  }
  await gateway.sql("update whitelist_settings set bind_console = $2 where tenant_id = $1 and kind = 'ip'", [id, on]);
}

const refresh = (browser: Browser): Promise<Reply> =>
  gateway.client({ cookie: browser.cookies(gateway.url) }).post('/api/v1/auth/client/refresh', undefined, {
    origin: gateway.gateway.platform.publicOrigin(),
  });

describe('the ways to sign in', () => {
  it('are told, and those that are not configured do not exist', async () => {
    const { body } = await gateway.client().get('/api/v1/auth/client/sign-in-options');
    assert.deepEqual(body.providers, ['google', 'github']);
    assert.deepEqual([body.terms_url, body.dpa_url, body.sales_email], [null, null, null]);
    const links = { TERMS_URL: 'https://caas.example/terms', SALES_EMAIL: 'sales@caas.example' };
    const plain = await gateway.sibling({ OAUTH_GITHUB_CLIENT_ID: '', OAUTH_GITHUB_CLIENT_SECRET: '', ...links });
    const options = await plain.client().get('/api/v1/auth/client/sign-in-options');
    const start = await plain.client().get(`${OAUTH}/github`);
    await plain.close();
    assert.deepEqual(options.body.providers, ['google']);
    assert.deepEqual([options.body.terms_url, options.body.sales_email], [links.TERMS_URL, links.SALES_EMAIL]);
    assert.equal(start.status, 404);
  });
});

for (const provider of ['google', 'github'] as const)
  describe(`with ${provider}`, () => {
    it('a proven address connects itself once, and the subject counts from then on', async () => {
      const { email, userId } = await proven();
      const sub = subject();
      const came = await signIn(
        provider,
        { sub, email: email.toUpperCase(), email_verified: true },
        '?redirect=/keys?x=1',
      );
      assert.equal(came.to, '/keys?x=1');
      assert.ok(came.signedIn);
      assert.ok(!came.browser.cookies(gateway.url).includes('caas_oauth='));
      const session = await refresh(came.browser);
      assert.equal(session.status, 200, JSON.stringify(session.body));
      const me = await gateway.client({ token: String(session.body.access_token) }).get('/api/v1/auth/client/me');
      assert.equal((me.body.user as { id: string }).id, userId);
      await mailTo(gateway.url, email, /can sign you in/);
      // The address may change there; who it is does not.
      assert.ok((await signIn(provider, { sub, email: 'elsewhere@example.com', email_verified: false })).signedIn);
      assert.ok((await signIn(provider, { sub })).signedIn);
    });

    it('an address the provider has not verified opens nothing', async () => {
      const { email } = await proven();
      const came = await signIn(provider, { sub: subject(), email, email_verified: false });
      assert.equal(came.to, '/login?error=oauth_email_unverified');
      assert.ok(!came.signedIn);
    });

    it('an account that has not proven its address is not handed over', async () => {
      const { email, api } = await gateway.registerTenant();
      const came = await signIn(provider, { sub: subject(), email, email_verified: true });
      assert.equal(came.to, '/login?error=oauth_connect_first');
      assert.ok(!came.signedIn);
      const { body } = await api.get<{ items: { action: string; result: string }[] }>('/api/v1/audit/query');
      assert.ok(body.items.some(({ action, result }) => action === 'session.login-failed' && result === 'failure'));
    });

    it('an unknown address has no account', async () => {
      const email = `${subject()}@example.com`;
      assert.equal(
        (await signIn(provider, { sub: subject(), email, email_verified: true })).to,
        '/login?error=oauth_no_account',
      );
    });

    it('another person with the address of a connected account stays outside', async () => {
      const { email } = await proven();
      assert.ok((await signIn(provider, { sub: subject(), email, email_verified: true })).signedIn);
      const other = await signIn(provider, { sub: subject(), email, email_verified: true });
      assert.equal(other.to, '/login?error=oauth_taken');
    });

    it('a second factor is still asked for', async () => {
      const tenant = await provenEnrolled();
      const person = { sub: subject(), email: tenant.email, email_verified: true };
      const came = await signIn(provider, person, '?redirect=/keys');
      assert.ok(!came.signedIn);
      assert.equal(came.to, '/login');
      assert.equal(came.hash.get('methods'), 'totp,recovery_code');
      assert.equal(came.hash.get('redirect'), '/keys');
      const done = await gateway
        .client()
        .post('/v1/mfa/challenge', { mfa_token: came.hash.get('mfa_token'), code: appCode(tenant.secret) });
      assert.equal(done.status, 200, JSON.stringify(done.body));
    });

    it('an address outside the list that binds the console ends at the sign-in page, and nothing is connected', async () => {
      for (const tenant of [await proven(), await provenEnrolled()]) {
        await bind(tenant, true);
        const came = await signIn(provider, { sub: subject(), email: tenant.email, email_verified: true });
        assert.equal(came.to, '/login?error=ip_not_allowed');
        assert.equal(came.hash.toString(), '', 'and nobody is asked for a code');
        assert.ok(!came.signedIn);
        assert.ok(!came.browser.cookies(gateway.url).includes('caas_oauth='), 'the flow is over');
        await bind(tenant, false);
        assert.deepEqual((await tenant.api.get('/api/v1/users/profile')).body.providers, []);
      }
    });

    it('a sign-in whose address is refused at the second step still waits for one that is not', async () => {
      const tenant = await provenEnrolled();
      const came = await signIn(provider, { sub: subject(), email: tenant.email, email_verified: true });
      const finish = () =>
        gateway
          .client()
          .post('/v1/mfa/challenge', { mfa_token: came.hash.get('mfa_token'), code: appCode(tenant.secret) });
      await bind(tenant, true);
      assert.equal((await finish()).body.code, 'ip_not_allowed');
      await bind(tenant, false);
      assert.equal((await finish()).status, 200);
    });

    it('an answer that is not genuine is refused', async () => {
      const { email } = await proven();
      const person = { sub: subject(), email, email_verified: true };
      const start = `${gateway.url}${OAUTH}/${provider}`;
      const failed = async (browser: Browser, callback: string, why: string): Promise<void> => {
        const came = await back(browser, callback);
        assert.equal(came.to, '/login?error=oauth_failed', why);
        assert.ok(!came.signedIn, why);
      };
      const alter = (callback: string, name: string, value: string | null): string => {
        const url = new URL(callback);
        if (value === null) url.searchParams.delete(name);
        else url.searchParams.set(name, value);
        return url.href;
      };
      const fresh = async (spoil?: (url: URL) => void): Promise<[Browser, string]> => {
        const browser = new Browser();
        return [browser, await toProvider(browser, start, person, spoil)];
      };
      const [one, callback] = await fresh();
      await failed(new Browser(), callback, 'another browser');
      await failed(one, alter(callback, 'state', 'another'), 'another state');
      await failed(one, callback, 'the flow ended with the first answer');
      const [two, second] = await fresh();
      await failed(two, alter(second, 'state', null), 'no state');
      const [three, third] = await fresh();
      await failed(three, alter(third, 'code', 'made-up'), 'a made-up code');
      await failed(
        ...(await fresh((url) => url.searchParams.set('code_challenge', 'A'.repeat(43)))),
        'another verifier',
      );
      if (provider === 'google')
        await failed(...(await fresh((url) => url.searchParams.set('nonce', 'another'))), 'another nonce');

      const [four, fourth] = await fresh();
      const cookies = four.cookies(gateway.url);
      assert.ok((await back(four, fourth)).signedIn);
      const thief = new Browser();
      thief.setCookies(gateway.url, cookies);
      await failed(thief, fourth, 'a code that was used');
    });

    it('a no at the provider is told as such', async () => {
      const browser = new Browser();
      await browser.open(`${gateway.url}${OAUTH}/${provider}`);
      const came = await back(browser, `${gateway.url}${OAUTH}/${provider}/callback?error=access_denied&state=x`);
      assert.equal(came.to, '/login?error=oauth_denied');
    });

    it('a provider that is away is told as such', async () => {
      const gone = await gateway.sibling({
        OAUTH_GOOGLE_ISSUER: 'http://127.0.0.1:1',
        OAUTH_GITHUB_BASE_URL: 'http://127.0.0.1:1',
      });
      const browser = new Browser();
      const { next } = await browser.open(`${gone.url}${OAUTH}/${provider}`);
      // GitHub's addresses are known without asking it, so only the way back finds out.
      const state = new URL(next ?? '').searchParams.get('state');
      const end =
        provider === 'google'
          ? next
          : (await browser.open(`${gone.url}${OAUTH}/github/callback?code=x&state=${state}`)).next;
      await gone.close();
      assert.equal(end, `${gone.url}/login?error=oauth_unavailable`);
    });
  });

describe('the way to a provider', () => {
  it('is bound to the browser by a cookie no script and no other path sees', async () => {
    const { headers } = await new Browser().open(`${gateway.url}${OAUTH}/google`);
    const [cookie = ''] = headers.getSetCookie();
    for (const part of ['caas_oauth=', 'HttpOnly', 'SameSite=Lax', `Path=${OAUTH}`, 'Max-Age=600'])
      assert.ok(cookie.includes(part), part);
  });

  it('ends at paths of the console only', async () => {
    const { email } = await proven();
    const person = { sub: subject(), email, email_verified: true };
    const outside = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/.//evil.example',
      '/x/..//evil.example',
      'javascript:alert(1)',
      'evil.example',
      'http:evil.example',
      '@evil.example',
    ];
    for (const redirect of outside) {
      const { to } = await signIn('github', person, `?redirect=${encodeURIComponent(redirect)}`);
      assert.equal(to, '/', redirect);
    }
    assert.equal(
      (await signIn('github', person, `?redirect=${encodeURIComponent('/keys?status=active')}`)).to,
      '/keys?status=active',
    );
  });
});

describe('connecting', () => {
  const connect = async (tenant: TestTenant, provider: Provider, person: Person): Promise<Came> => {
    const reply = await tenant.api.post(`${OAUTH}/${provider}/connect`, { redirect: '/profile' });
    assert.equal(reply.status, 200, JSON.stringify(reply.body));
    const browser = new Browser();
    browser.take(gateway.url, reply.headers);
    const url = new URL(String(reply.body.url));
    url.searchParams.set('login_hint', JSON.stringify(person));
    octo = { id: Number.parseInt(person.sub, 16), emails: [] };
    return back(browser, await browser.follow(url.href, isCallback));
  };

  it('works from the profile, whatever the address there, and undoes itself', async () => {
    const tenant = await gateway.registerTenant();
    for (const provider of ['google', 'github'] as const) {
      const sub = subject();
      const came = await connect(tenant, provider, { sub });
      assert.equal(came.to, '/profile');
      assert.ok(!came.signedIn, 'nobody is signed in by connecting');
      assert.ok((await signIn(provider, { sub })).signedIn);
      const profile = await tenant.api.get('/api/v1/users/profile');
      assert.deepEqual(profile.body.providers, [provider]);
      assert.equal((await tenant.api.delete(`${OAUTH}/${provider}`)).status, 204);
      assert.equal((await tenant.api.delete(`${OAUTH}/${provider}`)).status, 404);
      assert.ok(!(await signIn(provider, { sub })).signedIn);
    }
  });

  it('takes no identity from another account', async () => {
    const [one, other] = [await gateway.registerTenant(), await gateway.registerTenant()];
    const sub = subject();
    await connect(one, 'github', { sub });
    assert.equal((await connect(other, 'github', { sub })).to, '/profile?error=oauth_taken');
    assert.ok((await signIn('github', { sub })).signedIn);
  });

  it('asks for a fresh proof, to connect and to disconnect', async () => {
    const tenant = await gateway.registerTenant();
    await connect(tenant, 'github', { sub: subject() });
    await goStale(gateway, tenant.userId);
    assert.equal((await tenant.api.post(`${OAUTH}/google/connect`, {})).body.code, 'step_up_required');
    assert.equal((await tenant.api.delete(`${OAUTH}/github`)).body.code, 'step_up_required');
  });

  it('is refused from an address outside the list that binds the console', async () => {
    const tenant = await gateway.registerTenant();
    const reply = await tenant.api.post(`${OAUTH}/github/connect`, {});
    const browser = new Browser();
    browser.take(gateway.url, reply.headers);
    octo = { id: 8, emails: [] };
    const callback = await browser.follow(String(reply.body.url), isCallback);
    await bind(tenant, true);
    assert.equal((await back(browser, callback)).to, '/profile?error=ip_not_allowed');
    await bind(tenant, false);
    assert.deepEqual((await tenant.api.get('/api/v1/users/profile')).body.providers, []);
  });

  it('is refused while the tenant is suspended, and nothing is connected', async () => {
    const tenant = await gateway.registerTenant();
    const reply = await tenant.api.post(`${OAUTH}/github/connect`, {});
    const browser = new Browser();
    browser.take(gateway.url, reply.headers);
    octo = { id: 9, emails: [] };
    const callback = await browser.follow(String(reply.body.url), isCallback);
    const become = (status: string) => gateway.sql('update tenants set status = $1 where id = $2', [status, tenant.id]);
    await become('suspended');
    assert.equal((await back(browser, callback)).to, '/profile?error=tenant_suspended');
    await become('active');
    await until(async () => (await tenant.api.get('/api/v1/users/profile')).status === 200, 1000);
    assert.deepEqual((await tenant.api.get('/api/v1/users/profile')).body.providers, []);
  });

  it('ends with the session it began in', async () => {
    const tenant = await gateway.registerTenant();
    const reply = await tenant.api.post(`${OAUTH}/github/connect`, {});
    const browser = new Browser();
    browser.take(gateway.url, reply.headers);
    octo = { id: 7, emails: [] };
    const callback = await browser.follow(String(reply.body.url), isCallback);
    await tenant.api.post('/api/v1/auth/client/logout');
    assert.equal((await back(browser, callback)).to, '/profile?error=oauth_failed');
  });
});
