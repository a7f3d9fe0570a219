import type { Format } from '@caas/base/format.js';

export const en = {
  optional: '(optional)',
  showPassword: 'Show password',
  capsLock: 'Caps Lock is on.',
  fieldRequired: 'Fill in this field.',
  loading: 'Loading',
  step: (format: Format, current: number, count: number, label: string) =>
    `Step ${format.number(current)} of ${format.number(count)}: ${label}`,
  done: 'Done',
  dismiss: 'Dismiss',
  summary: 'Check these fields',
  requestId: 'Request id',
  loadingLong: 'Still loading',
  saved: 'Saved',
  of: (_: Format, value: string, max: string) => `${value} of ${max}`,
};
