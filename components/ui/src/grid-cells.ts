import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { Catalogue } from '@caas/base/localize.js';
import { isSelected } from './grid-parts.js';
import type { GridItem } from './grid-rows.js';
import type { GridView } from './grid-view.js';
import { icon } from './icon.js';
import { arrowDown, arrowUp, chevronsUpDown, columns3, ellipsis } from './icons.js';
import { en } from './locales/en.grid.js';
import { directionOf } from './table-parts.js';
import type { CellRenderer, VaadinGridColumn } from './vaadin/grid.js';

const messages = new Catalogue(en, { de: () => import('./locales/de.grid.js') });

type Body<Row> = CellRenderer<GridItem<Row>>;
type Head = VaadinGridColumn['headerRenderer'];

/** What stands in the cells of a grid. Vaadin knows a cell's renderer by its identity, so each is made once. */
export class GridCells<Row> {
  readonly #view: GridView<Row>;
  readonly #bodies = new Map<string, Body<Row>>();
  readonly #heads = new Map<string, Head>();

  constructor(view: GridView<Row>) {
    this.#view = view;
  }

  /** One text of the grid. */
  text(name: keyof typeof en, ...values: unknown[]): string {
    return this.#view.host.localize.findIn(messages, name, ...values) ?? '';
  }

  /** The cells of a column. */
  body(id: string): Body<Row> {
    const known = this.#bodies.get(id);
    if (known) return known;
    const renderer: Body<Row> = (root, column, { item, index }) => {
      const given = this.#column(id);
      const isName = column.rowHeader;
      if (isName) root.id = `name-${index}`;
      this.#draw(root, item, (row) => given?.render(row), isName);
    };
    this.#bodies.set(id, renderer);
    return renderer;
  }

  /** The head of a column: with a button where it can be sorted by. */
  head(id: string): Head {
    const known = this.#heads.get(id);
    if (known) return known;
    const renderer: Head = (root, { _headerCell: cell }) => {
      const column = this.#column(id);
      if (!column) return;
      const direction = directionOf(column, this.#view.host.sort);
      const sorted = direction === '' ? (column.sort ? 'none' : '') : direction;
      if (sorted) cell?.setAttribute('aria-sort', sorted);
      else cell?.removeAttribute('aria-sort');
      const text = column.labelHidden ? html`<span class="vh">${column.label}</span>` : column.label;
      const arrow = direction === '' ? chevronsUpDown : direction === 'ascending' ? arrowUp : arrowDown;
      render(
        column.sort
          ? html`<button class=${`sort ${direction}`} type="button" tabindex="-1" data-sort=${id}>
              ${text}${icon(arrow, 12)}
            </button>`
          : html`${text}`,
        root,
      );
    };
    this.#heads.set(id, renderer);
    return renderer;
  }

  /** A row where the grid is narrow. */
  readonly card: Body<Row> = (root, _, { item, index }) => {
    root.id = `name-${index}`;
    const { host, columns } = this.#view;
    this.#draw(
      root,
      item,
      (row) =>
        html`<div class="card">
          ${host.card ? host.card(row) : columns.filter(({ hidden }) => !hidden).map(({ column }) => html`<div class="pairs"><span class="subtle">${column.label}</span><span>${column.render(row)}</span></div>`)}
        </div>`,
      true,
    );
  };

  /** The order as a menu, where there are no heads to click. */
  readonly cardHead: Head = (root) => {
    const { columns, host } = this.#view;
    const sortable = columns.flatMap(({ column }) => (column.sort ? [column] : []));
    const option = (value: string, label: string): TemplateResult =>
      html`<option value=${value} ?selected=${host.sort === value}>${label}</option>`;
    render(
      sortable.length === 0
        ? html`<span class="vh">${host.caption}</span>`
        : html`<label class="order"
            ><span>${this.text('sortBy')}</span
            ><select data-order tabindex="-1">
              ${sortable.some((column) => directionOf(column, host.sort) !== '') ? nothing : option('', '')}
              ${sortable.flatMap(({ id, label }) => [
                option(id, this.text('ascending', label)),
                option(`-${id}`, this.text('descending', label)),
              ])}
            </select></label
          >`,
      root,
    );
  };

  /** A row's checkbox. Its name is its own label and what stands in the row's first cell. */
  readonly tick: Body<Row> = (root, _, { item, index }) => {
    root.className = 'edge';
    const { selection } = this.#view.host;
    render(
      item.kind === 'row'
        ? html`<input
            type="checkbox"
            tabindex="-1"
            data-tick
            id=${`tick-${index}`}
            aria-label=${this.text('selectRow')}
            aria-labelledby=${`tick-${index} name-${index}`}
            .checked=${live(isSelected(selection, item.id))}
          />`
        : nothing,
      root,
    );
  };

  /** The checkbox for all rows of the list, also those that were not read. */
  readonly tickHead: Head = (root) => {
    root.className = 'edge';
    const { all, ids } = this.#view.host.selection;
    render(
      html`<input
        type="checkbox"
        tabindex="-1"
        data-tick-all
        aria-label=${this.text('selectAll')}
        .checked=${live(all && ids.size === 0)}
        .indeterminate=${ids.size > 0}
      />`,
      root,
    );
  };

  /** A row's menu button. */
  readonly menu: Body<Row> = (root, _, { item, index }) => {
    root.className = 'edge';
    const label = item.kind === 'row' ? this.#view.host.rowMenuLabel?.(item.row) : null;
    render(
      label
        ? html`<button
            class="iconbtn"
            type="button"
            tabindex="-1"
            data-menu=${index}
            aria-haspopup="menu"
            aria-label=${label}
          >
            ${icon(ellipsis)}
          </button>`
        : nothing,
      root,
    );
  };

  /** Above the menus: what can be done to the columns. */
  readonly menuHead: Head = (root) => {
    root.className = 'edge';
    render(
      this.#view.configurable
        ? html`<button
            class="iconbtn"
            type="button"
            tabindex="-1"
            data-columns
            aria-haspopup="dialog"
            aria-label=${this.text('columns')}
          >
            ${icon(columns3)}
          </button>`
        : html`<span class="vh">${this.text('actions')}</span>`,
      root,
    );
  };

  #draw(root: HTMLElement, item: GridItem<Row>, content: (row: Row) => unknown, isName: boolean): void {
    root.className = item.kind === 'row' ? (this.#view.host.rowClass?.(item.row) ?? '') : '';
    if (item.kind === 'row') render(html`${content(item.row)}`, root);
    else render(isName && item.kind === 'failed' ? this.#failed(item.page, item.first) : nothing, root);
  }

  #failed(page: number, first: boolean): TemplateResult {
    return html`<span class="failed"
      >${this.text('rowFailed')}
      ${first ? html`<button class="btn default sm" type="button" tabindex="-1" data-retry=${page}>${this.text('retry')}</button>` : nothing}</span
    >`;
  }

  #column(id: string) {
    return this.#view.host.columns.find((column) => column.id === id);
  }
}
