import { listOf } from '@caas/base/lists.js';
import type { Format } from '@caas/base/format.js';

const also = (f: Format, more: number): string => (more > 0 ? ` and ${f.number(more)} more` : '');

export const en = {
  loading: 'Loading',
  cancel: 'Cancel',
  // Menu
  edit: 'Edit',
  remove: 'Remove',
  offlineHint: 'Possible once you are back online',
  undo: 'Undo',
  // Messages
  partFailed: 'A part of this page could not be loaded. Check the connection, then try again.',
  notConfirmed: 'Not confirmed: the answer was lost. Trying again is safe, it is done only once.',
  conflict: (_: Format, value: string) =>
    `${value} was changed by someone else meanwhile. The list shows the present state.`,
  conflictEdit:
    'Someone else changed this entry meanwhile. Your text is kept: save again to apply it to the present state.',
  exported: (f: Format, count: number) => f.plural(count, { one: '# entry exported', other: '# entries exported' }),
  addedNotice: (f: Format, added: number, merged: number, rejected: number) =>
    [
      f.plural(added, { one: '# entry added.', other: '# entries added.' }),
      merged > 0 ? f.plural(merged, { one: '# narrower entry replaced.', other: '# narrower entries replaced.' }) : '',
      rejected > 0 ? f.plural(rejected, { one: '# was refused.', other: '# were refused.' }) : '',
    ]
      .filter(Boolean)
      .join(' '),
  'first.ip': 'From now on every other address is refused.',
  'first.origin': 'From now on every other origin is refused.',
  removedNotice: (_: Format, value: string) => `${value} removed.`,
  nowEnforced: 'The list is enforced.',
  nowObserving: 'The list observes: nothing is refused.',
  kept: 'The change is kept.',
  'error.offline': 'Offline. Nothing was sent. Try again once you are back online.',
  'error.cancelled': 'This page did not allow it. Nothing was changed.',
  'error.not_found': 'This is gone: somebody removed it, or its time was up. The list shows the present state.',
  'error.quota_reached': 'The list is full: it holds at most 10,000 entries. Remove some, or use wider ranges.',
  'error.would_lock_out': 'Others would be cut off too. Look at the list again.',
  'error.idempotency_mismatch': 'This was sent before with other values. Close this and start again.',
  'error.request_in_progress': 'The same request is still running. Wait a moment, then look at the list.',
  // Callers
  callers: 'Callers of the last 24 hours',
  'source.ip': 'Address',
  'source.origin': 'Origin',
  calls: 'Calls, 24 h',
  lastCall: 'Last call',
  never: 'Never',
  'you.ip': 'your IP',
  'you.origin': 'this dashboard',
  withKeys: (f: Format, names: readonly string[]) => `with ${listOf(f, names)}`,
  sessions: (f: Format, count: number) => f.plural(count, { one: '# live session', other: '# live sessions' }),
  andMore: (f: Format, more: number) => `And ${f.number(more)} more.`,
  // Guard
  guardTitle: (f: Format, count: number) =>
    f.plural(count, { one: 'This would cut off # caller', other: 'This would cut off # callers' }),
  'guardText.ip': 'These addresses are in use. After the change their calls would be refused.',
  'guardText.origin': 'These origins are in use. After the change their calls and sockets would be refused.',
  notAddable: (f: Format, count: number) =>
    f.plural(count, { one: '# of them can’t be listed as it is.', other: '# of them can’t be listed as they are.' }),
  forceText: 'If you continue without them, the change undoes itself after a minute, unless you confirm it here.',
  force: 'Continue without them',
  addAndGoOn: (f: Format, sources: readonly string[]) =>
    sources.length === 1
      ? `Add ${sources[0] ?? ''} and continue`
      : `Add these ${f.number(sources.length)} and continue`,
  // Countdown
  revertTitle: 'This change cut off callers in use.',
  revertOnce: 'It undoes itself within a minute unless you keep it.',
  revertIn: (_: Format, left: string) => `It undoes itself in ${left}.`,
  reverting: 'It is being undone.',
  keep: 'Keep the change',
  // Mode
  'modeTitle.ip': 'How are allowed IPs applied?',
  'modeTitle.origin': 'How are allowed origins applied?',
  modeVerb: 'Apply',
  mode: 'Mode',
  enforce: 'Enforce',
  'enforceHint.ip': 'Calls from addresses that are not listed are refused.',
  'enforceHint.origin': 'Calls and sockets from origins that are not listed are refused.',
  observe: 'Observe',
  observeHint: 'Nothing is refused. What would be is recorded, so that you can complete the list first.',
  bindConsole: 'Bind this console too',
  bindConsoleHint: 'Members can sign in and work only from listed addresses.',
  // Forms
  'addTitle.ip': 'Add allowed IPs',
  'addTitle.origin': 'Add allowed origins',
  'firstWarning.ip': 'The list is empty, so any IP may call. From now on everything else is rejected.',
  'firstWarning.origin': 'The list is empty, so any web page may call. From now on everything else is rejected.',
  'entries.ip': 'IP addresses and ranges',
  'entries.origin': 'Origins',
  'entriesHint.ip': 'One a line, or with commas. Text after # becomes the label. Ranges as 10.0.0.0/24.',
  'entriesHint.origin':
    'One a line, or with commas. Text after # becomes the label. https://*.example.com stands for one part.',
  'useYours.ip': 'Use my IP',
  'useYours.origin': 'Use this page’s origin',
  import: 'Import CSV',
  fileFailed: 'The file could not be read.',
  label: 'Label',
  labelHint: 'For lines that have none of their own.',
  labelLong: 'Use at most 200 characters.',
  expires: 'Removes itself',
  expiresHint: 'For lines that name no end of their own.',
  'expiry.never': 'Never',
  'expiry.1': 'In 1 hour',
  'expiry.24': 'In 1 day',
  'expiry.168': 'In 7 days',
  'expiry.720': 'In 30 days',
  'expiry.date': 'On a date',
  keepUntil: (_: Format, when: string) => `As now: ${when}`,
  keepNever: 'As now: never',
  date: 'Last day',
  datePast: 'Choose a day that is not over.',
  editTitle: (_: Format, value: string) => `Edit ${value}`,
  editVerb: 'Save changes',
  addVerb: (f: Format, ready: number, lines: number) =>
    lines === 0 ? 'Add' : ready === lines ? `Add ${f.number(ready)}` : `Add ${f.number(ready)} of ${f.number(lines)}`,
  nothingTyped: 'Enter at least one.',
  nothingReady: 'None of these can be added yet. The table below says why.',
  someStay: (f: Format, added: number, stay: number) =>
    `${f.plural(added, { one: '# added.', other: '# added.' })} ${f.plural(stay, { one: '# line stays: see below why.', other: '# lines stay: see below why.' })}`,
  // Preview
  preview: 'Preview',
  line: 'Line',
  entry: 'Entry',
  result: 'Result',
  use: (_: Format, value: string) => `Use ${value}`,
  refused: 'Refused.',
  isNew: 'New.',
  isDuplicate: 'Listed already.',
  isCovered: (f: Format, named: string, more: number) => `Covered already by ${named}${also(f, more)}.`,
  coversOthers: (f: Format, named: string, more: number) => `New. Covers ${named}${also(f, more)}.`,
  'note.masked': 'Becomes the whole range.',
  'note.mapped': 'IPv4, written as IPv6.',
  'note.private': 'A private network: it never calls over the internet.',
  'note.broad': 'Very wide: type its prefix below.',
  wildcard: (_: Format, yes: string, bare: string, deep: string) => `Matches ${yes}, not ${bare} or ${deep}.`,
  moreLines: (f: Format, more: number) =>
    f.plural(more, { one: '# more line without remarks.', other: '# more lines without remarks.' }),
  typePrefix: (_: Format, prefix: string, value: string) => `Type ${prefix} to add ${value}`,
  addCovered: (f: Format, count: number) =>
    f.plural(count, { one: 'Add # that is covered already, too', other: 'Add # that are covered already, too' }),
  merge: (f: Format, count: number) =>
    f.plural(count, { one: 'Replace # entry that is covered then', other: 'Replace # entries that are covered then' }),
  dryRunAsking: 'Looking at the calls of the last 24 hours…',
  dryRunFailed: 'The calls of the last 24 hours could not be looked at. You are asked before anybody is cut off.',
  dryRunNobody: 'Nobody who called in the last 24 hours would be refused.',
  dryRunBlocked: (f: Format, calls: number, callers: number) =>
    `In the last 24 hours this would have refused ${f.plural(calls, { one: '# call', other: '# calls' })} of ${f.plural(callers, { one: '# caller', other: '# callers' })}:`,
  wouldRefuse: 'Callers that would be refused',
  dryRunAllowed: (f: Format, callers: number) =>
    f.plural(callers, {
      one: '# caller that was refused would be allowed.',
      other: '# callers that were refused would be allowed.',
    }),
  // Refusals
  refusals: 'Recent refusals',
  last24h: 'last 24 hours',
  'noRefusals.ip': 'No call was refused for its address.',
  'noRefusals.origin': 'No call was refused for its origin.',
  refusalsFailed: 'Recent refusals could not be loaded.',
  refusedCalls: (f: Format, calls: number) => f.plural(calls, { one: '# call refused', other: '# calls refused' }),
  observedCalls: (f: Format, calls: number) =>
    f.plural(calls, { one: '# call would be refused', other: '# calls would be refused' }),
  addShort: 'Add',
  addSource: (_: Format, source: string) => `Add ${source}`,
  showAll: (f: Format, count: number) => `Show all ${f.number(count)}`,
};
