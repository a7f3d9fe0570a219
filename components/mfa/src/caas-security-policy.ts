import { define } from '@caas/base/define.js';
import { SecurityPolicyPanel } from './security-policy.js';

export { SecurityPolicyPanel };
export type { SecurityPolicyChangedEvent } from './security-policy.js';

define('caas-security-policy', SecurityPolicyPanel);

declare global {
  interface HTMLElementTagNameMap {
    'caas-security-policy': SecurityPolicyPanel;
  }
}
