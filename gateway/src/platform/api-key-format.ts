import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_LENGTH = 24;
const CHECKSUM_LENGTH = 6;

/** What every API key starts with: makes a key in a log or a repository recognisable to scanners. */
export const API_KEY_PREFIX = 'caas_live_';

/** What every embed token starts with. */
export const EMBED_TOKEN_PREFIX = 'caas_embed_';

/** A fresh secret. Only `hash` is stored; `prefix` and `last4` are what lists show of it. */
export interface MintedSecret {
  secret: string;
  hash: Buffer;
  prefix: string;
  last4: string;
}

/** Mints `<prefix>` + 24 base62 characters (142 bits) + 6 base62 characters, the CRC-32 of all that stands before. */
export function mintSecret(prefix: string): MintedSecret {
  const body = prefix + randomBase62(RANDOM_LENGTH);
  const secret = body + checksum(body);
  return { secret, hash: hashSecret(secret), prefix: body.slice(0, prefix.length + 3), last4: secret.slice(-4) };
}

/** Whether `text` has the shape of a secret with this prefix and its checksum is right. Mistyped secrets end here, without a look-up. */
export function isWellFormed(text: string, prefix: string): boolean {
  if (text.length !== prefix.length + RANDOM_LENGTH + CHECKSUM_LENGTH || !text.startsWith(prefix)) return false;
  if (!/^[0-9A-Za-z]+$/.test(text.slice(prefix.length))) return false;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  return checksum(body) === text.slice(-CHECKSUM_LENGTH);
}

/** SHA-256: enough for 142 random bits, where a slow hash would only cost. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    // 248 = 4 * 62: higher bytes are thrown away so that each character is equally likely.
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % 62);
  }
  return text;
}

function checksum(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    text = ALPHABET.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}
