import type { Format } from '../format.js';
import type { Translation } from '../localize.js';
import type { en } from './en.js';

const de: Translation<typeof en> = {
  stillLoading: 'Wird noch geladen.',
  retry: 'Erneut versuchen',
  offline: (f: Format, since: number) => (since ? `Offline. Stand von ${f.time(since)}.` : 'Offline.'),
  backOnline: 'Wieder online',
  refreshFailed: (f: Format, since: number) => `Aktualisieren fehlgeschlagen. Stand von ${f.time(since)}.`,
  requestId: 'Anfrage-ID',
};

export default de;
