import type { Format } from '../format.js';
import type { Translation } from '../localize.js';
import type { en } from './en.errors.js';

const de: Translation<typeof en> = {
  'title.config': 'Dieses Element ist nicht eingerichtet',
  'title.auth': 'Die Sitzung ist beendet',
  'title.permission': 'Darauf besteht kein Zugriff',
  title: 'Das konnte nicht geladen werden',
  'error.network': 'Der Dienst ist nicht erreichbar. Verbindung prüfen und erneut versuchen.',
  'error.timeout': 'Der Dienst hat nicht rechtzeitig geantwortet. Erneut versuchen.',
  'error.invalid_answer': 'Diese Seite kann die Antwort des Dienstes nicht lesen. Seite neu laden.',
  'error.token_unavailable': (_: Format, __: number, from: string) =>
    `Die Seite bekam kein Token von ${from || 'ihrem Server'}.`,
  'error.not_configured':
    'api-url (mit https:// oder http:// davor) und token-url oder getToken an diesem Element oder an einem caas-provider darum herum setzen.',
  'error.token_invalid': 'Der Zugang dieser Seite wurde abgelehnt. Seite neu laden.',
  'error.token_expired': 'Der Zugang dieser Seite ist abgelaufen. Seite neu laden.',
  'error.session_expired': 'Zum Fortfahren erneut anmelden.',
  'error.refresh_reused': 'Diese Sitzung wurde beendet, weil ihr Zugang doppelt benutzt wurde. Erneut anmelden.',
  'error.step_up_required': 'Nichts wurde geändert: Das verlangt eine Bestätigung der Identität.',
  'error.forbidden': 'Der Zugriff reicht dafür nicht aus.',
  'error.origin_not_allowed': 'Die Adresse dieser Seite darf CAAS nicht benutzen.',
  'error.not_found': 'Das gibt es nicht mehr. Vielleicht hat es jemand gelöscht.',
  'error.version_conflict': 'Jemand anderes hat das inzwischen geändert. Gezeigt wird jetzt der aktuelle Stand.',
  'error.wrong_state': 'Das geht in diesem Zustand nicht. Gezeigt wird jetzt der aktuelle Stand.',
  'error.rate_limited': (f: Format, seconds: number) =>
    `Zu viele Anfragen. In ${f.duration(seconds)} erneut versuchen.`,
  'error.unavailable': 'Der Dienst ist gerade nicht verfügbar. Die Daten sind sicher. Erneut versuchen.',
  'error.internal_error': 'Bei uns ist etwas schiefgegangen. Die Daten sind sicher. Erneut versuchen.',
  'error.invalid_request': 'Nicht alles wurde angenommen. Die markierten Felder prüfen.',
  'field.text_invalid': 'Enthält Zeichen, die nicht gespeichert werden können. Bitte neu eingeben.',
};

export default de;
