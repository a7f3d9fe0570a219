import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.js';

const de: Translation<typeof en> = {
  title: 'Übersicht',
  purpose: 'Die letzten 24 Stunden auf einen Blick.',
  asOf: (f: Format, at: string) => `Die letzten 24 Stunden, Stand ${f.time(at)}.`,
  loading: 'Übersicht wird geladen',
  figures: 'Zahlen',
  calls: 'API-Aufrufe, 24 h',
  callsBefore: (f: Format, calls: number) => `${f.number(calls)} in den 24 h davor`,
  callsNoneBefore: 'Keine in den 24 h davor',
  callsUnknownBefore: 'Noch nichts zum Vergleichen',
  errorRate: 'Fehlerquote, 24 h',
  errors: (f: Format, errors: number) =>
    f.plural(errors, { one: '# fehlgeschlagener Aufruf', other: '# fehlgeschlagene Aufrufe' }),
  noCalls: 'Noch keine Aufrufe',
  keysLive: 'Gültige API-Schlüssel',
  keysOf: (f: Format, live: number, allowed: number) => `${f.number(live)} von ${f.number(allowed)}`,
  keysLeft: (f: Format, left: number) => f.plural(left, { one: '# weiterer im Tarif', other: '# weitere im Tarif' }),
  keysFull: 'Alle Schlüssel des Tarifs sind vergeben',
  keysUsed: 'Benutzte Schlüssel, 24 h',
  keysUsedOf: (f: Format, live: number) => f.plural(live, { one: 'von # gültigen', other: 'von # gültigen' }),
  figuresFailed: 'Die Zahlen konnten nicht geladen werden.',
  activity: 'Letzte Ereignisse',
  when: 'Wann',
  event: 'Ereignis',
  from: 'Von',
  activityEmpty: 'Noch nichts. Was Mitglieder und Schlüssel tun, steht dann hier.',
  activityFailed: 'Die letzten Ereignisse konnten nicht geladen werden.',
  attention: 'Zu beachten',
  attentionEmpty: 'Es ist nichts zu tun.',
  attentionFailed: 'Was zu beachten ist, konnte nicht geladen werden.',
  quickActions: 'Schnellzugriff',
  createKey: 'API-Schlüssel',
  createKeyName: 'API-Schlüssel anlegen',
  allKeys: 'Alle API-Schlüssel',
};

export default de;
