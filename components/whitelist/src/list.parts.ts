import { html, nothing, type TemplateResult } from 'lit';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { ApiError } from '@caas/base/errors.js';
import type { Localize } from '@caas/base/localize.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import '@caas/ui/caas-table.js';
import { icon } from '@caas/ui/icon.js';
import { download, eye, info, plus, search, shieldCheck, triangleAlert, x } from '@caas/ui/icons.js';
import { requestId } from '@caas/ui/states.js';
import type { RowMenuEvent, SortChangedEvent } from '@caas/ui/table.js';
import type { EntryCells } from './entry-cells.js';
import { cellStyles } from './entry-cells.styles.js';
import type { ListPage } from './list-kind.js';
import type { en } from './locales/en.js';
import type { ListView } from './whitelist.data.js';

const NO_ENTRIES: readonly WhitelistEntry[] = [];
const idOf = (entry: WhitelistEntry): string => entry.id;
const noMenu = (): null => null;

/** The message after an act: what happened, or why it did not. */
export interface Notice {
  tone: 'info' | 'warning' | 'danger';
  text: string;
  error?: ApiError | undefined;
  /** One thing to do about it: Undo. */
  action?: { label: string; run: () => void } | undefined;
  /** A chunk is gone, after a release for example: only a reload brings it. */
  reload?: boolean;
}

/** What the parts around the table show, and whom they tell. */
export interface ListParts {
  name: 'ip' | 'origin';
  texts: Localize<typeof en>;
  base: BaseLocalize;
  page: ListPage | undefined;
  view: ListView;
  /** There are no entries at all; null while nobody knows. */
  empty: boolean | null;
  mayWrite: boolean;
  /** Whether rows have a menu; null for none, not even its column. */
  rowMenus: boolean | null;
  /** Rows are on their way and none are there. */
  pending: boolean;
  offline: boolean;
  headingLevel: number;
  notice: Notice | null;
  onAdd: () => void;
  onMode: () => void;
  onExport: () => void;
  onDismiss: () => void;
  onSearch: (event: Event) => void;
  onSort: (sort: string) => void;
  onRowMenu: (entry: WhitelistEntry, anchor: HTMLElement) => void;
  onClear: () => void;
  onRetry: () => void;
}

/** Title, purpose and the main button. */
export function header(parts: ListParts): TemplateResult {
  const { headingLevel, mayWrite, name, texts } = parts;
  return html`<header class="head" part="header">
    <div class="grow">
      <div class="title" role="heading" aria-level=${headingLevel}>${texts.text(`title.${name}`)}</div>
      <p class="muted">${texts.text(`purpose.${name}`)}</p>
    </div>
    ${mayWrite ? writeButton(parts, 'primary', html`${icon(plus)}${texts.text(`add.${name}`)}`, parts.onAdd) : nothing}
  </header>`;
}

function writeButton(
  { offline, texts }: ListParts,
  look: string,
  label: TemplateResult | string,
  run: () => void,
): TemplateResult {
  return html`<button
    class="btn ${look}"
    type="button"
    aria-disabled=${offline ? 'true' : nothing}
    title=${offline ? texts.text('writesOffline') : nothing}
    @click=${() => offline || run()}
  >
    ${label}
  </button>`;
}

/** The message after an act. */
export function noticeBox({ base, notice, offline, onDismiss, texts }: ListParts): TemplateResult {
  return html`<div part="notice" role="status">
    ${
      notice
        ? html`<div class="note ${notice.tone}">
            ${icon(notice.tone === 'info' ? info : triangleAlert)}
            <div class="row">
              <span class="grow">${notice.text} ${notice.error ? requestId(base, notice.error) : nothing}</span>
              ${notice.action ? html`<button class="btn default sm" type="button" @click=${notice.action.run}>${notice.action.label}</button>` : nothing}
              ${notice.reload && !offline ? html`<button class="btn default sm" type="button" @click=${() => location.reload()}>${texts.text('reload')}</button>` : nothing}
              <button class="iconbtn" type="button" aria-label=${texts.text('dismiss')} @click=${onDismiss}>
                ${icon(x, 14)}
              </button>
            </div>
          </div>`
        : nothing
    }
  </div>`;
}

