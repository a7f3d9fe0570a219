import { define } from '@caas/base/define.js';
import { Tooltip } from './tooltip.js';

export { Tooltip };

define('caas-tooltip', Tooltip);

declare global {
  interface HTMLElementTagNameMap {
    'caas-tooltip': Tooltip;
  }
}
