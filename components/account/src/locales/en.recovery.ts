import type { Format } from '@caas/base/format.js';

/** Texts of forgotten passwords, mailed links and codes. */
export const en = {
  forgotTitle: 'Reset your password',
  forgotText: 'Enter the address you sign in with. We mail you a code and a link.',
  sendCode: 'Send code',
  sent: 'If that address has an account, a code is on its way.',
  sentAgain: 'If that address has an account, another code is on its way. Only the newest works.',
  code: 'Code from the mail',
  codeMissing: 'Enter the 6 digits from the mail.',
  codeGoodFor: 'Good for',
  codeOver: 'This code has expired. Send a new one.',
  codeWrong: 'That code is not right. Compare it with the newest mail.',
  codeLeft: (f: Format, left: number) =>
    left > 0
      ? `That code is not right. ${f.plural(left, { one: '# try', other: '# tries' })} left.`
      : 'That code is not right, and no tries are left. Send a new one.',
  newPassword: 'New password',
  setPassword: 'Set new password',
  resend: 'Send a new code',
  resendIn: 'Send a new code in',
  otherAddress: 'Use another address',
  backToSignIn: 'Back to sign in',
  signIn: 'Sign in',
  doneTitle: 'Password changed',
  doneText: 'Password changed. Other sessions were signed out.',
  resetTitle: 'Choose a new password',
  resetText: 'All sessions of this account end, and two-factor stays as it is.',
  linkTitle: 'This link does not work',
  linkText: 'It has expired, was used already, or is not complete. Links work once; only the newest is good.',
  newLink: 'Send a new link',
  offline: 'You are offline. This works again once the connection is back.',
  reportTitle: 'Was this sign-in not yours?',
  reportText:
    'We mailed you about a sign-in from a new device. If that was not you, end that session now, and choose a new password after it.',
  reportYours: 'If it was you, there is nothing to do: close this page.',
  endSession: 'End that session',
  reportedTitle: 'That session has ended',
  reportedText: 'Whoever signed in there knows your password. Choose a new one now: it ends all other sessions too.',
  reportLinkText:
    'It has expired, was used already, or is not complete. End sessions under Security, or reset your password: that ends all of them.',
  resetPassword: 'Reset your password',
  verifyLabel: 'Confirm your email address',
  verifyText: (_: Format, email: string) => `Confirm ${email} with the code we mailed you.`,
  verify: 'Confirm',
  verifySent: 'A new code is on its way. Only the newest works.',
  verified: 'Email address confirmed.',
};
