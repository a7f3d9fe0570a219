import type { Format } from '@caas/base/format.js';

export const en = {
  title: 'Two-factor sign-in',
  purpose: 'A second proof at sign-in, so that a stolen password is not enough.',
  loading: 'Loading two-factor sign-in',
  app: 'Authenticator app',
  on: 'On',
  off: 'Off',
  pending: 'Not finished',
  required: 'Required',
  offText: 'An app on your phone shows a new 6-digit code every 30 seconds. You type it after your password.',
  setUp: 'Set up',
  resume: 'Continue set-up',
  since: (f: Format, time: string) => `On since ${f.date(time)}`,
  codesLeft: (f: Format, left: number) =>
    left === 0
      ? 'No recovery codes left'
      : f.plural(left, { one: '# of 10 recovery codes left', other: '# of 10 recovery codes left' }),
  codesLow: 'Without codes a lost phone or key locks you out. Make new ones now.',
  newCodes: 'New recovery codes',
  turnOff: 'Turn off',
  enforced: 'Your company requires a second factor of everyone, so the last one can’t be turned off.',
  grace: (f: Format, time: string) =>
    `Your company requires a second factor. Set one up by ${f.dateTime(time)}; after that you can’t work here without it.`,
  graceOver: 'Your company requires a second factor. Set one up now to go on working.',
  passkeys: 'Passkeys',
  passkeysText:
    'Sign in with your fingerprint, face or device PIN. A passkey can’t be guessed, and works on this site alone.',
  passkeysAbsent: 'Passkeys need https and a host name. This console is open at an address that has none.',
  passkeysUnsupported: 'This browser has no passkeys.',
  addPasskey: 'Add passkey',
  rename: 'Rename',
  remove: 'Remove',
  renameName: (_: Format, name: string) => `Rename ${name}`,
  removeName: (_: Format, name: string) => `Remove ${name}`,
  added: (f: Format, time: string) => `Added ${f.date(time)}`,
  lastUsed: (_: Format, when: string) => `Last used ${when}`,
  neverUsed: 'Never used',
  synced: 'Synced',
  thisDevice: 'One device',
  notMember:
    'Two-factor sign-in belongs to people who sign in to the console. This page was opened for you by another server.',
  turnedOn: 'Two-factor sign-in is on',
  turnedOff: 'The authenticator app is off',
  passkeyAdded: (_: Format, name: string) => `${name} was added`,
  passkeyRemoved: (_: Format, name: string) => `${name} was removed`,
  passkeyRenamed: (_: Format, name: string) => `Now called ${name}`,
  codesRenewed: 'The old recovery codes have ended',
};
