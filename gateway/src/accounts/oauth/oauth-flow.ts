import type { OAuthProvider } from '@caas/contract/oauth.js';
import * as z from 'zod/mini';
import type { CookieChange } from '../../platform/call.js';
import type { Crypto } from '../../platform/crypto.js';

/** The cookie that binds a way to a provider and back to one browser. */
export const FLOW_COOKIE = 'caas_oauth';
const PATH = '/api/v1/auth/client/oauth';
const SECONDS = 600;

const Flow = z.object({
  provider: z.enum(['google', 'github']),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirect: z.string(),
  /** The signed-in member who connects a provider; null: somebody signs in. */
  connects: z.nullable(z.object({ tenantId: z.string(), userId: z.string(), sessionId: z.string() })),
  /** Seconds since 1970. */
  until: z.number(),
});
/** What the gateway must remember until the browser is back. */
export type Flow = z.infer<typeof Flow>;

/** Seals a flow into the browser's cookie: only the gateway reads it, and it ends with the browser or in ten minutes. */
export function flowCookie(crypto: Crypto, flow: Omit<Flow, 'until'>): CookieChange {
  const text = JSON.stringify({ ...flow, until: Math.floor(Date.now() / 1000) + SECONDS });
  return {
    name: FLOW_COOKIE,
    value: crypto.seal('oauth-state', text).toString('base64url'),
    path: PATH,
    maxAge: SECONDS,
    // The provider sends the browser back: that is a navigation from another site.
    sameSite: 'Lax',
  };
}

/** Takes the flow out of the browser. */
export const DROP_FLOW: CookieChange = { name: FLOW_COOKIE, value: '', path: PATH, maxAge: 0, sameSite: 'Lax' };

/** The flow of a cookie; null when it is not ours, too old, or of another provider. */
export function readFlow(crypto: Crypto, cookie: string | undefined, provider: OAuthProvider): Flow | null {
  if (!cookie) return null;
  try {
    const flow = z.parse(Flow, JSON.parse(crypto.open('oauth-state', Buffer.from(cookie, 'base64url'))));
    return flow.provider === provider && flow.until * 1000 > Date.now() ? flow : null;
  } catch {
    return null;
  }
}

/** The path to end at: one of the console itself, whatever was asked. */
export function ownPath(asked: string | undefined, origin: string): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, origin)) return '/';
  const { origin: at, pathname, search, hash } = new URL(asked, origin);
  // "/.//host" is a path of ours that reads as another host once it is written out.
  return at === origin && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}

/** A path with one more parameter. */
export function withParameter(path: string, name: string, value: string): string {
  const url = new URL(path, 'http://own');
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
