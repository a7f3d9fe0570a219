// The lists over HTTP: what is added, shown, changed, checked and refused.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { queryAudit } from '@caas/contract/audit.js';
import * as api from '@caas/contract/ip-whitelist.js';
import * as origins from '@caas/contract/origin-whitelist.js';
import { ask, newCompany, refused, send, sendAny, until, type As, type Company } from '../../support/gateway-client.js';
import { testGateway } from '../../support/gateway.js';

const gateway = await testGateway({ TRUST_PROXY: '127.0.0.1' });
after(() => gateway.close());
const { url } = gateway;

const ips = (company: Company, ...entries: string[]) =>
  ask(url, api.addIps, { body: { entries: entries.map((ip) => ({ ip })) } }, company);
const values = (items: readonly { value: string }[]): string[] => items.map(({ value }) => value);
const actions = async (company: Company): Promise<string[]> =>
  (await ask(url, queryAudit, { query: { limit: 50, order: 'asc' } }, company)).items.map((event) => event.action);
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const ahead = (ms: number): string => ago(-ms);

describe('the list of allowed addresses', () => {
  it('takes entries in any form, gives normal forms, and names each that it does not take', async () => {
    const company = await newCompany(url);
    const answer = await ask(
      url,
      api.addIps,
      {
        body: {
          entries: [
            { ip: '203.0.113.7', label: '  Office  ' },
            { ip: '10.1.2.3/8' },
            { ip: '::ffff:192.0.2.1' },
            { ip: '2001:0DB8:0:0::1' },
            { ip: '203.0.113.7' },
            { ip: '010.0.0.1' },
            { ip: '0.0.0.0/0' },
            { ip: '198.51.100.1', expires_at: ago(1000) },
          ],
        },
      },
      company,
    );
    assert.deepEqual(values(answer.added), ['203.0.113.7', '10.0.0.0/8', '192.0.2.1', '2001:db8::1']);
    assert.equal(answer.added[0]?.label, 'Office');
    assert.deepEqual(
      answer.rejected.map(({ index, input, code }) => [index, input, code]),
      [
        [4, '203.0.113.7', 'duplicate'],
        [5, '010.0.0.1', 'ip_leading_zero'],
        [6, '0.0.0.0/0', 'ip_everything'],
        [7, '198.51.100.1', 'expires_in_past'],
      ],
    );
    assert.equal(answer.revert, null);
    const again = await ips(company, '10.0.0.0/8');
    assert.deepEqual([again.added, again.rejected[0]?.code], [[], 'duplicate']);
    assert.deepEqual((await actions(company)).slice(3), Array<string>(4).fill('allowed-ip.added'));
  });

  it('shows itself in pages, sorted and searched, under both of its paths', async () => {
    const company = await newCompany(url);
    await ips(company, '203.0.113.9', '203.0.113.10', '9.9.9.9', '2001:db8::9');
    await ask(url, api.addIps, { body: { ip: '198.51.100.0/24', label: 'Büro Köln' } }, company);
    const first = await ask(url, api.listIpWhitelist, { query: { sort: 'value', limit: 2 } }, company);
    assert.deepEqual([values(first.items), first.total], [['9.9.9.9', '198.51.100.0/24'], 5]);
    const second = await ask(
      url,
      api.getIpSecurity,
      { query: { sort: 'value', limit: 3, cursor: first.next_cursor ?? '' } },
      company,
    );
    assert.deepEqual(
      [values(second.items), second.next_cursor],
      [['203.0.113.9', '203.0.113.10', '2001:db8::9'], null],
    );
    for (const sort of [
      'label',
      '-label',
      'created_at',
      '-created_at',
      'last_matched_at',
      '-hits_24h',
      'hits_24h',
      '-value',
    ] as const) {
      const all: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { items: { value: string }[]; next_cursor: string | null } = await ask(
          url,
          api.listIpWhitelist,
          { query: { sort, limit: 2, ...(cursor ? { cursor } : {}) } },
          company,
        );
        all.push(...values(page.items));
        cursor = page.next_cursor;
      }
      assert.equal(new Set(all).size, 5, sort);
    }
    for (const [q, count] of [
      ['büro', 1],
      ['203.0.113', 2],
      ['%', 0],
      ['Company', 0],
    ] as const)
      assert.equal((await ask(url, api.listIpWhitelist, { query: { q } }, company)).total, count, q);
    const forged = Buffer.from(JSON.stringify({ sort: 'ip -value', value: '999.1.1.1', id: 'x' })).toString(
      'base64url',
    );
    for (const cursor of ['x', forged, first.next_cursor ?? ''])
      await refused(url, api.listIpWhitelist, { query: { cursor, sort: '-value' } }, company, 'invalid_request');
  });

  it('tells the caller their address', async () => {
    const company = await newCompany(url);
    const { your_ip } = await ask(
      url,
      api.listIpWhitelist,
      {},
      { ...company, headers: { 'x-forwarded-for': '::ffff:203.0.113.5' } },
    );
    assert.equal(your_ip, '203.0.113.5');
  });

  it('replaces narrower entries by a wider one where that is asked for, and lasts', async () => {
    const company = await newCompany(url);
    await ips(company, '10.0.0.1', '10.1.0.0/16', '11.0.0.1');
    const soon = ahead(60_000);
    const { merged: none } = await ask(
      url,
      api.addIps,
      { body: { ip: '10.0.0.0/9', merge: true, expires_at: soon } },
      company,
    );
    assert.deepEqual(none, [], 'what lasts is not replaced by what ends');
    const { merged, added } = await ask(url, api.addIps, { body: { ip: '10.0.0.0/8', merge: true } }, company);
    assert.deepEqual(
      [values(merged).sort(), values(added)],
      [['10.0.0.0/9', '10.0.0.1', '10.1.0.0/16'], ['10.0.0.0/8']],
    );
    const { items } = await ask(url, api.listIpWhitelist, { query: { sort: 'value' } }, company);
    assert.deepEqual(values(items), ['10.0.0.0/8', '11.0.0.1']);
  });

  it('changes label and end of an entry by version', async () => {
    const company = await newCompany(url);
    const { added } = await ips(company, '203.0.113.7');
    const [entry] = added;
    assert.ok(entry);
    const change = (body: { label?: string | null; expires_at?: string | null; version: number }) => ({
      params: { id: entry.id },
      body,
    });
    const end = ahead(3_600_000);
    const updated = await ask(url, api.updateIpEntry, change({ label: 'NAT', expires_at: end, version: 1 }), company);
    assert.deepEqual([updated.label, updated.expires_at, updated.version], ['NAT', end, 2]);
    const conflict = await refused(
      url,
      api.updateIpEntry,
      change({ label: 'x', version: 1 }),
      company,
      'version_conflict',
    );
    assert.equal((conflict.current as { label: string }).label, 'NAT');
    await refused(url, api.updateIpEntry, change({ expires_at: ago(1), version: 2 }), company, 'invalid_request');
    assert.equal(
      (await ask(url, api.updateIpEntry, change({ label: ' ', expires_at: null, version: 2 }), company)).label,
      null,
    );
    assert.equal((await actions(company)).filter((action) => action === 'allowed-ip.updated').length, 2);
  });

  it('removes an entry by its value in any form', async () => {
    const company = await newCompany(url);
    await ips(company, '10.0.0.0/8', '2001:db8::/32', '203.0.113.7');
    for (const value of ['10.9.9.9/8', '2001:0db8:0000::/32', '::ffff:203.0.113.7'])
      assert.equal((await send(url, api.removeIp, { params: { value } }, company)).status, 204, value);
    assert.equal((await ask(url, api.listIpWhitelist, {}, company)).total, 0);
    for (const value of ['203.0.113.7', 'nonsense', '/', '%', 'x'.repeat(300), '1.2.3.4/33'])
      await refused(url, api.removeIp, { params: { value } }, company, 'not_found');
  });

  it('holds 10,000 entries and no more', { timeout: 60_000 }, async () => {
    const company = await newCompany(url);
    for (let batch = 0; batch < 10; batch += 1) {
      const entries = Array.from({ length: 1000 }, (_, n) => ({ ip: `10.${batch}.${n >> 8}.${n & 255}` }));
      const begin = performance.now();
      const { added } = await ask(url, api.addIps, { body: { entries } }, company);
      assert.equal(added.length, 1000);
      assert.ok(performance.now() - begin < 5000);
    }
    const full = await refused(url, api.addIps, { body: { ip: '192.0.2.1' } }, company, 'quota_reached');
    assert.equal(full.limit, 10_000);
    const merged = await ask(
      url,
      api.addIps,
      { body: { entries: [{ ip: '10.0.0.0/31' }, { ip: '192.0.2.1' }, { ip: '192.0.2.2' }], merge: true } },
      company,
    );
    assert.deepEqual([values(merged.added), merged.merged.length], [['10.0.0.0/31', '192.0.2.1'], 2]);
    assert.deepEqual(
      merged.rejected.map(({ index, code }) => [index, code]),
      [[2, 'quota_reached']],
    );
    const page = await ask(url, api.listIpWhitelist, { query: { sort: 'value', limit: 1000 } }, company);
    assert.deepEqual([page.items.length, page.total], [1000, 10_000]);
    const { allowed, matched } = await ask(url, api.checkIp, { body: { ip: '10.9.3.231' } }, company);
    assert.deepEqual([allowed, values(matched)], [true, ['10.9.3.231']]);
  });

  it('says what a change would refuse and let in, of the calls of the last day', async () => {
    const company = await newCompany(url);
    const from = (ip: string): As => ({ key: company.secret, headers: { 'x-forwarded-for': ip } });
    for (const ip of ['203.0.113.1', '203.0.113.1', '203.0.113.2'])
      await sendAny(url, { ...queryAudit, path: '/v1/auth/api-keys' }, {}, from(ip));
    const dry = await ask(url, api.dryRunIps, { body: { add: ['203.0.113.1/32'], remove: [] } }, company);
    assert.deepEqual(
      dry.would_block.map(({ ip, calls_24h, you, keys }) => [ip, calls_24h, you, keys[0]?.id]),
      [['203.0.113.2', 1, false, company.first.id]],
    );
    await ask(url, api.addIps, { query: { confirm_lockout: true }, body: { ip: '203.0.113.1' } }, company);
    await until(async () => {
      await sendAny(url, { ...queryAudit, path: '/v1/auth/api-keys' }, {}, from('203.0.113.3'));
      const { would_allow } = await ask(url, api.dryRunIps, { body: { add: ['203.0.113.0/24'] } }, company);
      return would_allow.some(({ ip }) => ip === '203.0.113.3') && would_allow.some(({ ip }) => ip === '203.0.113.2');
    }, 2000);
    const wrong = await refused(
      url,
      api.dryRunIps,
      { body: { add: ['1.2.3'], remove: ['9.9.9.9'] } },
      company,
      'invalid_request',
    );
    assert.equal(wrong.errors?.[0]?.path, 'add.0');
    await refused(url, api.dryRunIps, { body: { remove: ['9.9.9.9'] } }, company, 'invalid_request');
  });

  it('is repeated without harm by a retry with the same Idempotency-Key', async () => {
    const company = await newCompany(url);
    const as = { ...company, headers: { 'idempotency-key': 'one' } };
    const [first, second] = [
      await ask(url, api.addIps, { body: { ip: '203.0.113.7' } }, as),
      await ask(url, api.addIps, { body: { ip: '203.0.113.7' } }, as),
    ];
    assert.deepEqual(first, second);
    assert.equal(first.added.length, 1);
  });

  it('belongs to one tenant', async () => {
    const [mine, theirs] = [await newCompany(url), await newCompany(url)];
    const { added } = await ips(mine, '203.0.113.7');
    assert.equal((await ask(url, api.listIpWhitelist, {}, theirs)).total, 0);
    await refused(url, api.removeIp, { params: { value: '203.0.113.7' } }, theirs, 'not_found');
    const change = { params: { id: added[0]?.id ?? '' }, body: { label: 'x', version: 1 } };
    await refused(url, api.updateIpEntry, change, theirs, 'not_found');
    assert.deepEqual((await ask(url, api.checkIp, { body: { ip: '1.1.1.1' } }, theirs)).allowed, true);
  });
});

