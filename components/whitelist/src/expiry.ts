/** When an entry removes itself: after so many hours, on a date, or never. */
export const EXPIRIES = ['never', '1', '24', '168', '720', 'date'] as const;
export type Expiry = (typeof EXPIRIES)[number];

const HOUR = 3_600_000;

/** The time an entry ends, ISO 8601; null for never, and for a date that is not in the future. */
export function expiresAt(expiry: Expiry, date: string, now: number): string | null {
  if (expiry === 'never') return null;
  // The end of the chosen day, where the reader is.
  const at = expiry === 'date' ? Date.parse(`${date}T23:59:59`) : now + Number(expiry) * HOUR;
  return at > now ? new Date(at).toISOString() : null;
}
