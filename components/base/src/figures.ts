import type { Format } from './format.js';

/** `12.5%` of a share between 0 and 1. */
export function percent(format: Format, share: number): string {
  return format.number(share, { style: 'percent', maximumFractionDigits: 1 });
}
