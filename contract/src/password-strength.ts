import { isCommonPassword, isRun, isWord } from './common-passwords.js';
import { isPersonalPassword } from './password-rules.js';

/** How hard a password is to guess, as an estimate. It advises, and never refuses. */
export interface PasswordStrength {
  /** Doublings of the tries an attacker needs. */
  readonly bits: number;
  /** 0 guessed at once, 1 weak, 2 fair, 3 good, 4 strong. */
  readonly step: 0 | 1 | 2 | 3 | 4;
}

/** From these bits on, the next step is reached: for a stolen hash that is slow to try. */
const STEPS = [25, 38, 52, 68];
/** A word of the list, of some thousand with their spellings. */
const WORD_BITS = 11;
/** Letters of one language follow each other: far from the 4.7 bits of random ones. */
const LETTER_BITS = 2.6;
/** Letters and digits mixed within a word are no language. */
const RANDOM_BITS = 4.7;
const DIGIT_BITS = 3.3;
const SIGN_BITS = 4.5;
const MAX_JUDGED = 256;

/** One row of like signs: letters, digits or anything else. */
function rowBits(row: string, mixed: boolean): number {
  const lower = row.toLowerCase();
  if (new Set(lower).size === 1) return 4 + Math.log2(row.length);
  if (row.length > 2 && isRun(lower)) return 6 + Math.log2(row.length);
  if (isWord(lower)) return WORD_BITS;
  if (/^\p{N}/u.test(row)) {
    // Years and dates come before random digits.
    return /^(19|20)\d\d$/.test(row) ? 6 : row.length * DIGIT_BITS;
  }
  if (!/^\p{L}/u.test(row)) return row.length * SIGN_BITS;
  const capitals = /^\p{Lu}?\p{Ll}*$|^\p{Lu}*$/u.test(row) ? 1 : row.length * 0.7;
  return row.length * (mixed ? RANDOM_BITS : LETTER_BITS) + capitals + new Set(lower).size * 0.3;
}

/** Estimates a password. `texts`: what everybody knows of the account, as for `isPersonalPassword`. */
export function passwordStrength(password: string, texts: readonly string[] = []): PasswordStrength {
  const judged = [...password].slice(0, MAX_JUDGED).join('');
  if (judged === '' || isCommonPassword(judged) || isPersonalPassword(judged, texts)) return { bits: 0, step: 0 };
  const rows = judged.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
  // Short rows in turn, as generators make them; words stand in longer ones.
  const mixed = rows.length > 4 && judged.length / rows.length < 3;
  // A row that comes again adds little.
  const seen = new Set<string>();
  let bits = 0;
  for (const row of rows) {
    if (row === ' ') bits += 1;
    else if (seen.has(row.toLowerCase())) bits += 1;
    else bits += rowBits(row, mixed);
    seen.add(row.toLowerCase());
  }
  const step = STEPS.filter((least) => bits >= least).length as PasswordStrength['step'];
  return { bits: Math.round(bits * 10) / 10, step };
}
