import type { Format } from '@caas/base/format.js';
import type { Messages } from '@caas/base/localize.js';

export const en = {
  actions: 'Actions',
  columns: 'Columns',
  columnsNote: 'Columns that are pinned stay in sight while the others scroll.',
  show: (_: Format, label: string) => `Show ${label}`,
  pin: (_: Format, label: string) => `Pin ${label}`,
  earlier: (_: Format, label: string) => `Move ${label} up`,
  later: (_: Format, label: string) => `Move ${label} down`,
  narrower: (_: Format, label: string) => `Make ${label} narrower`,
  wider: (_: Format, label: string) => `Make ${label} wider`,
  reset: 'Reset columns',
  done: 'Done',
  selectAll: 'Select all rows',
  selectRow: 'Select',
  sortBy: 'Sort by',
  ascending: (_: Format, label: string) => `${label}, ascending`,
  descending: (_: Format, label: string) => `${label}, descending`,
  rowFailed: 'Could not load.',
  retry: 'Try again',
} satisfies Messages;
