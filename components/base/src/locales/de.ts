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
  readOnly: (_: Format, role: string, ask: string, what: string) =>
    `Zugriff als ${role}. Zum Ändern (${what}) bitte ${ask} fragen.`,
  readOnlyEmbed: (_: Format, what: string) => `Diese Seite darf ${what} zeigen, aber nicht ändern.`,
  roleOwner: 'Inhaber',
  roleAdmin: 'Admin',
  roleDeveloper: 'Entwickler',
  roleViewer: 'Betrachter',
  askOwner: 'den Inhaber',
  askAdmin: 'einen Admin',
};

export default de;
