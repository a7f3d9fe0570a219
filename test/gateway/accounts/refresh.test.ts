import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { cookieOf, testGateway, type Reply, type TestTenant } from '../../support/gateway.js';

const AUTH = '/api/v1/auth/client';
const ROUNDS = process.env.CAAS_LONG ? 10_000 : 40;
const gateway = await testGateway();
after(() => gateway.close());
const OWN = { origin: gateway.gateway.platform.publicOrigin() };

const refresh = (cookie: string): Promise<Reply> => gateway.client({ cookie }).post(`${AUTH}/refresh`, undefined, OWN);
const meStatus = async (token: unknown): Promise<number> =>
  (await gateway.client({ token: String(token) }).get(`${AUTH}/me`)).status;
const generation = async (tenant: TestTenant): Promise<number> =>
  (
    await gateway.sql<{ generation: number }>('select generation from console_sessions where tenant_id = $1', [
      tenant.id,
    ])
  )[0]?.generation ?? 0;
const rotatedLongAgo = (tenant: TestTenant) =>
  gateway.sql("update console_sessions set rotated_at = now() - interval '11 seconds' where tenant_id = $1", [
    tenant.id,
  ]);

describe('refresh', () => {
  it('turns the cookie over and gives a token that works', async () => {
    const tenant = await gateway.registerTenant();
    const reply = await refresh(tenant.cookie);
    assert.equal(reply.status, 200);
    assert.notEqual(cookieOf(reply), tenant.cookie);
    assert.equal(await meStatus(reply.body.access_token), 200);
  });

  it('refuses a missing, broken or foreign cookie', async () => {
    const tenant = await gateway.registerTenant();
    const broken = tenant.cookie.slice(0, -2) + (tenant.cookie.endsWith('AA') ? 'BB' : 'AA');
    const bumped = tenant.cookie.replace('.1.', '.2.');
    for (const cookie of ['', 'caas_refresh=', 'caas_refresh=nonsense', broken, bumped]) {
      const reply = await refresh(cookie);
      assert.equal(reply.status, 401, cookie);
      assert.equal(reply.body.code, 'session_expired');
    }
    assert.equal((await refresh(tenant.cookie)).status, 200, 'guesses end nothing');
  });

  it('answers 204 to who asks whether there is a cookie, and judges the one that is there', async () => {
    const tenant = await gateway.registerTenant();
    const ask = (cookie: string, headers: Record<string, string> = OWN): Promise<Reply> =>
      gateway.client({ cookie }).post(`${AUTH}/refresh`, { optional: true }, headers);
    const none = await ask('caas_device=other');
    assert.equal(none.status, 204);
    assert.deepEqual(none.headers.getSetCookie(), []);
    assert.equal((await ask('caas_refresh=nonsense')).body.code, 'session_expired');
    assert.equal((await ask('', { origin: 'https://evil.example' })).body.code, 'cross_site_request');
    const reply = await ask(tenant.cookie);
    assert.equal(reply.status, 200);
    assert.notEqual(cookieOf(reply), tenant.cookie);
    assert.equal(await meStatus(reply.body.access_token), 200);
  });

  it(
    `rotates once for two tabs with five calls each, ${ROUNDS} rounds, and signs nobody out`,
    { timeout: 3_600_000 },
    async () => {
      const tenant = await gateway.registerTenant();
      let { cookie } = tenant;
      for (let round = 1; round <= ROUNDS; round += 1) {
        const replies = await Promise.all(Array.from({ length: 10 }, () => refresh(cookie)));
        assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]), `round ${round}`);
        const cookies = new Set(replies.map(cookieOf));
        assert.equal(cookies.size, 1, 'all callers get the same new token');
        assert.equal(await generation(tenant), round + 1);
        cookie = [...cookies][0] ?? '';
      }
    },
  );

  it('gives the live token again when an answer was lost', async () => {
    const tenant = await gateway.registerTenant();
    const lost = await refresh(tenant.cookie);
    const again = await refresh(tenant.cookie);
    assert.equal(cookieOf(again), cookieOf(lost));
  });

  it('ends the family when a grandparent comes back, also within the grace time', async () => {
    const tenant = await gateway.registerTenant();
    const second = await refresh(tenant.cookie);
    const third = await refresh(cookieOf(second));
    const reused = await refresh(tenant.cookie);
    assert.equal(reused.status, 401);
    assert.equal(reused.body.code, 'refresh_reused');
    for (const cookie of [tenant.cookie, cookieOf(second), cookieOf(third)])
      assert.equal((await refresh(cookie)).body.code, 'refresh_reused');
    for (const token of [tenant.token, second.body.access_token, third.body.access_token])
      assert.equal(await meStatus(token), 401);
    const events = await gateway.sql(
      "select 1 from audit_events where tenant_id = $1 and action = 'session.reuse-detected' and result = 'failure'",
      [tenant.id],
    );
    assert.equal(events.length, 1);
  });

  it('ends the family when the parent comes back after the grace time', async () => {
    const tenant = await gateway.registerTenant();
    const next = await refresh(tenant.cookie);
    await rotatedLongAgo(tenant);
    assert.equal((await refresh(tenant.cookie)).body.code, 'refresh_reused');
    assert.equal((await refresh(cookieOf(next))).status, 401);
  });

  it('lets no member of the family through while a reuse races a refresh', async () => {
    for (let round = 0; round < 10; round += 1) {
      const tenant = await gateway.registerTenant();
      const second = cookieOf(await refresh(tenant.cookie));
      const third = cookieOf(await refresh(second));
      const [, raced] = await Promise.all([refresh(tenant.cookie), refresh(third), refresh(tenant.cookie)]);
      for (const cookie of [second, third, cookieOf(raced ?? { headers: new Headers(), status: 0, body: {} })].filter(
        Boolean,
      )) {
        assert.equal((await refresh(cookie)).status, 401);
      }
    }
  });

  it('ends by idleness and by age', async () => {
    for (const column of ['idle_until', 'expires_at']) {
      const tenant = await gateway.registerTenant();
      await gateway.sql(`update console_sessions set ${column} = now() - interval '1 second' where tenant_id = $1`, [
        tenant.id,
      ]);
      assert.equal((await refresh(tenant.cookie)).body.code, 'session_expired', column);
    }
  });

  it('never lives longer than its maximum', async () => {
    const tenant = await gateway.registerTenant();
    await gateway.sql("update console_sessions set expires_at = now() + interval '100 seconds' where tenant_id = $1", [
      tenant.id,
    ]);
    const cookie = (await refresh(tenant.cookie)).headers.getSetCookie()[0] ?? '';
    assert.ok(Number(/Max-Age=(\d+)/.exec(cookie)?.[1]) <= 100, cookie);
  });
});

