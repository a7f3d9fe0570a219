import type { Browser } from 'playwright-core';

/** What DevTools count in a page after garbage collection; the heap in bytes. */
export interface PageCounts {
  listeners: number;
  nodes: number;
  documents: number;
  heap: number;
}
/** A page that loads `<caas-api-keys>` and places none. */
export const LEAK_PAGE: string;
/** Places and removes the element `cycles` times and counts before and after. */
export function countAround(options: {
  browser: Browser;
  origin: string;
  cycles: number;
}): Promise<{ before: PageCounts; after: PageCounts }>;
/** What stayed, as lines; none when nothing did. */
export function leaks(counted: { before: PageCounts; after: PageCounts }, cycles: number): string[];
