import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import { count, lastUse, time, type en } from './en.codes.js';

type Data = Readonly<Record<string, string | number | null>>;

const de: Translation<typeof en> = {
  firstTitle: 'Der erste Aufruf',
  firstText: 'Die API vom eigenen Server aus mit einem Schlüssel aufrufen. Der Aufruf steht binnen einer Minute hier.',
  firstCode: 'Beispielaufruf',
  firstCopy: 'Beispielaufruf kopieren',
  failedBadge: 'Fehlgeschlagen',
  system: 'System',
  review: 'Ansehen',
  reviewOf: (_: Format, title: string) => `Ansehen: ${title}`,
  severityWarning: 'Warnung:',
  severityDanger: 'Dringend:',
  severityInfo: 'Hinweis:',
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
  'attention.email_unverified': 'Ihre E-Mail-Adresse ist nicht bestätigt',
  'help.key_expiring': (f: Format, data: Data) =>
    lastUse(data, (at, ip) => `Zuletzt ${f.ago(at)} benutzt${ip ? ` von ${ip}` : ''}. Vorher tauschen.`) ??
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
    lastUse(data, (at) => `Zuletzt ${f.ago(at)} benutzt. Unbenutzte Schlüssel sind widerrufen sicherer.`) ??
    'Nie benutzt. Unbenutzte Schlüssel sind widerrufen sicherer.',
  'help.key_in_browser': (_: Format, data: Data) => {
    const { origin } = data;
    return typeof origin === 'string'
      ? `Wer ${origin} öffnet, kann ihn lesen. Tauschen.`
      : 'Wer jene Seite öffnet, kann ihn lesen. Tauschen.';
  },
  'help.quota_near': 'Einen unbenutzten Schlüssel widerrufen oder den Tarif wechseln.',
  'help.calls_failing': 'In den letzten 24 Stunden. Nachsehen, wer damit aufruft.',
  'help.email_unverified': 'Den zugesandten Code eingeben oder einen neuen anfordern.',
  'action.api-key.created': 'hat einen API-Schlüssel angelegt:',
  'action.api-key.updated': 'hat einen API-Schlüssel geändert:',
  'action.api-key.disabled': 'hat einen API-Schlüssel ausgeschaltet:',
  'action.api-key.enabled': 'hat einen API-Schlüssel eingeschaltet:',
  'action.api-key.rotated': 'hat einen Tausch begonnen:',
  'action.api-key.tested': 'hat den neuen Schlüssel geprüft:',
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
  'action.session.reported': 'hat eine fremde Sitzung beendet',
  'action.session.password-refused': 'hat ein falsches Passwort eingegeben',
  'action.account.locked': 'wurde nach falschen Passwörtern gesperrt',
  'action.account.reset-requested': 'hat ein neues Passwort angefordert',
  'action.account.password-reset': 'hat per Mail ein neues Passwort gesetzt',
  'action.account.password-changed': 'hat das eigene Passwort geändert',
  'action.user.email-verified': 'hat die eigene E-Mail-Adresse bestätigt',
  'action.user.email-change-asked': 'möchte die eigene E-Mail-Adresse ändern',
  'action.user.email-changed': 'hat die eigene E-Mail-Adresse geändert:',
  'action.user.email-restored': 'hat eine Änderung der E-Mail-Adresse zurückgenommen',
  'action.user.profile-updated': 'hat das eigene Profil geändert',
  'action.user.avatar-changed': 'hat das eigene Bild geändert',
  'action.user.avatar-removed': 'hat das eigene Bild entfernt',
  'action.mail.given-up': 'konnte eine Mail nicht senden',
  'action.embed-token.created': 'hat einer Seite das Einbetten erlaubt',
  'action.embed-token.refused': 'wurde auf einer Seite anderer Herkunft abgewiesen',
  'action.embed-token.revoked': 'hat den Zugang einer einbettenden Seite beendet',
  'action.sdk-session.created': 'hat eine Sitzung begonnen für',
};

export default de;
