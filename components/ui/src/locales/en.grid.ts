import type { Format } from '@caas/base/format.js';
import type { Messages } from '@caas/base/localize.js';

export const en = {
  actions: 'Actions',
  columns: 'Columns',
  selectAll: 'Select all rows',
  selectRow: 'Select',
  sortBy: 'Sort by',
  ascending: (_: Format, label: string) => `${label}, ascending`,
  descending: (_: Format, label: string) => `${label}, descending`,
  rowFailed: 'Could not load.',
  retry: 'Try again',
} satisfies Messages;
