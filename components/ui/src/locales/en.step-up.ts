import type { Format } from '@caas/base/format.js';
import type { Messages } from '@caas/base/localize.js';

export const en = {
  title: 'Confirm it’s you',
  text: 'This is a sensitive change. It holds for a few minutes.',
  none: 'This account has no way to confirm. Set up two-factor or a password first.',
  code: 'Code from your authenticator app',
  codeHint: '6 digits',
  recovery: 'Recovery code',
  recoveryHint: 'Each works once. Dashes and case don’t matter.',
  password: 'Password',
  passkeyText: 'Your browser asks for your fingerprint, face, PIN or security key.',
  confirm: 'Confirm',
  usePasskey: 'Use a passkey',
  useCode: 'Use the authenticator app',
  useRecovery: 'Use a recovery code',
  usePassword: 'Use your password',
  codeMissing: 'Enter the 6 digits your app shows.',
  recoveryMissing: 'Enter one of your recovery codes.',
  passwordMissing: 'Enter your password.',
  codeWrong: 'That code is not right. Codes change every 30 s. Check your device clock.',
  codeLeft: (f: Format, left: number) =>
    `That code is not right. ${f.plural(left, { one: '# try', other: '# tries' })} left. Check your device clock.`,
  recoveryWrong: 'That recovery code is not right, or was used before.',
  passwordWrong: 'That is not your password.',
  passkeyClosed: 'The passkey was not used. Try again, or confirm another way.',
  passkeyFailed: 'The passkey was not accepted. Try again, or confirm another way.',
} satisfies Messages;
