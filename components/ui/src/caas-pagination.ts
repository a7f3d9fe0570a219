import { define } from '@caas/base/define.js';
import { Pagination } from './pagination.js';

export { Pagination };
export type { PageChangedEvent } from './pagination.js';

define('caas-pagination', Pagination);

declare global {
  interface HTMLElementTagNameMap {
    'caas-pagination': Pagination;
  }
}
