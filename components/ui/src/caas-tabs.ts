import { define } from '@caas/base/define.js';
import { Tabs } from './tabs.js';

export { Tabs };
export type { TabChangedEvent } from './tabs.js';

define('caas-tabs', Tabs);

declare global {
  interface HTMLElementTagNameMap {
    'caas-tabs': Tabs;
  }
}
