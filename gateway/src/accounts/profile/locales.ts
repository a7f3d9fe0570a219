import type { FieldError } from '@caas/contract/problem.js';
import { problem } from '../../platform/problem.js';

const FORM: Omit<FieldError, 'path'> = { code: 'invalid_format', message: 'This field has the wrong form.' };

function refuse(path: string, detail: string): never {
  throw problem('invalid_request', { detail, errors: [{ path, ...FORM }] });
}

/** The tag of a language (BCP 47) in its normal form. Throws `invalid_request`, also for a language nobody knows. */
export function toLocale(tag: string): string {
  try {
    const [locale] = Intl.DateTimeFormat.supportedLocalesOf(tag);
    if (locale !== undefined) return locale;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return refuse('locale', 'This is not a language tag, such as en or de-AT.');
}

/** A time zone by its IANA name. Throws `invalid_request`. */
export function toTimezone(name: string): string {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    // Offsets are no places: they know no summer time.
    if (!/^[+-]/.test(name)) return known.toLowerCase() === name.toLowerCase() ? known : name;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return refuse('timezone', 'This is not a time zone, such as Europe/Berlin.');
}
