import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { QueryObserver, keepPreviousData, type QueryObserverResult } from '@tanstack/query-core';
import type { ApiClient } from './client.js';
import type { Connection } from './connection.js';
import { toApiError, type ApiError } from './errors.js';

/** What to read. The key names resource and filters; equal keys share one answer within a connection. */
export interface Query<T> {
  key: readonly unknown[];
  run: (client: ApiClient, signal: AbortSignal) => Promise<T>;
  /** Milliseconds between reads while visible, or false. */
  every?: number | false;
}

/**
 * Reads one thing for an element and re-renders it when the answer changes. Rows of the last answer stay while filters change or a
 * refresh fails; late answers of old filters are dropped; reads again on focus and reconnect.
 */
export class QueryController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => { connection: Connection | null; query: Query<T> | null };
  #connection: Connection | null = null;
  #observer: QueryObserver<T> | null = null;
  #unsubscribe: (() => void) | null = null;
  #connected = false;

  constructor(host: ReactiveControllerHost, source: () => { connection: Connection | null; query: Query<T> | null }) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#connected) return;
    const { connection, query } = this.#source();
    if (connection !== this.#connection) this.#drop();
    if (!connection || !query) {
      this.#drop();
      return;
    }
    const options = {
      queryKey: query.key,
      queryFn: ({ signal }: { signal: AbortSignal }) => query.run(connection.client, signal),
      placeholderData: keepPreviousData,
      refetchInterval: query.every ?? false,
    };
    if (this.#observer) {
      this.#observer.setOptions(options);
      return;
    }
    this.#connection = connection;
    this.#observer = new QueryObserver<T>(connection.queries, options);
    this.#unsubscribe = this.#observer.subscribe(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#drop();
  }

  #drop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#observer = null;
    this.#connection = null;
  }

  get #result(): QueryObserverResult<T> | null {
    return this.#observer?.getCurrentResult() ?? null;
  }

  /** The last good answer, also while a newer one is on its way or has failed. */
  get data(): T | undefined {
    return this.#result?.data;
  }

  /** Why the last read failed; null after a good one. */
  get error(): ApiError | null {
    const result = this.#result;
    const error = result?.error ?? (result && result.failureCount > 2 ? result.failureReason : null);
    return error ? toApiError(error) : null;
  }

  /** Nothing has ever arrived, and no failure is final yet. */
  get pending(): boolean {
    return this.#result?.isPending ?? true;
  }

  get fetching(): boolean {
    return this.#result?.isFetching ?? false;
  }

  /** The rows shown belong to other filters than those asked for. */
  get stale(): boolean {
    return this.#result?.isPlaceholderData ?? false;
  }

  /** When the shown answer arrived, as a Unix time in ms; 0 before the first. */
  get updatedAt(): number {
    return this.#result?.dataUpdatedAt ?? 0;
  }

  async refetch(): Promise<void> {
    await this.#observer?.refetch();
  }
}

/** Makes every read whose key starts with `key` ask again: what a write changed. */
export function refresh(connection: Connection, ...key: readonly unknown[]): Promise<void> {
  return connection.queries.invalidateQueries({ queryKey: key });
}
