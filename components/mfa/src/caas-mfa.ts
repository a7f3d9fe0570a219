import { define } from '@caas/base/define.js';
import { Mfa } from './mfa.js';

export { Mfa };
export type { MfaChangedEvent } from './mfa.js';

define('caas-mfa', Mfa);

declare global {
  interface HTMLElementTagNameMap {
    'caas-mfa': Mfa;
  }
}
