import { define } from '@caas/base/define.js';
import { Badge } from './badge.js';

export { Badge };

define('caas-badge', Badge);

declare global {
  interface HTMLElementTagNameMap {
    'caas-badge': Badge;
  }
}
