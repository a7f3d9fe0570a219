// Callers with a key may get a list again that was read a moment ago: never another tenant's, never one from before a change.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as api from '@caas/contract/api-keys.js';
import { ask, newCompany, until, type Company } from '../../support/gateway-client.js';
import { openGateway, startGatewayProcess, type GatewayProcess, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;
let other: GatewayProcess;
let a: Company;
let b: Company;

const list = (key: string, url = open.url) => ask(url, api.listApiKeys, { query: { limit: 200 } }, { key });
const names = async (key: string, url = open.url) => (await list(key, url)).items.map(({ name }) => name);

before(async () => {
  open = await openGateway();
  other = await startGatewayProcess(open);
  [a, b] = [await newCompany(open.url, 'enterprise'), await newCompany(open.url, 'enterprise')];
});
after(async () => {
  await other.kill();
  await open.close();
});

describe('a list that a key asks for again and again', () => {
  it('shows each change in the very next answer of the process that made it, and within a second in another', async () => {
    for (let n = 0; n < 5; n += 1) {
      await Promise.all([names(a.secret), names(a.secret, other.url)]);
      const name = `Fresh ${n}`;
      const { key } = await ask(open.url, api.createApiKey, { body: { name, scopes: ['read'] } }, a);
      const seen = await list(a.secret);
      assert.ok(seen.items.some((item) => item.id === key.id));
      assert.deepEqual([seen.total, seen.used], [seen.items.length, seen.items.length]);
      await until(async () => (await names(a.secret, other.url)).includes(name), 1000);

      await ask(open.url, api.revokeApiKey, { body: { key_id: key.id } }, a);
      assert.equal((await list(a.secret)).items.find((item) => item.id === key.id)?.status, 'revoked');
      await ask(open.url, api.deleteApiKey, { params: { id: key.id }, query: { force: true } }, a);
      assert.ok(!(await names(a.secret)).includes(name));
      await until(async () => !(await names(a.secret, other.url)).includes(name), 1000);
    }
  });

  it('shows a change that commits while lists are being read', async () => {
    let changing = true;
    const readers = Array.from({ length: 8 }, async () => {
      while (changing) await names(a.secret);
    });
    for (let n = 0; n < 20; n += 1) {
      const name = `Raced ${n}`;
      await ask(open.url, api.createApiKey, { body: { name, scopes: ['read'] } }, a);
      assert.ok((await names(a.secret)).includes(name), name);
    }
    changing = false;
    await Promise.all(readers);
  });

  it('is never that of another tenant, also when both ask at once', async () => {
    const [ofA, ofB] = [await list(a.secret), await list(b.secret)];
    const ids = (of: typeof ofA): Set<string> => new Set(of.items.map(({ id }) => id));
    assert.ok([...ids(ofA)].every((id) => !ids(ofB).has(id)));
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => ({
        mine: n % 2 ? ofA : ofB,
        got: await list(n % 2 ? a.secret : b.secret),
      })),
    );
    for (const { mine, got } of answers) assert.deepEqual(ids(got), ids(mine));
  });

  it('shows the use of the key that asks within two seconds', async () => {
    await names(b.secret);
    const asked = Date.now();
    await names(b.secret);
    const used = async (): Promise<number> =>
      Date.parse((await list(b.secret)).items.find(({ id }) => id === b.first.id)?.last_used_at ?? '1970-01-01');
    await until(async () => (await used()) >= asked, 2000);
  });
});
