import {
  LitElement,
  adoptStyles,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import { controls } from './controls.styles.js';
import { fullError } from './full-error.js';
import { styles } from './grid.styles.js';
import { placed } from './grid-layout.js';
import {
  NO_SELECTION,
  type GridColumn,
  type GridColumnLayout,
  type GridLoader,
  type GridSelection,
} from './grid-parts.js';
import { GridRows } from './grid-rows.js';
import type { GridView } from './grid-view.js';
import { styles as stateStyles } from './states.styles.js';
import { cellClass, skeletonRows } from './table-parts.js';

export type * from './grid-parts.js';
export { NO_SELECTION, isSelected, selectedCount } from './grid-parts.js';

/** Below this width in px, rows become cards. */
const LIST_BELOW = 620;

/**
 * Shows long, wide lists: rows come from the server page by page as they are scrolled to, columns can be resized, moved, hidden and
 * pinned, and thousands of rows can be selected. It needs a height of its own, and a small table none of it: take `caas-table` for that.
 * The grid keeps neither order nor selection: it asks for them by events, and shows what its properties say.
 * Event handlers inside cells have to be arrow functions: `this` would be something else.
 *
 * @element caas-grid
 * @slot empty - Shown in place of the rows when there are none.
 * @slot footer - Below the rows: counts and hints.
 * @fires {GridSortChangedEvent} caas-grid-sort-changed - After a click on a sortable head.
 * @fires {GridSelectionChangedEvent} caas-grid-selection-changed - After rows were ticked: one, a range with Shift, or all of the list.
 * @fires {GridRowMenuEvent} caas-grid-row-menu - After a click on a row's menu button, or the menu key.
 * @fires {GridRowOpenedEvent} caas-grid-row-opened - After a click on a row, or Enter; only where `openable`.
 * @fires {GridLayoutChangedEvent} caas-grid-layout-changed - After the reader resized, moved, hid, showed or pinned a column.
 * @fires {GridLoadedEvent} caas-grid-loaded - After rows came.
 * @fires {GridLoadFailedEvent} caas-grid-load-failed - After rows could not be read.
 * @csspart base - The inner box.
 * @cssprop [--caas-grid-height=60vb] - Height of the rows and their head, where there are more rows than fit.
 * @cssprop [--caas-table-row-height=var(--caas-size-row)] - Height of one row.
 * @cssprop [--caas-table-header-background=var(--caas-color-surface-sunken)] - Background of the head.
 * @cssprop [--caas-table-cell-padding=var(--caas-space-cell)] - Space at both sides of a cell.
 * @example <caas-grid .columns=${columns} .loader=${loader} .rowId=${(row) => row.id} caption="Sessions"></caas-grid>
 */
export class Grid<Row = unknown> extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** The columns, in order. */
  @property({ attribute: false }) columns: readonly GridColumn<Row>[] = [];
  /** Reads the rows. Another loader is another list: what was read is dropped, and the first page read. */
  @property({ attribute: false }) loader: GridLoader<Row> | null = null;
  /** The id of a row: stable and unique. */
  @property({ attribute: false }) rowId: (row: Row) => string = String;
  /** Class names of a row's cells: `off` or the caller's own. */
  @property({ attribute: false }) rowClass: ((row: Row) => string) | null = null;
  /** What a row looks like where the grid is narrow; label and value of each column where absent. */
  @property({ attribute: false }) card: ((row: Row) => unknown) | null = null;
  /** Label of a row's menu button ("Actions for CI"); no such button where absent or where it answers null. */
  @property({ attribute: false }) rowMenuLabel: ((row: Row) => string | null) | null = null;
  /** Styles of what the cells hold. */
  @property({ attribute: false }) cellStyles: CSSResultGroup | null = null;
  /** What is selected. */
  @property({ attribute: false }) selection: GridSelection = NO_SELECTION;
  /** What the reader made of the columns, as `caas-grid-layout-changed` told it; null: nothing yet. */
  @property({ attribute: false }) layout: readonly GridColumnLayout[] | null = null;
  /** The order shown: a column's id, `-` before it for descending. */
  @property() sort = '';
  /** What the grid lists, for assistive technology. */
  @property() caption = '';
  /** How many rows are read at a time. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 100;
  /** Puts a checkbox before each row. */
  @property({ type: Boolean }) selectable = false;
  /** A click on a row, and Enter, open it. */
  @property({ type: Boolean, reflect: true }) openable = false;
  /** Columns can be moved, hidden and pinned. */
  @property({ type: Boolean }) configurable = false;
  /** Rows have two lines. */
  @property({ type: Boolean, reflect: true }) tall = false;

  @state() private narrow = false;
  /** Draws the rows: null until it is there, false where it could not be loaded. */
  @state() private view: GridView<Row> | false | null = null;

  /** @internal Texts of the grid's own controls are in the view's catalogue. */
  readonly localize = new Localize(this, baseMessages);
  #shown: GridRows<Row> | null = null;
  /** On its way; what is shown stays until its first pages are there. */
  #next: GridRows<Row> | null = null;
  #resize: ResizeObserver | null = null;
  #bringing: Promise<void> | null = null;
  /** Nothing is read any more, or yet. */
  #stopped = true;

  override connectedCallback(): void {
    super.connectedCallback();
    // In the next frame: another layout within the observer's own turn is an error of the page it stands on.
    this.#resize = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#resize.observe(this);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    this.#resize?.disconnect();
    this.#resize = null;
    this.#next?.stop();
    this.#next = null;
    this.#shown?.stop();
    this.#stopped = true;
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.#measure();
    this.#bringing ??= this.#bringView();
    const another = (['loader', 'sort', 'pageSize', 'rowId'] as const).some((name) => changed.has(name));
    if (!this.loader || !(another || this.#stopped)) return;
    this.#stopped = false;
    void this.#begin(0);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.view) this.view.updated();
    if (!(changed.has('cellStyles') || (changed as PropertyValues).has('view'))) return;
    if (!(this.renderRoot instanceof ShadowRoot)) return;
    const sheets = [Grid.styles, stateStyles, this.view ? this.view.styles : [], this.cellStyles ?? []];
    adoptStyles(this.renderRoot, Grid.finalizeStyles(sheets));
  }

  /** Reads the rows in sight anew and keeps the place. Resolves when they are there, or could not be had. */
  async refresh(): Promise<void> {
    if (this.isConnected && this.loader) await this.#begin(...(this.view ? this.view.pagesInSight() : [0]));
  }

  /** Puts the focus on the row it was on last, the first at first. */
  override focus(): void {
    if (this.view) this.view.focus();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    if (!this.#bringing || this.view !== null) return complete;
    await this.#bringing;
    return super.getUpdateComplete();
  }

  override render(): TemplateResult {
    const rows = this.#shown;
    const error = this.view === false ? lost() : (rows?.error ?? null);
    const empty = error === null && rows?.size === 0;
    return html`
      <div class="base" part="base" aria-busy=${this.#next ? 'true' : nothing}>
        ${error === null ? nothing : fullError(this.localize, toApiError(error), () => void this.#onRetry())}
        ${error === null && !empty && !(this.view && rows) ? this.#renderWaiting() : nothing}
        ${this.view ? this.view.render(rows, error !== null || empty, this.narrow) : nothing}
        <div class="empty" ?hidden=${!empty}><slot name="empty"></slot></div>
        <slot name="footer"></slot>
      </div>
    `;
  }

  #renderWaiting(): TemplateResult {
    const shown = placed(this.columns, this.layout).filter(({ hidden }) => !hidden);
    const classes = this.narrow ? [''] : shown.map(({ column }) => cellClass(column));
    return html`<div class="waiting">
      <table aria-busy="true" aria-label=${this.caption || nothing}>
        <thead ?hidden=${this.narrow}>
          <tr>
            ${shown.map(({ column }) => html`<th class=${cellClass(column)} scope="col">${column.labelHidden ? html`<span class="vh">${column.label}</span>` : column.label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${skeletonRows(8, classes)}
        </tbody>
      </table>
    </div>`;
  }

  async #bringView(): Promise<void> {
    const loaded = await import('./grid-view.js').catch(() => null);
    this.view = loaded ? new loaded.GridView(this, (type, detail) => this.#emit(type, detail)) : false;
  }

  /** Starts another reading. Reading the same list anew may fail without a trace but its event: the rows that are there stay. */
  async #begin(...pages: readonly number[]): Promise<void> {
    const { loader, sort, pageSize, rowId } = this;
    if (!loader) return;
    const rows = new GridRows<Row>({ loader, sort, pageSize, rowId }, (error) =>
      this.#emit('caas-grid-load-failed', { error }),
    );
    this.#next?.stop();
    this.#next = rows;
    this.requestUpdate();
    await rows.load(pages[0] ?? 0);
    if (rows.error === null) await Promise.all(pages.map((page) => rows.load(page)));
    if (this.#next !== rows) return;
    this.#next = null;
    this.requestUpdate();
    const old = this.#shown;
    const anew = old?.settings.sort !== sort || old.settings.loader !== loader;
    if (rows.error !== null && !anew) return;
    old?.stop();
    this.#shown = rows;
    if (rows.error !== null) return;
    if (this.view) this.view.show(rows, anew);
    this.#emit('caas-grid-loaded', { total: rows.total });
  }

  async #onRetry(): Promise<void> {
    if (this.view === false) {
      this.view = null;
      this.#bringing = this.#bringView();
      await this.#bringing;
    }
    if (this.#shown?.error) await this.#begin(0);
  }

  #measure(): void {
    const width = this.offsetWidth;
    if (width > 0) this.narrow = width < LIST_BELOW;
  }

  #emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

/** A part of the page that did not come over the line. */
function lost(): ApiError {
  return new ApiError('network', 'A part of the grid could not be loaded.');
}
