import { define } from '@caas/base/define.js';
import { Empty } from './empty.js';

export { Empty };

define('caas-empty', Empty);

declare global {
  interface HTMLElementTagNameMap {
    'caas-empty': Empty;
  }
}
