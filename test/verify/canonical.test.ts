import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  FIRST_PREVIOUS,
  canonicalize,
  fromHex,
  leafHash,
  linkHash,
  toHex,
  verifyChain,
} from '@caas/verify/canonical.js';
import { sha256 } from '@caas/verify/node.js';

describe('canonicalize', () => {
  it('writes the example of RFC 8785', () => {
    const value = {
      numbers: [JSON.parse('333333333.33333329') as number, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    assert.equal(
      canonicalize(value),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 units', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    assert.equal(canonicalize(value), '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('leaves out undefined members and writes -0 as 0', () => {
    assert.equal(canonicalize({ b: undefined, a: -0 }), '{"a":0}');
  });

  it('refuses what JSON can not hold', () => {
    for (const value of [Number.NaN, Infinity, '\uD800', { '\uDC00': 1 }, () => 1, Symbol('x'), 1n, [undefined]]) {
      assert.throws(() => canonicalize(value), TypeError);
    }
  });
});

describe('hashes', () => {
  const event = { seq: 1, id: 'evt_1', action: 'test.done' };

  it('follow the definition', () => {
    const leaf = sha256(Buffer.concat([Buffer.from([0]), Buffer.from('{"action":"test.done","id":"evt_1","seq":1}')]));
    assert.equal(toHex(leafHash(event, sha256)), toHex(leaf));
    const seq = Buffer.alloc(8);
    seq.writeBigInt64BE(1n);
    assert.equal(
      toHex(linkHash(FIRST_PREVIOUS, 1, leaf, sha256)),
      toHex(sha256(Buffer.concat([Buffer.alloc(32), seq, leaf]))),
    );
  });

  it('do not cover leaf and hash themselves', () => {
    assert.deepEqual(leafHash({ ...event, leaf: 'x', hash: 'y' }, sha256), leafHash(event, sha256));
  });

  it('come from and go to lower-case hex', () => {
    assert.equal(toHex(fromHex('00ff7a')), '00ff7a');
    for (const bad of ['0', 'FF', 'zz']) assert.throws(() => fromHex(bad), TypeError);
  });
});

describe('verifyChain', () => {
  function chain(length: number): { seq: number; n: number; leaf: string; hash: string }[] {
    let previous: Uint8Array = FIRST_PREVIOUS;
    return Array.from({ length }, (_, i) => {
      const event = { seq: i + 1, n: i };
      const leaf = leafHash(event, sha256);
      previous = linkHash(previous, event.seq, leaf, sha256);
      return { ...event, leaf: toHex(leaf), hash: toHex(previous) };
    });
  }

  it('accepts an empty chain, a whole one and one that goes on from a known head', () => {
    const events = chain(20);
    assert.deepEqual(verifyChain([], sha256), { ok: true, checked: 0, head: null });
    assert.deepEqual(verifyChain(events, sha256), { ok: true, checked: 20, head: { seq: 20, hash: events[19]?.hash } });
    assert.ok(verifyChain(events.slice(10), sha256, { seq: 10, hash: events[9]?.hash ?? '' }).ok);
  });

  it('finds every single changed member', () => {
    const events = chain(20);
    for (let at = 0; at < 20; at += 1) {
      for (const change of [{ n: -1 }, { leaf: 'ab'.repeat(32) }, { hash: 'ab'.repeat(32) }, { extra: 1 }]) {
        const verdict = verifyChain(
          events.map((event, i) => (i === at ? { ...event, ...change } : event)),
          sha256,
        );
        assert.equal(verdict.ok, false);
        assert.equal(verdict.first_bad?.seq, at + 1);
      }
    }
  });
});
