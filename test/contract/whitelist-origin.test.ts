import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import { domainToUnicode } from 'node:url';
import { OriginMatcher } from '@caas/contract/whitelist/origin-matcher.js';
import { parseOrigin, parseOriginEntry, type OriginEntry } from '@caas/contract/whitelist/origin.js';
import { RULE_CODES } from '@caas/contract/whitelist/rule-codes.js';
import { suffixes } from '@caas/contract/whitelist/suffixes.js';
import { ORIGIN_ENTRIES, ORIGIN_MATCHES } from './whitelist-origin.data.js';

describe('entries of the list of allowed origins', () => {
  for (const [input, value, unicode = value] of ORIGIN_ENTRIES.taken)
    it(`takes ${JSON.stringify(input)} as ${value}`, () => {
      const taken = entry(input);
      assert.equal(taken.value, value);
      assert.equal(taken.unicode, unicode);
      assert.deepEqual(entry(taken.value), taken);
      assert.equal(entry(taken.unicode).value, value);
      // What has no wildcard is what a browser would send.
      if (!taken.wildcard) assert.equal(new URL(value).origin, value);
    });

  for (const [input, code, suggestion] of ORIGIN_ENTRIES.refused)
    it(`refuses ${JSON.stringify(input.slice(0, 60))}: ${code}`, () => {
      const verdict = parseOriginEntry(input, suffixes);
      assert.deepEqual(verdict, suggestion === undefined ? { ok: false, code } : { ok: false, code, suggestion });
      assert.ok(RULE_CODES[code]);
      if (suggestion !== undefined) assert.equal(entry(suggestion).value, suggestion);
    });

  it('shows what a wildcard matches and what not', () => {
    const { matches, matchesNot } = entry('https://*.example.com:8443');
    assert.deepEqual(matches, ['https://a.example.com:8443']);
    assert.deepEqual(matchesNot, ['https://example.com:8443', 'https://a.b.example.com:8443']);
  });

  it('decodes names as the platform does', () => {
    for (const [input] of ORIGIN_ENTRIES.taken) {
      const { host, unicode, wildcard } = entry(input);
      if (host.startsWith('[')) continue;
      const { 1: shown } = /^https?:\/\/([^:]*)/.exec(unicode) ?? [];
      assert.equal(shown, (wildcard ? '*.' : '') + domainToUnicode(host), host);
    }
  });

  it('is judged within 5 ms, however long it is', () => {
    for (const piece of [
      'a',
      '.',
      'a.',
      '*.',
      '@',
      ':',
      '/',
      '?',
      '#',
      '%',
      '\\',
      '[',
      '-',
      'xn--',
      'ü',
      '\u0000',
      ' ',
      '1.',
      ':8',
    ]) {
      const text = piece.repeat(65_536 / piece.length);
      for (const input of [
        text,
        `https://${text}`,
        `https://*.${text}.com`,
        `https://example.com${text}`,
        `https://${text.slice(0, 280)}`,
      ]) {
        assert.ok(quickest(() => parseOriginEntry(input, suffixes)) < 5, JSON.stringify(input.slice(0, 30)));
      }
    }
  });

  it('ends for whatever is written, and takes only what it repeats', () => {
    const pieces = [
      'https',
      'http',
      ':',
      '/',
      '//',
      '@',
      '*',
      '.',
      'example',
      'com',
      'localhost',
      '[',
      ']',
      '::1',
      '%',
      '443',
      '0',
      '-',
      'ü',
      '#',
      '?',
      '127.1',
      'xn--',
      '\\',
      'null',
    ];
    let state = 7;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      return (state >> 8) % below;
    };
    for (let n = 0; n < 20_000; n += 1) {
      const text =
        (n % 2 ? 'https://' : '') + Array.from({ length: 1 + random(8) }, () => pieces[random(pieces.length)]).join('');
      const verdict = parseOriginEntry(text, suffixes);
      const normal = verdict.ok ? verdict.entry.value : verdict.suggestion;
      if (normal !== undefined) assert.equal(entry(normal).value, normal, text);
    }
  });
});

describe('the matcher of origins', () => {
  for (const { entry: text, yes, no } of ORIGIN_MATCHES)
    it(`allows by ${text} what it says`, () => {
      const matcher = new OriginMatcher([entry(text)], (item) => item);
      const allows = (written: string): boolean => {
        const verdict = parseOrigin(written);
        return verdict.ok && matcher.has(verdict.origin) && matcher.match(verdict.origin).length === 1;
      };
      for (const origin of yes) assert.ok(allows(origin), origin);
      for (const origin of no) assert.ok(!allows(origin), origin);
    });

  it('names each entry that allows, and which entries hold which', () => {
    const items = [
      'https://*.example.com',
      'https://a.example.com',
      'https://b.example.com',
      'https://a.example.com:8443',
      'https://example.com',
    ].map(entry);
    const matcher = new OriginMatcher(items, (item) => item);
    const values = (found: OriginEntry[]): string[] => found.map(({ value }) => value);
    const origin = parseOrigin('https://a.example.com');
    assert.ok(origin.ok);
    assert.deepEqual(values(matcher.match(origin.origin)), ['https://a.example.com', 'https://*.example.com']);
    assert.deepEqual(values(matcher.covering(entry('https://c.example.com'))), ['https://*.example.com']);
    assert.deepEqual(values(matcher.coveredBy(entry('https://*.example.com'))), [
      'https://*.example.com',
      'https://a.example.com',
      'https://b.example.com',
    ]);
    assert.deepEqual(values(matcher.coveredBy(entry('https://c.example.com'))), []);
    assert.deepEqual(values(matcher.covering(entry('https://*.a.example.com'))), []);
  });

  it('answers far below a millisecond with 10,000 entries', () => {
    const items = Array.from({ length: 10_000 }, (_, n) =>
      entry(n % 3 ? `https://app-${n}.example.com` : `https://*.team-${n}.example.com`),
    );
    const matcher = new OriginMatcher(items, (item) => item);
    const begun = performance.now();
    for (let n = 0; n < 2000; n += 1) {
      const verdict = parseOrigin(`https://app.team-${n * 3}.example.com`);
      assert.ok(verdict.ok && matcher.has(verdict.origin));
    }
    assert.ok((performance.now() - begun) / 2000 < 0.2);
  });
});

function entry(text: string): OriginEntry {
  const verdict = parseOriginEntry(text, suffixes);
  assert.ok(verdict.ok, `${text}: ${JSON.stringify(verdict)}`);
  return verdict.entry;
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
