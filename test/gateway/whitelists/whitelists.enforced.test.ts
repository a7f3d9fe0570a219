// The lists in force: who is refused, what is counted, what the log says, and what only observing lets through.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { login, me } from '@caas/contract/accounts.js';
import { listApiKeys, validateApiKey } from '@caas/contract/api-keys.js';
import { queryAudit } from '@caas/contract/audit.js';
import { createEmbedToken } from '@caas/contract/embed-tokens.js';
import * as api from '@caas/contract/ip-whitelist.js';
import * as origins from '@caas/contract/origin-whitelist.js';
import { createSdkSession, endSdkSession, refreshSdkSession } from '@caas/contract/sdk-sessions.js';
import { getTenant } from '@caas/contract/tenant.js';
import { ask, endsAt, newCompany, refused, send, until, type As, type Company } from '../../support/gateway-client.js';
import { INTERNAL_SECRET } from '../../support/gateway-open.js';
import { cookieOf, testGateway } from '../../support/gateway.js';

const gateway = await testGateway({ TRUST_PROXY: '127.0.0.1', INTERNAL_SECRET });
after(() => gateway.close());
const { url } = gateway;
const [A, B] = ['203.0.113.1', '203.0.113.2'];
const LISTED = 'https://app.example.com';
/** Counts are written twice a second; they show within two. */
const SHOWN_MS = 2000;

const from = (ip: string) => ({ headers: { 'x-forwarded-for': ip } });
const calls = async (company: Company, ip: string): Promise<number> =>
  (await send(url, listApiKeys, { query: { limit: 1 } }, { key: company.secret, ...from(ip) })).status;
const events = async (company: Company, action: string) =>
  (await ask(url, queryAudit, { query: { limit: 200, action } }, company)).items;

describe('a key', () => {
  it('is refused from outside the list at once, counted, shown and written into the log once an hour', async () => {
    const company = await newCompany(url);
    assert.equal(await calls(company, B), 200, 'an empty list allows all');
    await ask(url, api.addIps, { query: { confirm_lockout: true }, body: { ip: `${A}/32`, label: 'Server' } }, company);
    for (let n = 0; n < 3; n += 1) assert.equal(await calls(company, A), 200);
    const as: As = { key: company.secret, ...from(B) };
    const problem = await refused(url, listApiKeys, {}, as, 'ip_not_allowed');
    assert.equal(problem.ip, B);
    await refused(url, listApiKeys, {}, as, 'ip_not_allowed');
    await until(async () => {
      const { items } = await ask(url, api.listIpWhitelist, {}, company);
      return items[0]?.hits_24h === 3 && items[0].last_matched_at !== null;
    }, SHOWN_MS);
    await until(async () => (await ask(url, api.listIpRefusals, {}, company)).items[0]?.calls === 2, SHOWN_MS);
    const { items } = await ask(url, api.listIpRefusals, {}, company);
    assert.deepEqual(
      items.map(({ ip, observed, keys }) => [ip, observed, keys]),
      [[B, false, [{ id: company.first.id, name: 'Primary' }]]],
    );
    const [entry, ...more] = await events(company, 'address.refused');
    assert.deepEqual([entry?.resource.id, entry?.actor.id, entry?.result, more], [B, company.first.id, 'failure', []]);
    await ask(url, api.addIps, { body: { ip: B } }, company);
    assert.equal(await calls(company, B), 200);
    assert.deepEqual(
      (await ask(url, api.listIpRefusals, {}, company)).items,
      [],
      'what is allowed now needs no adding',
    );
  });

  it('is not let in by headers that anybody can write', async () => {
    const company = await newCompany(url);
    await ask(url, api.addIps, { body: { ip: A } }, company);
    const forged: Record<string, string>[] = [
      { 'x-forwarded-for': `${A}, ${B}` },
      { 'x-forwarded-for': `${B}:80` },
      { 'x-forwarded-for': `${A}, garbage` },
      { 'x-forwarded-for': B, 'x-real-ip': A, forwarded: `for=${A}` },
      { 'x-real-ip': A, forwarded: `for=${A}`, 'cf-connecting-ip': A, 'true-client-ip': A },
    ];
    for (const headers of forged)
      await refused(url, listApiKeys, {}, { key: company.secret, headers }, 'ip_not_allowed');
    assert.equal(await calls(company, `::ffff:${A}`), 200, 'IPv4 mapped into IPv6 is IPv4');
  });

  it('is let through and only counted where the list observes', async () => {
    const company = await newCompany(url);
    await ask(url, api.setIpMode, { body: { mode: 'observe' } }, company);
    await ask(url, api.addIps, { body: { ip: A } }, company);
    assert.equal(await calls(company, B), 200);
    await until(async () => (await ask(url, api.listIpRefusals, {}, company)).items.length === 1, SHOWN_MS);
    const { items } = await ask(url, api.listIpRefusals, {}, company);
    assert.deepEqual([items[0]?.ip, items[0]?.observed, items[0]?.calls], [B, true, 1]);
    const dry = await ask(url, api.dryRunIps, { body: {} }, company);
    assert.deepEqual(
      dry.would_block.map(({ ip }) => ip),
      [B],
      'what enforcing would refuse',
    );
    assert.deepEqual(await events(company, 'address.refused'), []);
  });

  it('is refused from the moment an entry ends, and the entry goes by itself', async () => {
    const company = await newCompany(url);
    const end = new Date(Date.now() + 1500).toISOString();
    await ask(url, api.addIps, { body: { entries: [{ ip: A }, { ip: B, expires_at: end }] } }, company);
    await endsAt(end, async () => (await calls(company, B)) === 200);
    assert.equal(await calls(company, A), 200);
    const { items, total } = await ask(url, api.listIpWhitelist, {}, company);
    assert.deepEqual([items.length, total], [1, 1]);
    await until(async () => (await events(company, 'allowed-ip.expired')).length === 1, 3000);
    const [event] = await events(company, 'allowed-ip.expired');
    assert.deepEqual([event?.actor.type, event?.resource.name], ['system', B]);
  });

  it('is judged the same for other services that ask', async () => {
    const company = await newCompany(url);
    await ask(url, api.addIps, { body: { ip: A } }, company);
    const as: As = { headers: { 'x-internal-secret': INTERNAL_SECRET } };
    const verdict = (ip: string) => ask(url, validateApiKey, { body: { api_key: company.secret, ip } }, as);
    assert.deepEqual(await verdict(B), { valid: false, reason: 'ip_not_allowed' });
    assert.equal((await verdict(A)).valid, true);
  });
});