describe('the list of allowed origins', () => {
  it('takes origins and wildcards, gives normal forms, and names each that it does not take', async () => {
    const company = await newCompany(url);
    const entries = [
      'HTTPS://App.Example.COM:443',
      'https://*.example.com',
      'https://bücher.example',
      'http://localhost:5173',
    ];
    const bad = ['http://app.example.com', '*', 'null', 'https://*.github.io', 'https://app.example.com/path'];
    const answer = await ask(
      url,
      origins.addOrigins,
      { body: { entries: [...entries, ...bad].map((origin) => ({ origin })) } },
      company,
    );
    assert.deepEqual(values(answer.added), [
      'https://app.example.com',
      'https://*.example.com',
      'https://xn--bcher-kva.example',
      'http://localhost:5173',
    ]);
    assert.deepEqual(
      answer.rejected.map(({ code }) => code),
      ['origin_http', 'origin_any', 'origin_null', 'origin_public_suffix', 'origin_path'],
    );
    const check = (origin: string) => ask(url, origins.checkOrigin, { body: { origin } }, company);
    assert.deepEqual(values((await check('https://app.example.com')).matched), [
      'https://app.example.com',
      'https://*.example.com',
    ]);
    for (const [origin, allowed] of [
      ['https://a.example.com', true],
      ['https://example.com', false],
      ['https://a.b.example.com', false],
      ['https://app.example.com:8443', false],
      ['https://*.example.com', true],
      ['https://BÜCHER.example', true],
    ] as const)
      assert.equal((await check(origin)).allowed, allowed, origin);
    await refused(url, origins.checkOrigin, { body: { origin: 'null' } }, company, 'invalid_request');
    for (const value of ['https://*.example.com', 'https://bücher.example'])
      assert.equal((await send(url, origins.removeOrigin, { params: { value } }, company)).status, 204, value);
    assert.deepEqual((await actions(company)).slice(-2), ['allowed-origin.removed', 'allowed-origin.removed']);
  });

  it('never binds the console', async () => {
    const company = await newCompany(url);
    const body = { mode: 'enforce', bind_console: true } as const;
    await refused(url, origins.setOriginMode, { body }, company, 'invalid_request');
    await ask(url, origins.addOrigins, { body: { origin: 'https://app.example.com' } }, company);
    const { your_origin } = await ask(url, origins.listOriginWhitelist, {}, company);
    assert.equal(your_origin, null);
  });
});
