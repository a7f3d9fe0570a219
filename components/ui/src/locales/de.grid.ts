import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.grid.js';

const de: Translation<typeof en> = {
  actions: 'Aktionen',
  columns: 'Spalten',
  selectAll: 'Alle Zeilen auswählen',
  selectRow: 'Auswählen:',
  sortBy: 'Sortieren nach',
  ascending: (_: Format, label: string) => `${label}, aufsteigend`,
  descending: (_: Format, label: string) => `${label}, absteigend`,
  rowFailed: 'Nicht geladen.',
  retry: 'Erneut versuchen',
};

export default de;
