import { define } from '@caas/base/define.js';
import { RadioGroup } from './radio-group-element.js';

export { RadioGroup };

define('caas-radio-group', RadioGroup);

declare global {
  interface HTMLElementTagNameMap {
    'caas-radio-group': RadioGroup;
  }
}
