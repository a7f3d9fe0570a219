import { define } from '@caas/base/define.js';
import { Register } from './register.js';

export { Register };
export type { NewSession } from './account-element.js';
export type { RegisteredEvent } from './register.js';

define('caas-register', Register);

declare global {
  interface HTMLElementTagNameMap {
    'caas-register': Register;
  }
}
