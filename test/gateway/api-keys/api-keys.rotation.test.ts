import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import * as api from '@caas/contract/api-keys.js';
import { queryAudit } from '@caas/contract/audit.js';
import { ask, endsAt, newCompany, refused, send, until, type Company } from '../../support/gateway-client.js';
import { openGateway, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;
let url: string;
let company: Company;

before(async () => {
  open = await openGateway();
  url = open.url;
  company = await newCompany(url, 'enterprise');
});
after(() => open.close());

let counter = 0;
const create = async (more: object = {}) => {
  const { key, secret = '' } = await ask(
    url,
    api.createApiKey,
    { body: { name: `Key ${(counter += 1)}`, scopes: ['read', 'write'], ...more } },
    company,
  );
  return { id: key.id, secret, key };
};
const rotate = async (id: string, overlap = 3600) => {
  const { key, secret = '' } = await ask(
    url,
    api.rotateApiKey,
    { body: { key_id: id, overlap_seconds: overlap } },
    company,
  );
  return { id: key.id, secret, key };
};
const promote = (id: string, force = true) => ask(url, api.promoteApiKey, { body: { key_id: id, force } }, company);
const find = async (id: string) => (await ask(url, api.listApiKeys, { query: { q: id } }, company)).items[0];
const works = async (secret: string) => (await send(url, api.listApiKeys, {}, { key: secret })).status === 200;
const actions = async (id: string) =>
  (await ask(url, queryAudit, { query: { resource_id: id, order: 'asc' } }, company)).items.map(
    (event) => event.action,
  );

describe('rotation', () => {
  it('leaves the name of the living key to it: one that is over beside it can not take a name of others', async () => {
    const [old, other] = [await create(), await create()];
    const fresh = await rotate(old.id);
    const over = await ask(url, api.revokeApiKey, { body: { key_id: fresh.id } }, company);
    const rename = (name: string) => ({ params: { id: over.id }, body: { name, version: over.version } });
    await refused(url, api.updateApiKey, rename(other.key.name), company, 'name_taken');
    assert.equal((await find(old.id))?.name, old.key.name);
    await ask(url, api.updateApiKey, rename('A name for both'), company);
    assert.equal((await find(old.id))?.name, 'A name for both');
  });

  it('goes from one key over two to one, each step in the log', async () => {
    const old = await create({ note: 'n', ip_restrictions: ['127.0.0.0/8'] });
    const fresh = await rotate(old.id, 1);
    assert.deepEqual(
      [
        fresh.key.name,
        fresh.key.note,
        fresh.key.scopes,
        fresh.key.ip_restrictions,
        fresh.key.status,
        fresh.key.role,
        fresh.key.pair_id,
        fresh.key.overlap_seconds,
      ],
      [old.key.name, 'n', old.key.scopes, ['127.0.0.0/8'], 'secondary', 'secondary', old.key.pair_id, 1],
    );
    assert.equal((await find(old.id))?.status, 'rotating');
    await refused(url, api.rotateApiKey, { body: { key_id: old.id } }, company, 'rotation_running');
    await refused(url, api.rotateApiKey, { body: { key_id: fresh.id } }, company, 'wrong_state');
    const { ok } = await ask(url, api.testApiKey, { body: { key_id: fresh.id } }, company);
    assert.ok(ok);
    await refused(url, api.promoteApiKey, { body: { key_id: fresh.id } }, company, 'new_key_unused');
    assert.ok((await works(old.secret)) && (await works(fresh.secret)));
    const inUse = await refused(url, api.promoteApiKey, { body: { key_id: fresh.id } }, company, 'old_key_in_use');
    assert.equal(inUse.calls_1h, 1);
    const { primary, retiring } = await promote(fresh.id);
    assert.ok(retiring.replaced_by && Math.abs(Date.parse(retiring.replaced_at ?? '') - Date.now()) < 10_000);
    assert.deepEqual([retiring.replaced_by, primary.replaced_by], [fresh.key.created_by, null]);
    assert.deepEqual(
      [primary.id, primary.status, primary.role, retiring.status, retiring.role],
      [fresh.id, 'active', 'primary', 'retiring', 'secondary'],
    );
    await endsAt(retiring.retires_at, () => works(old.secret));
    assert.ok(await works(fresh.secret));
    await until(async () => (await actions(old.id)).includes('api-key.retired'), 10_000);
    assert.deepEqual(await actions(old.id), ['api-key.created', 'api-key.rotated', 'api-key.retired']);
    assert.deepEqual(await actions(fresh.id), ['api-key.tested', 'api-key.promoted']);
    assert.equal((await find(old.id))?.status, 'expired');
  });

  it('keeps on the key when and by whom it was tested, until a test fails', async () => {
    const old = await create();
    const fresh = await rotate(old.id);
    const test = () => ask(url, api.testApiKey, { body: { key_id: fresh.id } }, company);
    assert.deepEqual([fresh.key.tested_at, fresh.key.tested_by], [null, null]);
    await test();
    const tested = await find(fresh.id);
    assert.ok(Math.abs(Date.parse(tested?.tested_at ?? '') - Date.now()) < 10_000);
    assert.deepEqual([tested?.tested_by, tested?.version], [fresh.key.created_by, fresh.key.version]);
    await open.gateway.platform.db
      .tenant(company.tenantId)
      .write((tx) => sql`update api_keys set scopes = '{read}' where id = ${fresh.id}`.execute(tx));
    assert.equal((await test()).ok, false);
    assert.deepEqual([(await find(fresh.id))?.tested_at, (await find(fresh.id))?.tested_by], [null, null]);
    const { items } = await ask(url, queryAudit, { query: { resource_id: fresh.id, order: 'asc' } }, company);
    assert.deepEqual(
      items.map(({ action, result, details }) => [action, result, details?.failed]),
      [
        ['api-key.tested', 'success', undefined],
        ['api-key.tested', 'failure', ['scopes']],
      ],
    );
    await promote(fresh.id);
    await refused(url, api.testApiKey, { body: { key_id: fresh.id } }, company, 'wrong_state');
  });

  it('ends the old key at once without an overlap', async () => {
    const old = await create();
    const fresh = await rotate(old.id, 0);
    await promote(fresh.id);
    assert.ok(!(await works(old.secret)) && (await works(fresh.secret)));
  });

  it('can be rolled back while the old key retires, and not after', async () => {
    const old = await create();
    const fresh = await rotate(old.id, 60);
    await promote(fresh.id);
    await refused(url, api.rotateApiKey, { body: { key_id: fresh.id } }, company, 'rotation_running');
    const { primary, secondary } = await ask(url, api.rollbackApiKey, { body: { key_id: old.id } }, company);
    assert.deepEqual(
      [primary.id, primary.status, primary.retires_at, secondary.id, secondary.status, secondary.overlap_seconds],
      [old.id, 'rotating', null, fresh.id, 'secondary', 60],
    );
    assert.deepEqual([primary.replaced_at, primary.replaced_by], [null, null]);
    assert.ok((await works(old.secret)) && (await works(fresh.secret)));
    await refused(url, api.rollbackApiKey, { body: { key_id: old.id } }, company, 'wrong_state');
    await promote(fresh.id);
    await ask(url, api.revokeApiKey, { body: { key_id: old.id } }, company);
    await refused(url, api.rollbackApiKey, { body: { key_id: old.id } }, company, 'wrong_state');
  });

  it('ends when the secondary is revoked or deleted', async () => {
    const old = await create();
    const first = await rotate(old.id);
    await ask(url, api.revokeApiKey, { body: { key_id: first.id } }, company);
    assert.equal((await find(old.id))?.status, 'active');
    const second = await rotate(old.id);
    await ask(url, api.deleteApiKey, { params: { id: second.id } }, company);
    assert.equal((await find(old.id))?.status, 'active');
    assert.ok((await works(old.secret)) && !(await works(first.secret)) && !(await works(second.secret)));
  });

  it('hands over to the secondary when the primary is revoked, deleted or expires', async () => {
    const ends: ((id: string) => Promise<unknown>)[] = [
      (id) => ask(url, api.revokeApiKey, { body: { key_id: id } }, company),
      (id) => ask(url, api.deleteApiKey, { params: { id } }, company),
      async (id) => {
        const version = (await find(id))?.version ?? 0;
        await ask(
          url,
          api.updateApiKey,
          { params: { id }, body: { expires_at: new Date(Date.now() + 1500).toISOString(), version } },
          company,
        );
        await until(async () => (await actions(id)).includes('api-key.expired'), 10_000);
      },
    ];
    for (const end of ends) {
      const old = await create();
      const fresh = await rotate(old.id);
      await end(old.id);
      assert.deepEqual([(await find(fresh.id))?.status, (await find(fresh.id))?.role], ['active', 'primary']);
      assert.ok(!(await works(old.secret)) && (await works(fresh.secret)));
      await rotate(fresh.id);
    }
  });

  it('lets a key that expires live as long again, not as short', async () => {
    const day = 86_400_000;
    const { id, key } = await create({ expires_at: new Date(Date.now() + day).toISOString() });
    const { key: fresh } = await rotate(id);
    const life = Date.parse(fresh.expires_at ?? '') - Date.parse(fresh.created_at);
    assert.ok(Math.abs(life - (Date.parse(key.expires_at ?? '') - Date.parse(key.created_at))) < 1000);
  });

  it('dies at its expiry, without waiting for a sweep', async () => {
    const { id, key, secret } = await create({ expires_at: new Date(Date.now() + 2000).toISOString() });
    await endsAt(key.expires_at, () => works(secret));
    await until(async () => (await actions(id)).includes('api-key.expired'), 10_000);
    const { version = 0 } = (await find(id)) ?? {};
    await refused(
      url,
      api.updateApiKey,
      { params: { id }, body: { expires_at: null, version } },
      company,
      'wrong_state',
    );
  });

  it('lets one of two admins win', async () => {
    const { id } = await create();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send(url, api.rotateApiKey, { body: { key_id: id } }, company)),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409, 409, 409]);
    const won = await ask(
      url,
      api.listApiKeys,
      { query: { status: 'secondary', q: (await find(id))?.name ?? '' } },
      company,
    );
    const fresh = won.items[0]?.id ?? '';
    const both = await Promise.all([
      send(url, api.promoteApiKey, { body: { key_id: fresh, force: true } }, company),
      send(url, api.revokeApiKey, { body: { key_id: fresh } }, company),
    ]);
    assert.ok(both.some(({ status }) => status === 200));
    const { items } = await ask(url, api.listApiKeys, { query: { q: (await find(id))?.name ?? '' } }, company);
    const live = items.filter((key) => ['active', 'rotating', 'secondary', 'retiring'].includes(key.status));
    assert.ok(live.length >= 1 && live.length <= 2);
  });

  it('fails no call while keys are rotated under load', async () => {
    let { id, secret } = await create();
    let running = true;
    const failed: number[] = [];
    let calls = 0;
    const underWay = new Map<string, number>();
    const caller = async () => {
      while (running) {
        const mine = secret;
        underWay.set(mine, (underWay.get(mine) ?? 0) + 1);
        const { status } = await send(url, api.listApiKeys, { query: { limit: 1 } }, { key: mine });
        underWay.set(mine, (underWay.get(mine) ?? 0) - 1);
        calls += 1;
        if (status !== 200) failed.push(status);
      }
    };
    const callers = Array.from({ length: 4 }, caller);
    for (let round = 0; round < 15; round += 1) {
      const fresh = await rotate(id, 30);
      // As a deployment does: the new key goes out, then the old one is let go.
      const old = { id, secret };
      ({ id, secret } = fresh);
      await promote(id);
      await until(async () => underWay.get(old.secret) === 0, 5000);
      await ask(url, api.revokeApiKey, { body: { key_id: old.id } }, company);
    }
    running = false;
    await Promise.all(callers);
    assert.deepEqual(failed, []);
    assert.ok(calls > 50, `${calls} calls`);
  });
});
