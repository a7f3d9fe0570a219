import { randomBytes } from 'node:crypto';
import type { CookieChange, RequestInfo } from '../../platform/call.js';
import type { Crypto } from '../../platform/crypto.js';

const COOKIE = 'caas_device';
/** As long as browsers keep a cookie. */
const MAX_AGE = 400 * 86_400;
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** The browser somebody signs in with. */
export interface Device {
  /** Keyed hash of its cookie: what is stored. */
  readonly hash: Buffer;
  /** Goes out with the answer, so that the browser is known next time. */
  readonly cookie: CookieChange;
}

/**
 * The browser of a request, by a cookie of its own that outlives sessions; a browser without one gets it. `Lax`, since somebody
 * who comes back from a sign-in provider brings it too. It opens nothing: it only spares a known browser the mail.
 */
export function deviceOf(crypto: Crypto, { cookies }: Pick<RequestInfo, 'cookies'>): Device {
  const sent = cookies[COOKIE];
  const value = sent !== undefined && FORM.test(sent) ? sent : randomBytes(32).toString('base64url');
  return {
    hash: crypto.mac('device', value),
    cookie: { name: COOKIE, value, path: '/', maxAge: MAX_AGE, sameSite: 'Lax' },
  };
}
