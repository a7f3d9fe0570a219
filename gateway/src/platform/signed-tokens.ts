import { createHash } from 'node:crypto';
import {
  SignJWT,
  decodeProtectedHeader,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  type CryptoKey,
  type JWK,
  type JWTPayload,
  type KeyObject,
} from 'jose';
import type { Selectable } from 'kysely';
import { ConfigError } from './config.js';
import type { SigningKeysTable, Tx } from './db.js';
import { newId } from './ids.js';
import type { Platform } from './platform.js';
import { problem } from './problem.js';

const ALGORITHM = 'ES256';
const ISSUER = 'caas';
/** Checked tokens that are remembered; a check takes 160 µs. */
const MAX_CHECKED = 5000;

/** What tells the tokens of one kind from those of another. */
export interface TokenKind {
  /** Names the key pair in the database. */
  readonly purpose: string;
  /** `typ` of the header. */
  readonly type: string;
  readonly audience: string;
}

/** What every token of a session says: whose it is, of which tenant and session, and when it ends (epoch seconds). */
export interface SessionClaims {
  readonly sub: string;
  readonly tid: string;
  readonly sid: string;
  readonly exp: number;
}

type Key = CryptoKey | KeyObject;

/** Signs and checks access tokens of one kind (JWT, ES256) with a key pair of their own. */
export class SignedTokens {
  readonly #kind: TokenKind;
  readonly #kid: string;
  readonly #privateKey: Key;
  readonly #publicKey: Key;
  readonly #checked = new Map<string, SessionClaims>();

  private constructor(kind: TokenKind, kid: string, privateKey: Key, publicKey: Key) {
    this.#kind = kind;
    this.#kid = kid;
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  /** Loads the key pair from the database, or makes it; of several processes that start at once one makes it. */
  static async load({ db, crypto }: Pick<Platform, 'db' | 'crypto'>, kind: TokenKind): Promise<SignedTokens> {
    const { purpose } = kind;
    let stored = await db.platformTx((tx) => selectSigningKey(tx, purpose));
    if (!stored) {
      const pair = await generateKeyPair(ALGORITHM, { extractable: true });
      const sealed = crypto.seal('signing-keys', JSON.stringify(await exportJWK(pair.privateKey)));
      const publicJwk = JSON.stringify(await exportJWK(pair.publicKey));
      stored = await db.platformTx(async (tx) => {
        await tx
          .insertInto('signing_keys')
          .values({ id: newId('sig'), purpose, sealed, public_jwk: publicJwk })
          .onConflict((conflict) => conflict.column('purpose').doNothing())
          .execute();
        return selectSigningKey(tx, purpose);
      });
    }
    if (!stored) throw new Error('The signing key was not stored');
    let jwk: JWK;
    try {
      jwk = JSON.parse(crypto.open('signing-keys', stored.sealed)) as JWK;
    } catch {
      throw new ConfigError(
        'The master key does not open the signing keys in this database: use the MASTER_KEY (or DATA_DIR) the database was made with.',
      );
    }
    const [privateKey, publicKey] = [await importJWK(jwk, ALGORITHM), await importJWK(stored.public_jwk, ALGORITHM)];
    if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array)
      throw new Error('The signing key is not an EC key');
    return new SignedTokens(kind, stored.id, privateKey, publicKey);
  }

  /** A token for `sub` that works for `ttl` seconds, as long as its session lives. */
  sign(sub: string, claims: JWTPayload & { tid: string; sid: string }, ttl: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: this.#kind.type, kid: this.#kid })
      .setSubject(sub)
      .setIssuer(ISSUER)
      .setAudience(this.#kind.audience)
      .setJti(newId('jwt'))
      .setIssuedAt(now)
      .setExpirationTime(now + ttl)
      .sign(this.#privateKey);
  }

  /** What a token says; null when it is not a token of this kind. Throws `token_expired` and `token_invalid`. */
  async verify(token: string): Promise<SessionClaims | null> {
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.#checked.get(digest);
    if (known) {
      if (known.exp * 1000 > Date.now()) return known;
      this.#checked.delete(digest);
    }
    if (!this.#isMine(token)) return null;
    try {
      const { payload } = await jwtVerify(token, this.#publicKey, {
        algorithms: [ALGORITHM],
        typ: this.#kind.type,
        issuer: ISSUER,
        audience: this.#kind.audience,
        requiredClaims: ['sub', 'exp', 'tid', 'sid'],
      });
      const { sub, exp, tid, sid } = payload;
      if (typeof sub !== 'string' || typeof exp !== 'number' || typeof tid !== 'string' || typeof sid !== 'string')
        throw problem('token_invalid');
      const claims = { sub, tid, sid, exp };
      if (this.#checked.size >= MAX_CHECKED)
        for (const oldest of this.#checked.keys()) if (this.#checked.delete(oldest)) break;
      this.#checked.set(digest, claims);
      return claims;
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw problem('token_expired', { detail: 'The access token has expired; refresh it.' });
      if (error instanceof errors.JOSEError) throw problem('token_invalid');
      throw error;
    }
  }

  #isMine(token: string): boolean {
    try {
      const { typ, alg } = decodeProtectedHeader(token);
      return typ === this.#kind.type && alg === ALGORITHM;
    } catch {
      return false;
    }
  }
}

function selectSigningKey(tx: Tx, purpose: string): Promise<Selectable<SigningKeysTable> | undefined> {
  return tx.selectFrom('signing_keys').selectAll().where('purpose', '=', purpose).executeTakeFirst();
}
