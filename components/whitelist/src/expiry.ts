import { dayEnd } from '@caas/ui/day-end.js';

/** When an entry removes itself: after so many hours, on a date, or never. */
export const EXPIRIES = ['never', '1', '24', '168', '720', 'date'] as const;
export type Expiry = (typeof EXPIRIES)[number];

const HOUR = 3_600_000;

/** The time an entry ends, ISO 8601: on a date the end of that day in `timeZone`. Null for never, and for a date that is not in the future. */
export function expiresAt(expiry: Expiry, date: string, now: number, timeZone: string | undefined): string | null {
  if (expiry === 'never') return null;
  const at = expiry === 'date' ? dayEnd(date, timeZone) : now + Number(expiry) * HOUR;
  return at > now ? new Date(at).toISOString() : null;
}
