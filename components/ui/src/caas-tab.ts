import { define } from '@caas/base/define.js';
import { Tab } from './tab.js';

export { Tab };

define('caas-tab', Tab);

declare global {
  interface HTMLElementTagNameMap {
    'caas-tab': Tab;
  }
}
