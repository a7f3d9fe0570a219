import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { arrowDown, arrowUp, chevronsUpDown } from './icons.js';

/** One column of a table. */
export interface Column<Row> {
  /** Names the column; where `sort` is set, also the name in the table's `sort`. */
  id: string;
  label: string;
  /** What the cell of a row holds; classes of the table's `cellStyles` and of the kit's `controls` apply. */
  render: (row: Row) => unknown;
  /** Numbers and dates stand at the end. */
  align?: 'start' | 'end';
  sort?: true;
  /** Not shown where the table is narrower than this, in px. */
  hideBelow?: 860 | 1000;
  /** The label is there for assistive technology only. */
  labelHidden?: boolean;
}

/** `caas-sort-changed`: the order asked for, `-created_at` for descending. */
export type SortChangedEvent = CustomEvent<{ sort: string }>;
/** `caas-selection-changed`: ids of all selected rows. */
export type SelectionChangedEvent = CustomEvent<{ ids: string[] }>;
/** `caas-row-menu`: whose menu is asked for, and the button to open it at. */
export type RowMenuEvent<Row> = CustomEvent<{ row: Row; anchor: HTMLElement }>;

type SortDirection = 'ascending' | 'descending' | '';

/** How a table in the order `sort` is sorted by this column. */
export function directionOf(column: { id: string }, sort: string): SortDirection {
  if (sort === column.id) return 'ascending';
  return sort === `-${column.id}` ? 'descending' : '';
}

/** Numbers and dates start with the largest and newest, texts with A; a second click turns the order round. */
export function nextSort(column: { id: string; align?: 'start' | 'end' }, sort: string): string {
  const direction = directionOf(column, sort);
  const descending = direction === '' ? column.align === 'end' : direction === 'ascending';
  return descending ? `-${column.id}` : column.id;
}

/** Class names of a column's cells. */
export function cellClass(column: { align?: 'start' | 'end'; hideBelow?: number }): string {
  return (column.align === 'end' ? 'end num' : '') + (column.hideBelow ? ` below-${column.hideBelow}` : '');
}

/** A column's head: with a button where it can be sorted by. */
export function headCell(
  column: {
    id: string;
    label: string;
    align?: 'start' | 'end';
    hideBelow?: number;
    sort?: true;
    labelHidden?: boolean;
  },
  sort: string,
): TemplateResult {
  const direction = directionOf(column, sort);
  const sorted = direction === '' ? (column.sort ? 'none' : nothing) : direction;
  const text = column.labelHidden ? html`<span class="vh">${column.label}</span>` : column.label;
  const arrow = direction === '' ? chevronsUpDown : direction === 'ascending' ? arrowUp : arrowDown;
  return html`<th class=${cellClass(column)} scope="col" aria-sort=${sorted}>
    ${column.sort ? html`<button class="sort" type="button" data-sort=${column.id}>${text}${icon(arrow, 12)}</button>` : text}
  </th>`;
}

/** Rows that stand in for rows on their way, with the final geometry. */
export function skeletonRows(count: number, classes: readonly string[]): TemplateResult[] {
  return Array.from(
    { length: count },
    () =>
      html`<tr aria-hidden="true">
        ${classes.map((name) => html`<td class=${name}><span class="bone"></span></td>`)}
      </tr>`,
  );
}

/** Keeps the columns at least as wide as they are, so that what stands does not move when rows join; or lets them go again. */
export function keepWidths(root: ParentNode, keep: boolean): void {
  const heads = [...root.querySelectorAll('th')];
  const widths = heads.map((head) => (keep ? getComputedStyle(head).inlineSize : null));
  heads.forEach((head, index) => head.style.setProperty('--_width', widths[index] ?? null));
}
