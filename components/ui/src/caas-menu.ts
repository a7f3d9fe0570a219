import { define } from '@caas/base/define.js';
import { Menu } from './menu.js';

export { Menu };
export type { MenuItem, MenuSelectedEvent } from './menu.js';

define('caas-menu', Menu);

declare global {
  interface HTMLElementTagNameMap {
    'caas-menu': Menu;
  }
}
