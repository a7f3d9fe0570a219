import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.js';

const de: Translation<typeof en> = {
  title: 'API-Schlüssel',
  purpose: 'Mit Schlüsseln rufen Ihre Server CAAS auf. Sie werden einmal gezeigt, danach nur als Hash gespeichert.',
  what: 'Schlüssel',
  create: 'Schlüssel erstellen',
  loading: 'API-Schlüssel werden geladen',
  search: 'Schlüssel suchen',
  searchHint: 'Name oder Ende des Schlüssels',
  status: 'Status',
  scope: 'Bereich',
  all: 'Alle',
  any: 'Jeder',
  used: (f: Format, used: number, limit: number) => `${f.number(used)} von ${f.number(limit)} Schlüsseln in Gebrauch`,
  found: (f: Format, count: number) => f.plural(count, { one: '# Schlüssel gefunden', other: '# Schlüssel gefunden' }),
  range: (f: Format, from: number, to: number, total: number) =>
    `${f.number(from)}–${f.number(to)} von ${f.number(total)}`,
  previous: 'Zurück',
  next: 'Weiter',
  copyHint: 'Kopiert wird die Schlüssel-ID, nie das Geheimnis.',
  copyId: (_: Format, name: string) => `Schlüssel-ID von ${name} kopieren`,
  copied: 'Kopiert',
  copyFailed: (_: Format, id: string) => `Kopieren gescheitert. Die Schlüssel-ID ist ${id}`,
  actions: (_: Format, name: string) => `Aktionen für ${name}`,
  details: (_: Format, name: string) => `Nutzung von ${name}`,
  name: 'Name',
  key: 'Schlüssel',
  scopes: 'Bereiche',
  created: 'Erstellt',
  lastUsed: 'Zuletzt benutzt',
  never: 'Nie',
  cardLine: (_: Format, used: string | null, created: string) =>
    `${used ? `Benutzt: ${used}` : 'Nie benutzt'} · erstellt: ${created}`,
  primary: 'Primär',
  secondary: 'Sekundär, wartet auf Test',
  secondaryUsed: 'Sekundär, getestet',
  retiresIn: (f: Format, seconds: number) => `Endet in ${f.duration(seconds)}`,
  neverShown: 'Geheimnis nie gezeigt. Ersetzen.',
  changed: 'Von jemand anderem geändert',
  revokedBy: (_: Format, name: string) => `Widerrufen von ${name}`,
  expiresIn: (f: Format, days: number) =>
    days < 1 ? 'Läuft heute ab' : f.plural(days, { one: 'Läuft in # Tag ab', other: 'Läuft in # Tagen ab' }),
  'status.active': 'Aktiv',
  'status.rotating': 'In Rotation',
  'status.secondary': 'Nicht befördert',
  'status.retiring': 'Endet',
  'status.disabled': 'Abgeschaltet',
  'status.expired': 'Abgelaufen',
  'status.revoked': 'Widerrufen',
  'status.expiring': 'Läuft bald ab',
  noMatch: (_: Format, q: string) => (q ? `Kein Schlüssel passt zu „${q}“` : 'Kein Schlüssel passt zu diesen Filtern'),
  clear: 'Filter zurücksetzen',
  quotaNear: (f: Format, used: number, limit: number) =>
    `${f.number(used)} von ${f.number(limit)} Schlüsseln sind in Gebrauch.`,
  quotaFull: (f: Format, used: number, limit: number) =>
    `${f.number(used)} von ${f.number(limit)} Schlüsseln. Einen widerrufen oder den Tarif erweitern. Bis dahin werden neue abgelehnt; bestehende arbeiten weiter.`,
  writesOffline: 'Offline. Änderungen sind wieder möglich, sobald Sie online sind.',
  partFailed: 'Ein Teil dieser Seite konnte nicht geladen werden. Verbindung prüfen und erneut versuchen.',
  reload: 'Seite neu laden',
  rotationsFailed: 'Laufende Rotationen konnten nicht geladen werden.',
  dismiss: 'Schließen',
};

export default de;
