const DAY = 86_400_000;

/**
 * The last second of a day like `2026-12-31` in a time zone, as a Unix time in ms; in the reader's own where none is named or known, as times
 * are shown. -Infinity where it is no day.
 */
export function dayEnd(day: string, timeZone: string | undefined): number {
  const end = Date.parse(`${day}T23:59:59Z`);
  const clock = (at: number): number =>
    // Swedish dates are written as ISO 8601 writes them.
    Date.parse(`${new Date(at).toLocaleString('sv', { timeZone }).replace(' ', 'T')}Z`);
  try {
    // The clock may change on that day: by its time a day before and by that a day after. The later of those that are not tomorrow yet.
    const found = [end - DAY, end + DAY].map((at) => end - (clock(at) - at));
    return Math.max(...found.filter((at) => clock(at) <= end));
  } catch {
    return dayEnd(day, undefined); // no zone of this name
  }
}
