import { define } from '@caas/base/define.js';
import { Avatar } from './avatar.js';

export { Avatar };

define('caas-avatar', Avatar);

declare global {
  interface HTMLElementTagNameMap {
    'caas-avatar': Avatar;
  }
}