describe('the console', () => {
  it('is bound only where the tenant wants it; signing out stays open', async () => {
    const tenant = await gateway.registerTenant();
    const at = (ip: string): As => ({ token: tenant.token, ...from(ip) });
    await ask(url, api.addIps, { body: { ip: A } }, at(A));
    assert.equal((await send(url, me, {}, at(B))).status, 200);
    await ask(url, api.setIpMode, { body: { mode: 'enforce', bind_console: true } }, at(A));
    await refused(url, me, {}, at(B), 'ip_not_allowed');
    await refused(url, api.setIpMode, { body: { mode: 'enforce', bind_console: false } }, at(B), 'ip_not_allowed');
    assert.equal((await send(url, me, {}, at(A))).status, 200);
    const signIn = { body: { email: tenant.email, password: tenant.password } };
    await refused(url, login, signIn, from(B), 'ip_not_allowed');
    assert.equal((await send(url, login, signIn, from(A))).status, 200);
    await until(async () => {
      const { items } = await ask(url, api.listIpRefusals, {}, at(A));
      return items.length === 1 && items[0]?.keys.length === 0;
    }, SHOWN_MS);
    const origin = gateway.gateway.platform.publicOrigin();
    const out = await gateway
      .client({ token: tenant.token, cookie: tenant.cookie, headers: { origin, ...from(B).headers } })
      .post('/api/v1/auth/client/logout', {});
    assert.equal(out.status, 204);
    assert.equal(cookieOf(out), 'caas_refresh=');
  });
});

