import { define } from './define.js';
import { CaasTheme } from './theme.js';

export { CaasTheme };

define('caas-theme', CaasTheme);

declare global {
  interface HTMLElementTagNameMap {
    'caas-theme': CaasTheme;
  }
}
