import type { ApiError } from './errors.js';
import { Catalogue } from './localize.js';
import { en } from './locales/en.errors.js';
import type { BaseLocalize } from './messages.js';

/** Texts of failures; they come with the code that shows one. */
export const errorMessages = new Catalogue(en, { de: () => import('./locales/de.errors.js') });

/** What went wrong and what to do, in the reader's language; the gateway's own words where the catalogue has none. */
export function errorText(localize: BaseLocalize, error: ApiError): string {
  const { cause, code, retryAfter } = error;
  const from = typeof cause === 'string' ? cause : '';
  return localize.findIn(errorMessages, `error.${code}`, retryAfter ?? 1, from) ?? error.message;
}

/** What is wrong with one field of a refused request, in the reader's language; null where the catalogue has no words for it. */
export function fieldText(localize: BaseLocalize, { code }: { code: string }): string | null {
  return localize.findIn(errorMessages, `field.${code}`);
}
