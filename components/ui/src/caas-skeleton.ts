import { define } from '@caas/base/define.js';
import { Skeleton } from './skeleton.js';

export { Skeleton };

define('caas-skeleton', Skeleton);

declare global {
  interface HTMLElementTagNameMap {
    'caas-skeleton': Skeleton;
  }
}
