import type { Format } from '../format.js';

/** Texts every page element needs. */
export const en = {
  stillLoading: 'Still loading.',
  retry: 'Try again',
  offline: (f: Format, since: number) => (since ? `Offline. Showing data from ${f.time(since)}.` : 'Offline.'),
  backOnline: 'Back online',
  refreshFailed: (f: Format, since: number) => `Could not refresh. Showing data from ${f.time(since)}.`,
  requestId: 'Request id',
};
