import { define } from '@caas/base/define.js';
import type { BeforeDetail } from '@caas/base/events.js';
import { IpWhitelist } from './ip-whitelist.js';
import type { EntriesEventDetail, ModeEventDetail } from './whitelist.data.js';

export { IpWhitelist };
export type { EntriesEventDetail, EntryDetail, ListView, ModeEventDetail, ViewChangedEvent } from './whitelist.data.js';

define('caas-ip-whitelist', IpWhitelist);

declare global {
  interface HTMLElementTagNameMap {
    'caas-ip-whitelist': IpWhitelist;
  }
  interface HTMLElementEventMap {
    'caas-ip-added': CustomEvent<EntriesEventDetail>;
    'caas-ip-updated': CustomEvent<EntriesEventDetail>;
    'caas-ip-removed': CustomEvent<EntriesEventDetail>;
    'caas-ip-mode-changed': CustomEvent<ModeEventDetail>;
    'caas-ip-change-confirmed': CustomEvent;
    'caas-before-ip-add': CustomEvent<BeforeDetail<{ values: string[] }>>;
    'caas-before-ip-remove': CustomEvent<BeforeDetail<{ values: string[] }>>;
    'caas-before-ip-mode-change': CustomEvent<BeforeDetail<ModeEventDetail>>;
  }
}
