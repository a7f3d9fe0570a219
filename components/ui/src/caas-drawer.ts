import { define } from '@caas/base/define.js';
import { Drawer } from './drawer.js';

export { Drawer };

define('caas-drawer', Drawer);

declare global {
  interface HTMLElementTagNameMap {
    'caas-drawer': Drawer;
  }
}
