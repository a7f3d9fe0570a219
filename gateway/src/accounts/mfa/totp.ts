import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app knows it. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** As long as SHA-1's output, which RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** One step before and after: a clock that is a little off, and the time a person needs to type. */
const DRIFT_STEPS = 1;

/** A new secret of 160 bits, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32;
}

/** What an authenticator app reads from the QR code. */
export function otpauthUri(secret: string, account: string): string {
  return new TOTP({ ...FORM, issuer: 'CAAS Console', label: account, secret }).toString();
}

/** The time step a code belongs to; null when it fits none of those that count at `now` (ms since 1970). */
export function acceptedStep(secret: string, code: string, now = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = TOTP.validate({
    ...FORM,
    secret: Secret.fromBase32(secret),
    token: code,
    timestamp: now,
    window: DRIFT_STEPS,
  });
  return delta === null ? null : TOTP.counter({ period: FORM.period, timestamp: now }) + delta;
}
