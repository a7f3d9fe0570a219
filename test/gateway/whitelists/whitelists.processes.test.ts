// Several gateway processes on one database: a change counts everywhere, and what was forced is undone once, whoever dies.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listApiKeys } from '@caas/contract/api-keys.js';
import { queryAudit } from '@caas/contract/audit.js';
import { createEmbedToken } from '@caas/contract/embed-tokens.js';
import * as api from '@caas/contract/ip-whitelist.js';
import * as origins from '@caas/contract/origin-whitelist.js';
import { getTenant } from '@caas/contract/tenant.js';
import { ask, newCompany, send, until, type As, type Company } from '../../support/gateway-client.js';
import { openGateway, startGatewayProcess, type GatewayProcess, type OpenGateway } from '../../support/gateway-open.js';

const ELSEWHERE = '203.0.113.1';
const FORCED = { query: { confirm_lockout: true } } as const;

let open: OpenGateway;
let other: GatewayProcess;

before(async () => {
  open = await openGateway();
  other = await startGatewayProcess(open);
});
after(async () => {
  await other.kill();
  await open.close();
});

const status = async (url: string, company: Company): Promise<number> =>
  (await send(url, listApiKeys, { query: { limit: 1 } }, { key: company.secret })).status;
const both = async (company: Company): Promise<number[]> =>
  Promise.all([status(open.url, company), status(other.url, company)]);
const reverts = async (company: Company, url = open.url): Promise<number> =>
  (await ask(url, queryAudit, { query: { limit: 200 } }, company)).items.filter(
    ({ action }) => action === 'allowed-ips.reverted',
  ).length;

describe('two processes on one database', () => {
  it('both refuse an address, and let it in again, within a second of the change', async () => {
    const company = await newCompany(open.url);
    assert.deepEqual(await both(company), [200, 200]);
    for (let round = 0; round < 3; round += 1) {
      await ask(open.url, api.addIps, { ...FORCED, body: { ip: ELSEWHERE } }, company);
      assert.equal(await status(open.url, company), 403, 'at once where it was changed');
      await until(async () => (await status(other.url, company)) === 403, 1000);
      assert.equal((await send(other.url, api.removeIp, { params: { value: ELSEWHERE } }, company)).status, 204);
      await until(async () => (await both(company)).every((one) => one === 200), 1000);
    }
  });

  it('both refuse a page within a second, and let it in again also when the message of it is lost', async () => {
    const company = await newCompany(open.url);
    const page = 'https://admin.example';
    const body = { scopes: ['tenant:read' as const], origin: page, actor: { id: 'u1', name: 'Wren' } };
    const { token } = await ask(open.url, createEmbedToken, { body }, { key: company.secret });
    const as: As = { token, headers: { origin: page } };
    const reads = async (url: string): Promise<number> => (await send(url, getTenant, {}, as)).status;
    assert.deepEqual([await reads(open.url), await reads(other.url)], [200, 200]);
    await ask(open.url, origins.addOrigins, { ...FORCED, body: { origin: 'https://app.example.com' } }, company);
    await until(async () => (await reads(other.url)) === 403, 1000);
    // A change that no process is told of is found all the same.
    await open.sql('delete from whitelist_entries where tenant_id = $1', [company.tenantId]);
    await open.sql('update whitelist_settings set revision = revision + 1 where tenant_id = $1', [company.tenantId]);
    await until(async () => (await reads(open.url)) === 200 && (await reads(other.url)) === 200, 1000);
  });
});

describe('a forced change', () => {
  /** Lets its time come, sooner than in a minute. */
  const due = (company: Company, inSeconds: number) =>
    open.sql('update whitelist_reverts set at = now() + make_interval(secs => $2) where tenant_id = $1', [
      company.tenantId,
      inSeconds,
    ]);

  it('is undone once by those that live when the process that made it is killed', async () => {
    const company = await newCompany(open.url);
    assert.deepEqual(await both(company), [200, 200]);
    const { revert } = await ask(other.url, api.addIps, { ...FORCED, body: { ip: ELSEWHERE } }, company);
    assert.ok(revert && Date.parse(revert.at) - Date.now() > 50_000, 'a minute');
    await other.kill();
    const more = await Promise.all([startGatewayProcess(open), startGatewayProcess(open)]);
    other = more[0];
    await due(company, 0.5);
    await until(async () => (await status(open.url, company)) === 200, 3000);
    await until(async () => (await status(more[1].url, company)) === 200, 1000);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(await reverts(company), 1);
    await more[1].kill();
  });

  it('is undone by the next start when its time came while nobody ran', async () => {
    const first = await openGateway();
    const company = await newCompany(first.url);
    assert.equal(await status(first.url, company), 200);
    await ask(first.url, api.addIps, { ...FORCED, body: { ip: ELSEWHERE } }, company);
    await first.gateway.close();
    await first.sql('update whitelist_reverts set at = now() where tenant_id = $1', [company.tenantId]);
    const next = await startGatewayProcess(first);
    await until(async () => (await status(next.url, company)) === 200, 5000);
    assert.equal(await reverts(company, next.url), 1);
    await next.kill();
    await open.sql(`drop database ${new URL(first.config.databaseUrl ?? '').pathname.slice(1)} with (force)`);
  });
});
