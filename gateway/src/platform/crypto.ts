import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a derived key is for. One purpose never opens what another sealed. */
export type Purpose =
  | 'refresh-token'
  | 'idempotency'
  | 'signing-keys'
  | 'account-name'
  | 'mail'
  | 'mailed-code'
  | 'device'
  | 'totp-secret'
  | 'recovery-code'
  | 'sign-in-step'
  | 'oauth-state';

/** Keyed hashes and sealed boxes, all derived from the master key. */
export class Crypto {
  readonly #master: Buffer;
  readonly #keys = new Map<Purpose, Buffer>();

  /** @param master at least 32 random bytes */
  constructor(master: Buffer) {
    if (master.length < 32) throw new Error('The master key needs 32 bytes');
    this.#master = master;
  }

  /** HMAC-SHA-256 of `data` under the key of `purpose`. */
  mac(purpose: Purpose, data: string | Uint8Array): Buffer {
    return createHmac('sha256', this.#key(purpose)).update(data).digest();
  }

  /** Encrypts (AES-256-GCM): 12 bytes nonce, 16 bytes tag, then the text. */
  seal(purpose: Purpose, plain: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key(purpose), nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Opens what {@link seal} made. Throws when it was changed or sealed under another master key. */
  open(purpose: Purpose, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.#key(purpose), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  }

  #key(purpose: Purpose): Buffer {
    const known = this.#keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.#master, 'caas', purpose, 32));
    this.#keys.set(purpose, key);
    return key;
  }
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function sameSecret(a: string | Uint8Array, b: string | Uint8Array): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
