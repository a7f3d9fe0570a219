import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { KeyScope } from '@caas/contract/endpoint.js';
import { keyWorks, type KeyStatus } from '@caas/contract/key-status.js';
import { ipAllowed, ipRestrictions, type IpRestrictions } from './api-key-ips.js';
import { KEYS_CHANGED } from './api-key-settle.js';
import { tenantOf, type Bus } from './bus.js';
import type { Tx } from './db.js';
import { PREPARED } from './lazy-begin.js';
import { ShortCache } from './short-cache.js';
import type { Database } from './tenant.js';
import { onWhitelistsChanged } from './whitelist-store.js';
import './whitelist-tables.js';

/** A key as calls are judged by it. */
export interface KnownKey {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  readonly status: KeyStatus;
  /** Whether its tenant is suspended: then none of its keys works, whatever their status. */
  readonly suspended: boolean;
  readonly scopes: ReadonlySet<KeyScope>;
  readonly restrictions: IpRestrictions | null;
  /** Of its tenant's list of allowed addresses; null: the tenant never had one. */
  readonly whitelistRevision: number | null;
  /** When it stops working by time, on this process's monotonic clock: measured against the database's clock when it was read. */
  readonly endsAt: number;
}

/** Why a key that exists is refused. */
export type KeyRefusal = 'revoked' | 'expired' | 'disabled' | 'retired' | 'tenant_suspended' | 'ip_not_allowed';

/** Judges a key now. Null: it works. */
export function judgeKey(key: KnownKey, ip: string | null): KeyRefusal | null {
  if (key.status === 'revoked' || key.status === 'disabled') return key.status;
  if (key.status === 'expired') return 'expired';
  if (performance.now() >= key.endsAt) return key.status === 'retiring' ? 'retired' : 'expired';
  if (!keyWorks(key.status)) return 'disabled';
  if (key.suspended) return 'tenant_suspended';
  if (ip !== null && !ipAllowed(ip, key.restrictions)) return 'ip_not_allowed';
  return null;
}

/** Looks keys up by the hash of their secret, over all tenants; the one look-up of credentials that knows no tenant yet. */
export class ApiKeyStore {
  readonly #db: Database;
  readonly #cache = new ShortCache<KnownKey | null>();

  constructor(db: Database, bus: Bus) {
    this.#db = db;
    onKeysChanged(bus, this.#cache);
  }

  /** The key with this secret hash, at most a second old; null when there is none. */
  find(secretHash: Buffer): Promise<KnownKey | null> {
    return this.#cache.find(secretHash.toString('hex'), () => this.load(secretHash));
  }

  /** The same, read from the database now. */
  async load(secretHash: Buffer): Promise<KnownKey | null> {
    const asked = performance.now();
    const row = await this.#db.platformTx(
      (tx) => selectKnownKey(tx).where('k.secret_hash', '=', secretHash).modifyEnd(PREPARED).executeTakeFirst(),
      { 'app.key_hash': secretHash.toString('hex') },
    );
    return row ? knownKey(row, asked) : null;
  }
}

/** Milliseconds until a key ends by time, on the database's clock; null: never. `least` leaves nulls out. */
const LIFE_LEFT = sql<number | null>`extract(epoch from
  least(k.expires_at, case when k.status = 'retiring' then k.retires_at end) - clock_timestamp())::float8 * 1000`;

/** The columns {@link knownKey} takes. */
export function selectKnownKey(tx: Tx) {
  return tx
    .selectFrom('api_keys as k')
    .innerJoin('tenants as t', 't.id', 'k.tenant_id')
    .select(['k.id', 'k.tenant_id', 'k.name', 'k.status', 'k.scopes', 'k.ip_restrictions'])
    .select(sql<boolean>`t.status = 'suspended'`.as('suspended'))
    .select(({ selectFrom }) =>
      selectFrom('whitelist_settings as w')
        .whereRef('w.tenant_id', '=', 'k.tenant_id')
        .where('w.kind', '=', 'ip')
        .select('w.revision')
        .as('whitelist_revision'),
    )
    .select(LIFE_LEFT.as('life_left_ms'));
}

/** A row as calls are judged by it. `asked`: when the question went out, on the monotonic clock. */
export function knownKey(
  row: Awaited<ReturnType<ReturnType<typeof selectKnownKey>['executeTakeFirstOrThrow']>>,
  asked: number,
): KnownKey {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    name: row.name,
    status: row.status,
    suspended: row.suspended,
    scopes: new Set(row.scopes),
    restrictions: ipRestrictions(row.ip_restrictions),
    whitelistRevision: row.whitelist_revision,
    endsAt: row.life_left_ms === null ? Infinity : asked + row.life_left_ms,
  };
}

/** Drops what is cached of a tenant when one of its keys or lists of allowed callers changes, here or in another process. */
export function onKeysChanged(bus: Bus, cache: Pick<ShortCache<null>, 'clear' | 'forgetTenant'>): void {
  bus.onGap(() => cache.clear());
  onWhitelistsChanged(bus, (tenantId) => cache.forgetTenant(tenantId));
  bus.subscribe(KEYS_CHANGED, (payload) => cache.forgetTenant(tenantOf(payload)));
}
