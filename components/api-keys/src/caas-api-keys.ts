import { define } from '@caas/base/define.js';
import type { BeforeDetail } from '@caas/base/events.js';
import type { KeyEventDetail } from './api-keys.data.js';
import { ApiKeys } from './api-keys.js';

export { ApiKeys };
export type { KeyEventDetail, KeysView, ViewChangedEvent } from './api-keys.data.js';

define('caas-api-keys', ApiKeys);

/** After the gateway did it. */
type KeyEvent = CustomEvent<KeyEventDetail>;
/** Before the gateway is asked; cancelable. */
type BeforeKeyEvent = CustomEvent<BeforeDetail<KeyEventDetail>>;

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys': ApiKeys;
  }
  interface HTMLElementEventMap {
    'caas-key-created': KeyEvent;
    'caas-key-updated': KeyEvent;
    'caas-key-rotated': KeyEvent;
    'caas-key-promoted': KeyEvent;
    'caas-key-rolled-back': KeyEvent;
    'caas-key-revoked': KeyEvent;
    'caas-key-deleted': KeyEvent;
    'caas-before-key-create': CustomEvent<BeforeDetail<{ name: string }>>;
    'caas-before-key-rotate': BeforeKeyEvent;
    'caas-before-key-promote': BeforeKeyEvent;
    'caas-before-key-revoke': BeforeKeyEvent;
    'caas-before-key-delete': BeforeKeyEvent;
  }
}
