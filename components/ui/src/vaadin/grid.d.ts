import type { LitElement } from 'lit';

/** What a cell is drawn from. */
export interface CellModel<Item> {
  index: number;
  item: Item;
}

/** Draws a cell into its content element. */
export type CellRenderer<Item> = (root: HTMLElement, column: VaadinGridColumn, model: CellModel<Item>) => void;

/** The parts of a column that the kit uses. */
export interface VaadinGridColumn extends HTMLElement {
  width: string;
  flexGrow: number;
  hidden: boolean;
  frozen: boolean;
  frozenToEnd: boolean;
  resizable: boolean;
  rowHeader: boolean;
  textAlign: 'start' | 'center' | 'end';
  /** Whatever its rows are. */
  renderer: CellRenderer<never>;
  headerRenderer: (root: HTMLElement, column: VaadinGridColumn) => void;
  /** Where it stands among the columns, in steps of ten millions. */
  _order: number;
  readonly _headerCell?: HTMLElement;
}

/** Where an event took place. */
export interface EventContext<Item> {
  section?: 'header' | 'body' | 'footer';
  item?: Item;
  index?: number;
  column?: VaadinGridColumn;
}

/** The parts of the grid that the kit uses. Those with an underscore are private to Vaadin: they are checked with each new version. */
export declare class VaadinGrid<Item> extends LitElement {
  accessibleName: string;
  allRowsVisible: boolean;
  columnReorderingAllowed: boolean;
  pageSize: number;
  size: number;
  dataProvider: ((params: { page: number }, callback: (items: readonly Item[], size: number) => void) => void) | null;
  readonly interacting: boolean;
  readonly $: { readonly table: HTMLElement; readonly items: HTMLElement };
  clearCache(): void;
  requestContentUpdate(): void;
  getEventContext(event: Event): EventContext<Item>;
  /** Measures: indexes of the first and last row in sight. */
  protected readonly _firstVisibleIndex: number | undefined;
  protected readonly _lastVisibleIndex: number | undefined;
  protected _isSwapAllowed(one: HTMLElement | null, other: HTMLElement | null): boolean;
  protected _isSelected(item: Item | undefined): boolean;
  protected readonly _itemsFocusable: HTMLElement | undefined;
  protected __a11yUpdateGridSize(...values: unknown[]): void;
  protected __a11yUpdateRowSelected(row: HTMLElement, selected: boolean): void;
}

/** Makes the classes anew with each call; the tags are the caller's to define. */
export declare function gridClasses(): {
  Grid: typeof VaadinGrid;
  GridColumn: CustomElementConstructor;
};
