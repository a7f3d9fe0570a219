import type { Format } from './format.js';

/** `read, write and admin` */
export function listOf({ intl }: Format, items: readonly string[]): string {
  return new Intl.ListFormat(intl, { type: 'conjunction' }).format(items);
}
