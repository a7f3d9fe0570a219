import assert from 'node:assert/strict';
import { BlockList } from 'node:net';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import { IpMatcher } from '@caas/contract/whitelist/ip-matcher.js';
import {
  parseIp,
  parseIpEntry,
  parseIpRange,
  writeIp,
  type IpAddress,
  type IpRange,
} from '@caas/contract/whitelist/ip.js';
import { RULE_CODES } from '@caas/contract/whitelist/rule-codes.js';
import { IP_ADDRESSES, IP_ENTRIES } from './whitelist-ip.data.js';

describe('entries of the list of allowed addresses', () => {
  for (const [input, value, ...notes] of IP_ENTRIES.taken)
    it(`takes ${JSON.stringify(input)} as ${value}`, () => {
      const verdict = parseIpEntry(input);
      assert.ok(verdict.ok, verdict.ok ? undefined : verdict.code);
      assert.equal(verdict.entry.value, value);
      assert.deepEqual(verdict.entry.notes, notes);
    });

  for (const [input, code, suggestion] of IP_ENTRIES.refused)
    it(`refuses ${JSON.stringify(input.slice(0, 60))}: ${code}`, () => {
      assert.deepEqual(
        parseIpEntry(input),
        suggestion === undefined ? { ok: false, code } : { ok: false, code, suggestion },
      );
      assert.ok(RULE_CODES[code]);
      if (suggestion !== undefined) assert.equal(range(suggestion).value, suggestion);
    });

  it('takes a range of everything only where it is told to', () => {
    for (const [text, value] of [
      ['1.2.3.4/0', '0.0.0.0/0'],
      ['::ffff:1.2.3.4/96', '0.0.0.0/0'],
      ['2001:db8::/0', '::/0'],
    ]) {
      const verdict = parseIpRange(text ?? '');
      assert.ok(verdict.ok && verdict.entry.value === value, text);
    }
  });
});

describe('single addresses', () => {
  for (const [input, value] of IP_ADDRESSES.taken)
    it(`reads ${JSON.stringify(input)} as ${value}`, () => assert.equal(address(input).value, value));
  for (const [input, code] of IP_ADDRESSES.refused)
    it(`refuses ${JSON.stringify(input.slice(0, 60))}`, () => {
      const verdict = parseIp(input);
      assert.ok(!verdict.ok);
      assert.equal(verdict.code, code);
    });
});

describe('any address or range', () => {
  it('survives being written and read again', () => {
    const random = randomFrom(1);
    for (let n = 0; n < 5000; n += 1) {
      const { family, number } = randomAddress(random);
      const text = writeIp(family, number);
      assert.deepEqual(address(text), { value: text, family, number });
      const prefix = 1 + random(family === 4 ? 32 : 128);
      const written = range(`${text}/${prefix}`);
      const again = range(written.value);
      assert.deepEqual({ ...again, notes: [] }, { ...written, notes: [] });
      assert.ok(!again.notes.includes('masked'));
      assert.ok(
        written.first <= number && number <= written.last && written.last - written.first + 1n === written.size,
      );
    }
  });

  it('is judged within 5 ms, however long it is', () => {
    for (const piece of [
      '1',
      '0',
      '.',
      ':',
      '1.',
      '::',
      'f:',
      '[',
      '%',
      '*.',
      '-',
      '/',
      ' ',
      '\t1',
      '0x',
      '１',
      '\u0000',
      '1.2.3.4,',
    ]) {
      const text = piece.repeat(65_536 / piece.length);
      for (const input of [text, `1.2.3.4/${text}`, `::1${text}`, `${text}1.2.3.4`]) {
        assert.ok(quickest(() => [parseIpEntry(input), parseIp(input)]) < 5, JSON.stringify(input.slice(0, 20)));
      }
    }
  });

  it('is refused when one character of an address is spoilt, or means another that is written so', () => {
    for (const [input, value] of IP_ENTRIES.taken.slice(0, 150))
      for (let at = 0; at < input.length; at += 1)
        for (const other of ['x', '%', '\\', '\u200b', '١', '−']) {
          const verdict = parseIpEntry(input.slice(0, at) + other + input.slice(at + 1));
          if (verdict.ok) assert.notEqual(verdict.entry.value, value);
        }
  });
});

