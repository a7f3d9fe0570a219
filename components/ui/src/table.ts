import {
  LitElement,
  adoptStyles,
  html,
  noChange,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { painted } from '@caas/base/painted.js';
import { rowControls } from './row-controls.styles.js';
import { icon } from './icon.js';
import { ellipsis } from './icons.js';
import { KeyedRows } from './keyed-rows.js';
import { messages } from './messages.table.js';
import type * as moreModule from './table-more.js';
import { cellClass, headCell, keepWidths, nextSort, skeletonRows, type Column } from './table-parts.js';
import { styles } from './table.styles.js';

export type { Column, RowMenuEvent, SelectionChangedEvent, SortChangedEvent } from './table-parts.js';

/** Below this width in px, rows become list items. */
const LIST_BELOW = 620;
/** Rows drawn at first: one for each of these px of the window's height. Rows of two lines have 52, and something stands above the table. */
const PX_A_FIRST_ROW = 70;

/**
 * Shows rows in a semantic table with a sticky head; where it is narrow, as a list of cards. It keeps neither order nor selection: it asks
 * for them by events, and shows what its properties say.
 * Event handlers inside cells have to be arrow functions: `this` would be the table.
 *
 * @element caas-table
 * @slot empty - Shown below the head when there are no rows and none are on their way.
 * @slot footer - Below the rows: counts and pagination.
 * @fires {SortChangedEvent} caas-sort-changed - After a click on a sortable head.
 * @fires {SelectionChangedEvent} caas-selection-changed - After a tick.
 * @fires {RowMenuEvent} caas-row-menu - After a click on a row's menu button.
 * @csspart base - The inner box.
 * @csspart head - The head row.
 * @csspart row - A row, or a card of the list.
 * @csspart cell - A cell.
 * @cssprop [--caas-table-row-height=var(--caas-size-row)] - Height of one row.
 * @cssprop [--caas-table-header-background=var(--caas-color-surface-sunken)] - Background of the head.
 * @cssprop [--caas-table-cell-padding=var(--caas-space-cell)] - Space at both sides of a cell.
 * @cssprop [--caas-table-head-offset=0] - How far below the top of the scrolled page the head sticks.
 * @example <caas-table .columns=${columns} .rows=${rows} .rowId=${(row) => row.id} caption="API keys"></caas-table>
 */
export class Table<Row = unknown> extends LitElement {
  static override styles: CSSResultGroup = [rowControls, styles];

  /** The columns, in order. A row's cells are drawn again when the row or the columns are other objects than before. */
  @property({ attribute: false }) columns: readonly Column<Row>[] = [];
  /** The rows, in order. */
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** The id of a row: stable and unique. */
  @property({ attribute: false }) rowId: (row: Row) => string = String;
  /** Class names of a row: `pair`, `sub`, `off` or the caller's own. */
  @property({ attribute: false }) rowClass: ((row: Row) => string) | null = null;
  /** What a row looks like where the table is narrow; label and value of each column where absent. */
  @property({ attribute: false }) card: ((row: Row) => unknown) | null = null;
  /** Label of a row's menu button ("Actions for CI"); no such button where absent or where it answers null. */
  @property({ attribute: false }) rowMenuLabel: ((row: Row) => string | null) | null = null;
  /** Styles of what the cells hold. */
  @property({ attribute: false }) cellStyles: CSSResultGroup | null = null;
  /** Ids of the selected rows. */
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  /** The order shown: a column's id, `-` before it for descending. */
  @property() sort = '';
  /** What the table lists, for assistive technology. */
  @property() caption = '';
  /** Puts a checkbox before each row. */
  @property({ type: Boolean }) selectable = false;
  /** Rows are on their way: skeletons where there are none yet. */
  @property({ type: Boolean }) busy = false;
  /** Rows have two lines, and so have the skeletons. */
  @property({ type: Boolean, reflect: true }) tall = false;
  /** How many skeleton rows stand in for rows on their way. */
  @property({ type: Number, attribute: 'skeleton-rows' }) skeletonRows = 5;

  @state() private narrow = false;
  @state() private overflowing = false;
  /** How many rows are drawn: those that the screen can hold come first, the others once these are painted. */
  @state() private drawn = Number.POSITIVE_INFINITY;
  /** What draws a narrow table, and selects: null until it is there, false where it could not be loaded. */
  @state() private more: typeof moreModule | false | null = null;

  readonly #localize = new Localize(this, messages);
  readonly #rows = new KeyedRows<Row>();
  #resize: ResizeObserver | null = null;
  #width = 0;
  #bringing: Promise<void> | null = null;
  #completing: Promise<void> | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(() => this.#measure());
    this.#watch();
  }

  override disconnectedCallback(): void {
    this.#resize?.disconnect();
    this.#resize = null;
    super.disconnectedCallback();
  }

  /** Until the width is known, the window's: asking for it here would make the browser lay out the page once more. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#width === 0) this.narrow = innerWidth < LIST_BELOW;
    if (changed.has('rows') && !changed.get('rows')?.length && this.rows.length > 0) this.#drawInTwo();
    if (this.narrow || this.selectable) this.#bringing ??= this.#bringMore();
  }

  /** Rows below the screen would keep those on it waiting. */
  #drawInTwo(): void {
    const onScreen = Math.max(1, Math.ceil(innerHeight / PX_A_FIRST_ROW));
    if (onScreen >= this.rows.length) return;
    this.drawn = onScreen;
    this.#completing ??= this.#drawRest();
  }

  async #drawRest(): Promise<void> {
    await painted();
    await painted(); // a frame is on the screen once the next one begins
    keepWidths(this.renderRoot, true);
    this.drawn = Number.POSITIVE_INFINITY;
    this.#completing = null;
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const body = this.renderRoot.querySelector('tbody, ul');
    if (!body) return;
    const inTable = body.localName === 'tbody';
    const again = inTable && !changed.has('columns');
    this.#rows.draw(body, inTable ? 'tr' : 'li', this.#drawnRows, this.rowId, this, (element, row, id, kept) =>
      this.#renderRow(element, row, id, again && kept),
    );
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => this.#onClick(event));
    this.renderRoot.addEventListener('change', (event) => this.#onChange(event));
    this.#watch();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('rows') || changed.has('columns') || (changed as PropertyValues).has('drawn'))
      requestAnimationFrame(() => this.#measure());
    if (
      !(changed.has('cellStyles') || (changed as PropertyValues).has('more')) ||
      !(this.renderRoot instanceof ShadowRoot)
    )
      return;
    const sheets = [Table.styles, this.more ? this.more.styles : [], this.cellStyles ?? []];
    adoptStyles(this.renderRoot, Table.finalizeStyles(sheets));
  }

  /** Where it can't be had, the table stays a table, and scrolls. */
  async #bringMore(): Promise<void> {
    this.more = await import('./table-more.js').catch(() => false as const);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    const waits = this.#completing ?? (this.more === null ? this.#bringing : null);
    if (!waits) return complete;
    await waits;
    return this.getUpdateComplete();
  }

  /** Watches a strip without height: a table watched itself would report every change of its own rows. */
  #watch(): void {
    const gauge = this.renderRoot.querySelector('.gauge');
    if (gauge) this.#resize?.observe(gauge);
  }

  override render(): TemplateResult {
    const empty = this.rows.length === 0;
    return html`
      <div class="base" part="base">
        <div class="gauge"></div>
        ${this.narrow && this.more !== false ? this.more?.list(this, this.#waiting, this.#localize) : this.#renderTable()}
        <div class="empty" ?hidden=${!empty || this.busy}><slot name="empty"></slot></div>
        <slot name="footer"></slot>
      </div>
    `;
  }

  #renderTable(): TemplateResult {
    const scrolls = this.overflowing;
    return html`
      <div
        class=${scrolls ? 'scroll overflowing' : 'scroll'}
        role=${scrolls ? 'region' : nothing}
        tabindex=${scrolls ? 0 : nothing}
        aria-label=${scrolls ? this.caption : nothing}
      >
        <table aria-busy=${this.busy ? 'true' : nothing}>
          <caption class="vh">
            ${this.caption}
          </caption>
          <thead>
            <tr part="head">
              ${this.selectable ? html`<th class="tick" scope="col">${this.more ? this.more.tickAll(this, this.#localize) : nothing}</th>` : nothing}
              ${this.columns.map((column) => headCell(column, this.sort))}
              ${this.rowMenuLabel ? html`<th class="end menu" scope="col"><span class="vh">${this.#localize.text('actions')}</span></th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${this.#waiting ? this.#renderSkeletons() : nothing}
          </tbody>
        </table>
      </div>
    `;
  }

  #renderRow(element: HTMLElement, row: Row, id: string, same: boolean): TemplateResult {
    element.className = this.rowClass?.(row) ?? '';
    const menu = this.rowMenuLabel ? this.#renderMenu(row) : nothing;
    if (element.localName === 'li') return this.more ? this.more.card(this, row, this.#localize, menu) : html``;
    element.ariaSelected = this.selectable && this.selected.has(id) ? 'true' : null;
    return html`${this.selectable ? html`<td class="tick">${this.more ? this.more.tick(this, row, this.#localize) : nothing}</td>` : nothing}
    ${same ? noChange : this.columns.map((column, index) => html`<td part="cell" id=${index === 0 ? `name-${id}` : nothing} class=${cellClass(column)}>${column.render(row)}</td>`)}
    ${this.rowMenuLabel ? html`<td class="end menu">${menu}</td>` : nothing}`;
  }

  #renderMenu(row: Row): TemplateResult | typeof nothing {
    const label = this.rowMenuLabel?.(row) ?? null;
    if (label === null) return nothing;
    return html`<button class="iconbtn" type="button" data-menu aria-haspopup="menu" aria-label=${label}>
      ${icon(ellipsis)}
    </button>`;
  }

  #renderSkeletons(): TemplateResult[] {
    const classes = this.columns.map((column) => cellClass(column));
    return skeletonRows(this.skeletonRows, [
      ...(this.selectable ? ['tick'] : []),
      ...classes,
      ...(this.rowMenuLabel ? ['end menu'] : []),
    ]);
  }

  get #drawnRows(): readonly Row[] {
    return this.rows.slice(0, this.drawn);
  }

  get #waiting(): boolean {
    return this.busy && this.rows.length === 0;
  }

  #measure(): void {
    const width = this.offsetWidth;
    if (width === 0) return; // not shown: keep what it was
    if (width !== this.#width) keepWidths(this.renderRoot, false);
    this.#width = width;
    this.narrow = width < LIST_BELOW;
    const scroll = this.renderRoot.querySelector('.scroll');
    this.overflowing = scroll !== null && scroll.scrollWidth > scroll.clientWidth;
  }

  #onClick(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('button[data-sort], button[data-menu]');
    if (!button) return;
    const column = this.columns.find(({ id }) => id === button.dataset.sort);
    const row = this.#rowOf(button);
    if (column) this.#emit('caas-sort-changed', { sort: nextSort(column, this.sort) });
    else if (row !== undefined) this.#emit('caas-row-menu', { row, anchor: button });
  }

  #onChange({ target }: Event): void {
    const wish = this.more && this.more.wish(this, target as Element, this.#rowOf(target as Element));
    if (wish) this.#emit(...wish);
  }

  #rowOf(control: Element): Row | undefined {
    const id = control.closest<HTMLElement>('[data-id]')?.dataset.id;
    return this.rows.find((row) => this.rowId(row) === id);
  }

  #emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
