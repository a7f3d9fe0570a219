import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.second-step.js';

const de: Translation<typeof en> = {
  title: 'Zwei-Faktor-Anmeldung',
  textCode: 'Den Code eingeben, den die Authenticator-App für CAAS zeigt.',
  textRecovery:
    'Einen der Wiederherstellungscodes eingeben, die beim Einrichten gespeichert wurden. Jeder gilt einmal.',
  textPasskey: 'Der Browser fragt nach Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel.',
  code: 'Code',
  codeHint: '6 Ziffern',
  recovery: 'Wiederherstellungscode',
  recoveryHint: 'Striche und Großschreibung sind egal.',
  verify: 'Anmelden',
  useCode: 'Authenticator-App verwenden',
  useRecovery: 'Wiederherstellungscode verwenden',
  usePasskey: 'Passkey verwenden',
  lost: 'Kein Zugang mehr?',
  lostText:
    'Ein Wiederherstellungscode geht ohne Telefon, ebenso ein Passkey auf einem anderen Gerät. Wer beides nicht hat, schreibt dem Betreiber dieser Konsole: Er prüft die Identität, bevor er Zugang gibt.',
  startOver: 'Mit einem anderen Konto anmelden',
  codeMissing: 'Die 6 Ziffern eingeben.',
  recoveryMissing: 'Einen Wiederherstellungscode eingeben.',
  codeWrong: 'Dieser Code stimmt nicht. Codes wechseln alle 30 s. Die Uhr des Geräts prüfen.',
  codeLeft: (f: Format, left: number) =>
    `Dieser Code stimmt nicht. Noch ${f.plural(left, { one: '# Versuch', other: '# Versuche' })}. Die Uhr des Geräts prüfen.`,
  recoveryWrong: 'Dieser Wiederherstellungscode stimmt nicht oder wurde schon benutzt.',
  recoveryLeft: (f: Format, left: number) =>
    `Dieser Wiederherstellungscode stimmt nicht oder wurde schon benutzt. Noch ${f.plural(left, { one: '# Versuch', other: '# Versuche' })}.`,
  passkeyClosed: 'Der Passkey wurde nicht benutzt. Erneut versuchen oder einen anderen Weg nehmen.',
  passkeyFailed: 'Der Passkey wurde nicht angenommen. Erneut versuchen oder einen anderen Weg nehmen.',
  offline: 'Offline. Anmelden geht wieder, sobald die Verbindung zurück ist.',
};

export default de;
