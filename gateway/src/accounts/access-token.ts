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
  type KeyObject,
} from 'jose';
import type { Role } from '@caas/contract/permissions.js';
import { ConfigError } from '../platform/config.js';
import { newId } from '../platform/ids.js';
import type { Platform } from '../platform/platform.js';
import { problem } from '../platform/problem.js';
import { insertSigningKey, selectSigningKey } from './accounts.repository.js';

const ALGORITHM = 'ES256';
const TYPE = 'at+jwt';
const ISSUER = 'caas';
const AUDIENCE = 'caas-console';
const PURPOSE = 'access-token';
/** Checked tokens that are remembered; a check takes 160 µs. */
const MAX_CHECKED = 5000;

/** What an access token says. Rights are not among it: they are read from the session with each call. */
export interface AccessClaims {
  readonly userId: string;
  readonly tenantId: string;
  readonly sessionId: string;
}

/** What a new access token is made from. `role` and `email` are for its reader only. */
export interface AccessTokenInput extends AccessClaims {
  readonly role: Role;
  readonly email: string;
}

type Key = CryptoKey | KeyObject;

/** Signs and checks the console's access tokens (JWT, ES256). */
export class AccessTokens {
  readonly #kid: string;
  readonly #privateKey: Key;
  readonly #publicKey: Key;
  readonly #checked = new Map<string, { claims: AccessClaims; exp: number }>();

  private constructor(kid: string, privateKey: Key, publicKey: Key) {
    this.#kid = kid;
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  /** Loads the key pair from the database, or makes it; of several processes that start at once one makes it. */
  static async load({ db, crypto }: Pick<Platform, 'db' | 'crypto'>): Promise<AccessTokens> {
    let stored = await db.platformTx((tx) => selectSigningKey(tx, PURPOSE));
    if (!stored) {
      const pair = await generateKeyPair(ALGORITHM, { extractable: true });
      const sealed = crypto.seal('signing-keys', JSON.stringify(await exportJWK(pair.privateKey)));
      const publicJwk = JSON.stringify(await exportJWK(pair.publicKey));
      stored = await db.platformTx(async (tx) => {
        await insertSigningKey(tx, { id: newId('sig'), purpose: PURPOSE, sealed, public_jwk: publicJwk });
        return selectSigningKey(tx, PURPOSE);
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
    return new AccessTokens(stored.id, privateKey, publicKey);
  }

  /** A token that works for `ttl` seconds, as long as its session lives. */
  sign({ userId, tenantId, sessionId, role, email }: AccessTokenInput, ttl: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ tid: tenantId, sid: sessionId, role, ver: 1, email, tenantId, client_id: tenantId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: this.#kid })
      .setSubject(userId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setJti(newId('jwt'))
      .setIssuedAt(now)
      .setExpirationTime(now + ttl)
      .sign(this.#privateKey);
  }

  /** What a token says; null when it is not a token of this kind. Throws `token_expired` and `token_invalid`. */
  async verify(token: string): Promise<AccessClaims | null> {
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.#checked.get(digest);
    if (known) {
      if (known.exp * 1000 > Date.now()) return known.claims;
      this.#checked.delete(digest);
    }
    if (!this.#isMine(token)) return null;
    try {
      const { payload } = await jwtVerify(token, this.#publicKey, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'exp', 'tid', 'sid'],
      });
      const { sub, exp, tid, sid } = payload;
      if (typeof sub !== 'string' || typeof exp !== 'number' || typeof tid !== 'string' || typeof sid !== 'string')
        throw problem('token_invalid');
      const claims = { userId: sub, tenantId: tid, sessionId: sid };
      if (this.#checked.size >= MAX_CHECKED)
        for (const oldest of this.#checked.keys()) if (this.#checked.delete(oldest)) break;
      this.#checked.set(digest, { claims, exp });
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
      return typ === TYPE && alg === ALGORITHM;
    } catch {
      return false;
    }
  }
}
