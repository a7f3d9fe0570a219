import { tenantOf, type Bus } from './bus.js';
import type { Tx } from './db.js';
import { PREPARED } from './lazy-begin.js';
import { ShortCache } from './short-cache.js';
import { enterTenant, type Database } from './tenant.js';
import { readWhitelist, type Whitelist } from './whitelist-list.js';
import type { WhitelistKind } from './whitelist-tables.js';

/** Entries kept in memory over all tenants, about 80 MB at most; lists beyond it are read again when they are needed. */
const MAX_ENTRIES = 200_000;
const MAX_LISTS = 5000;

/** Tells every process that a tenant's list changed: `{tenant_id, kind}`. */
export const WHITELISTS_CHANGED = 'whitelists.changed';

/** The present revision of each list of a tenant; null: it never had one. */
export interface Revisions {
  readonly tenantId: string;
  readonly ip: number | null;
  readonly origin: number | null;
}

interface Kept {
  readonly revision: number;
  readonly list: Promise<Whitelist>;
  size: number;
}

/**
 * Lists as calls are judged by them. The revision of a list is looked up at least once a second, and at once after a change in
 * any process; the compiled list stays for as long as its revision does. A list that can't be read refuses: the look-up rejects.
 */
export class WhitelistStore {
  readonly #db: Database;
  readonly #revisions = new ShortCache<Revisions>();
  readonly #lists = new Map<string, Kept>();
  #entries = 0;

  constructor(db: Database, bus: Bus) {
    this.#db = db;
    bus.onGap(() => this.#revisions.clear());
    onWhitelistsChanged(bus, (tenantId) => this.#revisions.forgetTenant(tenantId));
  }

  /** A tenant's list of a kind, at most a second old; null: it has none. */
  async present(tenantId: string, kind: WhitelistKind): Promise<Whitelist | null> {
    const revision = (await this.#revisions.find(tenantId, () => this.#load(tenantId)))[kind];
    return revision === null ? null : this.at(tenantId, kind, revision);
  }

  /** The list as of `revision` or later. */
  at(tenantId: string, kind: WhitelistKind, revision: number): Promise<Whitelist> {
    const id = `${kind} ${tenantId}`;
    const kept = this.#lists.get(id);
    this.#lists.delete(id);
    if (kept && kept.revision >= revision) {
      this.#lists.set(id, kept);
      return kept.list;
    }
    this.#entries -= kept?.size ?? 0;
    const read = async (tx: Tx): Promise<Whitelist> => {
      await enterTenant(tx, tenantId);
      return readWhitelist(tx, tenantId, kind);
    };
    const made: Kept = { revision, list: this.#db.platformTx(read), size: 1 };
    this.#keep(id, made);
    made.list.then(
      ({ size }) => {
        if (this.#lists.get(id) === made) this.#resize(made, size + 1);
      },
      () => {
        if (this.#lists.get(id) === made) this.#drop(id, made);
      },
    );
    return made.list;
  }

  #keep(id: string, kept: Kept): void {
    this.#lists.set(id, kept);
    this.#resize(kept, kept.size, 0);
  }

  /** Counts a list, and drops those that were not asked for the longest. The newest always stays. */
  #resize(kept: Kept, size: number, before = kept.size): void {
    this.#entries += size - before;
    kept.size = size;
    for (const [id, oldest] of this.#lists) {
      if ((this.#entries <= MAX_ENTRIES && this.#lists.size <= MAX_LISTS) || this.#lists.size === 1) break;
      this.#drop(id, oldest);
    }
  }

  #drop(id: string, kept: Kept): void {
    this.#lists.delete(id);
    this.#entries -= kept.size;
  }

  #load(tenantId: string): Promise<Revisions> {
    return this.#db.platformTx(async (tx) => {
      const rows = await tx
        .selectFrom('whitelist_settings')
        .where('tenant_id', '=', tenantId)
        .select(['kind', 'revision'])
        .modifyEnd(PREPARED)
        .execute();
      const of = (kind: WhitelistKind): number | null => rows.find((row) => row.kind === kind)?.revision ?? null;
      return { tenantId, ip: of('ip'), origin: of('origin') };
    });
  }
}

/** Calls `listener` when one of a tenant's lists changed, here or in another process. Returns the way out. */
export function onWhitelistsChanged(bus: Bus, listener: (tenantId: string) => void): () => void {
  return bus.subscribe(WHITELISTS_CHANGED, (payload) => {
    const tenantId = tenantOf(payload);
    if (tenantId !== null) listener(tenantId);
  });
}
