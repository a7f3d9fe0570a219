import { define } from '@caas/base/define.js';
import { Time } from './time.js';

export { Time };

define('caas-time', Time);

declare global {
  interface HTMLElementTagNameMap {
    'caas-time': Time;
  }
}
