import type { Format } from '@caas/base/format.js';

export const en = {
  end: 'End session',
  signOut: 'Sign out',
  copyId: 'Copy session id',
  copied: 'Copied',
  copyFailed: (_: Format, id: string) => `The browser did not allow copying. The session id is ${id}`,
  offline: 'Not possible offline',
  endTitle: (_: Format, who: string) => `End the session of ${who}?`,
  'endText.console': 'They are signed out within a second, and have to sign in again.',
  'endText.own': 'That browser is signed out within a second, and has to sign in again.',
  'endText.sdk': 'Calls and sockets of this session stop within a second. Your server can start a new one.',
  allTitle: (f: Format, count: number) => f.plural(count, { one: 'End # session?', other: 'End # sessions?' }),
  allVerb: (f: Format, count: number) => f.plural(count, { one: 'End # session', other: 'End # sessions' }),
  'allText.mine': 'Every other browser you are signed in with is signed out within a second. This one stays.',
  'allText.console':
    'Every session of the list but this one ends within a second; their members have to sign in again.',
  'allText.sdk': 'Calls and sockets of all these sessions stop within a second. Your server can start new ones.',
};
