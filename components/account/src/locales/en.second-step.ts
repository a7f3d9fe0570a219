import type { Format } from '@caas/base/format.js';

/** Texts of the second step of a sign-in. */
export const en = {
  title: 'Two-factor',
  textCode: 'Enter the code your authenticator app shows for CAAS.',
  textRecovery: 'Enter one of the recovery codes you saved when you set up two-factor. Each works once.',
  textPasskey: 'Your browser asks for your fingerprint, face, PIN or security key.',
  code: 'Code',
  codeHint: '6 digits',
  recovery: 'Recovery code',
  recoveryHint: 'Dashes and case don’t matter.',
  verify: 'Sign in',
  useCode: 'Use the authenticator app',
  useRecovery: 'Use a recovery code',
  usePasskey: 'Use a passkey',
  lost: 'Lost access?',
  lostText:
    'A recovery code works without your phone. So does a passkey that is kept on another device. If you have neither, write to whoever runs this console: they check who you are before they let you in.',
  startOver: 'Sign in as someone else',
  codeMissing: 'Enter the 6 digits.',
  recoveryMissing: 'Enter a recovery code.',
  codeWrong: 'That code is not right. Codes change every 30 s. Check your device clock.',
  codeLeft: (f: Format, left: number) =>
    `That code is not right. ${f.plural(left, { one: '# try', other: '# tries' })} left. Check your device clock.`,
  recoveryWrong: 'That recovery code is not right, or was used before.',
  recoveryLeft: (f: Format, left: number) =>
    `That recovery code is not right, or was used before. ${f.plural(left, { one: '# try', other: '# tries' })} left.`,
  passkeyClosed: 'The passkey was not used. Try again, or use another way.',
  passkeyFailed: 'The passkey was not accepted. Try again, or use another way.',
  offline: 'You are offline. Signing in works again once the connection is back.',
};
