import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.js';

const de: Translation<typeof en> = {
  title: 'Sitzungen',
  purpose: 'Wer angemeldet ist, und wo. Eine beendete Sitzung gilt binnen einer Sekunde nicht mehr.',
  what: 'Sitzungen',
  tabs: 'Art der Sitzung',
  'tab.console': 'Konsolensitzungen',
  'tab.sdk': 'SDK-Sitzungen',
  loading: 'Sitzungen werden geladen',
  search: 'Sitzungen suchen',
  'searchHint.console': 'Name, Adresse oder Browser',
  'searchHint.sdk': 'Anfang der Nutzer-ID',
  mine: 'Nur meine',
  connectedOnly: 'Jetzt verbunden',
  member: 'Mitglied',
  user: 'Nutzer-ID',
  device: 'Gerät und Browser',
  ip: 'IP und Ort',
  started: 'Begonnen',
  lastActive: 'Zuletzt aktiv',
  actions: (_: Format, who: string) => `Aktionen für die Sitzung von ${who}`,
  current: 'Diese Sitzung',
  connected: 'Verbunden',
  ending: 'Wird beendet …',
  unknownDevice: 'Unbekanntes Gerät',
  'platform.web': 'Web',
  'platform.ios': 'iOS',
  'platform.android': 'Android',
  'platform.windows': 'Windows',
  'platform.macos': 'macOS',
  'platform.linux': 'Linux',
  noCall: 'Noch kein Aufruf',
  cardLine: (_: Format, active: string, started: string) => `Aktiv: ${active} · begonnen: ${started}`,
  endOthers: (f: Format, count: number) =>
    f.plural(count, { one: '# andere Sitzung beenden', other: 'Alle # anderen Sitzungen beenden' }),
  endMatching: (f: Format, count: number) =>
    f.plural(count, { one: '# gefundene Sitzung beenden', other: '# gefundene Sitzungen beenden' }),
  endAll: (f: Format, count: number) =>
    f.plural(count, { one: '# Sitzung beenden', other: 'Alle # Sitzungen beenden' }),
  found: (f: Format, count: number) => f.plural(count, { one: '# Sitzung gefunden', other: '# Sitzungen gefunden' }),
  noMatch: (_: Format, q: string) => (q ? `Keine Sitzung passt zu „${q}“` : 'Keine Sitzung passt zu diesen Filtern'),
  clear: 'Filter zurücksetzen',
  nobodyTitle: 'Niemand ist verbunden',
  nobodyText: 'Hier erscheint eine Sitzung, sobald Ihr Server eine für einen Ihrer Nutzer beginnt.',
  writesOffline: 'Offline. Änderungen sind wieder möglich, sobald Sie online sind.',
  partFailed: 'Ein Teil dieser Seite konnte nicht geladen werden. Verbindung prüfen und erneut versuchen.',
  ended: (_: Format, who: string) => `Die Sitzung von ${who} ist beendet`,
  endedMany: (f: Format, count: number) =>
    f.plural(count, { one: '# Sitzung ist beendet', other: '# Sitzungen sind beendet' }),
  notEnded: (_: Format, who: string) => `Die Sitzung von ${who} läuft weiter.`,
  notEndedMany: 'Die Sitzungen laufen weiter.',
  dismiss: 'Schließen',
};

export default de;
