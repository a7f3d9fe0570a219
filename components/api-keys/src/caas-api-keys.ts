import { define } from '@caas/base/define.js';
import { ApiKeys } from './api-keys.js';

export { ApiKeys };
export type { KeyEventDetail, KeysView, ViewChangedEvent } from './api-keys.data.js';

define('caas-api-keys', ApiKeys);

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys': ApiKeys;
  }
}
