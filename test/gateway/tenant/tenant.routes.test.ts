import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { getTenant } from '@caas/contract/tenant.js';
import { ask, newCompany, refused } from '../../support/gateway-client.js';
import { newMember, openGateway, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;

before(async () => {
  open = await openGateway();
});
after(() => open.close());

describe('the tenant', () => {
  it('shows itself to every member, with the limits of its plan', async () => {
    for (const [plan, keys] of [
      ['free', 3],
      ['business', 10],
      ['enterprise', 100],
    ] as const) {
      const company = await newCompany(open.url, plan);
      const viewer = await newMember(open, company.tenantId, 'viewer');
      const tenant = await ask(open.url, getTenant, {}, viewer);
      assert.deepEqual([tenant.id, tenant.plan, tenant.limits.api_keys], [company.tenantId, plan, keys]);
    }
  });

  it('is not for keys, nor for nobody', async () => {
    const company = await newCompany(open.url);
    await refused(open.url, getTenant, {}, { key: company.secret }, 'forbidden');
    await refused(open.url, getTenant, {}, {}, 'token_invalid');
  });
});
