import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.forms.js';

const de: Translation<typeof en> = {
  optional: '(freiwillig)',
  showPassword: 'Passwort anzeigen',
  capsLock: 'Die Feststelltaste ist an.',
  fieldRequired: 'Füllen Sie dieses Feld aus.',
  loading: 'Wird geladen',
  step: (format, current, count, label) => `Schritt ${format.number(current)} von ${format.number(count)}: ${label}`,
  done: 'Erledigt',
  dismiss: 'Schließen',
  summary: 'Prüfen Sie diese Felder',
  requestId: 'Anfrage-Nummer',
  loadingLong: 'Wird noch geladen',
  saved: 'Gespeichert',
  of: (_, value, max) => `${value} von ${max}`,
};

export default de;
