import { define } from '@caas/base/define.js';
import { Whitelist } from './whitelist.js';

export { Whitelist };

define('caas-whitelist', Whitelist);

declare global {
  interface HTMLElementTagNameMap {
    'caas-whitelist': Whitelist;
  }
}
