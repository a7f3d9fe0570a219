import { define } from '@caas/base/define.js';
import { Login } from './login.js';

export { Login };
export type { NewSession } from './account-element.js';
export type { SignInChallenge, SignedInEvent, SignInReason } from './login.js';

define('caas-login', Login);

declare global {
  interface HTMLElementTagNameMap {
    'caas-login': Login;
  }
}
