import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as api from '@caas/contract/api-keys.js';
import { queryAudit } from '@caas/contract/audit.js';
import { getDashboard } from '@caas/contract/dashboard.js';
import { ask, newCompany, refused, send, until, type Company } from '../../support/gateway-client.js';
import { newMember, openGateway, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;
let url: string;
let company: Company;

before(async () => {
  open = await openGateway();
  url = open.url;
  company = await newCompany(url, 'free');
});
after(() => open.close());

const dashboard = () => ask(url, getDashboard, {}, company);
const codes = async () => (await dashboard()).attention.map((item) => item.code);

describe('the dashboard', () => {
  it('has nothing to say of a new company, and no figure for a day it was not there', async () => {
    const { calls, keys, attention } = await dashboard();
    assert.deepEqual([calls.total, calls.errors, calls.previous_total, calls.series.length], [0, 0, null, 24]);
    assert.deepEqual(keys, { live: 1, used_24h: 0, limit_allowed: 3 });
    assert.deepEqual(
      attention.map(({ code, severity, href }) => [code, severity, href]),
      [['email_unverified', 'info', '/profile']],
      'nothing but that its owner has not confirmed their address',
    );
    await open.sql('update users set email_verified = true');
    assert.deepEqual(await codes(), []);
  });

  it('counts the calls of all keys, and says which fail', async () => {
    for (let n = 0; n < 6; n += 1) await ask(url, api.listApiKeys, {}, { key: company.secret });
    for (let n = 0; n < 6; n += 1)
      await refused(url, queryAudit, { query: { from: 'x' } }, { key: company.secret }, 'invalid_request');
    await until(async () => (await dashboard()).calls.total === 12, 2000);
    const { calls, keys, attention } = await dashboard();
    assert.deepEqual(
      [calls.errors, calls.series.reduce((sum, hour) => sum + hour.calls, 0), keys.used_24h],
      [6, 12, 1],
    );
    const failing = attention.find((item) => item.code === 'calls_failing');
    assert.deepEqual([failing?.severity, failing?.data], ['danger', { calls_24h: 12, errors_24h: 6 }]);
  });

  it('names keys that expire, rotations that wait, old keys still called and a plan that is full', async () => {
    const { key } = await ask(
      url,
      api.createApiKey,
      { body: { name: 'Soon', scopes: ['read'], expires_at: new Date(Date.now() + 6 * 86_400_000).toISOString() } },
      company,
    );
    assert.ok((await codes()).includes('key_expiring'));
    await ask(url, api.createApiKey, { body: { name: 'Third', scopes: ['read'] } }, company);
    const { data } = (await dashboard()).attention.find((item) => item.code === 'quota_near') ?? {};
    assert.deepEqual(data, { limit: 3, used: 3 });
    const { key: fresh } = await ask(url, api.rotateApiKey, { body: { key_id: company.first.id } }, company);
    assert.ok((await codes()).includes('rotation_waiting'));
    await ask(url, api.promoteApiKey, { body: { key_id: fresh.id, force: true } }, company);
    const retiring = (await dashboard()).attention.find((item) => item.code === 'key_retiring');
    assert.equal(retiring?.data.calls_1h, 12);
    assert.ok(!(await codes()).includes('rotation_waiting'));
    await ask(url, api.revokeApiKey, { body: { key_id: key.id } }, company);
    assert.ok(!(await codes()).includes('key_expiring'));
  });

  it('is for every member, of their own company only', async () => {
    const other = await newCompany(url);
    const viewer = await newMember(open, other.tenantId, 'viewer');
    assert.equal((await ask(url, getDashboard, {}, viewer)).calls.total, 0);
    assert.equal((await send(url, getDashboard, {}, { key: company.secret })).status, 403);
  });
});
