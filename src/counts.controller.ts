import type { ReactiveControllerHost } from 'lit';
import { listApiKeys } from '@caas/contract/calls/api-keys.js';
import type { Connection } from '@caas/base/connection.js';
import { QueryController } from '@caas/base/query.controller.js';
import type { Identity } from './frame.js';

/** How many there are of what a page lists, for the navigation. */
export class Counts {
  readonly #keys: QueryController<number>;

  /** `source` tells whose they are: nobody's while nobody is known. */
  constructor(host: ReactiveControllerHost, source: () => { connection: Connection; identity: Identity | null }) {
    this.#keys = new QueryController(host, () => {
      const { connection, identity } = source();
      if (!identity?.permissions.includes('api-keys:read')) return { connection: null, query: null };
      return {
        connection,
        query: {
          // Below the key of the lists: what makes them read again, such as a new key, also changes their number.
          key: ['api-keys', 'count'],
          run: async (client, signal) => (await client.call(listApiKeys, { query: { limit: 1 } }, { signal })).used,
        },
      };
    });
  }

  /** By the id of the page; null where it is not known. */
  of(page: string): number | null {
    return page === 'api-keys' ? (this.#keys.data ?? null) : null;
  }
}
