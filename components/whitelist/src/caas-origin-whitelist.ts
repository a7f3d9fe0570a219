import { define } from '@caas/base/define.js';
import type { BeforeDetail } from '@caas/base/events.js';
import { OriginWhitelist } from './origin-whitelist.js';
import type { EntriesEventDetail, ModeEventDetail } from './whitelist.data.js';

export { OriginWhitelist };
export type { EntriesEventDetail, EntryDetail, ListView, ModeEventDetail, ViewChangedEvent } from './whitelist.data.js';

define('caas-origin-whitelist', OriginWhitelist);

declare global {
  interface HTMLElementTagNameMap {
    'caas-origin-whitelist': OriginWhitelist;
  }
  interface HTMLElementEventMap {
    'caas-origin-added': CustomEvent<EntriesEventDetail>;
    'caas-origin-updated': CustomEvent<EntriesEventDetail>;
    'caas-origin-removed': CustomEvent<EntriesEventDetail>;
    'caas-origin-mode-changed': CustomEvent<ModeEventDetail>;
    'caas-origin-change-confirmed': CustomEvent;
    'caas-before-origin-add': CustomEvent<BeforeDetail<{ values: string[] }>>;
    'caas-before-origin-remove': CustomEvent<BeforeDetail<{ values: string[] }>>;
    'caas-before-origin-mode-change': CustomEvent<BeforeDetail<ModeEventDetail>>;
  }
}
