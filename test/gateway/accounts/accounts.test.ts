import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { until } from '../../support/gateway-client.js';
import { cookieOf, testGateway } from '../../support/gateway.js';

const AUTH = '/api/v1/auth/client';
const gateway = await testGateway();
after(() => gateway.close());
const anyone = gateway.client();
const OWN = { origin: gateway.gateway.platform.publicOrigin() };

const company = (email: string) => ({
  company_name: 'Meridian Freight',
  email,
  password: 'correct horse battery',
  accept_terms: true,
});

describe('register', () => {
  it('makes tenant, owner and a Primary key with all scopes, and signs in', async () => {
    const reply = await anyone.post(`${AUTH}/register`, { ...company('Ada@Example.com'), name: 'Ada' });
    assert.equal(reply.status, 201);
    const { client_id, api_key, key, user, tenant, token_type, expires_in } = reply.body as Record<
      string,
      Record<string, unknown>
    >;
    assert.match(String(api_key), /^caas_live_[0-9A-Za-z]{30}$/);
    assert.equal(key?.name, 'Primary');
    assert.deepEqual(key?.scopes, ['read', 'write', 'admin']);
    assert.equal(tenant?.id, client_id);
    assert.equal(tenant?.plan, 'free');
    assert.equal(user?.role, 'owner');
    assert.equal(user?.email, 'Ada@Example.com');
    assert.equal(token_type, 'Bearer');
    assert.equal(expires_in, 900);
    const cookie = reply.headers.getSetCookie()[0] ?? '';
    for (const part of ['HttpOnly', 'SameSite=Strict', `Path=${AUTH}`, 'Max-Age=604800'])
      assert.ok(cookie.includes(part), part);
    assert.ok(!cookie.includes('Secure'), 'not on http');
  });

  it('refuses a taken address whatever its case', async () => {
    const reply = await anyone.post(`${AUTH}/register`, company('ADA@example.COM'));
    assert.equal(reply.status, 409);
    assert.equal(reply.body.code, 'email_taken');
  });

  it('gives companies of one name different slugs', async () => {
    const slugs = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const { body } = await anyone.post<{ tenant: { slug: string } }>(`${AUTH}/register`, {
          ...company(`slug${n}@example.com`),
          company_name: 'Straße & Söhne',
        });
        return body.tenant.slug;
      }),
    );
    assert.equal(new Set(slugs).size, 3);
  });

  it('needs one connection to the database each: more at once than there are', async () => {
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        anyone.post(`${AUTH}/register`, {
          company_name: 'Many at once',
          email: `many-${n}@example.org`,
          password: 'a horse of no stable',
          accept_terms: true,
        }),
      ),
    );
    assert.deepEqual([...new Set(replies.map(({ status }) => status))], [201]);
  });

  it('lets one of many parallel registrations of one address win', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => anyone.post(`${AUTH}/register`, company('race@example.com'))),
    );
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('names every field that is wrong', async () => {
    const reply = await anyone.post<{ errors: { path: string; code: string }[] }>(`${AUTH}/register`, {
      company_name: 'A',
      email: 'no',
      password: 'short',
      role: 'owner',
    });
    assert.equal(reply.status, 400);
    const found = Object.fromEntries(reply.body.errors.map(({ path, code }) => [path, code]));
    assert.deepEqual(found, {
      company_name: 'too_short',
      email: 'invalid_format',
      password: 'too_short',
      accept_terms: 'required',
      role: 'unknown_field',
    });
  });

  it('can be closed', async () => {
    const closed = await gateway.sibling({ REGISTRATION: 'invite' });
    const reply = await closed.client().post(`${AUTH}/register`, company('late@example.com'));
    await closed.close();
    assert.equal(reply.status, 403);
    assert.equal(reply.body.code, 'registration_closed');
  });
});

