// The sets that bind the rules in the contract bind the gateway as well: what it takes, what it checks, and what calls it lets in.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { listApiKeys } from '@caas/contract/api-keys.js';
import { createEmbedToken } from '@caas/contract/embed-tokens.js';
import * as api from '@caas/contract/ip-whitelist.js';
import * as origins from '@caas/contract/origin-whitelist.js';
import { createSdkSession, endSdkSession } from '@caas/contract/sdk-sessions.js';
import { isCleanText } from '@caas/contract/text.js';
import { parseIp } from '@caas/contract/whitelist/ip.js';
import { parseOrigin } from '@caas/contract/whitelist/origin.js';
import { IP_ADDRESSES, IP_ENTRIES } from '../../contract/whitelist-ip.data.js';
import { ORIGIN_ENTRIES, ORIGIN_MATCHES } from '../../contract/whitelist-origin.data.js';
import { ask, newCompany, send } from '../../support/gateway-client.js';
import { Whitelist } from '../../../gateway/src/platform/whitelist-list.js';
import { testGateway } from '../../support/gateway.js';

/** The contract's bound of one text of a request. */
const MAX = 300;
const gateway = await testGateway({ TRUST_PROXY: '127.0.0.1' });
after(() => gateway.close());
const { url } = gateway;

/** Texts that the contract's own rules for text let through; the others are a 400 that names them. */
const sendable = (text: string): boolean => text.trim().length > 0 && text.length <= MAX && isCleanText(text);

describe('addresses', () => {
  it('are taken in normal form, or refused with the code of the rules', async () => {
    const company = await newCompany(url);
    const cases = [...IP_ENTRIES.taken, ...IP_ENTRIES.refused].filter(([input]) => sendable(input));
    assert.ok(cases.length > 150);
    const { added, rejected } = await ask(
      url,
      api.addIps,
      { body: { entries: cases.map(([ip]) => ({ ip })) } },
      company,
    );
    const taken = IP_ENTRIES.taken.filter(([input]) => sendable(input));
    assert.deepEqual(
      added.map(({ value }) => value),
      [...new Set(taken.map(([, value]) => value))],
    );
    const codes = new Map(rejected.map(({ index, code }) => [index, code]));
    for (const [index, [input, expected]] of cases.entries())
      if (index >= taken.length) assert.equal(codes.get(index), expected, input);
      else assert.ok([undefined, 'duplicate'].includes(codes.get(index)), input);
  });

  it('call from where the list says, in any notation a proxy may use', async () => {
    const company = await newCompany(url);
    const addresses = IP_ADDRESSES.taken.filter(([input]) => sendable(input)).slice(0, 40);
    const calls = async (ip: string): Promise<number> =>
      (
        await send(
          url,
          listApiKeys,
          { query: { limit: 1 } },
          { key: company.secret, headers: { 'x-forwarded-for': ip } },
        )
      ).status;
    await ask(url, api.addIps, { body: { ip: '203.0.113.254' } }, company);
    for (const [input, value] of addresses) {
      if (value === '127.0.0.1') continue;
      assert.equal(await calls(input), 403, input);
    }
    await ask(url, api.addIps, { body: { entries: addresses.map(([ip]) => ({ ip })) } }, company);
    for (const [input] of addresses) assert.equal(await calls(input), 200, input);
    for (const [input] of IP_ADDRESSES.refused.filter(([text]) => /^[\x21-\x7e]+$/.test(text)))
      assert.equal(await calls(input), 403, `${input} is no address: the peer counts`);
  });

  it('are checked by the same rules', async () => {
    const company = await newCompany(url);
    await ask(url, api.addIps, { body: { entries: [{ ip: '198.51.100.0/24' }, { ip: '2001:db8::/32' }] } }, company);
    const check = async (ip: string) => send(url, api.checkIp, { body: { ip } }, company);
    for (const [input, value] of IP_ADDRESSES.taken.filter(([text]) => sendable(text)).slice(0, 60)) {
      const { body } = await check(input);
      const held = value.startsWith('198.51.100.') || value.startsWith('2001:db8:');
      assert.equal((body as { allowed: boolean }).allowed, held, input);
    }
    for (const [input, code] of IP_ENTRIES.refused
      .filter(([text]) => sendable(text) && !parseIp(text).ok)
      .slice(0, 60)) {
      const { status, body } = await check(input);
      assert.equal(status, 400, input);
      assert.ok((body as { errors: { code: string }[] }).errors[0]?.code, code);
    }
  });
});

