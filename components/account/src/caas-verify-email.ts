import { define } from '@caas/base/define.js';
import { VerifyEmail } from './verify-email.js';

export { VerifyEmail };
export type { EmailVerifiedEvent } from './verify-email.js';

define('caas-verify-email', VerifyEmail);

declare global {
  interface HTMLElementTagNameMap {
    'caas-verify-email': VerifyEmail;
  }
}
