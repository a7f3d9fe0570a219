import type { CookieChange } from './call.js';

/** The cookies of a request. Ours hold no character that needs decoding; a name sent twice counts once, the first time. */
export function parseCookies(headerValue: string | undefined): Record<string, string | undefined> {
  const cookies = new Map<string, string>();
  for (const pair of headerValue?.split(';') ?? []) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return Object.fromEntries(cookies);
}

/** A `Set-Cookie` value: out of reach for scripts and for requests from other sites. */
export function serializeCookie(
  { name, value, path, maxAge, sameSite = 'Strict' }: CookieChange,
  secure: boolean,
): string {
  if (!/^[\w.-]*$/.test(value)) throw new Error(`The cookie ${name} would need encoding`);
  return `${name}=${value}; Max-Age=${maxAge}; Path=${path}; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
}
