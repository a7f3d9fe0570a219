import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queryAudit } from '@caas/contract/audit.js';
import { createEmbedToken } from '@caas/contract/embed-tokens.js';
import { validateToken, validateTokenInternally } from '@caas/contract/sdk-sessions.js';
import * as api from '@caas/contract/sessions.js';
import { beginSession } from '../../support/end-users.js';
import { ask, newCompany, refused, send, until } from '../../support/gateway-client.js';
import { INTERNAL_SECRET, startGatewayProcess, type GatewayProcess } from '../../support/gateway-open.js';
import { testGateway, type TestTenant } from '../../support/gateway.js';

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
const gateway = await testGateway({ INTERNAL_SECRET });
const { url } = gateway;
let other: GatewayProcess;
before(async () => {
  other = await startGatewayProcess(gateway);
});
after(async () => {
  await other.kill();
  await gateway.close();
});

/** Signs the owner in once more, from another browser. */
async function signIn(tenant: TestTenant, userAgent = MAC): Promise<{ token: string; id: string }> {
  const { body } = await gateway
    .client({ headers: { 'user-agent': userAgent } })
    .post<{ access_token: string }>('/api/v1/auth/client/login', { email: tenant.email, password: tenant.password });
  const { items } = await ask(url, api.listConsoleSessions, {}, { token: body.access_token });
  return { token: body.access_token, id: items[0]?.id ?? '' };
}

const alive = async (at: string, token: string): Promise<boolean> =>
  (await send(at, api.listConsoleSessions, {}, { token })).status === 200;
const deadEverywhere = async (token: string): Promise<void> => {
  assert.ok(!(await alive(url, token)));
  await until(async () => !(await alive(other.url, token)), 1000);
};

