import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.recovery.js';

const de: Translation<typeof en> = {
  forgotTitle: 'Passwort zurücksetzen',
  forgotText: 'Die Adresse eingeben, mit der die Anmeldung geht. Dorthin kommen ein Code und ein Link.',
  sendCode: 'Code senden',
  sent: 'Falls es zu dieser Adresse ein Konto gibt, ist ein Code unterwegs.',
  sentAgain: 'Falls es zu dieser Adresse ein Konto gibt, ist ein neuer Code unterwegs. Nur der neueste gilt.',
  code: 'Code aus der E-Mail',
  codeMissing: 'Die 6 Ziffern aus der E-Mail eingeben.',
  codeGoodFor: 'Gültig noch',
  codeOver: 'Dieser Code ist abgelaufen. Einen neuen senden.',
  codeWrong: 'Dieser Code stimmt nicht. Mit der neuesten E-Mail vergleichen.',
  codeLeft: (f: Format, left: number) =>
    left > 0
      ? `Dieser Code stimmt nicht. Noch ${f.plural(left, { one: '# Versuch', other: '# Versuche' })}.`
      : 'Dieser Code stimmt nicht, und es ist kein Versuch mehr übrig. Einen neuen senden.',
  newPassword: 'Neues Passwort',
  setPassword: 'Neues Passwort setzen',
  resend: 'Neuen Code senden',
  resendIn: 'Neuen Code senden in',
  otherAddress: 'Andere Adresse verwenden',
  backToSignIn: 'Zurück zur Anmeldung',
  signIn: 'Anmelden',
  doneTitle: 'Passwort geändert',
  doneText: 'Passwort geändert. Andere Sitzungen wurden abgemeldet.',
  resetTitle: 'Neues Passwort wählen',
  resetText: 'Alle Sitzungen dieses Kontos enden; die Zwei-Faktor-Anmeldung bleibt, wie sie ist.',
  linkTitle: 'Dieser Link geht nicht',
  linkText:
    'Er ist abgelaufen, schon benutzt oder nicht vollständig. Links gelten einmal, und nur der neueste ist gültig.',
  newLink: 'Neuen Link senden',
  offline: 'Offline. Das geht wieder, sobald die Verbindung zurück ist.',
  reportTitle: 'War diese Anmeldung fremd?',
  reportText:
    'Eine E-Mail berichtete von einer Anmeldung auf einem neuen Gerät. War sie fremd, jetzt diese Sitzung beenden und danach ein neues Passwort wählen.',
  reportYours: 'War es die eigene, ist nichts zu tun: diese Seite schließen.',
  endSession: 'Diese Sitzung beenden',
  reportedTitle: 'Die Sitzung ist beendet',
  reportedText:
    'Wer sich dort angemeldet hat, kennt das Passwort. Jetzt ein neues wählen: Das beendet auch alle anderen Sitzungen.',
  reportLinkText:
    'Er ist abgelaufen, schon benutzt oder nicht vollständig. Sitzungen unter Sicherheit beenden oder das Passwort zurücksetzen: Das beendet alle.',
  resetPassword: 'Passwort zurücksetzen',
  verifyLabel: 'E-Mail-Adresse bestätigen',
  verifyText: (_: Format, email: string) => `${email} mit dem Code bestätigen, der per E-Mail kam.`,
  verify: 'Bestätigen',
  verifySent: 'Ein neuer Code ist unterwegs. Nur der neueste gilt.',
  verified: 'E-Mail-Adresse bestätigt.',
};

export default de;
