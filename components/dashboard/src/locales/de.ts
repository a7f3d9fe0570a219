import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import { count, lastUse, time, type en } from './en.js';

type Data = Readonly<Record<string, string | number | null>>;

const de: Translation<typeof en> = {
  title: 'Übersicht',
  purpose: 'Die letzten 24 Stunden auf einen Blick.',
  asOf: (f: Format, at: string) => `Die letzten 24 Stunden, Stand ${f.time(at)}.`,
  loading: 'Übersicht wird geladen',
  figures: 'Zahlen',
  calls: 'API-Aufrufe, 24 h',
  callsBefore: (f: Format, calls: number) => `${f.number(calls)} in den 24 h davor`,
  callsNoneBefore: 'Keine in den 24 h davor',
  callsUnknownBefore: 'Von den 24 h davor ist nichts bekannt',
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
  activityNote: 'wer was getan hat',
  when: 'Wann',
  event: 'Ereignis',
  from: 'Von',
  activityEmpty: 'Noch nichts. Was Mitglieder und Schlüssel tun, steht dann hier.',
  activityFailed: 'Die letzten Ereignisse konnten nicht geladen werden.',
  failedBadge: 'Fehlgeschlagen',
  system: 'System',
  attention: 'Zu beachten',
  attentionEmpty: 'Es ist nichts zu tun.',
  attentionFailed: 'Was zu beachten ist, konnte nicht geladen werden.',
  review: 'Ansehen',
  reviewOf: (_: Format, title: string) => `Ansehen: ${title}`,
  severityWarning: 'Warnung:',
  severityDanger: 'Dringend:',
  severityInfo: 'Hinweis:',
  quickActions: 'Schnellzugriff',
  createKey: 'API-Schlüssel',
  createKeyName: 'API-Schlüssel anlegen',
  allKeys: 'Alle API-Schlüssel',
  firstTitle: 'Der erste Aufruf',
  firstText: 'Die API vom eigenen Server aus mit einem Schlüssel aufrufen. Der Aufruf steht binnen einer Minute hier.',
  firstCode: 'Beispielaufruf',
  'attention.key_expiring': (f: Format, name: string, data: Data) => {
    const at = time(data, 'expires_at');
    return at ? `${name} läuft ab: ${f.relative(at)}` : `${name} läuft bald ab`;
  },
  'attention.key_retiring': (f: Format, name: string, data: Data) => {
    const at = time(data, 'retires_at');
    return at
      ? `Der alte Schlüssel von ${name} ist in Gebrauch und endet ${f.relative(at)}`
      : `Der alte Schlüssel von ${name} ist noch in Gebrauch`;
  },
  'attention.rotation_waiting': (_: Format, name: string) =>
    `Der neue Schlüssel von ${name} wartet auf die Beförderung`,
  'attention.key_unused': (_: Format, name: string) => `${name} wurde 30 Tage lang nicht benutzt`,
  'attention.key_in_browser': (_: Format, name: string) => `${name} wurde in einem Browser benutzt`,
  'attention.quota_near': (f: Format, _: string, data: Data) => {
    const [used, limit] = [count(data, 'used'), count(data, 'limit')];
    return used !== null && limit !== null
      ? `${f.number(used)} von ${f.number(limit)} API-Schlüsseln vergeben`
      : 'Fast alle API-Schlüssel sind vergeben';
  },
  'attention.calls_failing': (f: Format, name: string, data: Data) => {
    const [errors, calls] = [count(data, 'errors_24h'), count(data, 'calls_24h')];
    return errors !== null && calls !== null
      ? `${f.number(errors)} von ${f.number(calls)} Aufrufen mit ${name} schlugen fehl`
      : `Aufrufe mit ${name} schlagen fehl`;
  },
  'help.key_expiring': (f: Format, data: Data) =>
    lastUse(data, (at, ip) => `Zuletzt benutzt ${f.relative(at)}${ip ? ` von ${ip}` : ''}. Vorher tauschen.`) ??
    'Nie benutzt. Vorher tauschen oder auslaufen lassen.',
  'help.key_retiring': (f: Format, data: Data) => {
    const calls = count(data, 'calls_1h');
    return calls === null
      ? 'Jeder Server braucht den neuen Schlüssel.'
      : f.plural(calls, {
          one: '# Aufruf in der letzten Stunde. Jeder Server braucht den neuen Schlüssel.',
          other: '# Aufrufe in der letzten Stunde. Jeder Server braucht den neuen Schlüssel.',
        });
  },
  'help.rotation_waiting': 'Beide Schlüssel gelten, bis der neue befördert ist.',
  'help.key_unused': (f: Format, data: Data) =>
    lastUse(data, (at) => `Zuletzt benutzt ${f.relative(at)}. Unbenutzte Schlüssel sind widerrufen sicherer.`) ??
    'Nie benutzt. Unbenutzte Schlüssel sind widerrufen sicherer.',
  'help.key_in_browser': (_: Format, data: Data) => {
    const { origin } = data;
    return typeof origin === 'string'
      ? `Wer ${origin} öffnet, kann ihn lesen. Tauschen.`
      : 'Wer jene Seite öffnet, kann ihn lesen. Tauschen.';
  },
  'help.quota_near': 'Einen unbenutzten Schlüssel widerrufen oder den Tarif wechseln.',
  'help.calls_failing': 'In den letzten 24 Stunden. Nachsehen, wer damit aufruft.',
  'action.api-key.created': 'hat einen API-Schlüssel angelegt:',
  'action.api-key.updated': 'hat einen API-Schlüssel geändert:',
  'action.api-key.disabled': 'hat einen API-Schlüssel ausgeschaltet:',
  'action.api-key.enabled': 'hat einen API-Schlüssel eingeschaltet:',
  'action.api-key.rotated': 'hat einen Tausch begonnen:',
  'action.api-key.promoted': 'hat den neuen Schlüssel befördert:',
  'action.api-key.rolled-back': 'ist zum alten Schlüssel zurückgekehrt:',
  'action.api-key.retired': 'hat den alten Schlüssel beendet:',
  'action.api-key.revoked': 'hat einen API-Schlüssel widerrufen:',
  'action.api-key.expired': 'hat einen API-Schlüssel beendet:',
  'action.api-key.deleted': 'hat einen API-Schlüssel gelöscht:',
  'action.tenant.registered': 'hat sich registriert:',
  'action.session.started': 'hat sich angemeldet',
  'action.session.ended': 'hat sich abgemeldet',
  'action.session.login-failed': 'hat ein falsches Passwort eingegeben',
  'action.session.reuse-detected': 'verlor eine Sitzung: ihr Zugang wurde doppelt benutzt',
  'action.account.locked': 'wurde nach falschen Passwörtern gesperrt',
  'action.embed-token.created': 'hat einer Seite das Einbetten erlaubt',
  'action.embed-token.refused': 'wurde auf einer Seite anderer Herkunft abgewiesen',
  'action.embed-token.revoked': 'hat den Zugang einer einbettenden Seite beendet',
  'action.sdk-session.created': 'hat eine Sitzung begonnen für',
};

export default de;