describe('console sessions', () => {
  it('are listed with what the browser says of itself, the calling one first', async () => {
    const tenant = await gateway.registerTenant({ name: 'Ada' });
    const phone = await signIn(tenant, IPHONE);
    await signIn(tenant, 'curl/8.7.1');
    const mac = await signIn(tenant, MAC);
    const { items, total, next_cursor } = await ask(url, api.listConsoleSessions, {}, { token: phone.token });
    assert.equal(total, 4);
    assert.equal(next_cursor, null);
    assert.deepEqual(
      items.map(({ current }) => current),
      [true, false, false, false],
    );
    assert.equal(items[0]?.id, phone.id);
    assert.deepEqual([items[0]?.device, items[0]?.browser], ['iPhone', 'Safari 18']);
    const [byMac, byScript] = [mac.id, ''].map((id) =>
      items.find((item) => (id ? item.id === id : item.ip && !item.device)),
    );
    assert.deepEqual([byMac?.device, byMac?.browser], ['macOS', 'Chrome 141']);
    assert.equal(byScript?.device, null, 'never guessed');
    assert.equal(items[0]?.place, null, 'no database of places is configured');
    assert.deepEqual(items[0]?.user, { id: tenant.userId, name: 'Ada', email: tenant.email });
  });

  it('come in pages that miss none and repeat none', async () => {
    const tenant = await gateway.registerTenant();
    for (let n = 0; n < 6; n += 1) await signIn(tenant);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string; current: boolean }[]; next_cursor: string | null; total: number } = await ask(
        url,
        api.listConsoleSessions,
        { query: { limit: 2, ...(cursor ? { cursor } : {}) } },
        { token: tenant.token },
      );
      assert.equal(page.total, 7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    assert.equal(seen.length, 7);
    assert.equal(new Set(seen).size, 7);
    const forged = (position: object): string => Buffer.from(JSON.stringify(position)).toString('base64url');
    const year0 = '0000-01-01T00:00:00.000000Z';
    for (const position of [{}, { at: year0, id: seen[0] }])
      await refused(
        url,
        api.listConsoleSessions,
        { query: { cursor: forged(position) } },
        { token: tenant.token },
        'invalid_request',
      );
    await refused(
      url,
      api.listSdkSessions,
      { query: { cursor: forged({ sort: '-last_active_at', value: year0, id: 'x' }) } },
      { token: tenant.token },
      'invalid_request',
    );
  });

  it('of other members are for those who may read sessions', async () => {
    const tenant = await gateway.registerTenant();
    const [viewer, developer] = [
      await gateway.addMember(tenant, 'viewer'),
      await gateway.addMember(tenant, 'developer'),
    ];
    const everyone = { query: { of: 'everyone' as const } };
    assert.equal((await ask(url, api.listConsoleSessions, {}, { token: viewer.token })).total, 1);
    const no = await refused(url, api.listConsoleSessions, everyone, { token: viewer.token }, 'forbidden');
    assert.equal(no.needs, 'sessions:read');
    const { items } = await ask(url, api.listConsoleSessions, everyone, { token: developer.token });
    assert.equal(items.length, 3);
    const found = await ask(
      url,
      api.listConsoleSessions,
      { query: { of: 'everyone', q: 'Mx VIEWER' } },
      { token: tenant.token },
    );
    assert.deepEqual([found.total, found.items[0]?.user.email], [1, viewer.email]);
    const none = await ask(
      url,
      api.listConsoleSessions,
      { query: { of: 'everyone', q: '%' } },
      { token: tenant.token },
    );
    assert.equal(none.total, 0);
  });

  it('end by one, dead within a second on every process', async () => {
    const tenant = await gateway.registerTenant();
    const { token, id } = await signIn(tenant);
    assert.ok(await alive(other.url, token));
    await ask(url, api.endSession, { params: { session_id: id } }, { token: tenant.token });
    await deadEverywhere(token);
    await refused(url, api.endSession, { params: { session_id: id } }, { token: tenant.token }, 'not_found');
    const { items } = await ask(url, queryAudit, { query: { action: 'session.ended' } }, { token: tenant.token });
    assert.deepEqual([items[0]?.resource.id, items[0]?.actor.id], [id, tenant.userId]);
  });

  it('but not the one that is used: that is signing out', async () => {
    const tenant = await gateway.registerTenant();
    const { token, id } = await signIn(tenant);
    const no = await refused(url, api.endSession, { params: { session_id: id } }, { token }, 'wrong_state');
    assert.match(no.detail, /Sign out/);
    assert.ok(await alive(url, token));
  });

  it('of other members end by those who may, and of other tenants by nobody', async () => {
    const tenant = await gateway.registerTenant();
    const stranger = await gateway.registerTenant();
    const developer = await gateway.addMember(tenant, 'developer');
    const target = await signIn(tenant);
    const input = { params: { session_id: target.id } };
    const no = await refused(url, api.endSession, input, { token: developer.token }, 'forbidden');
    assert.equal(no.needs, 'sessions:write');
    await refused(url, api.endSession, input, { token: stranger.token }, 'not_found');
    assert.ok(await alive(url, target.token));
    const [own] = (await ask(url, api.listConsoleSessions, {}, { token: developer.token })).items;
    await ask(url, api.endSession, { params: { session_id: own?.id ?? '' } }, { token: tenant.token });
    assert.ok(!(await alive(url, developer.token)));
  });

  it('end all but the calling one, of oneself or by filter', async () => {
    const tenant = await gateway.registerTenant();
    const viewer = await gateway.addMember(tenant, 'viewer');
    const mine = [await signIn(tenant), await signIn(tenant)];
    assert.deepEqual(await ask(url, api.endConsoleSessions, { query: { others: true } }, { token: tenant.token }), {
      ended: 2,
    });
    for (const { token } of mine) await deadEverywhere(token);
    assert.ok((await alive(url, tenant.token)) && (await alive(url, viewer.token)));
    const everyone = { others: true, of: 'everyone' } as const;
    await refused(url, api.endConsoleSessions, { query: everyone }, { token: viewer.token }, 'forbidden');
    const byFilter = { query: { ...everyone, q: viewer.email } };
    assert.equal((await ask(url, api.endConsoleSessions, byFilter, { token: tenant.token })).ended, 1);
    assert.ok(!(await alive(url, viewer.token)));
    assert.equal((await ask(url, api.endConsoleSessions, byFilter, { token: tenant.token })).ended, 0);
    await refused(url, api.endConsoleSessions, {}, { token: tenant.token }, 'invalid_request');
  });

  it('show their last use, without a write for each call', async () => {
    const through = await gateway.sibling();
    const tenant = await gateway.registerTenant();
    await gateway.sql(
      "update console_sessions set last_active_at = now() - interval '5 minutes', ip = '192.0.2.1' where tenant_id = $1",
      [tenant.id],
    );
    for (let n = 0; n < 5; n += 1) await alive(through.url, tenant.token);
    await through.close();
    const [item] = (await ask(url, api.listConsoleSessions, {}, { token: tenant.token })).items;
    assert.ok(Date.now() - Date.parse(item?.last_active_at ?? '') < 30_000);
    assert.equal(item?.ip, '127.0.0.1');
  });
});

