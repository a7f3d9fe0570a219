import type { Column } from './table-parts.js';

/** One column of a grid: a table's column, and how wide it is and where it stands. */
export interface GridColumn<Row> extends Omit<Column<Row>, 'hideBelow'> {
  /** In pixels; 160 where absent. */
  width?: number;
  /** Its share of spare room; 1 where absent, 0 keeps the width. */
  grow?: number;
  /** Stays in sight while the others scroll. */
  pinned?: 'start' | 'end';
  /** Not shown until the reader asks for it. */
  hidden?: boolean;
  /** False: the reader can't change its width. */
  resizable?: boolean;
}

/** What a reader made of a column. The order of the list is the order of the columns. */
export interface GridColumnLayout {
  id: string;
  /** In pixels; the column's own where absent. */
  width?: number;
  hidden: boolean;
  pinned: 'start' | 'end' | null;
}

/** Which rows are asked for. */
export interface GridRequest {
  /** Number of the page, counted from 0. */
  page: number;
  pageSize: number;
  /** A column's id, `-` before it for descending; empty for the order of the server. */
  sort: string;
  /** Ends with the reading: the same object for all pages read in one order and for one filter. */
  signal: AbortSignal;
}

/** Rows of one page. */
export interface GridPage<Row> {
  items: readonly Row[];
  /** How many rows there are; null where nobody counted them. */
  total: number | null;
  /** How many rows can be scrolled to now, where that is not all of them. */
  reach?: number;
}

/** Reads a page; rejects with what went wrong, an `ApiError` at best. */
export type GridLoader<Row> = (request: GridRequest) => Promise<GridPage<Row>>;

/** What is selected: the rows with these ids, or, with `all`, every row of the list but these. */
export interface GridSelection {
  all: boolean;
  ids: ReadonlySet<string>;
}

/** `caas-grid-sort-changed`: the order asked for, `-created_at` for descending. */
export type GridSortChangedEvent = CustomEvent<{ sort: string }>;
/** `caas-grid-selection-changed`: what is selected now, and how many rows that is (null where nobody counted them). */
export type GridSelectionChangedEvent = CustomEvent<{ selection: GridSelection; count: number | null }>;
/** `caas-grid-row-menu`: whose menu is asked for, and the element to open it at. */
export type GridRowMenuEvent<Row> = CustomEvent<{ row: Row; anchor: HTMLElement }>;
/** `caas-grid-row-opened`: the row that was clicked, or on which Enter was pressed. */
export type GridRowOpenedEvent<Row> = CustomEvent<{ row: Row }>;
/** `caas-grid-layout-changed`: the columns as the reader wants them, to be kept and given back as `layout`. */
export type GridLayoutChangedEvent = CustomEvent<{ layout: readonly GridColumnLayout[] }>;
/** `caas-grid-loaded`: rows came; how many there are in all, null where nobody counted them. */
export type GridLoadedEvent = CustomEvent<{ total: number | null }>;
/** `caas-grid-load-failed`: what the loader rejected with. The grid shows it and offers to try again. */
export type GridLoadFailedEvent = CustomEvent<{ error: unknown }>;

/** Nothing is selected. */
export const NO_SELECTION: GridSelection = { all: false, ids: new Set() };

/** Whether a row is selected. */
export function isSelected({ all, ids }: GridSelection, id: string): boolean {
  return all !== ids.has(id);
}

/** The selection after these rows were ticked or unticked. */
export function withRows(selection: GridSelection, ids: Iterable<string>, selected: boolean): GridSelection {
  const changed = new Set(selection.ids);
  for (const id of ids) {
    if (selected !== selection.all) changed.add(id);
    else changed.delete(id);
  }
  return { all: selection.all, ids: changed };
}

/** How many rows are selected; null where that depends on a total nobody counted. */
export function selectedCount({ all, ids }: GridSelection, total: number | null): number | null {
  if (!all) return ids.size;
  return total === null ? null : Math.max(0, total - ids.size);
}
