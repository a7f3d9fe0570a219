import { define } from '@caas/base/define.js';
import { Meter } from './meter.js';

export { Meter };

define('caas-meter', Meter);

declare global {
  interface HTMLElementTagNameMap {
    'caas-meter': Meter;
  }
}
