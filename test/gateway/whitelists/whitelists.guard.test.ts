// Nobody is cut off by accident: what stops a change, what forces it, and what undoes it.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { listApiKeys } from '@caas/contract/api-keys.js';
import { queryAudit } from '@caas/contract/audit.js';
import { createEmbedToken } from '@caas/contract/embed-tokens.js';
import * as api from '@caas/contract/ip-whitelist.js';
import * as origins from '@caas/contract/origin-whitelist.js';
import { createSdkSession } from '@caas/contract/sdk-sessions.js';
import { ask, newCompany, refused, send, until, type As, type Company } from '../../support/gateway-client.js';
import { testGateway } from '../../support/gateway.js';

const REVERT_MS = 3000;
const gateway = await testGateway({ TRUST_PROXY: '127.0.0.1' }, { whitelistRevertMs: REVERT_MS });
after(() => gateway.close());
const { url } = gateway;
const [A, B, MINE] = ['203.0.113.1', '203.0.113.2', '198.51.100.9'];
const FORCED = { query: { confirm_lockout: true } } as const;

const from = (ip: string) => ({ headers: { 'x-forwarded-for': ip } });
const calls = async (company: Company, ip: string): Promise<number> =>
  (await send(url, listApiKeys, { query: { limit: 1 } }, { key: company.secret, ...from(ip) })).status;
const list = async (company: Company) => {
  const { items, ...state } = await ask(url, api.listIpWhitelist, { query: { sort: 'value' } }, company);
  return { values: items.map(({ value }) => value), ...state };
};
const uncovered = (problem: Record<string, unknown>): string[] =>
  (problem.uncovered as { ip?: string; origin?: string }[]).map(({ ip, origin }) => ip ?? origin ?? '').sort();
const actions = async (company: Company): Promise<string[]> =>
  (await ask(url, queryAudit, { query: { limit: 100, order: 'asc' } }, company)).items.map(({ action }) => action);

describe('a change that would cut off a calling server', () => {
  it('is stopped with a list of those in use, and made when they are added along', async () => {
    const company = await newCompany(url);
    for (const ip of [A, A, B]) assert.equal(await calls(company, ip), 200);
    const stopped = await refused(url, api.addIps, { body: { ip: MINE } }, company, 'would_lock_out');
    assert.deepEqual(uncovered(stopped), [A, B]);
    const [first] = stopped.uncovered as { calls_24h: number; you: boolean; keys: { name: string }[] }[];
    assert.deepEqual([first?.calls_24h, first?.you, first?.keys[0]?.name], [2, false, 'Primary']);
    assert.deepEqual((await list(company)).values, []);
    const all = { entries: [MINE, A, B].map((ip) => ({ ip })) };
    assert.equal((await ask(url, api.addIps, { body: all }, company)).added.length, 3);
    const removal = { params: { value: A } };
    assert.deepEqual(uncovered(await refused(url, api.removeIp, removal, company, 'would_lock_out')), [A]);
    assert.equal(
      (await send(url, api.removeIp, { params: { value: MINE } }, company)).status,
      204,
      'nobody calls from it',
    );
  });

  it('is none when the caller has no key that works, or was refused already', async () => {
    const company = await newCompany(url);
    assert.equal(await calls(company, A), 200);
    await ask(url, api.addIps, { body: { ip: A } }, company);
    assert.equal(await calls(company, B), 403);
    assert.equal((await send(url, api.setIpMode, { body: { mode: 'observe' } }, company)).status, 200);
    assert.equal(
      (await send(url, api.setIpMode, { body: { mode: 'enforce' } }, company)).status,
      200,
      'B was never let in',
    );
    await gateway.sql("update api_keys set status = 'revoked' where id = $1", [company.first.id]);
    assert.equal((await send(url, api.removeIp, { params: { value: A } }, company)).status, 204);
  });

  it('is stopped also when a list that observed is enforced', async () => {
    const company = await newCompany(url);
    await ask(url, api.setIpMode, { body: { mode: 'observe' } }, company);
    await ask(url, api.addIps, { body: { ip: A } }, company);
    assert.equal(await calls(company, B), 200);
    const body = { mode: 'enforce' } as const;
    assert.deepEqual(uncovered(await refused(url, api.setIpMode, { body }, company, 'would_lock_out')), [B]);
  });

  it("is stopped for the admin's own address where the list binds the console", async () => {
    const company: Company & As = { ...(await newCompany(url)), ...from(MINE) };
    await ask(url, api.addIps, { body: { ip: A } }, company);
    const bind = { body: { mode: 'enforce', bind_console: true } } as const;
    const stopped = await refused(url, api.setIpMode, bind, company, 'would_lock_out');
    assert.deepEqual(uncovered(stopped), [MINE]);
    assert.equal((stopped.uncovered as { you: boolean }[])[0]?.you, true);
    await ask(url, api.addIps, { body: { ip: MINE } }, company);
    assert.equal((await ask(url, api.setIpMode, bind, company)).bind_console, true);
    const removal = { params: { value: MINE } };
    assert.deepEqual(uncovered(await refused(url, api.removeIp, removal, company, 'would_lock_out')), [MINE]);
  });

  it('is judged alone: of two admins who each take one of two entries, one is stopped', async () => {
    const company = await newCompany(url);
    for (let round = 0; round < 5; round += 1) {
      assert.equal(await calls(company, A), 200);
      const both = { body: { entries: [{ ip: `${A}/31` }, { ip: `${A}/30` }, { ip: MINE }] } };
      await ask(url, api.addIps, both, company);
      const remove = (value: string) => send(url, api.removeIp, { params: { value } }, company);
      const answers = await Promise.all([remove(`${A}/31`), remove(`${A}/30`)]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 409]);
      await ask(url, api.setIpMode, { body: { mode: 'observe' } }, company);
      for (const value of (await list(company)).values) assert.equal((await remove(value)).status, 204);
      await ask(url, api.setIpMode, { body: { mode: 'enforce' } }, company);
    }
  });
});

