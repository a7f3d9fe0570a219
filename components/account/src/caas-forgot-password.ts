import { define } from '@caas/base/define.js';
import { ForgotPassword } from './forgot-password.js';

export { ForgotPassword };
export type { PasswordResetEvent } from './forgot-password.js';

define('caas-forgot-password', ForgotPassword);

declare global {
  interface HTMLElementTagNameMap {
    'caas-forgot-password': ForgotPassword;
  }
}
