import { define } from '@caas/base/define.js';
import { Grid } from './grid.js';

export { Grid };
export { NO_SELECTION, isSelected, selectedCount } from './grid.js';
export type * from './grid-parts.js';

define('caas-grid', Grid);

declare global {
  interface HTMLElementTagNameMap {
    'caas-grid': Grid;
  }
}
