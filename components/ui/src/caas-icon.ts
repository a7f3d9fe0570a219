import { define } from '@caas/base/define.js';
import { IconElement } from './icon-element.js';

export { IconElement };

define('caas-icon', IconElement);

declare global {
  interface HTMLElementTagNameMap {
    'caas-icon': IconElement;
  }
}
