import { QueryClient, QueryObserver, keepPreviousData, type QueryObserverResult } from '@tanstack/query-core';
import type { ApiClient } from './client.js';
import { toApiError } from './errors.js';
import type { Query } from './query.controller.js';

const MAX_TRIES = 4;

/** One element's view of a read: its present result, until `stop`. */
export interface Watched<T> {
  readonly result: QueryObserverResult<T>;
  set(query: Query<T>): void;
  refetch(): Promise<unknown>;
  stop(): void;
}

/**
 * The cache of a connection, on the query library: shared reads, retries with jitter, refetch on focus and reconnect, late answers dropped.
 * Loaded after the first row is there, so that the row does not wait for it.
 */
export class Reads {
  readonly #client: ApiClient;
  readonly #queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        gcTime: 300_000,
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
        placeholderData: keepPreviousData,
        retry: (failures, error) => failures < MAX_TRIES - 1 && toApiError(error).transient,
        retryDelay: (failures, error) => (toApiError(error).retryAfter ?? fullJitter(failures)) * 1000,
      },
    },
  });

  constructor(client: ApiClient) {
    this.#client = client;
  }

  /** Starts listening for focus and reconnect. */
  mount(): void {
    this.#queries.mount();
  }

  /** Drops every listener and all rows. */
  unmount(): void {
    // A read that is still on its way would schedule its own end, and keep its element for as long.
    for (const query of this.#queries.getQueryCache().getAll()) query.gcTime = 0;
    this.#queries.unmount();
    this.#queries.clear();
  }

  /** Takes in an answer that arrived before the library did. */
  seed(key: readonly unknown[], data: unknown, at: number): void {
    this.#queries.setQueryData(key, data, { updatedAt: at });
  }

  /** Reads `query`, and says `changed` whenever its result does. */
  watch<T>(query: Query<T>, changed: () => void): Watched<T> {
    const observer = new QueryObserver<T>(this.#queries, this.#options(query));
    const stop = observer.subscribe(changed);
    return {
      get result() {
        return observer.getCurrentResult();
      },
      set: (next) => observer.setOptions(this.#options(next)),
      refetch: async () => {
        await observer.getCurrentQuery().cancel({ silent: true }); // one that hangs would be waited for
        return observer.refetch();
      },
      stop,
    };
  }

  /** Makes every read whose key starts with `key` ask again. */
  invalidate(key: readonly unknown[]): Promise<void> {
    return this.#queries.invalidateQueries({ queryKey: key });
  }

  #options<T>(query: Query<T>) {
    return {
      queryKey: query.key,
      queryFn: ({ signal }: { signal: AbortSignal }) => query.run(this.#client, signal),
      refetchInterval: query.every ?? (false as const),
    };
  }
}

/** Seconds to wait before try number `failures + 1`: exponential from 1 s to 30 s, with full jitter. */
function fullJitter(failures: number): number {
  return Math.min(30, 2 ** failures) * (0.2 + 0.8 * Math.random());
}
