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
  'attention.key_expiring': (f: Format, name: string, data: Data, now: number) => {
    const at = time(data, 'expires_at');
    return at ? `${name} läuft ab: ${f.relative(at, now)}` : `${name} läuft bald ab`;
  },
  'attention.key_retiring': (f: Format, name: string, data: Data, now: number) => {
    const at = time(data, 'retires_at');
    return at
      ? `Der alte Schlüssel von ${name} ist in Gebrauch und endet ${f.relative(at, now)}`
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
  'help.key_expiring': (f: Format, data: Data, now: number) =>
    lastUse(data, (at, ip) => `Zuletzt ${f.ago(at, now)} benutzt${ip ? ` von ${ip}` : ''}. Vorher tauschen.`) ??
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
  'help.key_unused': (f: Format, data: Data, now: number) =>
    lastUse(data, (at) => `Zuletzt ${f.ago(at, now)} benutzt. Unbenutzte Schlüssel sind widerrufen sicherer.`) ??
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
  'action.api-key.refused': 'wurde abgewiesen',
  'action.allowed-ip.added': 'hat erlaubt:',
  'action.allowed-ip.updated': 'hat eine erlaubte IP geändert:',
  'action.allowed-ip.removed': 'erlaubt nicht mehr:',
  'action.allowed-ip.expired': 'hat eine erlaubte IP beendet:',
  'action.allowed-ips.updated': 'hat geändert, wie erlaubte IPs gelten',
  'action.allowed-ips.confirmed': 'hat eine erzwungene Änderung der erlaubten IPs behalten',
  'action.allowed-ips.reverted': 'hat eine erzwungene Änderung der erlaubten IPs zurückgenommen',
  'action.allowed-origin.added': 'hat erlaubt:',
  'action.allowed-origin.updated': 'hat eine erlaubte Herkunft geändert:',
  'action.allowed-origin.removed': 'erlaubt nicht mehr:',
  'action.allowed-origin.expired': 'hat eine erlaubte Herkunft beendet:',
  'action.allowed-origins.updated': 'hat geändert, wie erlaubte Herkünfte gelten',
  'action.allowed-origins.confirmed': 'hat eine erzwungene Änderung der erlaubten Herkünfte behalten',
  'action.allowed-origins.reverted': 'hat eine erzwungene Änderung der erlaubten Herkünfte zurückgenommen',
  'action.address.refused': 'rief von einer IP auf, die nicht erlaubt ist:',
  'action.origin.refused': 'rief von einer Herkunft auf, die nicht erlaubt ist:',
  'action.mfa.totp-added': 'hat eine Authenticator-App hinzugefügt',
  'action.mfa.totp-removed': 'hat die eigene Authenticator-App entfernt',
  'action.mfa.passkey-added': 'hat einen Passkey hinzugefügt',
  'action.mfa.passkey-removed': 'hat einen Passkey entfernt',
  'action.mfa.passkey-renamed': 'hat einen Passkey umbenannt',
  'action.mfa.recovery-codes-renewed': 'hat neue Wiederherstellungscodes erzeugt',
  'action.mfa.recovery-code-used': 'hat einen Wiederherstellungscode benutzt',
  'action.mfa.code-refused': 'hat einen falschen Zwei-Faktor-Code eingegeben',
  'action.mfa.passkey-refused': 'hat einen Passkey benutzt, der nicht angenommen wurde',
  'action.mfa.locked': 'wurde nach falschen Zwei-Faktor-Codes gesperrt',
  'action.security-policy.changed': 'hat geändert, wer Zwei-Faktor braucht',
  'action.session.stepped-up': 'hat sich erneut ausgewiesen',
  'action.session.ended-of': 'hat eine Sitzung beendet von',
  'action.session.ended-several': 'hat andere Sitzungen beendet',
  'action.sdk-session.ended': 'hat die eigene Sitzung beendet',
  'action.sdk-session.ended-of': 'hat eine Sitzung beendet von',
  'action.sdk-session.ended-several': 'hat mehrere Sitzungen von Endnutzern beendet',
  'action.sdk-session.reuse-detected': 'verlor eine Sitzung: ihr Zugang wurde doppelt benutzt',
  'action.sign-in-provider.connected': 'hat einen Anmeldedienst verbunden',
  'action.sign-in-provider.disconnected': 'hat einen Anmeldedienst getrennt',
};

export default de;
