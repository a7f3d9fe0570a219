import { define } from '@caas/base/define.js';
import { Stepper } from './stepper.js';

export { Stepper };

define('caas-stepper', Stepper);

declare global {
  interface HTMLElementTagNameMap {
    'caas-stepper': Stepper;
  }
}
