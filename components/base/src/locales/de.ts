import type { Format } from '../format.js';
import type { Translation } from '../localize.js';
import type { en } from './en.js';

const dataFrom = (f: Format, since: number) => (since ? ` Stand von ${f.time(since)}.` : '');

const de: Translation<typeof en> = {
  stillLoading: (f: Format, since: number) => `Wird noch geladen.${dataFrom(f, since)}`,
  retry: 'Erneut versuchen',
  offline: (f: Format, since: number) => `Offline.${dataFrom(f, since)}`,
  backOnline: 'Wieder online',
  refreshFailed: (f: Format, since: number) => `Aktualisieren fehlgeschlagen.${dataFrom(f, since)}`,
  requestId: 'Anfrage-ID',
};

export default de;
