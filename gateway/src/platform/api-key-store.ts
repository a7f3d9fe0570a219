import { performance } from 'node:perf_hooks';
import type { BlockList } from 'node:net';
import { sql } from 'kysely';
import type { KeyScope } from '@caas/contract/endpoint.js';
import { keyWorks, type KeyStatus } from '@caas/contract/key-status.js';
import { ipAllowed, ipRestrictions } from './api-key-ips.js';
import { KEYS_CHANGED } from './api-key-settle.js';
import type { Bus } from './bus.js';
import type { Database } from './tenant.js';

/** A look-up is trusted for less than the second in which a revoked key has to be dead, so that this holds even when a bus message is lost. */
const TRUST_MS = 900;
const MAX_CACHED = 10_000;

/** A key as calls are judged by it. */
export interface KnownKey {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  readonly status: KeyStatus;
  readonly scopes: ReadonlySet<KeyScope>;
  readonly restrictions: BlockList | null;
  /** When it stops working by time, on this process's monotonic clock: measured against the database's clock when it was read. */
  readonly endsAt: number;
}

/** Why a key that exists is refused. */
export type KeyRefusal = 'revoked' | 'expired' | 'disabled' | 'retired' | 'ip_not_allowed';

/** Judges a key now. Null: it works. */
export function judgeKey(key: KnownKey, ip: string | null): KeyRefusal | null {
  if (key.status === 'revoked' || key.status === 'disabled') return key.status;
  if (key.status === 'expired') return 'expired';
  if (performance.now() >= key.endsAt) return key.status === 'retiring' ? 'retired' : 'expired';
  if (!keyWorks(key.status)) return 'disabled';
  if (ip !== null && !ipAllowed(ip, key.restrictions)) return 'ip_not_allowed';
  return null;
}

interface Entry {
  readonly found: Promise<KnownKey | null>;
  readonly until: number;
  tenantId: string | null;
}

/** Looks keys up by the hash of their secret, over all tenants; the one look-up of credentials that knows no tenant yet. */
export class ApiKeyStore {
  readonly #db: Database;
  readonly #cache = new Map<string, Entry>();

  constructor(db: Database, bus: Bus) {
    this.#db = db;
    bus.onGap(() => this.#cache.clear());
    bus.subscribe(KEYS_CHANGED, (payload) => {
      const tenantId = payload !== null && typeof payload === 'object' && 'tenant_id' in payload ? payload.tenant_id : null;
      for (const [hash, entry] of this.#cache) if (entry.tenantId === null || entry.tenantId === tenantId) this.#cache.delete(hash);
    });
  }

  /** The key with this secret hash, at most a second old; null when there is none. */
  find(secretHash: Buffer): Promise<KnownKey | null> {
    const hash = secretHash.toString('hex');
    const hit = this.#cache.get(hash);
    if (hit && hit.until > performance.now()) return hit.found;
    const entry: Entry = { found: this.load(secretHash), until: performance.now() + TRUST_MS, tenantId: null };
    this.#cache.delete(hash);
    this.#cache.set(hash, entry);
    if (this.#cache.size > MAX_CACHED) for (const oldest of this.#cache.keys()) if (this.#cache.delete(oldest)) break;
    entry.found.then(
      (key) => {
        entry.tenantId = key?.tenantId ?? null;
      },
      // A failed look-up is not kept; whoever waits for it hears of the failure.
      () => this.#cache.delete(hash),
    );
    return entry.found;
  }

  /** The same, read from the database now. */
  async load(secretHash: Buffer): Promise<KnownKey | null> {
    const asked = performance.now();
    const row = await this.#db.platformTx(
      (tx) =>
        tx
          .selectFrom('api_keys')
          .where('secret_hash', '=', secretHash)
          .select(['id', 'tenant_id', 'name', 'status', 'scopes', 'ip_restrictions'])
          .select(LIFE_LEFT.as('life_left_ms'))
          .executeTakeFirst(),
      { 'app.key_hash': secretHash.toString('hex') },
    );
    if (!row) return null;
    return {
      id: row.id,
      tenantId: row.tenant_id,
      name: row.name,
      status: row.status,
      scopes: new Set(row.scopes),
      restrictions: ipRestrictions(row.ip_restrictions),
      endsAt: row.life_left_ms === null ? Infinity : asked + row.life_left_ms,
    };
  }
}

/** Milliseconds until a key ends by time, on the database's clock; null: never. `least` leaves nulls out. */
const LIFE_LEFT = sql<number | null>`extract(epoch from
  least(expires_at, case when status = 'retiring' then retires_at end) - clock_timestamp())::float8 * 1000`;
