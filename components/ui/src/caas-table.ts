import { define } from '@caas/base/define.js';
import { Table } from './table.js';

export { Table };
export type { Column, RowMenuEvent, SelectionChangedEvent, SortChangedEvent } from './table.js';

define('caas-table', Table);

declare global {
  interface HTMLElementTagNameMap {
    'caas-table': Table;
  }
}
