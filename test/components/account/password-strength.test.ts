import { expect } from '@open-wc/testing';
import { passwordStrength } from '@caas/account/password-strength.js';

const ADA = ['Meridian Freight', 'Ada Okafor', 'ada@meridian.example'];

describe('password strength', () => {
  const cases: [string, string][] = [
    ['', 'short'],
    ['seven77', 'short'],
    ['password', 'common'],
    ['Password1!', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['abcdefghijkl', 'common'],
    ['9876543210', 'common'],
    ['qwertyuiop', 'common'],
    ['Meridian-2026', 'personal'],
    ['okafor-likes-tea', 'personal'],
    ['vk7#mPz2', 'fair'],
    ['vk7#mPz2rt!Q', 'good'],
    ['plum lantern orbit kite', 'strong'],
    ['ключ от старой лодки', 'strong'],
    ['🦊🐻🦁🐼🦉🐸🐙', 'short'],
  ];
  for (const [password, strength] of cases) {
    it(`calls "${password}" ${strength}`, () => expect(passwordStrength(password, ADA)).to.equal(strength));
  }
});
