import { layoutOf, reordered } from './grid-layout.js';
import { isSelected, selectedCount, withRows, type GridSelection } from './grid-parts.js';
import type { GridItem } from './grid-rows.js';
import type { GridView } from './grid-view.js';
import { nextSort } from './table-parts.js';
import type { EventContext, VaadinGridColumn } from './vaadin/grid.js';

/** How many rows a range may span; what lies beyond is left out. */
const RANGE = 5000;
/** What takes clicks and keys for itself. */
const CONTROLS = 'a, button, input, select, textarea, label, [tabindex], [contenteditable]';

type Emit = (type: string, detail: unknown) => void;

/** What is done to a grid by pointer and keyboard, as events of its host. */
export class GridHands<Row> {
  /** Comes before Vaadin's own keys. */
  readonly keydown = { capture: true, handleEvent: (event: KeyboardEvent): void => this.#onKeydown(event) };
  readonly keyup = { capture: true, handleEvent: (event: KeyboardEvent): void => this.#onKeyup(event) };
  readonly #view: GridView<Row>;
  readonly #emit: Emit;
  /** Where a range starts. */
  #anchor = 0;
  /** A Space that was taken on its way down may not click on its way up. */
  #spaceTaken = false;

  constructor(view: GridView<Row>, emit: Emit) {
    this.#view = view;
    this.#emit = emit;
  }

  readonly onReorder = (event: CustomEvent<{ columns: readonly VaadinGridColumn[] }>): void => {
    const order = event.detail.columns.flatMap(({ dataset: { id } }) => id ?? []);
    this.#view.changeLayout(reordered(layoutOf(this.#view.columns), order));
  };

  /** Keeps the width of each column that Vaadin has taken the spare room from: the one that was resized, and those before it. */
  readonly onResize = (): void => {
    const kept = [...(this.#view.grid?.children ?? [])].filter(
      (each): each is VaadinGridColumn => 'flexGrow' in each && each.flexGrow === 0,
    );
    const widths = new Map(kept.map(({ dataset: { id = '' }, width }) => [id, parseFloat(width)]));
    this.#view.changeLayout(
      layoutOf(this.#view.columns).map((column) => {
        const width = widths.get(column.id);
        return width === undefined ? column : { ...column, width };
      }),
    );
  };

  readonly onClick = (event: MouseEvent): void => {
    const path = event.composedPath();
    const control = path.find(
      (target): target is HTMLElement => target instanceof HTMLElement && target.matches(CONTROLS),
    );
    const context = this.#view.grid?.getEventContext(event);
    const inside = control?.closest('caas-vaadin-grid-cell-content');
    if (inside && control) this.#onControl(control, context, event.shiftKey);
    else if (context) this.#open(context);
  };

  readonly onChange = (event: Event): void => {
    const { target } = event;
    if (target instanceof HTMLSelectElement && target.dataset.order !== undefined)
      this.#emit('caas-grid-sort-changed', { sort: target.value });
  };

  #onKeydown(event: KeyboardEvent): void {
    const { grid, host } = this.#view;
    this.#spaceTaken = false;
    if (!grid) return;
    const context = grid.getEventContext(event);
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) this.#menu(event, context);
    else if (grid.interacting) return;
    else if (event.key === 'Enter') this.#enter(event, context);
    else if (event.key === ' ' && host.selectable) this.#space(event, context);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && host.selectable) {
      this.#take(event);
      this.#select({ all: true, ids: new Set() });
    }
  }

  #onKeyup(event: KeyboardEvent): void {
    if (event.key === ' ' && this.#spaceTaken) this.#take(event);
    this.#spaceTaken = false;
  }

  #onControl(control: HTMLElement, context: EventContext<GridItem<Row>> | undefined, range: boolean): void {
    const { dataset } = control;
    const { host } = this.#view;
    const item = context?.item;
    if (dataset.sort !== undefined) {
      const column = host.columns.find(({ id }) => id === dataset.sort);
      if (column) this.#emit('caas-grid-sort-changed', { sort: nextSort(column, host.sort) });
    } else if (dataset.tickAll !== undefined) {
      this.#select({ all: (control as HTMLInputElement).checked, ids: new Set() });
    } else if (dataset.tick !== undefined && item?.kind === 'row') {
      void this.#tick(context?.index ?? 0, (control as HTMLInputElement).checked, range);
    } else if (dataset.menu !== undefined && item?.kind === 'row') {
      this.#emit('caas-grid-row-menu', { row: item.row, anchor: control });
    } else if (dataset.columns !== undefined) {
      void this.#view.openPanel();
    } else if (dataset.retry !== undefined) {
      this.#view.retry(Number(dataset.retry));
    }
  }

  #enter(event: KeyboardEvent, context: EventContext<GridItem<Row>>): void {
    const cell = this.#contentOf(event);
    if (context.section === 'header') {
      const button = cell?.querySelector<HTMLElement>('button, input');
      if (!button) return;
      this.#take(event);
      button.click();
    } else if (!cell?.querySelector(CONTROLS) && this.#open(context)) this.#take(event);
  }

  #space(event: KeyboardEvent, { section, item, index = 0, column }: EventContext<GridItem<Row>>): void {
    if (section !== 'body' || item?.kind !== 'row' || column?.dataset.id === ':menu') return;
    this.#take(event);
    this.#spaceTaken = true;
    void this.#tick(index, !isSelected(this.#view.host.selection, item.id), event.shiftKey);
  }

  #menu(event: KeyboardEvent, { section, item, index }: EventContext<GridItem<Row>>): void {
    const { grid, host } = this.#view;
    if (section !== 'body' || item?.kind !== 'row' || !host.rowMenuLabel?.(item.row)) return;
    this.#take(event);
    const button = grid?.querySelector<HTMLElement>(`[data-menu="${index}"]`);
    if (button) this.#emit('caas-grid-row-menu', { row: item.row, anchor: button });
  }

  #open({ section, item }: EventContext<GridItem<Row>>): boolean {
    if (!this.#view.host.openable || section !== 'body' || item?.kind !== 'row') return false;
    this.#emit('caas-grid-row-opened', { row: item.row });
    return true;
  }

  /** Ticks a row, or all from the last one ticked to it: what lies between is read first. */
  async #tick(index: number, selected: boolean, range: boolean): Promise<void> {
    const { rows, host } = this.#view;
    if (!rows) return;
    const anchor = range ? this.#anchor : index;
    this.#anchor = index;
    const from = Math.max(Math.min(anchor, index), index - RANGE);
    const to = Math.min(Math.max(anchor, index), index + RANGE);
    const { pageSize } = rows.settings;
    for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) await rows.load(page);
    if (this.#view.rows !== rows) return;
    const ids = Array.from({ length: to - from + 1 }, (_, line) => rows.item(from + line)).flatMap((item) =>
      item?.kind === 'row' ? [item.id] : [],
    );
    this.#select(withRows(host.selection, ids, selected));
  }

  #select(selection: GridSelection): void {
    this.#emit('caas-grid-selection-changed', { selection, count: selectedCount(selection, this.#view.rowCount) });
    // A refused tick goes back.
    this.#view.redraw();
  }

  #take(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
  }

  #contentOf(event: Event): HTMLElement | undefined {
    const cell = event
      .composedPath()
      .find((target): target is HTMLTableCellElement => target instanceof HTMLTableCellElement);
    return cell?.querySelector('slot')?.assignedElements()[0] as HTMLElement | undefined;
  }
}
