import { define } from '@caas/base/define.js';
import { Select } from './select-element.js';

export { Select };

define('caas-select', Select);

declare global {
  interface HTMLElementTagNameMap {
    'caas-select': Select;
  }
}
