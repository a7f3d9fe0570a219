import { define } from '@caas/base/define.js';
import { Alert } from './alert.js';

export { Alert };

define('caas-alert', Alert);

declare global {
  interface HTMLElementTagNameMap {
    'caas-alert': Alert;
  }
}
