import { define } from '@caas/base/define.js';
import { Button } from './button.js';

export { Button };

define('caas-button', Button);

declare global {
  interface HTMLElementTagNameMap {
    'caas-button': Button;
  }
}
