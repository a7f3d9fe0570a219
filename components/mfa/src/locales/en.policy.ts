import type { Format } from '@caas/base/format.js';

export const en = {
  title: 'Company policy',
  purpose: 'What everyone in your company must do to sign in.',
  what: 'the policy',
  loading: 'Loading the company policy',
  require: 'Require a second factor of everyone',
  requireHint:
    'People without one are asked to set it up. After the days of grace they can do nothing else until they have.',
  requiredSince: (f: Format, time: string) => `Required since ${f.date(time)}`,
  notRequired: 'Not required',
  grace: 'Days of grace',
  graceHint: 'From today, or from joining. 0 to 90.',
  graceWrong: 'Type a whole number from 0 to 90.',
  idle: 'Sign out after no use for',
  max: 'Sign out in any case after',
  hours: (f: Format, count: number) => f.plural(count, { one: '# hour', other: '# hours' }),
  days: (f: Format, count: number) => f.plural(count, { one: '# day', other: '# days' }),
  minutes: (f: Format, count: number) => f.plural(count, { one: '# minute', other: '# minutes' }),
  idleTooLong: 'This can’t be longer than the limit below.',
  save: 'Save policy',
  saved: 'Saved',
  noChange: 'Nothing was changed.',
  conflict: 'Somebody changed the policy meanwhile. Here is how it is now; check it and save again.',
  stopped: 'This page stopped the change.',
  offline: 'You are offline. Nothing was changed.',
  lackTitle: (f: Format, count: number) =>
    count === 0
      ? 'Everyone has a second factor'
      : f.plural(count, { one: '# person has no second factor', other: '# people have no second factor' }),
  lackMore: 'Only the first of them are shown.',
  nameless: 'No name',
  until: (f: Format, time: string) => `May work without until ${f.dateTime(time)}`,
  locked: 'Can only set one up now',
};
