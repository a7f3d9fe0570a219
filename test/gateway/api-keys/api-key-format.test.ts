import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { API_KEY_PREFIX, isWellFormed, mintSecret } from '../../../gateway/src/platform/api-key-format.js';
import { ipAllowed, ipRestrictions, normalIpRange } from '../../../gateway/src/platform/api-key-ips.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('the form of API keys', () => {
  it('has prefix, 24 random characters and a checksum', () => {
    const { secret, prefix, last4, hash } = mintSecret(API_KEY_PREFIX);
    assert.match(secret, /^caas_live_[0-9A-Za-z]{30}$/);
    assert.equal(prefix, secret.slice(0, 13));
    assert.equal(last4, secret.slice(-4));
    assert.equal(hash.length, 32);
    assert.ok(isWellFormed(secret, API_KEY_PREFIX));
  });

  it('never mints the same twice', () => {
    const secrets = new Set(Array.from({ length: 10_000 }, () => mintSecret(API_KEY_PREFIX).secret));
    assert.equal(secrets.size, 10_000);
  });

  it('refuses each single wrong character and each swap of neighbours in 1,000 keys', () => {
    for (let n = 0; n < 1000; n += 1) {
      const { secret } = mintSecret(API_KEY_PREFIX);
      for (let at = 0; at < secret.length; at += 1) {
        const other = ALPHABET.charAt((n * 7 + at * 13) % 62);
        const changed = secret.slice(0, at) + other + secret.slice(at + 1);
        if (changed !== secret) assert.ok(!isWellFormed(changed, API_KEY_PREFIX), changed);
        const swapped = secret.slice(0, at) + secret.charAt(at + 1) + secret.charAt(at) + secret.slice(at + 2);
        if (swapped !== secret) assert.ok(!isWellFormed(swapped, API_KEY_PREFIX), swapped);
      }
    }
  });

  it('refuses what is shorter, longer or of another kind', () => {
    const { secret } = mintSecret(API_KEY_PREFIX);
    for (const text of [
      '',
      API_KEY_PREFIX,
      secret.slice(0, -1),
      `${secret}0`,
      ` ${secret}`,
      secret.replace('live', 'test'),
      mintSecret('caas_embed_').secret,
    ]) {
      assert.ok(!isWellFormed(text, API_KEY_PREFIX), text);
    }
  });
});

describe('IP lists of keys', () => {
  const cases: [string, string | null][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7/8', '203.0.0.0/8'],
    ['10.1.255.255/23', '10.1.254.0/23'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::ffff:1.2.3.0/120', '1.2.3.0/24'],
    ['2001:DB8:0::1/33', '2001:db8::/33'],
    ['2001:0db8:0000::0001', '2001:db8::1'],
    ['::/0', '::/0'],
    ['ffff:ffff:ffff::/47', 'ffff:ffff:fffe::/47'],
    ['fe80::1%eth0', null],
    ['1.2.3.4/33', null],
    ['1.2.3.4/08', null],
    ['1.2.3.4/', null],
    ['1.2.3', null],
    ['0x7f.1', null],
    ['example.com', null],
  ];
  for (const [entry, normal] of cases)
    it(`keeps ${entry} as ${normal}`, () => assert.equal(normalIpRange(entry), normal));

  it('lets in what lies in a range, also when it comes mapped into IPv6', () => {
    const list = ipRestrictions(['10.0.0.0/8', '2001:db8::/32', '203.0.113.7']);
    for (const ip of ['10.2.2.2', '::ffff:10.2.2.2', '2001:db8::5', '203.0.113.7']) assert.ok(ipAllowed(ip, list), ip);
    for (const ip of ['11.0.0.1', '2001:db9::5', '203.0.113.8', '', 'unknown']) assert.ok(!ipAllowed(ip, list), ip);
  });

  it('lets everybody in when it is empty', () => assert.ok(ipAllowed('203.0.113.8', ipRestrictions([]))));
});
