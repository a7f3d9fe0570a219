import { html, nothing, type TemplateResult } from 'lit';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { ApiError } from '@caas/base/errors.js';
import type { Localize } from '@caas/base/localize.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import '@caas/ui/caas-table.js';
import { icon } from '@caas/ui/icon.js';
import { info, listFilter, plus, search, triangleAlert, x } from '@caas/ui/icons.js';
import { followPage } from '@caas/ui/page-turn.js';
import { again, requestId } from '@caas/ui/states.js';
import type { RowMenuEvent, SortChangedEvent } from '@caas/ui/table.js';
import { PAGE_SIZE, type KeysPage, type KeysView } from './api-keys.data.js';
import { cellStyles } from './api-keys.styles.js';
import type { KeyCells } from './key-columns.js';
import type * as statesModule from './key-list.states.js';
import type { en } from './locales/en.js';

/** Share of the plan's keys from which on the list says so. */
const NEAR_QUOTA = 0.8;
const NO_KEYS: readonly ApiKey[] = [];
const idOf = (key: ApiKey): string => key.id;
const noMenu = (): null => null;

/** The message after an act: what happened, or why it did not. */
export interface Notice {
  tone: 'info' | 'warning' | 'danger';
  text: string;
  error?: ApiError | undefined;
  /** A chunk is gone, after a release for example: only a reload brings it. */
  reload?: boolean;
}

/** What the parts around the table show, and whom they tell. */
export interface ListParts {
  texts: Localize<typeof en>;
  base: BaseLocalize;
  page: KeysPage | undefined;
  view: KeysView;
  /** How many pages come before this one. */
  pagesBefore: number;
  /** There are no keys at all. */
  firstUse: boolean;
  mayCreate: boolean;
  /** Whether rows have a menu; null for none, not even its column. */
  rowMenus: boolean | null;
  /** Rows are on their way and none are there. */
  pending: boolean;
  /** The rows are those of another view. */
  stale: boolean;
  offline: boolean;
  headingLevel: number;
  notice: Notice | null;
  /** What stands in place of the rows: null until it is there, false where it could not be loaded. */
  states: typeof statesModule | false | null;
  onCreate: () => void;
  /** Null where the host page follows no links. */
  onDocs: (() => void) | null;
  onDismiss: () => void;
  onSearch: (event: Event) => void;
  onSort: (sort: string) => void;
  onRowMenu: (key: ApiKey, anchor: HTMLElement) => void;
  onClear: () => void;
  onChip: (filter: 'status' | 'scope', anchor: HTMLElement) => void;
  onPage: (to: 'previous' | 'next') => void;
  onRetry: () => void;
}

/** Title, purpose and the main button. */
export function header(parts: ListParts): TemplateResult {
  return html`<header class="head" part="header">
    <div class="grow">
      <div class="title" role="heading" aria-level=${parts.headingLevel}>${parts.texts.text('title')}</div>
      <p class="muted">${parts.texts.text('purpose')}</p>
    </div>
    ${parts.mayCreate && !(parts.firstUse && parts.states) ? createButton(parts) : nothing}
  </header>`;
}

/** The main button. */
export function createButton({ texts, offline, onCreate }: ListParts): TemplateResult {
  return html`<button
    class="btn primary"
    type="button"
    aria-disabled=${offline ? 'true' : nothing}
    title=${offline ? texts.text('writesOffline') : nothing}
    @click=${onCreate}
  >
    ${icon(plus)}${texts.text('create')}
  </button>`;
}

/** The message after an act, else a word about the plan's limit. */
export function noticeBox(parts: ListParts): TemplateResult {
  const { base, notice, onDismiss, texts } = parts;
  if (!notice) return html`<div part="notice" role="status">${quota(parts)}</div>`;
  return html`<div part="notice" role="status">
    <div class="note ${notice.tone}">
      ${icon(notice.tone === 'info' ? info : triangleAlert)}
      <div class="row">
        <span class="grow">${notice.text} ${notice.error ? requestId(base, notice.error) : nothing}</span>
        ${notice.reload && !parts.offline ? html`<button class="btn default sm" type="button" @click=${() => location.reload()}>${texts.text('reload')}</button>` : nothing}
        <button class="iconbtn" type="button" aria-label=${texts.text('dismiss')} @click=${onDismiss}>
          ${icon(x, 14)}
        </button>
      </div>
    </div>
  </div>`;
}

function quota({ page, mayCreate, texts }: ListParts): TemplateResult | typeof nothing {
  if (!page || !mayCreate || page.limit_allowed === 0 || page.used < page.limit_allowed * NEAR_QUOTA) return nothing;
  const full = page.used >= page.limit_allowed;
  return html`<div class="note ${full ? 'danger' : ''}">
    ${icon(triangleAlert)}<span>${texts.text(full ? 'quotaFull' : 'quotaNear', page.used, page.limit_allowed)}</span>
  </div>`;
}

