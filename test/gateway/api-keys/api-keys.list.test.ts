import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as api from '@caas/contract/api-keys.js';
import type { Input } from '@caas/contract/endpoint.js';
import { ask, newCompany, refused, send, type Company } from '../../support/gateway-client.js';
import { openGateway, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;
let url: string;
let alphaSecret = '';
let company: Company;
type Query = NonNullable<Input<typeof api.listApiKeys>['query']>;

const list = (query: Query) => ask(url, api.listApiKeys, { query }, company);

/** All pages one after the other, as names; `+` stands behind a secondary of a running rotation, `-` behind one that is over. */
async function pages(query: Query): Promise<string[][]> {
  const seen: string[][] = [];
  let cursor: string | undefined;
  do {
    const { items, next_cursor: next } = await list(cursor ? { ...query, cursor } : query);
    const over = (key: api.ApiKey) => key.status === 'revoked' || key.status === 'expired';
    seen.push(items.map((key) => `${key.name}${key.role === 'primary' ? '' : over(key) ? '-' : '+'}`));
    cursor = next ?? undefined;
  } while (cursor && seen.length < 50);
  return seen;
}

before(async () => {
  open = await openGateway();
  url = open.url;
  company = await newCompany(url, 'enterprise');
  const day = 86_400_000;
  const make = (name: string, more: object = {}) =>
    ask(url, api.createApiKey, { body: { name, scopes: ['read'], ...more } }, company);
  for (const name of [
    'alpha',
    'Bravo',
    'charlie',
    'delta',
    'echo',
    'foxtrot',
    'golf',
    'aardvark',
    'hotel',
    'india',
    'juliet',
  ]) {
    const { key, secret } = await make(
      name,
      name === 'echo'
        ? { note: '100 % of_everything', scopes: ['write'], expires_at: new Date(Date.now() + 5 * day).toISOString() }
        : {},
    );
    if (name === 'alpha') alphaSecret = secret ?? '';
    if (['Bravo', 'delta', 'golf'].includes(name))
      await ask(url, api.rotateApiKey, { body: { key_id: key.id } }, company);
    if (name === 'hotel') {
      // Given up while its elder still retires: the pair lives on.
      const { key: next } = await ask(url, api.rotateApiKey, { body: { key_id: key.id } }, company);
      await ask(url, api.promoteApiKey, { body: { key_id: next.id, force: true } }, company);
      await ask(url, api.revokeApiKey, { body: { key_id: next.id } }, company);
    }
    if (['india', 'juliet'].includes(name)) {
      // Replaced: the pair lives on without its old key, and the second one is rotated again.
      const { key: next } = await ask(
        url,
        api.rotateApiKey,
        { body: { key_id: key.id, overlap_seconds: name === 'india' ? 0 : 3600 } },
        company,
      );
      await ask(url, api.promoteApiKey, { body: { key_id: next.id, force: true } }, company);
      if (name === 'juliet') {
        await ask(url, api.revokeApiKey, { body: { key_id: key.id } }, company);
        await ask(url, api.rotateApiKey, { body: { key_id: next.id } }, company);
      }
    }
    if (['foxtrot', 'aardvark'].includes(name)) await ask(url, api.revokeApiKey, { body: { key_id: key.id } }, company);
  }
});
after(() => open.close());

describe('the list of API keys', () => {
  it('shows newest first, each secondary right behind its primary, and keys that are over at the end', async () => {
    const [page] = await pages({});
    assert.deepEqual(page, [
      'juliet',
      'juliet+',
      'india',
      'hotel',
      'hotel+',
      'golf',
      'golf+',
      'echo',
      'delta',
      'delta+',
      'charlie',
      'Bravo',
      'Bravo+',
      'alpha',
      'Primary',
      'juliet-',
      'india-',
      'aardvark',
      'foxtrot',
    ]);
  });

  it('gives the same over pages of every size, and tears no pair that fits', async () => {
    for (const sort of ['name', '-name', 'created_at', '-created_at', 'last_used_at', '-last_used_at'] as const) {
      const [whole = []] = await pages({ sort });
      assert.equal(whole.length, 19);
      assert.deepEqual(
        whole.slice(-4).sort(),
        ['aardvark', 'foxtrot', 'india-', 'juliet-'],
        `${sort} ends with what is over`,
      );
      for (const limit of [1, 2, 3, 5, 11, 14, 15, 16, 17, 18, 19]) {
        const seen = await pages({ sort, limit });
        assert.deepEqual(seen.flat(), whole, `${sort} by ${limit}`);
        if (limit > 1)
          for (const page of seen) assert.ok(!page[0]?.endsWith('+'), `${sort} by ${limit}: ${page.join()}`);
        assert.ok(seen.every((page) => page.length <= limit));
      }
    }
    assert.deepEqual((await pages({ sort: 'name' }))[0]?.slice(0, 3), ['alpha', 'Bravo', 'Bravo+']);
  });

  it('filters by status, scope and text over all keys', async () => {
    const names = async (query: Query) => (await list(query)).items.map((key) => key.name).sort();
    assert.deepEqual(await names({ status: 'secondary', limit: 200 }), ['Bravo', 'delta', 'golf', 'juliet']);
    assert.deepEqual(await names({ status: 'revoked' }), ['aardvark', 'foxtrot', 'hotel', 'juliet']);
    assert.deepEqual(await names({ status: 'expired' }), ['india']);
    assert.deepEqual(await names({ status: 'expiring' }), ['echo']);
    assert.deepEqual(await names({ scope: 'write' }), ['Primary', 'echo']);
    assert.deepEqual(await names({ q: 'BRAV' }), ['Bravo', 'Bravo']);
    assert.deepEqual(await names({ q: '100 %' }), ['echo']);
    assert.deepEqual(await names({ q: 'f_ev' }), ['echo']);
    assert.deepEqual(await names({ q: 'f%ev' }), []);
    const { items } = await list({ q: 'charlie' });
    const charlie = items[0];
    assert.deepEqual(await names({ q: charlie?.last4 }), ['charlie']);
    assert.deepEqual(await names({ q: charlie?.id }), ['charlie']);
    assert.deepEqual(await names({ q: alphaSecret }), ['alpha']);
    const { total, used } = await list({ status: 'secondary', limit: 1 });
    assert.deepEqual([total, used], [4, 9]);
  });

  it('refuses cursors that are not its own', async () => {
    const { next_cursor: cursor } = await list({ limit: 2 });
    await refused(url, api.listApiKeys, { query: { cursor: 'nonsense' } }, company, 'invalid_request');
    await refused(url, api.listApiKeys, { query: { cursor: cursor ?? '', sort: 'name' } }, company, 'invalid_request');
    const position = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString('utf8'));
    const { over: _, ...older } = position;
    for (const forged of [older, { ...position, over: 2 ** 31 }, { ...position, rank: -(2 ** 40) }]) {
      const given = Buffer.from(JSON.stringify(forged)).toString('base64url');
      await refused(url, api.listApiKeys, { query: { cursor: given } }, company, 'invalid_request');
    }
    const { status } = await send(url, api.listApiKeys, { query: { limit: 201 } }, company);
    assert.equal(status, 400);
  });
});
