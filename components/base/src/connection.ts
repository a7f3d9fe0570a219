import { createContext } from '@lit/context';
import { ApiClient } from './client.js';
import type { Early } from './early.js';
import { painted } from './painted.js';
import type { Query } from './query.controller.js';
import type { Reads } from './reads.js';
import { RenewingTokenSource, tokenFromUrl, type GetToken } from './token-source.js';

/** Where `early.ts` leaves what it asked for. */
const EARLY = Symbol.for('caas-early');

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
    this.hurry();
    this.#first.clear();
    this.reads?.unmount();
  }

  /** Gives up first reads that are under way: the cache asks again at once. */
  hurry(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
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

/** The connection an ancestor `<caas-provider>` (or the console) holds for the elements below it. */
export const connectionContext = createContext<Connection | null>(Symbol.for('caas-connection'));

/** What an embed says of its gateway: address, and one of two ways to a token. */
interface EmbedOptions {
  apiUrl: string;
  tokenUrl: string;
  getToken: GetToken | null;
  [EARLY]?: Early | undefined;
}

/** A connection for an embed, or null where attributes or callback are missing. Goes on with what was asked for early. */
export function embedConnection(options: EmbedOptions): Connection | null {
  const { apiUrl, tokenUrl } = options;
  const getToken = options.getToken ?? (tokenUrl ? tokenFromUrl(tokenUrl) : null);
  const early = takeEarly(options);
  if (!/^(https?:\/)?\//.test(apiUrl) || !getToken) return null; // `localhost:3100` would be a scheme
  let given = early?.token;
  const next: GetToken = (reason) => {
    const first = given?.catch(() => getToken(reason));
    given = undefined;
    return first ?? getToken(reason);
  };
  return new Connection(new ApiClient({ url: apiUrl, tokens: new RenewingTokenSource(next), early: early?.answers }));
}

/** Where an element's first answers were asked for early: until they are there, or late. */
export function earlyAnswers(options: EmbedOptions): Promise<unknown> | undefined {
  return options[EARLY]?.soon;
}

/** What was asked for before the element was defined, where it was for the same gateway. */
function takeEarly(options: EmbedOptions): Early | null {
  const early = options[EARLY];
  options[EARLY] = undefined;
  return early &&
    early.apiUrl === options.apiUrl &&
    early.tokenUrl === options.tokenUrl &&
    early.getToken === options.getToken
    ? early
    : null;
}
