import type { GridLoader, GridPage } from './grid-parts.js';

/** Which rows are asked for, as the gateway's lists take it. */
export interface CursorRequest {
  /** Where to go on; absent at the start. */
  cursor?: string;
  limit: number;
  sort: string;
  signal: AbortSignal;
}

/** A page as the gateway's lists answer. */
export interface CursorPage<Row> {
  items: readonly Row[];
  next_cursor: string | null;
  total?: number | undefined;
}

type Read<Row> = (request: CursorRequest) => Promise<CursorPage<Row>>;

/**
 * A grid's loader for a list that is paged by cursor. Such a list can only be walked: page 40 is reached through the 39 before it. The
 * rows walked through are kept, so going back asks for nothing; the grid lets its reader scroll `ahead` rows beyond them at a time, so
 * that one jump costs a few calls, not thousands, while the number of all rows is told as the server counts it.
 * @param read Reads one page. What it filters by belongs into its closure: another filter is another loader.
 * @param most The largest page the server gives; 200 for the gateway.
 * @param ahead How many rows beyond those walked through may be jumped to; 2,000.
 */
export function cursorLoader<Row>(read: Read<Row>, { most = 200, ahead = 2000 } = {}): GridLoader<Row> {
  const walks = new WeakMap<AbortSignal, Walk<Row>>();
  return async ({ page, pageSize, sort, signal }) => {
    const walk = walks.get(signal) ?? new Walk(read, sort, signal, most);
    walks.set(signal, walk);
    const start = page * pageSize;
    await walk.to(start + pageSize);
    return walk.page(start, pageSize, ahead);
  };
}

/** The rows walked through, from the first one on. */
class Walk<Row> {
  readonly #read: Read<Row>;
  readonly #sort: string;
  readonly #signal: AbortSignal;
  readonly #most: number;
  readonly #rows: Row[] = [];
  #next: string | null | undefined = undefined;
  #total: number | null = null;
  #step: Promise<void> | null = null;

  constructor(read: Read<Row>, sort: string, signal: AbortSignal, most: number) {
    this.#read = read;
    this.#sort = sort;
    this.#signal = signal;
    this.#most = most;
  }

  /** Walks until there are `end` rows or no more. Several may wait for the same steps. */
  async to(end: number): Promise<void> {
    while (this.#rows.length < end && this.#next !== null) {
      this.#signal.throwIfAborted();
      this.#step ??= this.#go(Math.min(this.#most, end - this.#rows.length)).finally(() => {
        this.#step = null;
      });
      await this.#step;
    }
  }

  page(start: number, pageSize: number, ahead: number): GridPage<Row> {
    const items = this.#rows.slice(start, start + pageSize);
    const walked = this.#rows.length;
    if (this.#next === null) return { items, total: walked };
    return { items, total: this.#total, reach: Math.max(walked, Math.min(this.#total ?? Infinity, walked + ahead)) };
  }

  async #go(limit: number): Promise<void> {
    const where = this.#next === undefined ? {} : { cursor: this.#next ?? '' };
    const { items, next_cursor, total } = await this.#read({
      ...where,
      limit,
      sort: this.#sort,
      signal: this.#signal,
    });
    this.#rows.push(...items);
    this.#next = next_cursor;
    this.#total = total ?? this.#total;
  }
}
