import { createContext } from '@lit/context';
import { QueryClient } from '@tanstack/query-core';
import { ApiClient } from './client.js';
import { toApiError } from './errors.js';
import { RenewingTokenSource, tokenFromUrl, type GetToken } from './token-source.js';

const MAX_TRIES = 4;

/**
 * One tenant's way to the gateway: a client, and the cache of what it read, shared by all elements of one provider.
 * A change of address or token source makes a new one, so that rows of one tenant never show under another.
 */
export class Connection {
  readonly client: ApiClient;
  readonly queries: QueryClient;
  #users = 0;

  constructor(client: ApiClient) {
    this.client = client;
    this.queries = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: 2_000,
          gcTime: 300_000,
          refetchOnWindowFocus: true,
          refetchOnReconnect: true,
          retry: (failures, error) => failures < MAX_TRIES - 1 && toApiError(error).transient,
          retryDelay: (failures, error) => (toApiError(error).retryAfter ?? fullJitter(failures)) * 1000,
        },
      },
    });
  }

  /** Counts a user in; the first one makes the cache listen for focus and reconnect. */
  retain(): void {
    if (this.#users++ === 0) this.queries.mount();
  }

  /** Counts a user out; the last one drops every listener and all rows. */
  release(): void {
    if (--this.#users > 0) return;
    // A read that is still on its way would schedule its own end, and keep its element for as long.
    for (const query of this.queries.getQueryCache().getAll()) query.gcTime = 0;
    this.queries.unmount();
    this.queries.clear();
  }
}

/** The connection an ancestor `<caas-provider>` (or the console) holds for the elements below it. */
export const connectionContext = createContext<Connection | null>(Symbol.for('caas-connection'));

/** A connection for an embed, or null where attributes or callback are missing. */
export function embedConnection(options: {
  apiUrl: string;
  tokenUrl: string;
  getToken: GetToken | null;
}): Connection | null {
  const getToken = options.getToken ?? (options.tokenUrl ? tokenFromUrl(options.tokenUrl) : null);
  if (!options.apiUrl || !getToken) return null;
  return new Connection(new ApiClient({ url: options.apiUrl, tokens: new RenewingTokenSource(getToken) }));
}

/** Seconds to wait before try number `failures + 1`: exponential from 1 s to 30 s, with full jitter. */
function fullJitter(failures: number): number {
  return Math.min(30, 2 ** failures) * (0.2 + 0.8 * Math.random());
}
