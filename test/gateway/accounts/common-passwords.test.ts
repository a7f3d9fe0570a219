import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCommonPassword } from '../../../gateway/src/accounts/common-passwords.js';

describe('common passwords', () => {
  for (const password of [
    'password',
    'Password1',
    'P@ssw0rd!',
    'passw0rd2024',
    '12345678',
    '123456789',
    '87654321',
    '11111111',
    'abcd1234',
    'qwertyuiop',
    'qwerty123',
    '1q2w3e4r',
    '1qaz2wsx',
    'iloveyou',
    'iloveyou2',
    'sunshine1',
    'football!',
    'princess',
    'letmein123',
    'welcome1',
    'Welcome2026!',
    'admin123',
    'administrator',
    'changeme',
    'dragon12',
    'monkey123',
    'trustno1',
    'starwars',
    'superman1',
    'batman123',
    'abcabcabc',
    'aaaaaaaa',
    'asdfghjkl',
    'zxcvbnm1',
    'michael1',
    'summer2026',
    'drowssap',
    'hello123',
    'master12',
    'zaq12wsx',
  ]) {
    it(`refuses ${password}`, () => assert.equal(isCommonPassword(password), true));
  }

  for (const password of [
    'correct horse battery',
    'Tr0ub4dor&3-x',
    'mein hund heisst otto',
    '9f3k2m1xq8',
    '株式会社東京支店の朝',
    'blue tree walks home',
    'xkcd-936-comic',
  ]) {
    it(`takes ${password}`, () => assert.equal(isCommonPassword(password), false));
  }

  it('refuses what the account says openly', () => {
    assert.equal(isCommonPassword('MeridianFreight1', ['Meridian Freight', 'ada@meridian.example']), true);
    assert.equal(isCommonPassword('meridian2026', ['Meridian Freight', 'ada@meridian.example']), true);
    assert.equal(isCommonPassword('ada@meridian.example', ['Meridian Freight', 'ada@meridian.example']), true);
  });

  it('judges long input quickly', () => {
    const times = Array.from({ length: 10 }, () => {
      const started = performance.now();
      isCommonPassword('a'.repeat(255) + 'b', ['x'.repeat(100)]);
      isCommonPassword('ab1!'.repeat(64), ['x'.repeat(100)]);
      return performance.now() - started;
    });
    const best = Math.min(...times);
    assert.ok(best < 10, `${best} ms`);
  });
});
