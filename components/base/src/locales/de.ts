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
  dataSafe: 'Es wurde nichts geändert.',
  loadFailed: 'Das konnte nicht geladen werden',
  sessionEnded: 'Die Sitzung ist beendet',
  notConfigured: 'Dieses Element ist nicht eingerichtet',
  noAccess: 'Darauf besteht kein Zugriff',
  readOnly: (_: Format, role: string, ask: string, what: string) =>
    `Zugriff als ${role}. Zum Ändern (${what}) bitte ${ask} fragen.`,
  readOnlyEmbed: (_: Format, what: string) => `Diese Seite darf ${what} zeigen, aber nicht ändern.`,
  roleOwner: 'Inhaber',
  roleAdmin: 'Admin',
  roleDeveloper: 'Entwickler',
  roleViewer: 'Betrachter',
  askOwner: 'den Inhaber',
  askAdmin: 'einen Admin',
  askDeveloper: 'einen Admin',
  'error.network': 'Der Dienst ist nicht erreichbar. Verbindung prüfen und erneut versuchen.',
  'error.timeout': 'Der Dienst hat nicht rechtzeitig geantwortet. Erneut versuchen.',
  'error.invalid_answer': 'Diese Seite kann die Antwort des Dienstes nicht lesen. Seite neu laden.',
  'error.token_unavailable': 'Diese Seite bekam keinen Zugang zu CAAS. Seite neu laden oder den Betreiber fragen.',
  'error.not_configured':
    'api-url und token-url oder getToken an diesem Element oder an einem caas-provider darum herum setzen.',
  'error.token_invalid': 'Der Zugang dieser Seite wurde abgelehnt. Seite neu laden.',
  'error.token_expired': 'Der Zugang dieser Seite ist abgelaufen. Seite neu laden.',
  'error.session_expired': 'Zum Fortfahren erneut anmelden.',
  'error.refresh_reused': 'Diese Sitzung wurde beendet, weil ihr Zugang doppelt benutzt wurde. Erneut anmelden.',
  'error.forbidden': 'Der Zugriff reicht dafür nicht aus.',
  'error.origin_not_allowed': 'Die Adresse dieser Seite darf CAAS nicht benutzen.',
  'error.not_found': 'Das gibt es nicht mehr. Vielleicht hat es jemand gelöscht.',
  'error.version_conflict': 'Jemand anderes hat das inzwischen geändert. Gezeigt wird jetzt der aktuelle Stand.',
  'error.wrong_state': 'Das geht in diesem Zustand nicht. Gezeigt wird jetzt der aktuelle Stand.',
  'error.rate_limited': (f: Format, seconds: number) =>
    `Zu viele Anfragen. Erneut versuchen in ${f.duration(seconds)}.`,
  'error.unavailable': 'Der Dienst ist gerade nicht verfügbar. Die Daten sind sicher. Erneut versuchen.',
  'error.internal_error': 'Bei uns ist etwas schiefgegangen. Die Daten sind sicher. Erneut versuchen.',
  'error.invalid_request': 'Nicht alles wurde angenommen. Die markierten Felder prüfen.',
  'field.too_short': (f: Format, min: number) =>
    f.plural(min, { one: 'Mindestens # Zeichen eingeben.', other: 'Mindestens # Zeichen eingeben.' }),
  'field.too_long': (f: Format, max: number) =>
    f.plural(max, { one: 'Höchstens # Zeichen.', other: 'Höchstens # Zeichen.' }),
  'field.text_invalid': 'Enthält Zeichen, die nicht gespeichert werden können. Bitte neu eingeben.',
  'field.invalid_format': 'Das hat nicht die richtige Form.',
  'field.required': 'Dieses Feld ausfüllen.',
};

export default de;