describe('a forced change', { concurrency: true }, () => {
  it('undoes itself, once, unless it is confirmed', async () => {
    const company = await newCompany(url);
    assert.equal(await calls(company, A), 200);
    const { revert } = await ask(url, api.addIps, { ...FORCED, body: { ip: MINE, label: 'Mine' } }, company);
    assert.ok(revert && Math.abs(Date.parse(revert.at) - Date.now() - REVERT_MS) < 1000);
    assert.deepEqual((await list(company)).revert, revert);
    assert.equal(await calls(company, A), 403);
    await until(async () => (await calls(company, A)) === 200, REVERT_MS + 2000);
    assert.deepEqual(await list(company).then(({ values, revert: left }) => [values, left]), [[], null]);
    const late = { body: { revert_id: revert.id } };
    await refused(url, api.confirmIpChange, late, company, 'not_found');
    assert.equal((await actions(company)).filter((action) => action === 'allowed-ips.reverted').length, 1);
  });

  it('puts back what was removed or merged, and how the list was applied', async () => {
    const company = await newCompany(url);
    await ask(url, api.addIps, { body: { ip: A, label: 'Server' } }, company);
    assert.equal(await calls(company, A), 200);
    await ask(url, api.addIps, { body: { ip: MINE } }, company);
    const before = await ask(url, api.listIpWhitelist, { query: { sort: 'value' } }, company);
    const forced = await send(url, api.removeIp, { ...FORCED, params: { value: A } }, company);
    assert.equal(forced.status, 200);
    await until(async () => (await list(company)).revert === null, REVERT_MS + 2000);
    const after = await ask(url, api.listIpWhitelist, { query: { sort: 'value' } }, company);
    const shape = ({ items }: typeof after) =>
      items.map(({ id, value, label, created_at }) => ({ id, value, label, created_at }));
    assert.deepEqual(shape(after), shape(before), 'the same entries, not new ones');
    await ask(url, api.setIpMode, { body: { mode: 'observe' } }, company);
    assert.equal(await calls(company, B), 200);
    const state = await ask(url, api.setIpMode, { ...FORCED, body: { mode: 'enforce' } }, company);
    assert.ok(state.revert);
    await until(async () => (await list(company)).mode === 'observe', REVERT_MS + 2000);
  });

  it('stays when it is confirmed in time, by whoever may change the list', async () => {
    const [company, stranger] = [await newCompany(url), await newCompany(url)];
    const { token } = await gateway.addMember({ id: company.tenantId }, 'developer');
    assert.equal(await calls(company, A), 200);
    const { revert } = await ask(url, api.addIps, { ...FORCED, body: { ip: MINE } }, company);
    const body = { revert_id: revert?.id ?? '' };
    await refused(url, api.confirmIpChange, { body }, stranger, 'not_found');
    await refused(url, origins.confirmOriginChange, { body }, company, 'not_found');
    await refused(url, api.confirmIpChange, { body }, { token }, 'forbidden');
    assert.equal((await send(url, api.confirmIpChange, { body }, company)).status, 204);
    await refused(url, api.confirmIpChange, { body }, company, 'not_found');
    await new Promise((resolve) => setTimeout(resolve, REVERT_MS + 1200));
    assert.deepEqual((await list(company)).values, [MINE]);
    assert.equal((await actions(company)).at(-1), 'allowed-ips.confirmed');
  });

  it('stays when a later change takes its place; a label takes none', async () => {
    const company = await newCompany(url);
    assert.equal(await calls(company, A), 200);
    const { added, revert } = await ask(url, api.addIps, { ...FORCED, body: { ip: MINE } }, company);
    const label = { params: { id: added[0]?.id ?? '' }, body: { label: 'Mine', version: 1 } };
    await ask(url, api.updateIpEntry, label, company);
    assert.deepEqual((await list(company)).revert, revert);
    await ask(url, api.addIps, { body: { ip: B } }, company);
    assert.equal((await list(company)).revert, null);
    await new Promise((resolve) => setTimeout(resolve, REVERT_MS + 1200));
    assert.deepEqual((await list(company)).values, [MINE, B]);
  });

  it('that cuts off the admin can not be confirmed from where it cuts them off', async () => {
    const company: Company & As = { ...(await newCompany(url)), ...from(MINE) };
    await ask(url, api.addIps, { body: { ip: A } }, company);
    const state = await ask(url, api.setIpMode, { ...FORCED, body: { mode: 'enforce', bind_console: true } }, company);
    const body = { revert_id: state.revert?.id ?? '' };
    await refused(url, api.confirmIpChange, { body }, company, 'ip_not_allowed');
    await until(async () => (await send(url, api.listIpWhitelist, {}, company)).status === 200, REVERT_MS + 2000);
    assert.equal((await list(company)).bind_console, false);
  });
});

