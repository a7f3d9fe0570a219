import { createContext } from '@lit/context';
import type { NewSession } from '@caas/account/caas-login.js';
import type { EndReason } from './session.js';

/** What pages ask of the console around them. */
export interface Shell {
  /** Goes to a path of the console. */
  go(href: string, options?: { replace?: boolean }): void;
  /** Writes the page's view into the address. */
  setQuery(query: URLSearchParams): void;
  /** Takes the token of a sign-in or a registration. */
  startSession(session: NewSession): void;
  /** Ends the session, which the gateway has ended already: says why on the sign-in page. */
  endSession(reason: EndReason): void;
  /** Signs out. */
  signOut(): void;
  /** Whether somebody is signed in. */
  readonly signedIn: boolean;
  /** What the link that led here carried after its `#`; it has left the address. */
  readonly secrets: URLSearchParams;
  /** Whose session ended in this tab; kept nowhere else. */
  readonly lastEmail: string;
  /** Nothing works before a second factor is set up. */
  readonly mustEnroll: boolean;
}

/** Handed down by `<caas-console>` to its pages. */
export const shellContext = createContext<Shell>(Symbol('caas-shell'));