describe('limits that a tenant sets', () => {
  const limit = (tenant: TestTenant, idle: number | null, max: number | null) =>
    gateway.sql(
      `insert into tenant_security (tenant_id, session_idle_seconds, session_max_seconds) values ($1, $2, $3)
       on conflict (tenant_id) do update set session_idle_seconds = excluded.session_idle_seconds, session_max_seconds = excluded.session_max_seconds`,
      [tenant.id, idle, max],
    );

  it('end sessions that live already, by age and by idleness, at the next call on every process', async () => {
    const [aged, idle, fine] = [
      await gateway.registerTenant(),
      await gateway.registerTenant(),
      await gateway.registerTenant(),
    ];
    for (const tenant of [aged, idle, fine])
      await gateway.sql(
        "update console_sessions set started_at = now() - interval '20 minutes', last_active_at = now() - interval '10 minutes' where tenant_id = $1",
        [tenant.id],
      );
    assert.ok(await alive(other.url, aged.token));
    await limit(aged, null, 900);
    await limit(idle, 300, null);
    await limit(fine, 3600, 3600);
    for (const tenant of [aged, idle]) {
      await until(async () => !(await alive(url, tenant.token)), 1000);
      await until(async () => !(await alive(other.url, tenant.token)), 1000);
      const again = await gateway
        .client({ cookie: tenant.cookie, headers: { 'sec-fetch-site': 'same-origin' } })
        .post('/api/v1/auth/client/refresh');
      assert.equal(again.body.code, 'session_expired');
    }
    assert.ok(await alive(url, fine.token));
    const [item] = (await ask(url, api.listConsoleSessions, {}, { token: fine.token })).items;
    const left = Date.parse(item?.expires_at ?? '') - Date.now();
    assert.ok(left > 39 * 60_000 && left <= 40 * 60_000, `${left}`);
  });

  it('give the refresh cookie no longer life than the session', async () => {
    const tenant = await gateway.registerTenant();
    await limit(tenant, null, 1000);
    const reply = await gateway
      .client({ cookie: tenant.cookie, headers: { 'sec-fetch-site': 'same-origin' } })
      .post('/api/v1/auth/client/refresh');
    const age = Number(/Max-Age=(\d+)/.exec(reply.headers.getSetCookie()[0] ?? '')?.[1]);
    assert.ok(age > 900 && age <= 1000, `${age}`);
  });
});

