import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Endpoint } from '@caas/contract/endpoint.js';
import { ENDPOINTS } from '@caas/contract/endpoints.js';
import { createEmbedToken } from '@caas/contract/embed-tokens.js';
import { EMBED_SCOPES } from '@caas/contract/permissions.js';
import { ask, newCompany, sendAny, type As } from '../../support/gateway-client.js';
import { openGateway, type OpenGateway } from '../../support/gateway-open.js';

const PAGE = 'https://app.example.com';
const CHECKED = ENDPOINTS.filter(
  ({ who }) => who.some((caller) => ['console', 'embed', 'key'].includes(caller)) && !who.includes('refresh'),
);

interface Caller {
  name: string;
  as: As;
  may: (endpoint: Endpoint) => boolean;
}

let open: OpenGateway;
const callers: Caller[] = [];

before(async () => {
  open = await openGateway();
  const company = await newCompany(open.url, 'enterprise');
  for (const scope of EMBED_SCOPES) {
    const body = { scopes: [scope], origin: PAGE, actor: { id: 'u-1', name: 'Ada' } };
    const { token } = await ask(open.url, createEmbedToken, { body }, { key: company.secret });
    const may = ({ who, permission }: Endpoint) => who.includes('embed') && (!permission || permission === scope);
    callers.push({ name: scope, as: { token, headers: { origin: PAGE } }, may });
  }
});
after(() => open.close());

describe('the rights of embed tokens', () => {
  for (const endpoint of CHECKED) {
    it(`${endpoint.id} is ${endpoint.who.includes('embed') ? `for ${endpoint.permission ?? 'all of them'}` : 'for none of them'}`, async () => {
      for (const { name, as, may } of callers) {
        // A request that names nothing: whoever may call is told what is wrong with it, anybody else only that they may not.
        const input = { params: { id: 'none', jti: 'none' }, ...(endpoint.body ? { body: {} } : {}) };
        const { status } = await sendAny(open.url, endpoint, input, as);
        assert.equal(status !== 401 && status !== 403, may(endpoint), `${name} got ${status}`);
      }
    });
  }
});
