import type { ApiError } from './errors.js';
import { Catalogue, type Localize } from './localize.js';
import { en } from './locales/en.js';

/** Texts every page element shares. */
export const baseMessages = new Catalogue(en, { de: () => import('./locales/de.js') });

export type BaseLocalize = Localize<typeof en>;

/** What went wrong and what to do, in the reader's language; the gateway's own words where the catalogue has none. */
export function errorText(localize: BaseLocalize, error: ApiError): string {
  return localize.find(`error.${error.code}`, error.retryAfter ?? 1) ?? error.message;
}
