import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.grid.js';

const de: Translation<typeof en> = {
  actions: 'Aktionen',
  columns: 'Spalten',
  columnsNote: 'Angeheftete Spalten bleiben sichtbar, während die anderen rollen.',
  show: (_: Format, label: string) => `${label} anzeigen`,
  pin: (_: Format, label: string) => `${label} anheften`,
  earlier: (_: Format, label: string) => `${label} nach oben`,
  later: (_: Format, label: string) => `${label} nach unten`,
  narrower: (_: Format, label: string) => `${label} schmaler machen`,
  wider: (_: Format, label: string) => `${label} breiter machen`,
  reset: 'Spalten zurücksetzen',
  done: 'Fertig',
  selectAll: 'Alle Zeilen auswählen',
  selectRow: 'Auswählen:',
  sortBy: 'Sortieren nach',
  ascending: (_: Format, label: string) => `${label}, aufsteigend`,
  descending: (_: Format, label: string) => `${label}, absteigend`,
  rowFailed: 'Nicht geladen.',
  retry: 'Erneut versuchen',
};

export default de;