describe('login', () => {
  it('answers token, user and tenant', async () => {
    const tenant = await gateway.registerTenant();
    const reply = await anyone.post(`${AUTH}/login`, { email: tenant.email.toUpperCase(), password: tenant.password });
    assert.equal(reply.status, 200);
    assert.ok(cookieOf(reply));
    const me = await gateway
      .client({ token: String(reply.body.access_token) })
      .get<{ role: string; permissions: string[]; tenant: { id: string } }>(`${AUTH}/me`);
    assert.equal(me.status, 200);
    assert.equal(me.body.role, 'owner');
    assert.equal(me.body.tenant.id, tenant.id);
    assert.ok(me.body.permissions.includes('api-keys:write'));
  });

  it('says the same for a wrong password and an unknown address', async () => {
    const tenant = await gateway.registerTenant();
    const [wrong, unknown] = await Promise.all([
      anyone.post(`${AUTH}/login`, { email: tenant.email, password: 'wrong horse' }),
      anyone.post(`${AUTH}/login`, { email: 'nobody@example.com', password: 'wrong horse' }),
    ]);
    for (const reply of [wrong, unknown]) {
      assert.equal(reply.status, 401);
      assert.equal(reply.body.code, 'invalid_credentials');
    }
    assert.equal(wrong.body.detail, unknown.body.detail);
  });

  for (const known of [true, false]) {
    it(`judges 5 of 40 parallel guesses and locks ${known ? 'the account' : 'an unknown address alike'}`, async () => {
      const email = known ? (await gateway.registerTenant()).email : 'ghost@example.com';
      const guesses = await Promise.all(
        Array.from({ length: 40 }, (_, n) => anyone.post(`${AUTH}/login`, { email, password: `guess ${n}` })),
      );
      const of = (status: number) => guesses.filter((reply) => reply.status === status);
      assert.equal(of(401).length, 5);
      assert.equal(of(423).length, 35);
      assert.equal(of(423)[0]?.body.code, 'account_locked');
      const retryAfter = Number(of(423)[0]?.headers.get('retry-after'));
      assert.ok(retryAfter > 880 && retryAfter <= 900, String(retryAfter));
    });
  }

  it('keeps a locked account locked for the right password, and on another process', async () => {
    const tenant = await gateway.registerTenant();
    for (let n = 0; n < 5; n += 1) await anyone.post(`${AUTH}/login`, { email: tenant.email, password: 'wrong' });
    const other = await gateway.sibling();
    const reply = await other.client().post(`${AUTH}/login`, { email: tenant.email, password: tenant.password });
    await other.close();
    assert.equal(reply.status, 423);
    await gateway.sql("update login_attempts set locked_until = now() - interval '1 second'");
    assert.equal((await anyone.post(`${AUTH}/login`, { email: tenant.email, password: tenant.password })).status, 200);
  });

  it('forgets failures after the right password', async () => {
    const tenant = await gateway.registerTenant();
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await anyone.post(`${AUTH}/login`, { email: tenant.email, password: 'wrong' });
      assert.equal(
        (await anyone.post(`${AUTH}/login`, { email: tenant.email, password: tenant.password })).status,
        200,
      );
    }
  });

  it('limits guesses from one address', async () => {
    const strict = await gateway.sibling({ RATE_LIMIT_SCALE: '0.125' });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push(
        (await strict.client().post(`${AUTH}/login`, { email: `x${n}@example.com`, password: 'wrong' })).status,
      );
    const limited = await strict.client().post(`${AUTH}/login`, { email: 'y@example.com', password: 'wrong' });
    await strict.close();
    assert.deepEqual(statuses.slice(0, 3), [401, 401, 401]);
    assert.equal(limited.status, 429);
    assert.equal(limited.body.code, 'rate_limited');
    assert.ok(Number(limited.headers.get('retry-after')) >= 1);
    assert.equal(limited.headers.get('ratelimit-remaining'), '0');
  });
});

