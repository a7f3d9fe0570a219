import { define } from '@caas/base/define.js';
import { Toasts } from './toasts.js';

export { Toasts };
export type { Toast } from './toasts.js';

define('caas-toasts', Toasts);

declare global {
  interface HTMLElementTagNameMap {
    'caas-toasts': Toasts;
  }
}
