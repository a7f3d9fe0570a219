import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '@caas/base/errors.js';
import type { Localize } from '@caas/base/localize.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import '@caas/ui/caas-pagination.js';
import '@caas/ui/caas-table.js';
import { icon } from '@caas/ui/icon.js';
import { check, info, search, triangleAlert, users, x } from '@caas/ui/icons.js';
import type { PageChangedEvent } from '@caas/ui/pagination.js';
import { requestId } from '@caas/ui/states.js';
import type { RowMenuEvent, SortChangedEvent } from '@caas/ui/table.js';
import type { Outcome } from './session-acts.js';
import type { SessionCells } from './session-columns.js';
import {
  PAGE_SIZE,
  isFiltered,
  type SessionKind,
  type SessionRow,
  type SessionsPage,
  type SessionsView,
} from './sessions.data.js';
import { cellStyles } from './sessions.styles.js';
import type { en } from './locales/en.js';

const NO_ROWS: readonly SessionRow[] = [];
const idOf = ({ id }: SessionRow): string => id;

/** The message after an act that failed, or that has to be read. */
export interface Notice {
  tone: 'info' | 'danger';
  text: string;
  error?: ApiError;
}

/** What the parts around the table show, and whom they tell. */
export interface ListParts {
  texts: Localize<typeof en>;
  base: BaseLocalize;
  kind: SessionKind;
  view: SessionsView;
  page: SessionsPage | undefined;
  pagesBefore: number;
  /** Rows are on their way and none are there. */
  pending: boolean;
  waiting: boolean;
  /** Nobody is there at all. */
  nobody: boolean;
  offline: boolean;
  /** Whether sessions of other members may be seen, so that "only mine" narrows. */
  everyone: boolean;
  /** How many sessions would end by the button; null where there is no such button. */
  endable: number | null;
  /** Whether rows have menus. */
  menus: boolean;
  onSearch: (event: Event) => void;
  onToggle: () => void;
  onSort: (sort: string) => void;
  onRowMenu: (row: SessionRow, anchor: HTMLElement) => void;
  onEndAll: () => void;
  onClear: () => void;
  onPage: (to: 'previous' | 'next') => void;
}

/** The message after an act. */
export function noticeBox(
  notice: Notice | null,
  base: BaseLocalize,
  dismissLabel: string,
  onDismiss: () => void,
): TemplateResult {
  if (!notice) return html`<div part="notice" role="status"></div>`;
  return html`<div part="notice" role="status">
    <div class="note ${notice.tone}">
      ${icon(notice.tone === 'info' ? info : triangleAlert)}
      <div class="row">
        <span class="grow">${notice.text} ${notice.error ? requestId(base, notice.error) : nothing}</span>
        <button class="iconbtn" type="button" aria-label=${dismissLabel} @click=${onDismiss}>${icon(x, 14)}</button>
      </div>
    </div>
  </div>`;
}

