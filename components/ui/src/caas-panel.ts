import { define } from '@caas/base/define.js';
import { Panel } from './panel.js';

export { Panel };

define('caas-panel', Panel);

declare global {
  interface HTMLElementTagNameMap {
    'caas-panel': Panel;
  }
}
