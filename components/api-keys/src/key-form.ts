import { codePoints } from '@caas/contract/text.js';
import type { Localize } from '@caas/base/localize.js';
import { dayEnd } from '@caas/ui/day-end.js';
import type en from './locales/en.actions.js';

/** When a new key ends: after so many days, on a date, or never. */
export const EXPIRIES = ['7', '30', '90', '365', 'date', 'never'] as const;
export type Expiry = (typeof EXPIRIES)[number];

const DAY = 86_400_000;
const LONGEST_NAME = 80;
/** What addresses and networks are written with; whether one is good is for the gateway to say. */
const ADDRESS = /^[\da-f.:]+(\/\d{1,3})?$/i;

/** The time a key ends, ISO 8601: on a date the end of that day in `timeZone`. Null for never, and for a date that is not in the future. */
export function expiresAt(expiry: Expiry, date: string, now: number, timeZone: string | undefined): string | null {
  if (expiry === 'never') return null;
  const at = expiry === 'date' ? dayEnd(date, timeZone) : now + Number(expiry) * DAY;
  return at > now ? new Date(at).toISOString() : null;
}

/** How an end is called among others to choose from. */
export function expiryText(texts: Localize<typeof en>, expiry: Expiry): string {
  if (expiry === 'never') return texts.text('never');
  return expiry === 'date' ? texts.text('onDate') : texts.text('inDays', Number(expiry));
}

/** What is wrong with a name, as the name of a text; null where nothing is. */
export function nameError(name: string): 'nameNone' | 'nameLong' | null {
  const length = codePoints(name.trim());
  return length === 0 ? 'nameNone' : length > LONGEST_NAME ? 'nameLong' : null;
}

/** The addresses typed, one a line or with commas between. */
export function splitAddresses(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter(Boolean);
}

/** The first of them that can't be an address; null where all might be. */
export function badAddress(typed: string): string | null {
  return splitAddresses(typed).find((address) => !ADDRESS.test(address)) ?? null;
}