/** Search, filter, table and pages of one kind of session. */
export function list(parts: ListParts, cells: SessionCells): TemplateResult {
  const { texts, kind, page, nobody, waiting } = parts;
  return html`<section
    class="panel list"
    part="panel"
    id="list"
    role="group"
    tabindex="-1"
    aria-label=${texts.text(`tab.${kind}`)}
    aria-busy=${waiting ? 'true' : 'false'}
  >
    ${toolbar(parts)}
    <caas-table
      part="table"
      tall
      caption=${texts.text(`tab.${kind}`)}
      sort=${kind === 'sdk' ? parts.view.sort : ''}
      ?hidden=${nobody}
      .columns=${cells.columns}
      .rows=${page?.items ?? NO_ROWS}
      .rowId=${idOf}
      .rowClass=${cells.rowClass}
      .card=${cells.card}
      .cellStyles=${cellStyles}
      .busy=${parts.pending}
      .rowMenuLabel=${parts.menus ? cells.menuLabel : null}
      @caas-sort-changed=${({ detail }: SortChangedEvent) => parts.onSort(detail.sort)}
      @caas-row-menu=${({ detail }: RowMenuEvent<SessionRow>) => parts.onRowMenu(detail.row, detail.anchor)}
    >
      <div class="nothing" slot="empty">
        ${texts.text('noMatch', parts.view.q)}
        <button class="btn default sm" type="button" @click=${parts.onClear}>${texts.text('clear')}</button>
      </div>
    </caas-table>
    ${
      nobody
        ? html`<div class="state">
            ${icon(users, 32)}<strong>${texts.text('nobodyTitle')}</strong>
            <p>${texts.text('nobodyText')}</p>
          </div>`
        : nothing
    }
    <caas-pagination
      part="footer"
      ?hidden=${nobody || !page || page.items.length === 0}
      .first=${parts.pagesBefore * PAGE_SIZE + 1}
      .count=${page?.items.length ?? 0}
      .total=${page?.total ?? null}
      ?has-previous=${parts.pagesBefore > 0}
      ?has-next=${Boolean(page?.next_cursor)}
      ?busy=${waiting}
      @caas-page-changed=${({ detail }: PageChangedEvent) => parts.onPage(detail.to)}
    ></caas-pagination>
  </section>`;
}

function toolbar(parts: ListParts): TemplateResult {
  const { texts, kind, view, everyone } = parts;
  const pressed = kind === 'console' ? view.mine : view.connected;
  return html`<div class="tools" part="toolbar" ?hidden=${parts.nobody}>
    <label class="field"
      >${icon(search, 14)}<span class="vh">${texts.text('search')}</span
      ><input
        type="search"
        maxlength="200"
        autocomplete="off"
        spellcheck="false"
        placeholder=${texts.text(`searchHint.${kind}`)}
        .value=${view.q}
        @input=${parts.onSearch}
    /></label>
    ${
      kind === 'sdk' || everyone
        ? html`<button class="chip" type="button" aria-pressed=${pressed ? 'true' : 'false'} @click=${parts.onToggle}>
            ${pressed ? icon(check, 14) : nothing}${texts.text(kind === 'console' ? 'mine' : 'connectedOnly')}
          </button>`
        : nothing
    }
    <span class="grow"></span>${endAllButton(parts)}
  </div>`;
}

function endAllButton(parts: ListParts): TemplateResult | typeof nothing {
  const { texts, endable, kind, view, offline } = parts;
  if (endable === null || endable < 1) return nothing;
  const narrowed = view.q !== '' || (kind === 'sdk' && isFiltered(kind, view));
  return html`<button
    class="btn default sm"
    type="button"
    aria-disabled=${offline || parts.waiting ? 'true' : nothing}
    title=${offline ? texts.text('writesOffline') : nothing}
    @click=${parts.onEndAll}
  >
    ${texts.text(narrowed ? 'endMatching' : kind === 'console' ? 'endOthers' : 'endAll', endable)}
  </button>`;
}

/** A set with these ids, or without them. */
export function marked(set: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  return new Set([...[...set].filter((id) => !ids.includes(id)), ...(on ? ids : [])]);
}

/** What is shown and what is said of an act. */
export function told(outcome: Outcome, texts: ListParts['texts']): { notice: Notice | null; said: string } {
  switch (outcome.kind) {
    case 'told':
      return { notice: null, said: outcome.text };
    case 'ended':
      return { notice: null, said: texts.text('ended', outcome.who) };
    case 'ended-many':
      return { notice: null, said: texts.text('endedMany', outcome.count) };
    case 'failed': {
      const goesOn = outcome.who === null ? texts.text('notEndedMany') : texts.text('notEnded', outcome.who);
      return { notice: { tone: 'danger', text: `${goesOn} ${outcome.reason}`, error: outcome.error }, said: '' };
    }
  }
}