describe('logout', () => {
  it('ends the session of the token, here and on another process, within a second', async () => {
    const tenant = await gateway.registerTenant();
    const other = await gateway.sibling();
    const there = other.client({ token: tenant.token });
    assert.equal((await there.get(`${AUTH}/me`)).status, 200);
    const reply = await tenant.api.post(`${AUTH}/logout`);
    assert.equal(reply.status, 204);
    assert.match(reply.headers.getSetCookie()[0] ?? '', /^caas_refresh=; Max-Age=0;/);
    assert.equal((await tenant.api.get(`${AUTH}/me`)).status, 401);
    await until(async () => (await there.get(`${AUTH}/me`)).status === 401, 1000);
    await other.close();
    assert.equal(
      (await gateway.client({ cookie: tenant.cookie }).post(`${AUTH}/refresh`, undefined, OWN)).body.code,
      'session_expired',
    );
  });

  it('ends the session of the cookie alone', async () => {
    const tenant = await gateway.registerTenant();
    const reply = await gateway.client({ cookie: tenant.cookie, token: 'not.a.token' }).post(`${AUTH}/logout`, {}, OWN);
    assert.equal(reply.status, 204);
    assert.equal((await tenant.api.get(`${AUTH}/me`)).status, 401);
  });

  it('ends all sessions of the member when asked', async () => {
    const tenant = await gateway.registerTenant();
    const { body } = await anyone.post<{ access_token: string }>(`${AUTH}/login`, {
      email: tenant.email,
      password: tenant.password,
    });
    await tenant.api.post(`${AUTH}/logout`, { everywhere: true });
    assert.equal((await gateway.client({ token: body.access_token }).get(`${AUTH}/me`)).status, 401);
  });

  it('ends them at once, however many there are', async () => {
    const tenant = await gateway.registerTenant();
    const { body } = await anyone.post<{ access_token: string }>(`${AUTH}/login`, {
      email: tenant.email,
      password: tenant.password,
    });
    await gateway.sql(
      `insert into console_sessions (id, tenant_id, user_id, secret, ip, idle_until, expires_at)
       select 'ses_' || lpad(n::text, 26, '0'), $1, $2, '\\x00', '127.0.0.1', now() + interval '1 day', now() + interval '1 day'
         from generate_series(1, 2000) n`,
      [tenant.id, tenant.userId],
    );
    const other = gateway.client({ token: body.access_token });
    assert.equal((await other.get(`${AUTH}/me`)).status, 200);
    await tenant.api.post(`${AUTH}/logout`, { everywhere: true });
    assert.equal((await other.get(`${AUTH}/me`)).status, 401);
  });
});

describe('permissions/check', () => {
  it('tells what a role has, and through which role', async () => {
    const tenant = await gateway.registerTenant();
    const viewer = await gateway.addMember(tenant, 'viewer');
    const { body } = await viewer.api.post('/v1/permissions/check', {
      permissions: ['api-keys:read', 'api-keys:write', 'billing:write'],
    });
    assert.deepEqual(body, {
      allowed: { 'api-keys:read': true, 'api-keys:write': false, 'billing:write': false },
      granted_by: { 'api-keys:read': 'viewer' },
    });
  });
});

describe('audit', () => {
  it('tells of registration, sign-ins, failures, the lock and the end of sessions', async () => {
    const tenant = await gateway.registerTenant();
    for (let n = 0; n < 5; n += 1) await anyone.post(`${AUTH}/login`, { email: tenant.email, password: 'wrong' });
    await tenant.api.post(`${AUTH}/logout`);
    const counts = async () => {
      const rows = await gateway.sql<{ action: string; n: number }>(
        'select action, count(*)::int as n from audit_events where tenant_id = $1 group by 1',
        [tenant.id],
      );
      return Object.fromEntries(rows.map(({ action, n }) => [action, n]));
    };
    // Failures are written behind their answers.
    await until(async () => {
      const { 'account.locked': locked = 0, 'session.login-failed': failed = 0 } = await counts();
      return locked + failed === 5;
    }, 5000);
    assert.deepEqual(await counts(), {
      'tenant.registered': 1,
      'session.started': 1,
      'api-key.created': 1,
      'session.login-failed': 4,
      'account.locked': 1,
      'session.ended': 1,
    });
  });
});
