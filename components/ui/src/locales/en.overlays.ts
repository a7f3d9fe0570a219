import type { Format } from '@caas/base/format.js';
import type { Messages } from '@caas/base/localize.js';

export const en = {
  loading: 'Loading',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  range: (f: Format, from: number, to: number, total: number) =>
    `${f.number(from)}–${f.number(to)} of ${f.number(total)}`,
  rangeOpen: (f: Format, from: number, to: number) => `${f.number(from)}–${f.number(to)}`,
  close: 'Close',
  cancel: 'Cancel',
  discardTitle: 'Discard changes?',
  discardText: 'What you entered is not saved.',
  discard: 'Discard changes',
  keepEditing: 'Keep editing',
  typeBefore: 'Type',
  typeAfter: 'to confirm',
  typeMismatch: (_: Format, expected: string) => `Type ${expected} exactly as shown.`,
  copy: 'Copy',
  copyText: (_: Format, text: string) => `Copy ${text}`,
  copied: 'Copied',
  pressCopy: 'Press Ctrl C to copy',
  pressCopyMac: 'Press ⌘ C to copy',
  download: 'Download .env',
  downloaded: 'Downloaded',
  stored: 'I have stored it somewhere safe',
  notifications: 'Notifications',
  dismiss: 'Dismiss',
} satisfies Messages;
