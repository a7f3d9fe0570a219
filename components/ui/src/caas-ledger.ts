import { define } from '@caas/base/define.js';
import { Ledger } from './ledger.js';

export { Ledger };

define('caas-ledger', Ledger);

declare global {
  interface HTMLElementTagNameMap {
    'caas-ledger': Ledger;
  }
}
