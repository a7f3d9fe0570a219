import type { GridColumn, GridColumnLayout } from './grid-parts.js';

/** A column's width in pixels, where it has none. */
export const WIDTH = 160;

/** A column as it is shown. */
export interface PlacedColumn<Row> extends GridColumnLayout {
  column: GridColumn<Row>;
}

/** The columns in the order and the state that the reader gave them; those the layout does not know stand where the caller put them. */
export function placed<Row>(
  columns: readonly GridColumn<Row>[],
  layout: readonly GridColumnLayout[] | null,
): PlacedColumn<Row>[] {
  const rank = new Map((layout ?? []).map(({ id }, index) => [id, index]));
  let last = -1;
  return columns
    .map((column) => {
      const own = layout?.find(({ id }) => id === column.id);
      last = rank.get(column.id) ?? last + 0.001;
      const { id, width, hidden = false, pinned = null } = { ...column, ...own };
      return { at: last, shown: { id, width, hidden, pinned, column } };
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ shown }) => shown)
    .toSorted((one, other) => side(one) - side(other));
}

/** What there is to keep of it. */
export function layoutOf<Row>(columns: readonly PlacedColumn<Row>[]): GridColumnLayout[] {
  return columns.map(({ id, width, hidden, pinned }) => ({
    id,
    ...(width === undefined ? {} : { width }),
    hidden,
    pinned,
  }));
}

/** The order after a column moved by one place among those of its side, past hidden ones. */
export function moved(layout: readonly GridColumnLayout[], id: string, by: 1 | -1): readonly GridColumnLayout[] {
  const index = layout.findIndex((column) => column.id === id);
  const from = layout[index];
  const to = layout[index + by];
  if (!from || !to || side(from) !== side(to)) return layout;
  return layout.with(index, to).with(index + by, from);
}

/** The layout with one column changed. */
export function changed(
  layout: readonly GridColumnLayout[],
  id: string,
  change: Partial<GridColumnLayout>,
): readonly GridColumnLayout[] {
  return layout.map((column) => (column.id === id ? { ...column, ...change } : column));
}

function side({ pinned }: GridColumnLayout): number {
  return pinned === 'start' ? -1 : pinned === 'end' ? 1 : 0;
}
