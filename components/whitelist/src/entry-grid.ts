import { html, type TemplateResult } from 'lit';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { Connection } from '@caas/base/connection.js';
import '@caas/ui/caas-grid.js';
import type { Grid, GridColumn, GridLoader, GridRowMenuEvent, GridSortChangedEvent } from '@caas/ui/caas-grid.js';
import { cursorLoader } from '@caas/ui/grid-cursor.js';
import type { EntryCells } from './entry-cells.js';
import { cellStyles } from './entry-cells.styles.js';
import type { ListKind, ListPage } from './list-kind.js';
import type { ListParts } from './list.parts.js';
import { MOST, toView } from './whitelist.data.js';

const WIDTHS: Readonly<Record<string, number>> = { value: 320, label: 220, hits_24h: 110 };
const idOf = (entry: WhitelistEntry): string => entry.id;

/** What the grid shows, and for whom. */
export interface GridParts extends ListParts {
  cells: EntryCells;
  connection: Connection | null;
  /** Another object after each change of the list: rows in sight are read again. */
  written: ListPage | undefined;
}

/** The entries of a list that is longer than a page: read as they are scrolled to. */
export class EntryGrid {
  readonly #kind: ListKind;
  #loader: GridLoader<WhitelistEntry> | null = null;
  #of: readonly unknown[] = [];
  #columns: { from: unknown; made: GridColumn<WhitelistEntry>[] } = { from: null, made: [] };
  #written: unknown = null;
  #grid: Grid<WhitelistEntry> | null = null;

  constructor(kind: ListKind) {
    this.#kind = kind;
  }

  render(parts: GridParts): TemplateResult {
    const { cells, name, onClear, onRowMenu, onSort, rowMenus, texts, view } = parts;
    this.#follow(parts.written);
    return html`<caas-grid
      part="table"
      tall
      caption=${texts.text(`title.${name}`)}
      sort=${view.sort}
      page-size="100"
      .columns=${this.#columnsOf(cells)}
      .loader=${this.#loaderOf(parts)}
      .rowId=${idOf}
      .rowClass=${cells.rowClass}
      .card=${cells.card}
      .cellStyles=${cellStyles}
      .rowMenuLabel=${rowMenus === null ? null : rowMenus ? cells.menuLabel : () => null}
      @caas-grid-loaded=${(event: Event) => (this.#grid = event.target as Grid<WhitelistEntry>)}
      @caas-grid-sort-changed=${({ detail }: GridSortChangedEvent) => onSort(detail.sort)}
      @caas-grid-row-menu=${({ detail }: GridRowMenuEvent<WhitelistEntry>) => onRowMenu(detail.row, detail.anchor)}
    >
      <div class="nothing" slot="empty">
        ${texts.text('noMatch', view.q)}
        <button class="btn default sm" type="button" @click=${onClear}>${texts.text('clear')}</button>
      </div>
    </caas-grid>`;
  }

  /** Reads the rows in sight again when the list has changed. */
  #follow(written: ListPage | undefined): void {
    if (written === this.#written) return;
    const first = this.#written === null;
    this.#written = written;
    if (!first && this.#grid?.isConnected) void this.#grid.refresh();
  }

  #columnsOf({ columns }: EntryCells): GridColumn<WhitelistEntry>[] {
    if (this.#columns.from !== columns) {
      const made = columns.map(({ hideBelow: _, ...column }) => ({ ...column, width: WIDTHS[column.id] ?? 160 }));
      this.#columns = { from: columns, made };
    }
    return this.#columns.made;
  }

  /** The same loader as long as the list is the same: another one is another list. */
  #loaderOf({ connection, view: { q } }: GridParts): GridLoader<WhitelistEntry> | null {
    if (this.#of[0] === connection && this.#of[1] === q) return this.#loader;
    this.#of = [connection, q];
    this.#loader = connection
      ? cursorLoader<WhitelistEntry>(
          ({ sort, signal, ...request }) =>
            this.#kind.list(connection.client, { ...request, q: q || undefined, sort: toView({ sort }).sort }, signal),
          { most: MOST, ahead: 10 * MOST },
        )
      : null;
    return this.#loader;
  }
}
