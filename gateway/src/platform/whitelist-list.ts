import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { WhitelistMode } from '@caas/contract/whitelists.js';
import type { Tx } from './db.js';
import { indexOf, type EntryIndex } from './whitelist-rules.js';
import type { WhitelistKind } from './whitelist-tables.js';

/** An entry as calls are judged by it. */
export interface ListedEntry {
  readonly value: string;
  /** When it stops matching, in milliseconds on the database's clock; null: never. */
  readonly expiresAt: number | null;
}

/** The verdict of a list on one address or origin. */
export interface Judgement {
  /** False: the call has to be refused. */
  readonly allowed: boolean;
  /** True: the list does not hold it, and lets it through because it only observes. */
  readonly observed: boolean;
  /** The values of the entries that hold it, the narrowest first. */
  readonly matched: readonly string[];
}

/** What an empty list says of everything. */
export const ALLOWED: Judgement = { allowed: true, observed: false, matched: [] };

/** What a list is made of. */
export interface ListContent<T extends ListedEntry = ListedEntry> {
  readonly revision: number;
  readonly mode: WhitelistMode;
  readonly bindConsole: boolean;
  readonly entries: readonly T[];
  /** The database's clock, in milliseconds, at the moment `entries` were read. */
  readonly now: number;
}

/** One tenant's list, ready to judge. Entries end by time on their own, whenever they are removed. */
export class Whitelist<T extends ListedEntry = ListedEntry> {
  readonly revision: number;
  readonly mode: WhitelistMode;
  readonly bindConsole: boolean;
  readonly size: number;
  readonly #index: EntryIndex<T>;
  /** From this process's monotonic clock to the database's. */
  readonly #clock: number;
  /** When the last entry ends, on the database's clock. */
  readonly #until: number;

  constructor(kind: WhitelistKind, { revision, mode, bindConsole, entries, now }: ListContent<T>) {
    this.revision = revision;
    this.mode = mode;
    this.bindConsole = bindConsole;
    this.size = entries.length;
    this.#index = indexOf(kind, entries, (entry) => entry.value);
    this.#clock = now - performance.now();
    this.#until = entries.reduce((until, { expiresAt }) => Math.max(until, expiresAt ?? Infinity), -Infinity);
  }

  /** The living entries that hold an address or origin, the narrowest first. None for a text that is neither. */
  match(source: string): T[] {
    const now = this.#now();
    return this.#index.match(source).filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  }

  /** The living entries that allow all of a range or wildcard. */
  covering(value: string): T[] {
    const now = this.#now();
    return this.#index.covering(value).filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  }

  /** Whether no entry lives: then everything is let in. */
  get empty(): boolean {
    return this.#until <= this.#now();
  }

  /** Whether a call from there is let in. A list without living entries lets everything in. */
  judge(source: string): Judgement {
    if (this.empty) return ALLOWED;
    const matched = this.match(source).map(({ value }) => value);
    const held = matched.length > 0;
    return { allowed: held || this.mode === 'observe', observed: !held && this.mode === 'observe', matched };
  }

  #now(): number {
    return performance.now() + this.#clock;
  }
}

/** The tenant's list as it stands. Needs a transaction inside the tenant. */
export async function readWhitelist(tx: Tx, tenantId: string, kind: WhitelistKind): Promise<Whitelist> {
  // The revision first: entries that are newer than it only make the next call look again.
  const settings = await tx
    .selectFrom('whitelist_settings')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .select(['mode', 'bind_console', 'revision'])
    .executeTakeFirst();
  const entries = await tx
    .selectFrom('whitelist_entries')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where((where) =>
      where.or([where('expires_at', 'is', null), where('expires_at', '>', sql<Date>`clock_timestamp()`)]),
    )
    .select(['value', 'expires_at'])
    .execute();
  const { now } = await tx.selectNoFrom(sql<Date>`clock_timestamp()`.as('now')).executeTakeFirstOrThrow();
  return new Whitelist(kind, {
    revision: settings?.revision ?? 0,
    mode: settings?.mode ?? 'enforce',
    bindConsole: settings?.bind_console ?? false,
    entries: entries.map(({ value, expires_at }) => ({ value, expiresAt: expires_at?.getTime() ?? null })),
    now: now.getTime(),
  });
}
