import { define } from '@caas/base/define.js';
import { Switch } from './switch.js';

export { Switch };

define('caas-switch', Switch);

declare global {
  interface HTMLElementTagNameMap {
    'caas-switch': Switch;
  }
}