describe('origins', () => {
  it('are taken in normal form, or refused with the code of the rules', async () => {
    const company = await newCompany(url);
    const taken = ORIGIN_ENTRIES.taken.filter(([input]) => sendable(input));
    const cases = [...taken, ...ORIGIN_ENTRIES.refused.filter(([input]) => sendable(input))];
    assert.ok(cases.length > 200);
    const { added, rejected } = await ask(
      url,
      origins.addOrigins,
      { body: { entries: cases.map(([origin]) => ({ origin })) } },
      company,
    );
    assert.deepEqual(
      added.map(({ value }) => value),
      [...new Set(taken.map(([, value]) => value))],
    );
    const codes = new Map(rejected.map(({ index, code }) => [index, code]));
    for (const [index, [input, expected]] of cases.entries())
      if (index >= taken.length) assert.equal(codes.get(index), expected, input);
  });

  for (const { entry, yes, no } of ORIGIN_MATCHES)
    it(`${entry} lets in what it says, by check and by call`, async () => {
      const company = await newCompany(url);
      await ask(url, origins.addOrigins, { body: { origin: entry } }, company);
      const { access_token: token } = await ask(
        url,
        createSdkSession,
        { body: { user_external_id: 'u1' } },
        { key: company.secret },
      );
      // Refused before anything else is looked at; let in, the session ends, and ends again as it did.
      const call = async (origin: string): Promise<number> =>
        (await send(url, endSdkSession, {}, { token, headers: { origin } })).status;
      const check = async (origin: string): Promise<boolean> => {
        const { status, body } = await send(url, origins.checkOrigin, { body: { origin } }, company);
        return status === 200 && (body as { allowed: boolean }).allowed;
      };
      for (const origin of no) {
        if (origin === '') continue;
        assert.equal(await call(origin), 403, origin);
        // A wildcard is an entry as well: asked for, all it stands for is checked.
        if (parseOrigin(origin).ok) assert.equal(await check(origin), false, origin);
      }
      for (const origin of yes) assert.ok(await check(origin), origin);
      const [first = ''] = yes;
      assert.equal(await call(first), 204, first);
    });
});

describe('an embed token', () => {
  it('is minted for any origin and judged by the list where it is used', async () => {
    const company = await newCompany(url);
    const body = { scopes: ['tenant:read' as const], origin: 'https://bücher.example', actor: { id: 'u', name: 'U' } };
    const { token } = await ask(url, createEmbedToken, { body }, { key: company.secret });
    await ask(
      url,
      origins.addOrigins,
      { query: { confirm_lockout: true }, body: { origin: 'https://BÜCHER.example:443' } },
      company,
    );
    const as = { token, headers: { origin: 'https://xn--bcher-kva.example' } };
    assert.equal((await send(url, origins.listOriginWhitelist, {}, as)).status, 403, 'the scope is missing');
    const { body: problem } = await send(url, origins.listOriginWhitelist, {}, as);
    assert.equal((problem as { code: string }).code, 'forbidden');
  });
});

describe('a list of 10,000 entries', () => {
  const COUNT = 10_000;
  const lists = {
    ip: {
      entry: (n: number) => (n % 2 ? `10.${n >> 8}.${n & 255}.0/${24 + (n % 9)}` : `2001:db8:${n.toString(16)}::/48`),
      source: (n: number) => (n % 2 ? `10.${(n * 7) >> 8}.${n & 255}.1` : `2001:db8:${(n * 3).toString(16)}::1`),
    },
    origin: {
      entry: (n: number) => `https://${n % 3 ? 'app' : '*'}.tenant-${n}.example`,
      source: (n: number) => `https://app.tenant-${n * 2}.example`,
    },
  };
  for (const kind of ['ip', 'origin'] as const)
    it(`judges an ${kind === 'ip' ? 'address' : 'origin'} in less than a millisecond`, () => {
      const { entry, source } = lists[kind];
      const entries = Array.from({ length: COUNT }, (_, n) => ({
        value: entry(n),
        expiresAt: n % 5 ? null : Infinity,
      }));
      const list = new Whitelist(kind, { revision: 1, mode: 'enforce', bindConsole: false, entries, now: Date.now() });
      assert.equal(list.size, COUNT);
      let allowed = 0;
      const begin = performance.now();
      for (let n = 0; n < COUNT; n += 1) if (list.judge(source(n)).allowed) allowed += 1;
      const each = (performance.now() - begin) / COUNT;
      assert.ok(allowed > COUNT / 10 && allowed < COUNT, `${allowed}`);
      assert.ok(each < 1, `${each} ms`);
    });
});
