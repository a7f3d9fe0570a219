import { createContext } from '@lit/context';
import { ApiClient } from './client.js';
import type { Query } from './query.controller.js';
import type { Reads } from './reads.js';
import { RenewingTokenSource, tokenFromUrl, type GetToken } from './token-source.js';

/** Milliseconds until what no frame has shown counts as shown. */
const UNPAINTED = 500;

/** An answer that arrived before the query library did. */
export interface FirstAnswer<T> {
  data: T;
  /** Unix time in ms. */
  at: number;
}

/**
 * One tenant's way to the gateway: a client, and the cache of what it read, shared by all elements of one provider.
 * A change of address or token source makes a new one, so that rows of one tenant never show under another.
 */
export class Connection {
  readonly client: ApiClient;
  /** The cache; null until `loadReads` has brought it, which the first answers do not wait for. */
  reads: Reads | null = null;
  readonly #first = new Map<string, { key: readonly unknown[]; answer: Promise<FirstAnswer<unknown>> }>();
  #loading: Promise<Reads> | null = null;
  #leaving = new AbortController();
  #users = 0;

  constructor(client: ApiClient) {
    this.client = client;
  }

  /** Counts a user in; the first one makes the cache listen for focus and reconnect. */
  retain(): void {
    if (this.#users++ === 0) this.reads?.mount();
  }

  /** Counts a user out; the last one drops every listener and all rows. */
  release(): void {
    if (--this.#users > 0) return;
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#first.clear();
    this.reads?.unmount();
  }

  /** Reads something once, before the cache is there; equal keys share one request. */
  readFirst<T>(query: Query<T>): Promise<FirstAnswer<T>> {
    const name = JSON.stringify(query.key);
    const known = this.#first.get(name);
    if (known) return known.answer as Promise<FirstAnswer<T>>;
    const answer = query.run(this.client, this.#leaving.signal).then((data) => ({ data, at: Date.now() }));
    this.#first.set(name, { key: query.key, answer });
    return answer;
  }

  /** Brings the cache, with the answers that came before it. Rejects where its chunk can't be had; the next call tries again. */
  loadReads(): Promise<Reads> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<Reads> {
    // The chunk would share line and processor with the answers and with the drawing of them.
    await Promise.allSettled([...this.#first.values()].map(({ answer }) => answer));
    await painted();
    const module = await import('./reads.js');
    const reads = new module.Reads(this.client);
    const first = [...this.#first.values()];
    const answers = await Promise.allSettled(first.map(({ answer }) => answer));
    for (const [index, outcome] of answers.entries()) {
      const key = first[index]?.key;
      if (key && outcome.status === 'fulfilled') reads.seed(key, outcome.value.data, outcome.value.at);
    }
    this.#first.clear();
    if (this.#users > 0) reads.mount();
    this.reads = reads;
    return reads;
  }
}

/** Once the browser has painted what it was given; in a hidden tab, which paints nothing, soon. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const soon = setTimeout(resolve, UNPAINTED);
    requestAnimationFrame(() => {
      clearTimeout(soon);
      setTimeout(resolve);
    });
  });
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
