import { define } from '@caas/base/define.js';
import { ResetPassword } from './reset-password.js';

export { ResetPassword };

define('caas-reset-password', ResetPassword);

declare global {
  interface HTMLElementTagNameMap {
    'caas-reset-password': ResetPassword;
  }
}
