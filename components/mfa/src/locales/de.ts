import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.js';

const de: Translation<typeof en> = {
  title: 'Zwei-Faktor-Anmeldung',
  purpose: 'Ein zweiter Nachweis bei der Anmeldung, damit ein gestohlenes Passwort nicht genügt.',
  loading: 'Zwei-Faktor-Anmeldung wird geladen',
  app: 'Authenticator-App',
  on: 'Ein',
  off: 'Aus',
  pending: 'Nicht abgeschlossen',
  required: 'Vorgeschrieben',
  offText:
    'Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen sechsstelligen Code. Sie geben ihn nach dem Passwort ein.',
  setUp: 'Einrichten',
  resume: 'Einrichtung fortsetzen',
  since: (f: Format, time: string) => `Ein seit ${f.date(time)}`,
  codesLeft: (f: Format, left: number) =>
    left === 0
      ? 'Keine Wiederherstellungscodes übrig'
      : f.plural(left, {
          one: '# von 10 Wiederherstellungscodes übrig',
          other: '# von 10 Wiederherstellungscodes übrig',
        }),
  codesLow: 'Ohne Codes sperrt ein verlorenes Telefon Sie aus. Erstellen Sie jetzt neue.',
  newCodes: 'Neue Wiederherstellungscodes',
  turnOff: 'Ausschalten',
  enforced: 'Ihr Unternehmen schreibt allen einen zweiten Faktor vor; der letzte lässt sich nicht ausschalten.',
  grace: (f: Format, time: string) =>
    `Ihr Unternehmen schreibt einen zweiten Faktor vor. Richten Sie ihn bis ${f.dateTime(time)} ein; danach können Sie ohne ihn hier nicht arbeiten.`,
  graceOver: 'Ihr Unternehmen schreibt einen zweiten Faktor vor. Richten Sie jetzt einen ein, um weiterzuarbeiten.',
  passkeys: 'Passkeys',
  passkeysText:
    'Melden Sie sich mit Fingerabdruck, Gesicht oder Geräte-PIN an. Ein Passkey lässt sich nicht erraten und gilt nur für diese Seite.',
  passkeysAbsent:
    'Passkeys brauchen https und einen Hostnamen. Diese Konsole ist unter einer Adresse ohne beides geöffnet.',
  passkeysUnsupported: 'Dieser Browser kennt keine Passkeys.',
  addPasskey: 'Passkey hinzufügen',
  rename: 'Umbenennen',
  remove: 'Entfernen',
  renameName: (_: Format, name: string) => `${name} umbenennen`,
  removeName: (_: Format, name: string) => `${name} entfernen`,
  added: (f: Format, time: string) => `Hinzugefügt am ${f.date(time)}`,
  lastUsed: (_: Format, when: string) => `Zuletzt benutzt ${when}`,
  neverUsed: 'Nie benutzt',
  synced: 'Synchronisiert',
  thisDevice: 'Ein Gerät',
  notMember:
    'Die Zwei-Faktor-Anmeldung gehört zu Personen, die sich an der Konsole anmelden. Diese Seite hat ein anderer Server für Sie geöffnet.',
  turnedOn: 'Die Zwei-Faktor-Anmeldung ist eingeschaltet',
  turnedOff: 'Die Authenticator-App ist ausgeschaltet',
  passkeyAdded: (_: Format, name: string) => `${name} wurde hinzugefügt`,
  passkeyRemoved: (_: Format, name: string) => `${name} wurde entfernt`,
  passkeyRenamed: (_: Format, name: string) => `Heißt jetzt ${name}`,
  codesRenewed: 'Die alten Wiederherstellungscodes gelten nicht mehr',
};

export default de;