/** Search and filters. */
export function toolbar({ firstUse, onChip, onSearch, page, texts, view }: ListParts): TemplateResult {
  return html`<div class="tools" part="toolbar" ?hidden=${firstUse}>
    <slot name="toolbar-start"></slot>
    <label class="field"
      >${icon(search, 14)}<span class="vh">${texts.text('search')}</span
      ><input
        type="search"
        maxlength="100"
        autocomplete="off"
        spellcheck="false"
        placeholder=${texts.text('searchHint')}
        .value=${view.q}
        @input=${onSearch}
    /></label>
    <button
      class="chip"
      type="button"
      aria-haspopup="menu"
      @click=${(event: Event) => onChip('status', event.currentTarget as HTMLElement)}
    >
      ${icon(listFilter, 14)}${texts.text('status')}
      <b>${view.status ? texts.text(`status.${view.status}`) : texts.text('all')}</b>
    </button>
    <button
      class="chip"
      type="button"
      aria-haspopup="menu"
      @click=${(event: Event) => onChip('scope', event.currentTarget as HTMLElement)}
    >
      ${texts.text('scope')} <b>${view.scope || texts.text('any')}</b>
    </button>
    <slot name="toolbar-end"></slot><span class="grow"></span>
    ${page ? html`<span class="subtle num small">${texts.text('used', page.used, page.limit_allowed)}</span>` : nothing}
  </div>`;
}

/** What stands in place of the table while there are no keys at all. The host's own text is there from the start, ours comes when needed. */
export function firstUse(parts: ListParts): TemplateResult {
  return html`<div class="state" ?hidden=${!parts.firstUse}>
    <slot name="empty">${parts.firstUse && parts.states ? parts.states.firstUse(parts) : nothing}</slot>
  </div>`;
}

/** Counts and pages. */
export function footer({ firstUse, onPage, page, pagesBefore, texts }: ListParts): TemplateResult {
  const from = pagesBefore * PAGE_SIZE + 1;
  const next = Boolean(page?.next_cursor);
  return html`<div class="foot" part="footer" ?hidden=${firstUse}>
    <span class="row">${icon(info, 14)}${texts.text('copyHint')}</span><slot name="footer"></slot
    ><span class="grow"></span>
    ${
      page && page.items.length > 0
        ? html`<span class="num">${texts.text('range', from, from + page.items.length - 1, page.total)}</span>`
        : nothing
    }
    ${pagesBefore > 0 || next ? html`${pageButton('previous', pagesBefore > 0)}${pageButton('next', next)}` : nothing}
  </div>`;

  function pageButton(to: 'previous' | 'next', possible: boolean): TemplateResult {
    return html`<button
      class="btn default sm"
      type="button"
      aria-disabled=${possible ? nothing : 'true'}
      @click=${({ currentTarget }: Event) => possible && (followPage(currentTarget as Element), onPage(to))}
    >
      ${texts.text(to)}
    </button>`;
  }
}

/** The keys. */
export function table(parts: ListParts, cells: KeyCells): TemplateResult {
  const { onRowMenu, onSort, page, rowMenus, texts } = parts;
  // The menus' column stands from the start, the buttons once the caller's rights are known: nothing moves.
  return html`<caas-table
    part="table"
    class=${parts.stale ? 'subtle' : ''}
    caption=${texts.text('title')}
    sort=${parts.view.sort}
    ?hidden=${parts.firstUse}
    .columns=${cells.columns}
    .rows=${page?.items ?? NO_KEYS}
    .rowId=${idOf}
    .rowClass=${cells.rowClass}
    .card=${cells.card}
    .cellStyles=${cellStyles}
    .busy=${parts.pending}
    .rowMenuLabel=${rowMenus === null ? null : rowMenus ? cells.menuLabel : noMenu}
    @caas-sort-changed=${({ detail }: SortChangedEvent) => onSort(detail.sort)}
    @caas-row-menu=${({ detail }: RowMenuEvent<ApiKey>) => onRowMenu(detail.row, detail.anchor)}
  >
    ${noResults(parts)}
  </caas-table>`;
}

function noResults({ onClear, texts, view }: ListParts): TemplateResult {
  return html`<div class="nothing" slot="empty">
    ${texts.text('noMatch', view.q)}
    <button class="btn default sm" type="button" @click=${onClear}>${texts.text('clear')}</button>
  </div>`;
}

/** Nothing can be shown; in the gateway's own words until ours are there. */
export function failure(parts: ListParts, error: ApiError): TemplateResult {
  return html`<section class="panel" id="failure" tabindex="-1">
    ${parts.states ? parts.states.failure(parts, error) : failed(parts, error.message)}
  </section>`;
}

/** The rotations could not be read; the list itself is good. */
export function rotationsFailed(parts: ListParts): TemplateResult {
  return failed(parts, parts.texts.text('rotationsFailed'));
}

function failed({ base, onRetry }: ListParts, text: string): TemplateResult {
  return html`<p class="strip" role="alert">${again(base, text, onRetry)}</p>`;
}
