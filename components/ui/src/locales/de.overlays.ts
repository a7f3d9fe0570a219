import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.overlays.js';

const de: Translation<typeof en> = {
  loading: 'Wird geladen',
  pages: 'Seiten',
  previous: 'Zurück',
  next: 'Weiter',
  range: (f: Format, from: number, to: number, total: number) =>
    `${f.number(from)}–${f.number(to)} von ${f.number(total)}`,
  rangeOpen: (f: Format, from: number, to: number) => `${f.number(from)}–${f.number(to)}`,
  close: 'Schließen',
  cancel: 'Abbrechen',
  discardTitle: 'Änderungen verwerfen?',
  discardText: 'Die Eingaben sind nicht gespeichert.',
  discard: 'Änderungen verwerfen',
  keepEditing: 'Weiter bearbeiten',
  typeBefore: 'Zum Bestätigen',
  typeAfter: 'eingeben',
  typeMismatch: (_: Format, expected: string) => `${expected} genau wie angezeigt eingeben.`,
  copy: 'Kopieren',
  copyText: (_: Format, text: string) => `${text} kopieren`,
  copied: 'Kopiert',
  pressCopy: 'Mit Strg C kopieren',
  pressCopyMac: 'Mit ⌘ C kopieren',
  download: '.env herunterladen',
  downloaded: 'Heruntergeladen',
  stored: 'Sicher gespeichert',
  notifications: 'Hinweise',
  dismiss: 'Schließen',
};

export default de;
