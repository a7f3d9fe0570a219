import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import { Bulkhead } from './bulkhead.js';
import type { DB, Tx } from './db.js';

/** Row-level security lets these settings find one row before its tenant is known. Each is bound to one table by a policy. */
export type LookupSetting =
  'app.user_id' | 'app.key_hash' | 'app.embed_hash' | 'app.embed_origin' | 'app.listed_origin';

/** Everything one tenant may see and change. Row-level security keeps its transactions inside the tenant. */
export interface TenantScope {
  readonly id: string;
  /** Runs `fn` in a read-only transaction. */
  read<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `fn` in a transaction: all of it or nothing. What `bus.publish(…, tx)` queued goes out after the commit. */
  write<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Of the pool's 16 connections: a tenant whose rows are locked leaves the others enough. */
const PER_TENANT = { atOnce: 6, waiting: 200, patienceMs: 2000 };

const committed = new WeakMap<Tx, (() => void)[]>();

/** Runs `action` after `tx` committed and before its `write` resolves; never when it rolled back. */
export function afterCommit(tx: Tx, action: () => void): void {
  const actions = committed.get(tx);
  if (!actions) throw new Error('afterCommit needs the transaction that write() handed out');
  actions.push(action);
}

/** Puts a platform transaction into a tenant, where it is made or found in that transaction (register, embed tokens). */
export async function enterTenant(tx: Tx, tenantId: string): Promise<void> {
  await sql`select set_config('app.tenant_id', ${tenantId}, true)`.execute(tx);
}

/** The database as the gateway's code sees it: nothing runs outside a transaction of one of these two kinds. */
export class Database {
  readonly #kysely: Kysely<DB>;
  readonly #bulkhead = new Bulkhead(PER_TENANT);

  constructor(kysely: Kysely<DB>) {
    this.#kysely = kysely;
  }

  /** The scope of one tenant. Only so many of its transactions run at once; others wait, and are refused with `unavailable` in the end. */
  tenant(id: string): TenantScope {
    return {
      id,
      read: (fn) => this.#bulkhead.run(id, () => this.#run({ 'app.tenant_id': id }, true, fn)),
      write: (fn) => this.#bulkhead.run(id, () => this.#run({ 'app.tenant_id': id }, false, fn)),
    };
  }

  /**
   * A transaction without a tenant: tables without `tenant_id`, and the one row a `lookup` names
   * (`platformTx(find, { 'app.key_hash': hash })`). {@link enterTenant} lets it go on inside a tenant.
   */
  platformTx<T>(fn: (tx: Tx) => Promise<T>, lookup: Partial<Record<LookupSetting, string>> = {}): Promise<T> {
    return this.#run({ 'app.scope': 'platform', ...lookup }, false, fn);
  }

  async #run<T>(settings: Readonly<Record<string, string>>, readOnly: boolean, fn: (tx: Tx) => Promise<T>): Promise<T> {
    const actions: (() => void)[] = [];
    const set = Object.entries(settings).map(
      ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
    );
    const begin = `start transaction isolation level read committed ${readOnly ? 'read only' : 'read write'}; select ${set.join(', ')}`;
    const result = await this.#kysely.transaction().execute(async (tx) => {
      committed.set(tx, actions);
      // Begins the transaction (see lazy-begin.ts) and puts it into its tenant, in one message.
      await sql.raw(begin).execute(tx);
      return fn(tx);
    });
    for (const action of actions) action();
    return result;
  }
}

/** The scope of callers without a tenant. */
export const NO_TENANT: TenantScope = {
  id: '',
  read: () => Promise.reject(new Error('This caller has no tenant')),
  write: () => Promise.reject(new Error('This caller has no tenant')),
};
