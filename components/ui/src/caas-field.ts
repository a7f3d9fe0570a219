import { define } from '@caas/base/define.js';
import { Field } from './field-element.js';

export { Field };

define('caas-field', Field);

declare global {
  interface HTMLElementTagNameMap {
    'caas-field': Field;
  }
}
