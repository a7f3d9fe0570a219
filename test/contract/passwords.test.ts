import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCommonPassword } from '@caas/contract/common-passwords.js';
import { isPersonalPassword } from '@caas/contract/password-rules.js';
import { passwordStrength } from '@caas/contract/password-strength.js';

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

  it('judges long input quickly', () => {
    const times = Array.from({ length: 10 }, () => {
      const started = performance.now();
      isCommonPassword('a'.repeat(255) + 'b');
      isPersonalPassword('a'.repeat(255) + 'b', ['x'.repeat(100), 'a '.repeat(50)]);
      passwordStrength('aA1!'.repeat(63) + 'b', ['x'.repeat(100), 'a '.repeat(50)]);
      isCommonPassword('ab1!'.repeat(64));
      return performance.now() - started;
    });
    const best = Math.min(...times);
    assert.ok(best < 10, `${best} ms`);
  });
});

const ADA = ['Meridian Freight GmbH', 'Ada Lovelace-Okafor', 'ada.okafor+console@mail.meridian.example'];

describe('personal passwords', () => {
  for (const password of [
    'MeridianFreight1',
    'meridian2026',
    'Meridian!',
    'm e r i d i a n',
    'MERIDIAN-FREIGHT GMBH',
    'M3ridi@n',
    'meridianmeridian',
    'Ada Lovelace',
    'lovelace',
    'Lovelace_Okafor',
    'adalovelaceokafor',
    'ada.okafor+console@mail.meridian.example',
    'ada.okafor',
    'adaokaforconsole',
    'mail.meridian.example',
    'CAAS Console',
    'caasconsole!',
    'Console2026',
    'ＭＥＲＩＤＩＡＮ',
  ]) {
    it(`are ${password}`, () => assert.equal(isPersonalPassword(password, ADA), true));
  }

  for (const password of [
    'correct horse battery',
    'Lovelace knew the engine',
    'freight of nine ships',
    'okafor-7Kd-wq',
    'examples',
  ])
    it(`are not ${password}`, () => assert.equal(isPersonalPassword(password, ADA), false));

  it('are none where nothing is known but the product', () => {
    assert.equal(isPersonalPassword('meridian2026', []), false);
    assert.equal(isPersonalPassword('meridian2026', ['', ' ', '@', '1']), false);
    assert.equal(isPersonalPassword('caas console', []), true);
  });
});

describe('the strength of a password', () => {
  const order = ['password', 'meridian2026', 'Tr0ub4dor', 'correct horse battery', 'k9#vQ2m!xR7zLw4HsNc0J'];
  it('rises with what an attacker has to try', () => {
    const bits = order.map((password) => passwordStrength(password, ADA).bits);
    assert.deepEqual(
      bits,
      bits.toSorted((a, b) => a - b),
    );
  });

  it('is told in five steps', () => {
    assert.equal(passwordStrength('', ADA).step, 0);
    assert.equal(passwordStrength('password', ADA).step, 0);
    assert.equal(passwordStrength('meridian2026', ADA).step, 0);
    assert.equal(passwordStrength('aaaaaaaaaaaaaaaaaaaaaaaa', ADA).step, 0);
    assert.ok(passwordStrength('mkwqzvtr', ADA).step <= 2);
    assert.ok(passwordStrength('correct horse battery staple on a hill', ADA).step >= 3);
    assert.equal(passwordStrength('k9#vQ2m!xR7zLw4HsNc0J', ADA).step, 4);
  });
});
