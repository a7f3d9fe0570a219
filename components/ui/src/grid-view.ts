import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { GridCells } from './grid-cells.js';
import { defineEngine, type EngineGrid } from './grid-engine.js';
import { GridHands } from './grid-hands.js';
import { WIDTH, layoutOf, placed, type PlacedColumn } from './grid-layout.js';
import { isSelected, type GridColumnLayout } from './grid-parts.js';
import type * as panelModule from './grid-panel.js';
import type { GridItem, GridRows } from './grid-rows.js';
import { styles } from './grid-view.styles.js';
import type { Grid } from './grid.js';

/** Up to this many rows are shown in full, without scrolling. */
const FITS = 12;
/** How long pages in sight may wait to be asked for while the reader scrolls, in ms. */
const PAUSE = 60;

/** Draws the rows of a grid with Vaadin's. Loaded with the first grid. */
export class GridView<Row> {
  readonly styles = styles;
  readonly host: Grid<Row>;
  rows: GridRows<Row> | null = null;
  readonly #emit: (type: string, detail: unknown) => void;
  readonly #cells: GridCells<Row>;
  readonly #hands: GridHands<Row>;
  readonly #grid = createRef<EngineGrid<Row>>();
  /** Pages that the grid waits for. */
  readonly #waiting = new Map<number, (items: readonly GridItem<Row>[]) => void>();
  readonly #changes = {
    change: (layout: readonly GridColumnLayout[] | null): void => this.changeLayout(layout),
    close: (): void => {
      this.#panel = null;
      this.host.requestUpdate();
    },
  };
  #narrow = false;
  #timer = 0;
  /** The columns' dialog, while it is open. */
  #panel: typeof panelModule | null = null;

  constructor(host: Grid<Row>, emit: (type: string, detail: unknown) => void) {
    defineEngine();
    this.host = host;
    this.#emit = emit;
    this.#cells = new GridCells(this);
    this.#hands = new GridHands(this, emit);
  }

  /** Vaadin's grid, once it is drawn. */
  get grid(): EngineGrid<Row> | null {
    return this.#grid.value ?? null;
  }

  /** The columns as they are shown. */
  get columns(): PlacedColumn<Row>[] {
    return placed(this.host.columns, this.host.layout);
  }

  // What Vaadin's grid asks for.

  get selectable(): boolean {
    return this.host.selectable;
  }

  /** Whether the reader may change the columns: cards have none. */
  get configurable(): boolean {
    return this.host.configurable && !this.#narrow;
  }

  get rowCount(): number | null {
    return this.rows?.total ?? null;
  }

  isSelected(item: GridItem<Row> | undefined): boolean {
    return item?.kind === 'row' && isSelected(this.host.selection, item.id);
  }

  /** Shows another reading, whose first pages are there; from its start where it is `anew` another list. */
  show(rows: GridRows<Row>, anew: boolean): void {
    this.rows = rows;
    this.#waiting.clear();
    const { grid } = this;
    if (!grid) return;
    grid.size = rows.size ?? 0;
    grid.clearCache();
    if (anew) grid.scrollToStart();
  }

  /** Numbers of the pages in sight. */
  pagesInSight(): number[] {
    const [first, last] = this.grid?.inSight() ?? [0, 0];
    const size = this.rows?.settings.pageSize ?? 1;
    const from = Math.floor(first / size);
    return Array.from({ length: Math.floor(last / size) - from + 1 }, (_, index) => from + index);
  }

  focus(): void {
    this.grid?.focusRows();
  }

  render(rows: GridRows<Row> | null, hidden: boolean, narrow: boolean): TemplateResult | typeof nothing {
    if (!rows) return nothing;
    this.rows = rows;
    this.#narrow = narrow;
    const { host } = this;
    const shown = this.columns;
    return html`<caas-vaadin-grid
        ${ref(this.#grid)}
        dir=${getComputedStyle(host).direction === 'rtl' ? 'rtl' : 'ltr'}
        class=${narrow ? 'cards' : ''}
        .owner=${this}
        .accessibleName=${host.caption}
        .pageSize=${rows.settings.pageSize}
        .size=${rows.size ?? 0}
        .allRowsVisible=${(rows.size ?? 0) <= FITS}
        .dataProvider=${this.#provide}
        .columnReorderingAllowed=${this.configurable}
        ?hidden=${hidden}
        @column-reorder=${this.#hands.onReorder}
        @column-resize=${this.#hands.onResize}
        @click=${this.#hands.onClick}
        @change=${this.#hands.onChange}
        @keydown=${this.#hands.keydown}
        @keyup=${this.#hands.keyup}
      >
        ${host.selectable ? this.#renderEdge('tick', 'start') : nothing}
        ${
          narrow
            ? html`<caas-vaadin-grid-column
                .renderer=${this.#cells.card}
                .headerRenderer=${this.#cells.cardHead}
                .flexGrow=${1}
              ></caas-vaadin-grid-column>`
            : repeat(
                shown,
                ({ id }) => id,
                (each) => this.#renderColumn(each),
              )
        }
        ${host.rowMenuLabel || this.configurable ? this.#renderEdge('menu', 'end') : nothing} </caas-vaadin-grid
      >${this.#panel ? this.#panel.columnsPanel(this.#cells, shown, this.#changes) : nothing}`;
  }

  /** After the host has drawn: everything a cell depends on may have changed. */
  updated(): void {
    const { grid } = this;
    if (!grid) return;
    grid.requestContentUpdate();
    this.#watchScroll(grid);
  }

  /** Draws the cells in sight anew. */
  redraw(): void {
    this.grid?.requestContentUpdate();
  }

  /** Opens what changes the columns; where it can't be had, they stay as they are. */
  async openPanel(): Promise<void> {
    this.#panel = await import('./grid-panel.js').catch(() => null);
    this.host.requestUpdate();
  }

  /** Takes a layout, and tells of it; null is the caller's own. */
  changeLayout(layout: readonly GridColumnLayout[] | null): void {
    this.host.layout = layout;
    this.#emit('caas-grid-layout-changed', { layout: layoutOf(this.columns) });
  }

  /** Reads a page that could not be read once more. */
  retry(page: number): void {
    this.rows?.forget(page);
    this.grid?.clearCache();
  }

  #renderColumn({ id, column, width, hidden, pinned }: PlacedColumn<Row>): TemplateResult {
    return html`<caas-vaadin-grid-column
      data-id=${id}
      .renderer=${this.#cells.body(id)}
      .headerRenderer=${this.#cells.head(id)}
      .width=${`${width ?? column.width ?? WIDTH}px`}
      .flexGrow=${width === undefined ? (column.grow ?? 1) : 0}
      .textAlign=${column.align ?? 'start'}
      .hidden=${hidden}
      .frozen=${pinned === 'start'}
      .frozenToEnd=${pinned === 'end'}
      .resizable=${column.resizable ?? true}
      .rowHeader=${column === this.host.columns[0]}
    ></caas-vaadin-grid-column>`;
  }

  /** The checkboxes, or the menus. */
  #renderEdge(kind: 'tick' | 'menu', side: 'start' | 'end'): TemplateResult {
    return html`<caas-vaadin-grid-column
      data-id=${`:${kind}`}
      .renderer=${kind === 'tick' ? this.#cells.tick : this.#cells.menu}
      .headerRenderer=${kind === 'tick' ? this.#cells.tickHead : this.#cells.menuHead}
      .width=${kind === 'tick' ? '44px' : '56px'}
      .flexGrow=${0}
      .frozen=${side === 'start'}
      .frozenToEnd=${side === 'end'}
      .textAlign=${side}
    ></caas-vaadin-grid-column>`;
  }

  readonly #provide = ({ page }: { page: number }, callback: (items: readonly GridItem<Row>[]) => void): void => {
    const items = this.rows?.page(page);
    if (items) {
      callback(items);
      return;
    }
    this.#waiting.set(page, callback);
    this.#askSoon();
  };

  /** Pages that were only scrolled past are not asked for: they wait until they are in sight. */
  #askSoon(): void {
    if (this.#timer || this.#waiting.size === 0) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      for (const page of this.pagesInSight()) if (this.#waiting.has(page)) void this.#ask(page);
    }, PAUSE);
  }

  async #ask(page: number): Promise<void> {
    const { rows } = this;
    await rows?.load(page);
    const items = rows?.page(page);
    if (this.rows !== rows || !rows || !items) return;
    if (this.grid) this.grid.size = rows.size ?? 0;
    this.#waiting.get(page)?.(items);
    this.#waiting.delete(page);
    this.host.requestUpdate();
    this.#askSoon();
  }

  #watchScroll(grid: EngineGrid<Row>): void {
    grid.$.table.addEventListener('scroll', this.#onScroll, { passive: true });
  }

  readonly #onScroll = (): void => this.#askSoon();
}
