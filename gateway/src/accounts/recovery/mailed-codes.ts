import { randomBytes, randomInt } from 'node:crypto';
import { sameSecret, type Crypto } from '../../platform/crypto.js';
import type { Tx } from '../../platform/db.js';
import { problem, type ProblemError } from '../../platform/problem.js';
import { insertCode, selectByToken, takeCodeAttempt, type CodePurpose, type CodeRow } from './codes.repository.js';

/** Wrong tries a code allows. */
export const CODE_ATTEMPTS = 5;
/** With five tries each, a guesser finds a code with 1 in 20,000 a day. */
const CODES_A_DAY = 10;

/** What a code or link is made for. */
export interface CodeWish {
  readonly purpose: CodePurpose;
  /** What it is about: one code a purpose and subject is alive. */
  readonly subject: string;
  readonly userId: string | null;
  readonly email: string | null;
  /** Seconds. */
  readonly ttl: number;
  /** Seconds that have to pass since the last one; default: none. */
  readonly pause?: number;
  readonly data?: Readonly<Record<string, string>>;
  /** What is made; the other is null. Default: both. */
  readonly only?: 'code' | 'token';
}

/** What the mail carries; it is not stored. */
export interface Made {
  /** Six digits; null where the wish was for a link alone, or too many codes were made within a day. */
  readonly code: string | null;
  /** For a link; '' where the wish was for a code alone. */
  readonly token: string;
}

/** The refusal of a code that is not alive. */
export function codeExpired(): ProblemError {
  return problem('code_expired', { detail: 'Ask for a new mail and use the newest.' });
}

/** Codes and links that are sent by mail: stored as keyed hashes, used once, replaced by newer ones. */
export class MailedCodes {
  readonly #crypto: Crypto;

  constructor(crypto: Crypto) {
    this.#crypto = crypto;
  }

  /** Makes a code and a link's token. `waitSeconds`: it is too early for another, by the pause or by the number of codes a day. */
  async make(tx: Tx, wish: CodeWish): Promise<Made | { readonly waitSeconds: number }> {
    const code = wish.only === 'token' ? null : String(randomInt(1_000_000)).padStart(6, '0');
    const token = wish.only === 'code' ? '' : randomBytes(32).toString('base64url');
    const issued = await insertCode(tx, {
      ...wish,
      subject: this.subject(wish.purpose, wish.subject),
      code: code === null ? null : this.#codeHash(wish, code),
      token: token ? this.#tokenHash(wish.purpose, token) : null,
      pause: wish.pause ?? 0,
      codesADay: CODES_A_DAY,
    });
    if (issued.outcome === 'too_early') return { waitSeconds: issued.seconds };
    return { code: issued.withCode ? code : null, token };
  }

  /**
   * Judges a code in a transaction of its own, which has to commit whatever comes out: the try counts. A thrown refusal would
   * roll it back, so it is returned: `code_invalid` with `attempts_left`, or `code_expired`.
   */
  async judge(tx: Tx, purpose: CodePurpose, subject: string, code: string): Promise<CodeRow | ProblemError> {
    const row = await takeCodeAttempt(tx, purpose, this.subject(purpose, subject));
    if (!row) return codeExpired();
    const allowed = row.attempts <= CODE_ATTEMPTS;
    if (allowed && row.code && sameSecret(row.code, this.#codeHash({ purpose, subject }, code))) return row;
    const left = Math.max(0, CODE_ATTEMPTS - row.attempts);
    return problem('code_invalid', {
      detail: left ? 'Compare it with the newest mail.' : 'No tries are left: ask for a new mail.',
      attempts_left: left,
    });
  }

  /** The row of a link's token; null when it is unknown or too old. Used ones are found too. */
  find(tx: Tx, purpose: CodePurpose, token: string): Promise<CodeRow | null> {
    return selectByToken(tx, purpose, this.#tokenHash(purpose, token));
  }

  /** Under which a subject is stored. */
  subject(purpose: CodePurpose, subject: string): Buffer {
    return this.#crypto.mac('mailed-code', `subject ${purpose} ${subject}`);
  }

  #codeHash({ purpose, subject }: { purpose: CodePurpose; subject: string }, code: string): Buffer {
    return this.#crypto.mac('mailed-code', `code ${purpose} ${subject} ${code}`);
  }

  #tokenHash(purpose: CodePurpose, token: string): Buffer {
    return this.#crypto.mac('mailed-code', `token ${purpose} ${token}`);
  }
}
