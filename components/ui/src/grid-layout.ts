import type { GridColumn, GridColumnLayout } from './grid-parts.js';

/** A column's width in pixels, where it has none. */
export const WIDTH = 160;

/** A column as it is shown; its width is the reader's. */
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
      const { id, hidden = false, pinned = null } = { ...column, ...own };
      const width = own?.width;
      return { at: last, shown: { id, ...(width === undefined ? {} : { width }), hidden, pinned, column } };
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ shown }) => shown)
    .toSorted((one, other) => side(one) - side(other));
}

/** What there is to keep of it. */
export function layoutOf<Row>(columns: readonly PlacedColumn<Row>[]): GridColumnLayout[] {
  return columns.map(({ column: _, ...own }) => own);
}

/** The order after a column moved by one place among those of its side, past hidden ones. */
export function moved(layout: readonly GridColumnLayout[], id: string, by: 1 | -1): readonly GridColumnLayout[] {
  const index = layout.findIndex((column) => column.id === id);
  const from = layout[index];
  const to = layout[index + by];
  if (!from || !to || side(from) !== side(to)) return layout;
  return layout.with(index, to).with(index + by, from);
}

/** The columns in the order of these ids; those without one, which are hidden, stay behind the column they stood behind. */
export function reordered(layout: readonly GridColumnLayout[], order: readonly string[]): readonly GridColumnLayout[] {
  let place = -1;
  const places = new Map(
    layout.map(({ id }) => {
      const own = order.indexOf(id);
      place = own < 0 ? place + 0.001 : own;
      return [id, place] as const;
    }),
  );
  return layout.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
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
