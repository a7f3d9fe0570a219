import { originKind } from './origin-kind.js';
import { WhitelistList } from './whitelist-list.js';

/**
 * Lists the origins whose web pages may call for a tenant’s users, says what the list would do to any origin, and lets an admin change it without locking anybody out.
 *
 * @element caas-origin-whitelist
 * @slot empty - Shown instead of the built-in text when the list is empty.
 * @slot toolbar-start - Before the search.
 * @slot toolbar-end - After the search.
 * @slot footer - In the line below the rows.
 * @fires {CustomEvent} caas-ready - Once, when the first answer is shown.
 * @fires {CustomEvent<ErrorDetail>} caas-error - Once per failure of a read.
 * @fires {ViewChangedEvent} caas-view-changed - After the user searched or sorted.
 * @fires {CustomEvent<EntriesEventDetail>} caas-origin-added - After the gateway listed entries.
 * @fires {CustomEvent<EntriesEventDetail>} caas-origin-updated - After label or end of an entry was changed.
 * @fires {CustomEvent<EntriesEventDetail>} caas-origin-removed - After an entry was removed.
 * @fires {CustomEvent<ModeEventDetail>} caas-origin-mode-changed - After the list began to enforce or to observe.
 * @fires {CustomEvent} caas-origin-change-confirmed - After a change that would have undone itself was kept.
 * @fires {CustomEvent<BeforeDetail<{values: string[]}>>} caas-before-origin-add - Cancelable; `detail.waitUntil(promise)` decides later. So do all below.
 * @fires {CustomEvent<BeforeDetail<{values: string[]}>>} caas-before-origin-remove - Cancelable.
 * @fires {CustomEvent<BeforeDetail<ModeEventDetail>>} caas-before-origin-mode-change - Cancelable.
 * @csspart base - The whole element's box.
 * @csspart header - Title and main button.
 * @csspart notice - The message after an act.
 * @csspart revert - The countdown of a change that undoes itself.
 * @csspart mode - How the list is applied.
 * @csspart check - "Would this be allowed?"
 * @csspart panel - The box of toolbar, table and footer.
 * @csspart toolbar - Search and export.
 * @csspart table - The table, or the grid of a long list.
 * @csspart footer - The line below the rows.
 * @csspart refusals - Who was refused lately.
 * @cssprop [--caas-whitelist-gap=var(--caas-space-4)] - Space between the element's boxes.
 * @example <caas-origin-whitelist api-url="https://api.example.com" token-url="/caas-token"></caas-origin-whitelist>
 */
export class OriginWhitelist extends WhitelistList {
  constructor() {
    super(originKind);
  }
}
