import { define } from '@caas/base/define.js';
import { Secret } from './secret.js';

export { Secret };
export type { SecretStoredEvent } from './secret.js';

define('caas-secret', Secret);

declare global {
  interface HTMLElementTagNameMap {
    'caas-secret': Secret;
  }
}