describe('the matcher of ranges', () => {
  it('finds what a look at every entry finds, the narrowest first', () => {
    const random = randomFrom(2);
    for (let round = 0; round < 60; round += 1) {
      const ranges = Array.from({ length: 1 + random(80) }, () => randomRange(random));
      const matcher = new IpMatcher(ranges, (item) => item);
      assert.equal(matcher.size, ranges.length);
      for (let n = 0; n < 60; n += 1) {
        const ip = n % 2 ? crowdedAddress(random) : randomAddress(random);
        const holders = ranges.filter(
          (item) => item.family === ip.family && item.first <= ip.number && ip.number <= item.last,
        );
        const found = matcher.match({ ...ip, value: '' });
        assert.deepEqual(sorted(found), sorted(holders));
        assert.ok(found.every((item, index) => index === 0 || (found[index - 1] as IpRange).size <= item.size));
        assert.equal(matcher.has({ ...ip, value: '' }), holders.length > 0);
        const other = randomRange(random);
        const same = ranges.filter((item) => item.family === other.family);
        const wider = same.filter((item) => item.first <= other.first && other.last <= item.last);
        const within = same.filter((item) => other.first <= item.first && item.last <= other.last);
        assert.deepEqual(sorted(matcher.covering(other)), sorted(wider));
        assert.deepEqual(sorted(matcher.coveredBy(other)), sorted(within));
      }
    }
  });

  it("agrees with node's own block list", () => {
    const random = randomFrom(3);
    const list = new BlockList();
    const ranges = Array.from({ length: 300 }, () => randomRange(random));
    for (const { value, family, prefix } of ranges)
      list.addSubnet(value.replace(/\/.*/, ''), prefix, family === 4 ? 'ipv4' : 'ipv6');
    const matcher = new IpMatcher(ranges, (item) => item);
    for (let n = 0; n < 3000; n += 1) {
      const { family, number } = n % 2 ? crowdedAddress(random) : randomAddress(random);
      const ip = address(writeIp(family, number));
      assert.equal(matcher.has(ip), list.check(ip.value, family === 4 ? 'ipv4' : 'ipv6'), ip.value);
    }
  });

  it('never lets an IPv4 caller in by an IPv6 range, or the other way round', () => {
    const six = new IpMatcher([range('::/1'), range('::/64')], (item) => item);
    assert.ok(!six.has(address('::ffff:1.2.3.4')) && !six.has(address('1.2.3.4')) && six.has(address('::1.2.3.4')));
    const four = new IpMatcher([range('0.0.0.0/1')], (item) => item);
    assert.ok(four.has(address('::ffff:1.2.3.4')) && !four.has(address('::1.2.3.4')));
  });

  it('answers far below a millisecond with 10,000 entries', () => {
    const random = randomFrom(4);
    const matcher = new IpMatcher(
      Array.from({ length: 10_000 }, () => randomRange(random)),
      (item) => item,
    );
    const texts = Array.from({ length: 2000 }, () => {
      const { family, number } = crowdedAddress(random);
      return writeIp(family, number);
    });
    const begun = performance.now();
    for (const text of texts) matcher.has(address(text));
    const each = (performance.now() - begun) / texts.length;
    assert.ok(each < 0.1, `${each} ms`);
  });
});

function range(text: string): IpRange {
  const verdict = parseIpEntry(text);
  assert.ok(verdict.ok, text);
  return verdict.entry;
}

function address(text: string): IpAddress {
  const verdict = parseIp(text);
  assert.ok(verdict.ok, text);
  return verdict.ip;
}

function sorted(ranges: readonly IpRange[]): string[] {
  return ranges.map(({ value }) => value).sort();
}

/** Whole numbers below a bound, the same each run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 0x9e37_79b9;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x6d2b_79f5) | 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * below);
  };
}

function randomAddress(random: (below: number) => number): { family: 4 | 6; number: bigint } {
  const family = random(2) ? 4 : 6;
  let number = 0n;
  for (let n = 0; n < (family === 4 ? 4 : 16); n += 1) number = (number << 8n) | BigInt(random(3) ? random(256) : 0);
  return number >> 32n === 0xffffn ? { family: 6, number: number + (1n << 32n) } : { family, number };
}

/** Addresses close together, so that ranges hold each other. */
function crowdedAddress(random: (below: number) => number): { family: 4 | 6; number: bigint } {
  const family = random(2) ? 4 : 6;
  const base = family === 4 ? 0xcb00_7100n : 0x2001_0db8n << 96n;
  return { family, number: base + BigInt(random(4096)) };
}

function randomRange(random: (below: number) => number): IpRange {
  const { family, number } = crowdedAddress(random);
  const prefix = (family === 4 ? 32 : 128) - random(random(4) ? 12 : 24);
  return range(`${writeIp(family, number)}/${prefix}`);
}

/** Milliseconds of the quickest of three runs: what else the machine does is not what is measured. */
function quickest(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return Math.min(...times);
}
