import type { Format } from '../format.js';

const dataFrom = (f: Format, since: number) => (since ? ` Showing data from ${f.time(since)}.` : '');

/** Texts every page element needs. */
export const en = {
  stillLoading: (f: Format, since: number) => `Still loading.${dataFrom(f, since)}`,
  retry: 'Try again',
  offline: (f: Format, since: number) => `Offline.${dataFrom(f, since)}`,
  backOnline: 'Back online',
  refreshFailed: (f: Format, since: number) => `Could not refresh.${dataFrom(f, since)}`,
  requestId: 'Request id',
};
