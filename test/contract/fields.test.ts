import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type * as z from 'zod/mini';
import { Email, Limit, QueryBoolean, Time, id, optionalText, queryInt, text } from '@caas/contract/fields.js';
import { parse } from '@caas/contract/parse.js';
import { codePoints } from '@caas/contract/text.js';

const codes = (schema: z.ZodMiniType, value: unknown): string[] => {
  const result = parse(schema, value);
  return result.ok ? [] : result.issues.map((issue) => issue.code);
};

describe('text', () => {
  it('keeps text as typed, less blanks at both ends', () => {
    assert.deepEqual(parse(text(1, 20), '  Ops  team\u2003'), { ok: true, data: 'Ops  team' });
  });

  it('counts code points, so that 80 emoji fit in 80', () => {
    assert.equal(codePoints('🔑'.repeat(80)), 80);
    assert.deepEqual(codes(text(1, 80), '🔑'.repeat(80)), []);
    assert.deepEqual(codes(text(1, 80), '🔑'.repeat(81)), ['too_long']);
  });

  for (const [name, value] of [
    ['a NUL', 'a\0b'],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate', '\udd11a'],
  ] as const) {
    it(`refuses ${name}`, () => assert.deepEqual(codes(text(1, 80), value), ['text_invalid']));
  }

  it('keeps markup, formulas and direction marks as the text they are', () => {
    for (const value of ['<img src=x onerror=alert(1)>', '=1+1', '\u202eevil\u202c', 'null']) {
      assert.deepEqual(parse(text(1, 80), value), { ok: true, data: value });
    }
  });

  it('judges 64 KB in under 5 ms', () => {
    const schema = text(1, 80);
    const long = 'a'.repeat(65_536);
    // The best of several: what the judging costs, not what else this machine does meanwhile.
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      assert.deepEqual(codes(schema, long), ['too_long']);
      return performance.now() - start;
    });
    const best = Math.min(...times);
    assert.ok(best < 5, `${best} ms`);
  });

  it('takes blank optional text for none', () => {
    assert.deepEqual(parse(optionalText(10), '   '), { ok: true, data: null });
    assert.deepEqual(parse(optionalText(10), undefined), { ok: true, data: undefined });
  });
});

describe('other fields', () => {
  it('takes prefixed ULIDs for ids and nothing else', () => {
    assert.deepEqual(codes(id('key'), 'key_01JCX4V8ZQ6T7W9Y3N5M2K1H0G'), []);
    for (const value of [
      'key_01JCX',
      'usr_01JCX4V8ZQ6T7W9Y3N5M2K1H0G',
      'key_01jcx4v8zq6t7w9y3n5m2k1h0g',
      "key_' OR 1=1 --",
      7,
    ]) {
      assert.notDeepEqual(codes(id('key'), value), [], String(value));
    }
  });

  it('parses numbers of a query, and refuses what is out of range or no whole number', () => {
    assert.deepEqual(parse(queryInt(1, 200), '25'), { ok: true, data: 25 });
    for (const value of ['0', '201', '1.5', '1e2', ' 3', '', '0x10', ['3'], null])
      assert.notDeepEqual(codes(queryInt(1, 200), value), [], String(value));
    assert.deepEqual(parse(Limit, undefined), { ok: true, data: 25 });
  });

  it('takes true and false for booleans of a query, not 1 or yes', () => {
    assert.deepEqual(parse(QueryBoolean, 'true'), { ok: true, data: true });
    assert.deepEqual(parse(QueryBoolean, 'false'), { ok: true, data: false });
    for (const value of ['1', 'yes', '', 'TRUE']) assert.notDeepEqual(codes(QueryBoolean, value), []);
  });

  it('takes times in UTC only', () => {
    assert.deepEqual(codes(Time, '2026-11-20T09:41:07.214Z'), []);
    for (const value of ['2026-11-20', '2026-11-20T09:41:07+01:00', 'tomorrow', '2026-13-01T00:00:00Z'])
      assert.notDeepEqual(codes(Time, value), [], value);
  });

  it('bounds addresses', () => {
    assert.deepEqual(codes(Email, 'ada@meridian.example'), []);
    for (const value of [
      'ada',
      'ada@',
      '@meridian.example',
      `${'a'.repeat(250)}@b.example`,
      'ada@meridian.example\nBcc: x@y.example',
    ]) {
      assert.notDeepEqual(codes(Email, value), [], value.slice(0, 20));
    }
  });
});
