import { codePoints } from '@caas/contract/text.js';

/** How a password looks to somebody who guesses. It advises; the gateway alone refuses. */
export type Strength = 'short' | 'common' | 'personal' | 'fair' | 'good' | 'strong';

const SHORTEST = 8;
const GOOD_FROM = 12;
const STRONG_FROM = 15;
/** Shortest piece of a name that counts as part of a password. */
const PIECE = 4;
const GUESSED_FIRST = [
  'password',
  'passwort',
  'qwerty',
  'qwertz',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'monkey',
  'dragon',
  'abc123',
  '111111',
];
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm'];

/** Judges a password; `personal` holds what others know: name, company, email. */
export function passwordStrength(password: string, personal: readonly string[]): Strength {
  const length = codePoints(password);
  if (length < SHORTEST) return 'short';
  const lower = password.toLowerCase();
  if (personal.some((text) => pieces(text).some((piece) => lower.includes(piece)))) return 'personal';
  const rest = GUESSED_FIRST.reduce((left, word) => left.replaceAll(word, ''), lower);
  if (codePoints(rest) < SHORTEST - 2 || new Set(lower).size < 5 || isRow(lower)) return 'common';
  if (length >= STRONG_FROM) return 'strong';
  return length >= GOOD_FROM ? 'good' : 'fair';
}

function pieces(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece.length >= PIECE);
}

/** Whether it is mostly one run along the alphabet, the digits or a row of keys, in either direction. */
function isRow(lower: string): boolean {
  const reversed = [...lower].reverse().join('');
  return ROWS.some((row) => [lower, reversed].some((text) => longestCommon(text, row) >= text.length - 2));
}

function longestCommon(text: string, row: string): number {
  let longest = 0;
  for (let start = 0; start < text.length; start += 1) {
    while (row.includes(text.slice(start, start + longest + 1)) && start + longest < text.length) longest += 1;
  }
  return longest;
}
