import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { FastifyBaseLogger } from 'fastify';
import type { Client, Notification } from 'pg';
import type { Tx } from './db.js';
import { afterCommit } from './tenant.js';

const CHANNEL = 'caas_bus';
const RECONNECT_MS = 500;

/** A small JSON value (at most about 7 KB): ids, not contents. */
export type BusPayload =
  string | number | boolean | null | readonly BusPayload[] | { readonly [member: string]: BusPayload };
type Listener = (payload: BusPayload) => void;

/** The tenant a message names as `tenant_id`; null: none. */
export function tenantOf(payload: BusPayload): string | null {
  return payload !== null && typeof payload === 'object' && 'tenant_id' in payload ? String(payload.tenant_id) : null;
}

/** What the bus needs from outside: connections for listening, and a way to send outside a transaction. */
export interface BusBackend {
  connect(): Promise<Client>;
  notify(channel: string, message: string): Promise<void>;
}

/**
 * Messages between all gateway processes on one database, and inside this one. Best effort by nature: after a gap
 * (`onGap`) a listener drops what it had cached.
 */
export class Bus {
  readonly #id = randomUUID();
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #gaps = new Set<() => void>();
  readonly #backend: BusBackend;
  readonly #log: FastifyBaseLogger;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(backend: BusBackend, log: FastifyBaseLogger) {
    this.#backend = backend;
    this.#log = log;
  }

  /** Whether messages of other processes arrive. While false, nothing cached may be trusted for more than a second. */
  get connected(): boolean {
    return this.#client !== null;
  }

  /** Starts listening; comes back by itself when the database went away. */
  async start(): Promise<void> {
    await this.#listen();
  }

  /** Calls `listener` for each message of the topic. Returns the way out. */
  subscribe(topic: string, listener: Listener): () => void {
    const set = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, set);
    set.add(listener);
    return () => void set.delete(listener);
  }

  /** Calls `listener` when messages may have been missed. Returns the way out. */
  onGap(listener: () => void): () => void {
    this.#gaps.add(listener);
    return () => void this.#gaps.delete(listener);
  }

  /**
   * Sends a message to every process. With `tx` it goes out when that transaction commits: listeners of this process have
   * run before its `write` resolves. Without, it goes out at once.
   */
  async publish(topic: string, payload: BusPayload, tx?: Tx): Promise<void> {
    const message = JSON.stringify({ from: this.#id, topic, payload });
    if (tx) {
      await sql`select pg_notify(${CHANNEL}, ${message})`.execute(tx);
      afterCommit(tx, () => this.#deliver(topic, payload));
      return;
    }
    this.#deliver(topic, payload);
    await this.#backend.notify(CHANNEL, message);
  }

  /** Stops listening. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  #deliver(topic: string, payload: BusPayload): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener(payload);
  }

  async #listen(): Promise<void> {
    const client = await this.#backend.connect();
    client.on('notification', (message) => this.#onNotification(message));
    client.on('error', (error) => this.#onLost(client, error));
    client.on('end', () => this.#onLost(client));
    await client.query(`listen ${CHANNEL}`);
    if (this.#stopped) return client.end();
    this.#client = client;
    for (const gap of this.#gaps) gap();
  }

  #onNotification({ payload }: Notification): void {
    const message = JSON.parse(payload ?? '{}') as { from?: string; topic?: string; payload?: BusPayload };
    if (message.from !== this.#id && message.topic !== undefined) this.#deliver(message.topic, message.payload ?? null);
  }

  #onLost(client: Client, error?: Error): void {
    if (this.#client !== client) return;
    this.#client = null;
    if (this.#stopped) return;
    this.#log.warn({ err: error }, 'bus lost its connection');
    for (const gap of this.#gaps) gap();
    this.#retry();
  }

  #retry(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#listen().catch((error: unknown) => {
        this.#log.debug({ err: error }, 'bus can not connect yet');
        this.#retry();
      });
    }, RECONNECT_MS);
    this.#timer.unref();
  }
}