describe('sessions of end users', () => {
  it('are listed, found by the start of their id, sorted, and paged', async () => {
    const company = await newCompany(url);
    for (const id of ['b-2', 'a-1', 'B-1', 'b-1', 'ä-1', 'b%']) await beginSession(url, company.secret, id);
    const list = async (query: {
      q?: string;
      sort?: 'user_external_id' | '-user_external_id';
      limit?: number;
      cursor?: string;
    }) => ask(url, api.listSdkSessions, { query }, { token: company.token });
    const all = await list({ sort: 'user_external_id' });
    assert.deepEqual(
      all.items.map((item) => item.user_external_id),
      ['B-1', 'a-1', 'b%', 'b-1', 'b-2', 'ä-1'],
    );
    assert.equal(all.total, 6);
    assert.deepEqual(
      (await list({ q: 'b', sort: '-user_external_id' })).items.map((item) => item.user_external_id),
      ['b-2', 'b-1', 'b%'],
    );
    assert.equal((await list({ q: 'b%' })).total, 1);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.user_external_id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    assert.deepEqual(seen, ['b%', 'ä-1', 'b-1', 'B-1', 'a-1', 'b-2'], 'the last one first');
    const { next_cursor } = await list({ limit: 2 });
    const wrong = { query: { sort: 'started_at', cursor: next_cursor ?? '' } } as const;
    await refused(url, api.listSdkSessions, wrong, { token: company.token }, 'invalid_request');
    const forged = { sort: '-user_external_id', value: 'a\0', id: 'x' };
    const hostile = { query: { sort: forged.sort, cursor: Buffer.from(JSON.stringify(forged)).toString('base64url') } };
    await refused(url, api.listSdkSessions, hostile as typeof wrong, { token: company.token }, 'invalid_request');
  });

  it('tell where they call from once they do', async () => {
    const company = await newCompany(url);
    const through = await gateway.sibling();
    const page = await beginSession(url, company.secret, 'page');
    const app = await beginSession(url, company.secret, 'app');
    const refresh = (refresh_token: string, more: Record<string, string>) =>
      gateway.client({ headers: more }).post('/api/v1/auth/sdk/refresh', { refresh_token });
    const answer = await refresh(page.refresh_token, { origin: 'https://shop.example', 'user-agent': MAC });
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://shop.example');
    await refresh(app.refresh_token, { 'user-agent': IPHONE });
    await through.close();
    const { items } = await ask(
      url,
      api.listSdkSessions,
      { query: { sort: 'user_external_id' } },
      { token: company.token },
    );
    assert.deepEqual(
      items.map(({ platform, device, browser, origin, ip }) => ({ platform, device, browser, origin, ip })),
      [
        { platform: 'ios', device: 'iPhone', browser: 'Safari 18', origin: null, ip: '127.0.0.1' },
        { platform: 'web', device: 'macOS', browser: 'Chrome 141', origin: 'https://shop.example', ip: '127.0.0.1' },
      ],
    );
  });

  it('end by one and by filter; without a filter only when all are meant', async () => {
    const company = await newCompany(url);
    const stranger = await newCompany(url);
    const developer = await gateway.addMember({ id: company.tenantId }, 'developer');
    const people = [];
    for (const id of ['x-1', 'x-2', 'y-1']) people.push(await beginSession(url, company.secret, id));
    const [first, second, third] = people;
    const input = { params: { session_id: first?.session_id ?? '' } };
    await refused(url, api.endSession, input, { token: stranger.token }, 'not_found');
    await refused(url, api.endSession, input, { token: developer.token }, 'forbidden');
    await ask(url, api.endSession, input, { token: company.token });
    await refused(url, api.endSdkSessions, {}, { token: company.token }, 'invalid_request');
    await refused(url, api.endSdkSessions, { query: { all: false } }, { token: company.token }, 'invalid_request');
    assert.equal((await ask(url, api.endSdkSessions, { query: { q: 'x-' } }, { token: company.token })).ended, 1);
    const works = async (token = '') => (await ask(other.url, validateToken, { body: { token } })).valid;
    await until(async () => !(await works(first?.access_token)) && !(await works(second?.access_token)), 1000);
    assert.ok(await works(third?.access_token));
    assert.equal((await ask(url, api.endSdkSessions, { query: { all: true } }, { token: company.token })).ended, 1);
    const { items } = await ask(url, queryAudit, { query: { action: 'sdk-session.ended' } }, { token: company.token });
    assert.deepEqual(
      items.map(({ details }) => details?.sessions),
      [1, 1, 1],
    );
  });

  it('are read and ended by embed tokens with the scope, which see nothing of the console', async () => {
    const company = await newCompany(url);
    const { session_id } = await beginSession(url, company.secret);
    const origin = 'https://admin.tenant.example';
    const minted = async (scopes: ('sessions:read' | 'sessions:write' | 'tenant:read')[]) =>
      (
        await ask(
          url,
          createEmbedToken,
          { body: { scopes, origin, actor: { id: 'u1', name: 'Wren' } } },
          { key: company.secret },
        )
      ).token;
    const as = { token: await minted(['sessions:read', 'tenant:read']), headers: { origin } };
    assert.equal((await ask(url, api.listSdkSessions, {}, as)).total, 1);
    const overview = await ask(url, api.sessionOverview, {}, as);
    assert.equal(overview.console, null);
    assert.deepEqual([overview.sdk.total, overview.sdk.connected], [1, 0]);
    await refused(url, api.listConsoleSessions, {}, as, 'forbidden');
    const full = await ask(url, api.sessionOverview, {}, { token: company.token });
    assert.equal(full.console?.total, 1);
    const [mine] = (await ask(url, api.listConsoleSessions, {}, { token: company.token })).items;
    const end = { token: await minted(['sessions:write', 'tenant:read']), headers: { origin } };
    await refused(url, api.endSession, { params: { session_id } }, as, 'forbidden');
    await refused(url, api.endSession, { params: { session_id: mine?.id ?? '' } }, end, 'not_found');
    assert.ok(await alive(url, company.token));
    await ask(url, api.endSession, { params: { session_id } }, end);
    assert.equal((await ask(url, api.listSdkSessions, {}, as)).total, 0);
  });
});

