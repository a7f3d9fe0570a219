import { randomBytes } from 'node:crypto';
import type { Crypto } from '../../platform/crypto.js';

/** Crockford's base 32: no letter that looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const COUNT = 10;
/** 80 bits. */
const LENGTH = 16;

function newCode(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** Ten new recovery codes as people see them, such as `7KDM-Q2X0-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, newCode);
}

/** What is stored of a code: its keyed hash, bound to the member. Dashes, blanks, case and look-alikes of typed codes don't count. */
export function recoveryCodeHash(crypto: Crypto, userId: string, typed: string): Buffer {
  const code = typed
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return crypto.mac('recovery-code', `${userId}.${code}`);
}
