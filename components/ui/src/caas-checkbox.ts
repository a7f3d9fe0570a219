import { define } from '@caas/base/define.js';
import { Checkbox } from './checkbox-element.js';

export { Checkbox };

define('caas-checkbox', Checkbox);

declare global {
  interface HTMLElementTagNameMap {
    'caas-checkbox': Checkbox;
  }
}