describe('a page', () => {
  const session = async (company: Company) => {
    const made = await ask(url, createSdkSession, { body: { user_external_id: 'u1' } }, { key: company.secret });
    assert.ok(made.access_token);
    return made;
  };
  /** Ends the session: the call that SDK tokens may make. */
  const sdk = (token: string, origin?: string) =>
    send(url, endSdkSession, {}, { token, ...(origin === undefined ? {} : { headers: { origin } }) });

  it('with an SDK token calls from any origin while the list is empty, then from the listed ones', async () => {
    const company = await newCompany(url);
    assert.equal((await sdk((await session(company)).access_token, 'https://anywhere.example')).status, 204);
    await ask(
      url,
      origins.addOrigins,
      {
        query: { confirm_lockout: true },
        body: { entries: [{ origin: LISTED }, { origin: 'https://*.shop.example' }] },
      },
      company,
    );
    const { access_token: token, refresh_token } = await session(company);
    for (const origin of [
      'https://anywhere.example',
      'null',
      `${LISTED}:8443`,
      `${LISTED}.evil.example`,
      'https://shop.example',
    ])
      assert.equal((await sdk(token, origin)).status, 403, origin);
    await refused(
      url,
      refreshSdkSession,
      { body: { refresh_token } },
      { headers: { origin: 'https://evil.example' } },
      'origin_not_allowed',
    );
    const good = await send(url, refreshSdkSession, { body: { refresh_token } }, { headers: { origin: LISTED } });
    assert.equal(good.status, 200);
    for (const origin of [LISTED, 'https://a.shop.example', undefined])
      assert.equal((await sdk((await session(company)).access_token, origin)).status, 204, String(origin));
    await until(async () => {
      const { items } = await ask(url, origins.listOriginWhitelist, { query: { sort: 'value' } }, company);
      return items.every(({ hits_24h }) => hits_24h > 0);
    }, SHOWN_MS);
    const { items } = await ask(url, origins.listOriginRefusals, {}, company);
    assert.ok(items.some(({ origin, calls: n, observed }) => origin === 'null' && n === 1 && !observed));
    assert.equal((await events(company, 'origin.refused')).length, items.length);
    const dry = await ask(url, origins.dryRunOrigins, { body: { remove: [LISTED] } }, company);
    assert.ok(dry.would_block.some(({ origin }) => origin === LISTED));
  });

  it('with an embed token needs its own origin on the list as well, and may read why it is refused', async () => {
    const company = await newCompany(url);
    const page = 'https://admin.example';
    const body = { scopes: ['tenant:read' as const], origin: page, actor: { id: 'u1', name: 'Wren' } };
    const { token } = await ask(url, createEmbedToken, { body }, { key: company.secret });
    const as = (origin: string): As => ({ token, headers: { origin } });
    assert.equal((await send(url, getTenant, {}, as(page))).status, 200);
    await ask(url, origins.addOrigins, { query: { confirm_lockout: true }, body: { origin: LISTED } }, company);
    const reply = await send(url, getTenant, {}, as(page));
    assert.deepEqual([reply.status, reply.headers.get('access-control-allow-origin')], [403, page]);
    await refused(url, getTenant, {}, as(LISTED), 'origin_not_allowed');
    await ask(url, origins.setOriginMode, { body: { mode: 'observe' } }, company);
    assert.equal((await send(url, getTenant, {}, as(page))).status, 200);
    await until(async () => {
      const { items } = await ask(url, origins.listOriginRefusals, {}, company);
      return items.some(({ origin, observed }) => origin === page && observed);
    }, SHOWN_MS);
  });

  it('gets its preflights answered as soon as any tenant lists its origin, and no longer than that', async () => {
    const company = await newCompany(url);
    const preflight = async (origin: string): Promise<string | null> => {
      const answer = await fetch(`${url}/v1/tenant`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET' },
      });
      return answer.headers.get('access-control-allow-origin');
    };
    const [exact, below] = ['https://one.cors.example', 'https://two.wild.cors.example'];
    assert.equal(await preflight(exact), null);
    const entries = [{ origin: exact }, { origin: 'https://*.wild.cors.example' }];
    await ask(url, origins.addOrigins, { body: { entries } }, company);
    assert.deepEqual([await preflight(exact), await preflight(below)], [exact, below]);
    for (const origin of [
      'https://cors.example',
      'https://wild.cors.example',
      'https://x.two.wild.cors.example',
      'null',
      '*',
      `${exact}/`,
    ])
      assert.equal(await preflight(origin), null, origin);
    assert.equal((await send(url, origins.removeOrigin, { params: { value: exact } }, company)).status, 204);
    assert.equal(await preflight(exact), null);
  });
});

describe('a list that can not be read', () => {
  it('lets nobody in', async () => {
    const company = await newCompany(url);
    await ask(url, api.addIps, { body: { ip: A } }, company);
    assert.equal(await calls(company, A), 200);
    await gateway.sql('revoke select on whitelist_entries from caas_app');
    await gateway.sql('update whitelist_settings set revision = revision + 1 where tenant_id = $1', [company.tenantId]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.ok([500, 503].includes(await calls(company, A)));
    assert.ok([500, 503].includes(await calls(company, B)));
    await gateway.sql('grant select on whitelist_entries to caas_app');
    assert.deepEqual([await calls(company, A), await calls(company, B)], [200, 403]);
  });
});
