import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.step-up.js';

const de: Translation<typeof en> = {
  title: 'Identität bestätigen',
  text: 'Das ist eine heikle Änderung. Die Bestätigung gilt für einige Minuten.',
  none: 'Dieses Konto hat keinen Weg zu bestätigen. Zuerst die Zwei-Faktor-Anmeldung oder ein Passwort einrichten.',
  code: 'Code aus der Authenticator-App',
  codeHint: '6 Ziffern',
  recovery: 'Wiederherstellungscode',
  recoveryHint: 'Jeder gilt einmal. Striche und Großschreibung sind egal.',
  password: 'Passwort',
  passkeyText: 'Der Browser fragt nach Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel.',
  confirm: 'Bestätigen',
  usePasskey: 'Passkey verwenden',
  useCode: 'Authenticator-App verwenden',
  useRecovery: 'Wiederherstellungscode verwenden',
  usePassword: 'Passwort verwenden',
  codeMissing: 'Die 6 Ziffern eingeben, die die App zeigt.',
  recoveryMissing: 'Einen der Wiederherstellungscodes eingeben.',
  passwordMissing: 'Passwort eingeben.',
  codeWrong: 'Dieser Code stimmt nicht. Codes wechseln alle 30 s. Die Uhr des Geräts prüfen.',
  codeLeft: (f: Format, left: number) =>
    `Dieser Code stimmt nicht. Noch ${f.plural(left, { one: '# Versuch', other: '# Versuche' })}. Die Uhr des Geräts prüfen.`,
  recoveryWrong: 'Dieser Wiederherstellungscode stimmt nicht oder wurde schon benutzt.',
  passwordWrong: 'Das ist nicht das Passwort.',
  passkeyClosed: 'Der Passkey wurde nicht benutzt. Erneut versuchen oder anders bestätigen.',
  passkeyFailed: 'Der Passkey wurde nicht angenommen. Erneut versuchen oder anders bestätigen.',
};

export default de;
