import { define } from '@caas/base/define.js';
import { Console } from './console.js';

define('caas-console', Console);

declare global {
  interface HTMLElementTagNameMap {
    'caas-console': Console;
  }
}
