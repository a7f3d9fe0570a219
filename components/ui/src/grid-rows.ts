import type { GridLoader } from './grid-parts.js';

/** What stands in one line of a grid: a row, a page that could not be read, or nothing where the server sent fewer rows than it counted. */
export type GridItem<Row> =
  | { readonly kind: 'row'; readonly row: Row; readonly id: string }
  | { readonly kind: 'failed'; readonly page: number; readonly first: boolean }
  | { readonly kind: 'gap' };

interface Settings<Row> {
  loader: GridLoader<Row>;
  sort: string;
  pageSize: number;
  rowId: (row: Row) => string;
}

/** The rows of one reading: one filter in one order. Another filter or order, and asking anew, is another reading. */
export class GridRows<Row> {
  readonly settings: Settings<Row>;
  /** How many lines the grid has; null before the first answer. */
  size: number | null = null;
  /** How many rows there are; null where nobody counted them. */
  total: number | null = null;
  /** What went wrong before the first answer. */
  error: unknown = null;

  readonly #pages = new Map<number, readonly GridItem<Row>[]>();
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #abort = new AbortController();
  readonly #onFailed: (error: unknown) => void;

  constructor(settings: Settings<Row>, onFailed: (error: unknown) => void) {
    this.settings = settings;
    this.#onFailed = onFailed;
  }

  /** The lines of a page that was read. */
  page(page: number): readonly GridItem<Row>[] | null {
    return this.#pages.get(page) ?? null;
  }

  /** The line with this number, if its page was read. */
  item(index: number): GridItem<Row> | null {
    const { pageSize } = this.settings;
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null;
  }

  /** Reads a page, unless it is there or on its way. Does not reject: a failure is what its lines show. */
  async load(page: number): Promise<void> {
    if (this.#pages.has(page) || this.#abort.signal.aborted) return;
    let reading = this.#underWay.get(page);
    if (!reading) {
      reading = this.#read(page).finally(() => this.#underWay.delete(page));
      this.#underWay.set(page, reading);
    }
    await reading;
  }

  /** Forgets that a page could not be read. */
  forget(page: number): void {
    this.#pages.delete(page);
    this.error = null;
  }

  /** Ends what is on its way; nothing changes after it. */
  stop(): void {
    this.#abort.abort();
  }

  async #read(page: number): Promise<void> {
    const { loader, sort, pageSize, rowId } = this.settings;
    const { signal } = this.#abort;
    try {
      const { items, total, reach } = await loader({ page, pageSize, sort, signal });
      if (signal.aborted) return;
      const end = page * pageSize + items.length;
      this.total = total;
      this.size = reach ?? total ?? end + (items.length < pageSize ? 0 : pageSize);
      const wanted = this.#lines(page);
      // The last page may have lost rows since they were counted.
      if (items.length < wanted && end + pageSize > this.size) this.size = end;
      this.#pages.set(page, [
        ...items.map((row) => ({ kind: 'row', row, id: rowId(row) }) as const),
        ...Array.from({ length: this.#lines(page) - items.length }, () => ({ kind: 'gap' }) as const),
      ]);
    } catch (error) {
      if (signal.aborted) return;
      this.#onFailed(error);
      if (this.size === null) this.error = error;
      else
        this.#pages.set(
          page,
          Array.from(
            { length: this.#lines(page) },
            (_, line) => ({ kind: 'failed', page, first: line === 0 }) as const,
          ),
        );
    }
  }

  /** How many lines a page has. */
  #lines(page: number): number {
    const { pageSize } = this.settings;
    return Math.max(0, Math.min(pageSize, (this.size ?? 0) - page * pageSize));
  }
}
