import { createContext } from '@lit/context';
import type { NewSession } from '@caas/account/caas-login.js';

/** What pages ask of the console around them. */
export interface Shell {
  /** Goes to a path of the console. */
  go(href: string, options?: { replace?: boolean }): void;
  /** Writes the page's view into the address. */
  setQuery(query: URLSearchParams): void;
  /** Takes the token of a sign-in or a registration. */
  startSession(session: NewSession): void;
  /** Whether somebody is signed in. */
  readonly signedIn: boolean;
}

/** Handed down by `<caas-console>` to its pages. */
export const shellContext = createContext<Shell>(Symbol('caas-shell'));
