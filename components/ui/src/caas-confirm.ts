import { define } from '@caas/base/define.js';
import { Confirm } from './confirm.js';

export { Confirm };

define('caas-confirm', Confirm);

declare global {
  interface HTMLElementTagNameMap {
    'caas-confirm': Confirm;
  }
}
