import type { Identity } from './frame.js';
import { HOME } from './pages.js';
import { ownPath, type Page } from './router.js';
import type { Session } from './session.js';

/** Where a member sets up a second factor. */
export const ENROLL = '/mfa';

/** Where to go instead of a page, or null. */
export function instead(page: Page, url: URL, session: Session, identity: Identity | null): string | null {
  const signedIn = session.status === 'in';
  if (url.pathname === '/') return signedIn ? HOME : '/login';
  if (page.access === 'guest' && signedIn) return ownPath(url.searchParams.get('return'), HOME);
  if (page.access === 'member' && !signedIn) return loginPath(session, url);
  if (page.access === 'member' && page.path !== ENROLL && mustEnroll(identity)) return ENROLL;
  return null;
}

/** Sign-in, which leads back to where somebody was or wanted to go. */
export function loginPath(session: Session, url: URL): string {
  const params = new URLSearchParams();
  if (session.reason !== 'signed-out' && url.pathname !== HOME) params.set('return', url.pathname + url.search);
  if (session.reason) params.set('reason', session.reason);
  const text = params.toString();
  return text ? `/login?${text}` : '/login';
}

/** The company requires a second factor, and the time to set one up is over: nothing else works before. */
export function mustEnroll(identity: Identity | null): boolean {
  const until = identity?.mfa?.grace_until;
  return until != null && Date.parse(until) <= Date.now();
}
