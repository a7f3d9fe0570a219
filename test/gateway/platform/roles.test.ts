// Walks every endpoint of the contract: who may call it, with which role or scope, and that nobody else may.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Endpoint, KeyScope } from '@caas/contract/endpoint.js';
import { ENDPOINTS } from '@caas/contract/endpoints.js';
import { ROLES, ROLE_PERMISSIONS } from '@caas/contract/permissions.js';
import { testGateway, type Reply, type TestClient } from '../../support/gateway.js';

const SECRET = 'a secret between services';
// A host name: passkeys exist at none of the addresses that are numbers.
const gateway = await testGateway({ INTERNAL_SECRET: SECRET, PUBLIC_URL: 'http://localhost:3100' });
after(() => gateway.close());
const tenant = await gateway.registerTenant({ plan: 'enterprise' });
const stranger = await gateway.registerTenant();
const ABSENT = '01J00000000000000000000000';

/** The endpoint's path with ids that fit the form and belong to nobody. */
const pathOf = ({ path }: Endpoint): string => path.replace(':id', `key_${ABSENT}`).replace(/:[a-z_]+/g, ABSENT);

/** Calls with a body that is refused: what counts is whether the caller gets as far as that. */
function call(client: TestClient, endpoint: Endpoint): Promise<Reply> {
  const path = pathOf(endpoint);
  const body = endpoint.body ? { no_such_field: 1 } : undefined;
  switch (endpoint.method) {
    case 'GET':
      return client.get(path);
    case 'POST':
      return client.post(path, body);
    case 'PUT':
      return client.put(path, body);
    case 'PATCH':
      return client.patch(path, body);
    case 'DELETE':
      return client.delete(path, body);
  }
}

const gotThrough = (status: number): boolean => [200, 202, 204, 400, 404].includes(status);

describe('without a credential', () => {
  for (const endpoint of ENDPOINTS) {
    const open = endpoint.who.includes('public');
    it(`${endpoint.id} ${open ? 'answers' : 'refuses'}`, async () => {
      const { status, body } = await call(gateway.client(), endpoint);
      if (open) assert.ok(gotThrough(status), `${status}`);
      // The cookie's endpoints first look where the request comes from.
      else if (endpoint.who.includes('refresh'))
        assert.ok(['cross_site_request', 'invalid_request'].includes(String(body.code)), String(body.code));
      else assert.equal(status, 401);
    });
  }
});

for (const role of ROLES) {
  describe(`as ${role}`, async () => {
    for (const endpoint of ENDPOINTS.filter(({ who, id }) => who.includes('console') && id !== 'logout')) {
      const may = !endpoint.permission || ROLE_PERMISSIONS[role].includes(endpoint.permission);
      it(`${endpoint.id} ${may ? 'is open' : 'is refused'}`, async () => {
        const member = await gateway.addMember(tenant, role);
        const { status, body } = await call(member.api, endpoint);
        if (may) assert.ok(gotThrough(status), `${status} ${JSON.stringify(body)}`);
        else {
          assert.equal(status, 403);
          assert.equal(body.needs, endpoint.permission);
        }
      });
    }
  });
}

for (const scope of ['read', 'write', 'admin'] as const satisfies readonly KeyScope[]) {
  describe(`with a key of scope ${scope}`, () => {
    for (const endpoint of ENDPOINTS) {
      const takesKeys = endpoint.who.includes('key');
      const may = endpoint.who.includes('public') || (takesKeys && endpoint.keyScope === scope);
      it(`${endpoint.id} ${may ? 'is open' : 'is refused'}`, async () => {
        const made = await tenant.api.post<{ secret: string; key: { id: string } }>('/v1/auth/api-keys', {
          name: `${scope} ${endpoint.id}`,
          scopes: [scope],
        });
        const { status } = await call(gateway.client({ apiKey: made.body.secret }), endpoint);
        await tenant.api.delete(`/v1/auth/api-keys/${made.body.key.id}?force=true`);
        if (may) assert.ok(gotThrough(status), `${status}`);
        else assert.equal(status, 403);
      });
    }
  });
}

describe('internal endpoints', () => {
  for (const endpoint of ENDPOINTS.filter(({ who }) => who.includes('internal'))) {
    it(`${endpoint.id} takes the secret and nothing else`, async () => {
      assert.equal((await call(gateway.client({ headers: { 'x-internal-secret': SECRET } }), endpoint)).status, 400);
      assert.equal(
        (await call(gateway.client({ headers: { 'x-internal-secret': `${SECRET}!` } }), endpoint)).status,
        401,
      );
    });

    it(`${endpoint.id} does not exist without a secret`, async () => {
      const plain = await gateway.sibling({ INTERNAL_SECRET: '' });
      const { status } = await call(plain.client({ headers: { 'x-internal-secret': '' } }), endpoint);
      await plain.close();
      assert.equal(status, 404);
    });
  }
});

describe('another tenant', async () => {
  const passkey = `psk_${ABSENT.replace(/0$/, '1')}`;
  await gateway.sql(
    "insert into passkeys (id, user_id, name, credential_id, public_key, counter, transports, synced) values ($1, $2, 'Key', 'c', '', 0, '{}', false)",
    [passkey, tenant.userId],
  );
  const entry = `wle_${ABSENT.replace(/0$/, '1')}`;
  await gateway.sql(
    "insert into whitelist_entries (id, tenant_id, kind, value, created_by) values ($1, $2, 'ip', '127.0.0.1', jsonb_build_object('id', null, 'name', 'Ada'))",
    [entry, tenant.id],
  );
  /** Something of the first tenant that the endpoint takes by id. */
  const ownedId = ({ params }: Endpoint): string =>
    [tenant.keyId, passkey, entry].find((id) => params?.safeParse({ id }).success) ?? tenant.keyId;

  for (const endpoint of ENDPOINTS.filter(({ who, path }) => who.includes('console') && path.includes(':id'))) {
    it(`${endpoint.id} answers for a foreign id exactly as for an unknown one`, async () => {
      const body = [{ name: 'x', version: 1 }, { name: 'x' }, { version: 1 }].find(
        (one) => endpoint.body?.safeParse(one).success,
      );
      const ask = (id: string): Promise<Reply> => {
        const path = endpoint.path.replace(':id', id);
        return endpoint.method === 'GET'
          ? stranger.api.get(path)
          : endpoint.method === 'PATCH'
            ? stranger.api.patch(path, body)
            : stranger.api.delete(path);
      };
      const mine = ownedId(endpoint);
      const [foreign, unknown] = [await ask(mine), await ask(mine.replace(/_.*/, `_${ABSENT}`))];
      assert.equal(foreign.status, 404);
      assert.deepEqual({ ...foreign.body, request_id: '' }, { ...unknown.body, request_id: '' });
    });
  }

  for (const endpoint of ENDPOINTS.filter(({ path }) => path.startsWith('/api/v1/auth/client/api-keys/'))) {
    it(`${endpoint.id} answers 404 for a foreign key`, async () => {
      assert.equal((await stranger.api.post(endpoint.path, { key_id: tenant.keyId })).status, 404);
    });
  }
});

describe('a lowered role', () => {
  it('counts within a second, with the token that was given before', async () => {
    const member = await gateway.addMember(tenant, 'developer');
    assert.equal((await member.api.post('/v1/auth/api-keys', {})).status, 400);
    await gateway.sql("update memberships set role = 'viewer' where user_id = $1", [member.userId]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal((await member.api.post('/v1/auth/api-keys', {})).status, 403);
  });
});
