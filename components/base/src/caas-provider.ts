import { define } from './define.js';
import { CaasProvider } from './provider.js';

export { CaasProvider };

define('caas-provider', CaasProvider);

declare global {
  interface HTMLElementTagNameMap {
    'caas-provider': CaasProvider;
  }
}
