import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiClient } from './client.js';
import type { Connection } from './connection.js';
import { ApiError, notConfigured, toApiError } from './errors.js';
import type { Reads, Watched } from './reads.js';

/** Ms that a provider around an element may be defined after it. */
const PROVIDER_MAY_COME = 300;
/** Ms without an answer from which on a reader is told. */
const SLOW = 4_000;

/** What to read. The key names resource and filters; equal keys share one answer within a connection. */
export interface Query<T> {
  key: readonly unknown[];
  run: (client: ApiClient, signal: AbortSignal) => Promise<T>;
  /** Milliseconds between reads while visible, or false. */
  every?: number | false;
}

interface First<T> {
  name: string;
  data: T | undefined;
  at: number;
  /** The data belongs to the query before this one. */
  stale: boolean;
}

/**
 * Reads one thing for an element and re-renders it when the answer changes. Rows of the last answer stay while filters change or a
 * refresh fails; late answers of old filters are dropped; reads again on focus and reconnect.
 * Fails where there is no connection, once a provider around the element had time to come.
 * The first answer is asked for at once; the query library that does the rest is fetched after it has been drawn.
 */
export class QueryController<T> implements ReactiveController {
  /** The gateway lets one wait for an answer. */
  slow = false;
  readonly #host: ReactiveControllerHost;
  readonly #source: () => { connection: Connection | null; query: Query<T> | null };
  #connection: Connection | null = null;
  #first: First<T> | null = null;
  #watched: Watched<T> | null = null;
  #failure: ApiError | null = null;
  #connected = false;
  #alone = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #slowing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, source: () => { connection: Connection | null; query: Query<T> | null }) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
    this.#waiting = setTimeout(() => {
      this.#alone = true;
      if (!this.#connection) this.#host.requestUpdate();
    }, PROVIDER_MAY_COME);
  }

  hostUpdate(): void {
    if (!this.#connected) return;
    const { connection, query } = this.#source();
    if (connection !== this.#connection || !query) this.#drop();
    if (!connection && this.#alone) this.#failure ??= notConfigured();
    if (!connection || !query) return;
    this.#connection = connection;
    if (connection.reads) this.#watch(connection.reads, query);
    else this.#readFirst(connection, query);
    if (!this.fetching) this.#settle();
    else {
      this.#slowing ??= setTimeout(() => {
        this.slow = true;
        this.#host.requestUpdate();
      }, SLOW);
    }
  }

  hostDisconnected(): void {
    this.#connected = false;
    clearTimeout(this.#waiting);
    this.#drop();
  }

  #settle(): void {
    clearTimeout(this.#slowing);
    this.#slowing = undefined;
    this.slow = false;
  }

  #watch(reads: Reads, query: Query<T>): void {
    if (this.#watched) this.#watched.set(query);
    else this.#watched = reads.watch(query, () => this.#host.requestUpdate());
  }

  #readFirst(connection: Connection, query: Query<T>): void {
    const name = JSON.stringify(query.key);
    if (this.#first?.name === name) return;
    const before = this.#first;
    const first: First<T> = { name, data: before?.data, at: before?.at ?? 0, stale: before?.data !== undefined };
    this.#first = first;
    const arrived = connection.readFirst(query).then(
      async (answer) => {
        Object.assign(first, answer, { stale: false });
        this.#host.requestUpdate();
        await this.#host.updateComplete;
      },
      () => undefined, // the library asks again, with retries, and reports what it gets
    );
    void arrived.then(() => this.#continue(connection));
  }

  /** Hands over to the query library. */
  async #continue(connection: Connection): Promise<void> {
    try {
      this.#failure = null;
      await connection.loadReads();
    } catch (cause) {
      this.#failure = new ApiError('network', 'A part of this page could not be loaded.', { cause });
    }
    if (connection === this.#connection) this.#host.requestUpdate();
  }

  #drop(): void {
    this.#settle();
    this.#watched?.stop();
    this.#watched = null;
    this.#first = null;
    this.#failure = null;
    this.#connection = null;
  }

  /** The last good answer, also while a newer one is on its way or has failed. */
  get data(): T | undefined {
    return this.#watched?.result.data ?? this.#first?.data;
  }

  /**
   * Why the last read failed, also while it is tried again; without data only once a second try failed too, or where one waited for the
   * first long enough. Null after a good one.
   */
  get error(): ApiError | null {
    const result = this.#watched?.result;
    const error =
      result?.error ??
      (result && result.failureCount > (this.slow || result.data ? 0 : 1) ? result.failureReason : null);
    return error ? toApiError(error) : this.#failure;
  }

  /** Nothing has ever arrived, and no failure is final yet. */
  get pending(): boolean {
    return this.#watched ? this.#watched.result.isPending : this.#first?.data === undefined && !this.#failure;
  }

  get fetching(): boolean {
    return this.#watched?.result.isFetching ?? (this.#first?.stale || this.pending);
  }

  /** The rows shown belong to other filters than those asked for. */
  get stale(): boolean {
    return this.#watched?.result.isPlaceholderData ?? this.#first?.stale ?? false;
  }

  /** When the shown answer arrived, as a Unix time in ms; 0 before the first, and for rows of other filters. */
  get updatedAt(): number {
    return this.#watched?.result.dataUpdatedAt ?? this.#first?.at ?? 0;
  }

  async refetch(): Promise<void> {
    if (!this.#watched && this.#connection) {
      this.#connection.hurry();
      await this.#continue(this.#connection);
      await this.#host.updateComplete;
    }
    await this.#watched?.refetch(); // the library takes over answers that came before it
  }
}

/** Makes every read whose key starts with `key` ask again: what a write changed. */
export async function refresh(connection: Connection, ...key: readonly unknown[]): Promise<void> {
  const reads = await connection.loadReads();
  await reads.invalidate(key);
}