describe('requests of other sites', () => {
  const cases: [string, Record<string, string>][] = [
    ['a cross-site page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling subdomain', { ...OWN, 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
    ['another port', { origin: 'http://localhost:1' }],
    ['a client that says nothing', {}],
  ];
  for (const [name, headers] of cases) {
    it(`refuses ${name}`, async () => {
      const tenant = await gateway.registerTenant();
      const client = gateway.client({ cookie: tenant.cookie });
      for (const path of ['/refresh', '/logout']) {
        const reply = await client.post(`${AUTH}${path}`, undefined, headers);
        assert.equal(reply.status, 403, path);
        assert.equal(reply.body.code, 'cross_site_request');
      }
      assert.equal(await generation(tenant), 1, 'nothing changed');
      if (!headers.origin) return;
      const login = await client.post(`${AUTH}/login`, { email: tenant.email, password: tenant.password }, headers);
      assert.equal(login.body.code, 'cross_site_request');
    });
  }

  it('takes same-origin requests without an Origin header', async () => {
    const tenant = await gateway.registerTenant();
    const reply = await gateway
      .client({ cookie: tenant.cookie })
      .post(`${AUTH}/refresh`, undefined, { 'sec-fetch-site': 'same-origin' });
    assert.equal(reply.status, 200);
  });
});
