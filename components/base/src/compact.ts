import type { Format } from './format.js';

const EXACT = 100_000;

/** `3.94 M` as the locale writes it; in full below 100,000. */
export function compact(format: Format, value: number): string {
  const options = Math.abs(value) < EXACT ? undefined : ({ notation: 'compact', maximumSignificantDigits: 3 } as const);
  return format.number(value, options).replace(/\d(?=[A-Z]$)/, '$&\u00a0');
}
