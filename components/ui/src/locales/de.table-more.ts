import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.table-more.js';

const de: Translation<typeof en> = {
  selectAll: 'Alle Zeilen auswählen',
  selectRow: 'Auswählen:',
  sortBy: 'Sortieren nach',
  ascending: (_: Format, label: string) => `${label}, aufsteigend`,
  descending: (_: Format, label: string) => `${label}, absteigend`,
};

export default de;
