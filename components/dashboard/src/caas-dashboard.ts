import { define } from '@caas/base/define.js';
import { Dashboard } from './dashboard.js';

export { Dashboard };
export type { NavigateEvent } from './dashboard.js';

define('caas-dashboard', Dashboard);

declare global {
  interface HTMLElementTagNameMap {
    'caas-dashboard': Dashboard;
  }
}