describe('checking a token', () => {
  it('says whether it is good, of which kind and until when, and nothing else', async () => {
    const company = await newCompany(url);
    const { access_token: sdk, session_id } = await beginSession(url, company.secret, 'u-9');
    const { token: embed } = await ask(
      url,
      createEmbedToken,
      { body: { scopes: ['tenant:read'], origin: 'https://admin.tenant.example', actor: { id: 'u1', name: 'Wren' } } },
      { key: company.secret },
    );
    for (const [type, token] of [
      ['sdk', sdk],
      ['embed', embed],
      ['console', company.token],
    ] as const) {
      const { body } = await send(url, validateToken, { body: { token } });
      assert.deepEqual(Object.keys(body as object).sort(), ['expires_at', 'type', 'valid']);
      const answer = await ask(url, validateToken, { body: { token } });
      assert.deepEqual([answer.valid, answer.type], [true, type]);
      assert.ok(Date.parse(answer.expires_at ?? '') > Date.now());
    }
    const internal = await ask(
      url,
      validateTokenInternally,
      { body: { token: sdk } },
      { headers: { 'x-internal-secret': INTERNAL_SECRET } },
    );
    assert.deepEqual(
      { ...internal.claims, exp: 0 },
      { sub: 'u-9', tid: company.tenantId, kind: 'sdk', sid: session_id, permissions: [], exp: 0 },
    );
  });

  it('gives one answer for every token that is not', async () => {
    const company = await newCompany(url);
    const { access_token, refresh_token } = await beginSession(url, company.secret);
    await ask(url, api.endSdkSessions, { query: { all: true } }, { token: company.token });
    const nothing = { valid: false, type: null, expires_at: null };
    for (const token of ['x', company.secret, refresh_token, access_token, `${company.token}x`, 'caas_embed_x'])
      assert.deepEqual(await ask(url, validateToken, { body: { token } }), nothing);
  });

  it('is limited by address', async () => {
    const strict = await gateway.sibling({ RATE_LIMIT_SCALE: '0.05' });
    const asked = [];
    for (let n = 0; n < 8; n += 1) asked.push((await send(strict.url, validateToken, { body: { token: 'x' } })).status);
    await strict.close();
    assert.deepEqual(asked.slice(0, 6), Array(6).fill(200));
    assert.equal(asked.at(-1), 429);
  });
});
