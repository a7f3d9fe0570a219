import { define } from '@caas/base/define.js';
import { Dialog } from './dialog.js';

export { Dialog };

define('caas-dialog', Dialog);

declare global {
  interface HTMLElementTagNameMap {
    'caas-dialog': Dialog;
  }
}