/** How the list is applied now: open to all, observed or enforced. */
export function applied(parts: ListParts): TemplateResult | typeof nothing {
  const { empty, mayWrite, name, page, texts } = parts;
  if (!page || empty === null) return nothing;
  const change = mayWrite ? writeButton(parts, 'default sm', texts.text('changeMode'), parts.onMode) : nothing;
  if (empty)
    return html`<div class="note applied" part="mode">
      ${icon(triangleAlert)}
      <div class="row">
        <span class="grow"><b>${texts.text(`open.${name}`)}</b> ${texts.text('openText')}</span>
        ${page.mode === 'observe' ? html`<span class="badge info">${texts.text('observing')}</span>` : nothing}${change}
      </div>
    </div>`;
  const observing = page.mode === 'observe';
  return html`<div class="note info applied ${observing ? '' : 'quiet'}" part="mode">
    ${icon(observing ? eye : shieldCheck)}
    <div class="row">
      <span class="grow"
        ><b>${texts.text(observing ? 'observing' : 'enforced')}</b>
        ${texts.text(`${observing ? 'observeText' : 'enforceText'}.${name}`)}
        ${name === 'ip' && page.bind_console ? texts.text('bindsConsole') : nothing}</span
      >${change}
    </div>
  </div>`;
}

/** Search and export. */
export function toolbar({ empty, name, onExport, onSearch, page, texts, view }: ListParts): TemplateResult {
  return html`<div class="tools" part="toolbar" ?hidden=${empty === true}>
    <slot name="toolbar-start"></slot>
    <label class="field"
      >${icon(search, 14)}<span class="vh">${texts.text(`search.${name}`)}</span
      ><input
        type="search"
        maxlength="300"
        autocomplete="off"
        spellcheck="false"
        placeholder=${texts.text('searchHint')}
        .value=${view.q}
        @input=${onSearch}
    /></label>
    <slot name="toolbar-end"></slot><span class="grow"></span>
    ${page ? html`<span class="subtle num small">${texts.text('count', page.total)}</span>` : nothing}
    <button class="btn ghost sm" type="button" @click=${onExport}>${icon(download, 14)}${texts.text('export')}</button>
  </div>`;
}

/** What stands in place of the table while there are no entries at all. */
export function firstUse(parts: ListParts): TemplateResult {
  const { empty, mayWrite, name, texts } = parts;
  return html`<div class="state" ?hidden=${empty !== true}>
    <slot name="empty"
      >${icon(shieldCheck, 32)}<strong>${texts.text(`emptyTitle.${name}`)}</strong>
      <p>${texts.text(`emptyText.${name}`)}</p>
      ${mayWrite ? writeButton(parts, 'primary', html`${icon(plus)}${texts.text(`add.${name}`)}`, parts.onAdd) : nothing}</slot
    >
  </div>`;
}

/** The entries, as many as fit a page. */
export function table(parts: ListParts, cells: EntryCells): TemplateResult {
  const { empty, name, onClear, onRowMenu, onSort, page, pending, rowMenus, texts, view } = parts;
  return html`<caas-table
    part="table"
    tall
    caption=${texts.text(`title.${name}`)}
    sort=${view.sort}
    ?hidden=${empty === true}
    .columns=${cells.columns}
    .rows=${page?.items ?? NO_ENTRIES}
    .rowId=${idOf}
    .rowClass=${cells.rowClass}
    .card=${cells.card}
    .cellStyles=${cellStyles}
    .busy=${pending}
    .rowMenuLabel=${rowMenus === null ? null : rowMenus ? cells.menuLabel : noMenu}
    @caas-sort-changed=${({ detail }: SortChangedEvent) => onSort(detail.sort)}
    @caas-row-menu=${({ detail }: RowMenuEvent<WhitelistEntry>) => onRowMenu(detail.row, detail.anchor)}
  >
    <div class="nothing" slot="empty">
      ${texts.text('noMatch', view.q)}
      <button class="btn default sm" type="button" @click=${onClear}>${texts.text('clear')}</button>
    </div>
  </caas-table>`;
}