describe('origins in use', () => {
  const PAGE = 'https://admin.tenant.example';

  it("stop a change that would refuse their sessions, their tokens or the dashboard's own page", async () => {
    const company = await newCompany(url);
    const server: As = { key: company.secret };
    const actor = { id: 'u1', name: 'Wren' };
    const minting = { body: { scopes: ['whitelist:read', 'whitelist:write'] as const, origin: PAGE, actor } };
    const { token } = await ask(
      url,
      createEmbedToken,
      { body: { ...minting.body, scopes: [...minting.body.scopes] } },
      server,
    );
    const other = { body: { origin: 'https://app.example.com' } };
    const stopped = await refused(url, origins.addOrigins, other, company, 'would_lock_out');
    assert.deepEqual(uncovered(stopped), [PAGE]);
    const embedded: As = { token, headers: { origin: PAGE } };
    const mine = await refused(url, origins.addOrigins, other, embedded, 'would_lock_out');
    assert.deepEqual([uncovered(mine), (mine.uncovered as { you: boolean }[])[0]?.you], [[PAGE], true]);
    assert.equal((await ask(url, origins.listOriginWhitelist, {}, embedded)).your_origin, PAGE);
    const both = { body: { entries: [{ origin: PAGE }, { origin: 'https://app.example.com' }] } };
    assert.equal((await ask(url, origins.addOrigins, both, embedded)).added.length, 2);
    const removal = { params: { value: PAGE } };
    await refused(url, origins.removeOrigin, removal, embedded, 'would_lock_out');
    const { access_token: sdk } = await ask(url, createSdkSession, { body: { user_external_id: 'u1' } }, server);
    assert.ok(sdk);
  });
});
