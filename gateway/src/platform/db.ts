import type { Plan } from '@caas/contract/tenant.js';
import type { ColumnType, Generated, Transaction } from 'kysely';

/** A `timestamptz`: read as Date, written as Date or ISO text. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** A `timestamptz` that the database fills in by default. */
export type DefaultedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;
/** A `jsonb` column: read as a value, written as JSON text (`JSON.stringify`), since the driver sends arrays as PostgreSQL arrays. */
export type Json<T> = ColumnType<T, string, string>;

/** Writes that came with an `Idempotency-Key`, and their answers less the secrets. */
export interface IdempotencyKeysTable {
  tenant_id: string;
  actor: string;
  key: string;
  attempt: string;
  request_hash: Buffer;
  /** `running` until the change commits, `committed` until the answer is kept, then `answered`. */
  state: 'running' | 'committed' | 'answered';
  status: number | null;
  body: Json<unknown> | null;
  locked_until: Timestamp;
  created_at: DefaultedTimestamp;
}

/** The audit log. Rows come in through `audit_append` alone and never change. */
export interface AuditEventsTable {
  tenant_id: string;
  seq: number;
  id: string;
  occurred_at: Timestamp;
  actor_type: string;
  actor_id: string | null;
  actor_name: string;
  action: string;
  resource_type: string;
  resource_id: string;
  resource_name: string | null;
  ip: string | null;
  user_agent: string | null;
  result: 'success' | 'failure';
  changes: Json<{ field: string; before: unknown; after: unknown }[]> | null;
  details: Json<Record<string, unknown>> | null;
  leaf: Buffer;
  hash: Buffer;
}

/** The end of each tenant's audit chain. */
export interface AuditHeadsTable {
  tenant_id: string;
  seq: number;
  hash: Buffer;
}

/** Keys the gateway signs with. */
export interface SigningKeysTable {
  id: string;
  purpose: string;
  /** Private JWK, encrypted under the master key. */
  sealed: Buffer;
  public_jwk: Json<Record<string, unknown>>;
  created_at: DefaultedTimestamp;
}

/** Stands here and not in a module, since several read it. */
export interface TenantsTable {
  id: string;
  name: string;
  slug: string;
  plan: Plan;
  status: Generated<'active' | 'suspended'>;
  logo_url: string | null;
  timezone: Generated<string>;
  locale: Generated<string>;
  created_at: DefaultedTimestamp;
}

/**
 * The tables, for Kysely. A module adds its own by interface merging:
 * `declare module '../platform/db.js' { interface DB { api_keys: ApiKeysTable } }`.
 * `bigint` columns and `count(*)` arrive as numbers.
 */
export interface DB {
  tenants: TenantsTable;
  idempotency_keys: IdempotencyKeysTable;
  audit_events: AuditEventsTable;
  audit_heads: AuditHeadsTable;
  signing_keys: SigningKeysTable;
}

/** A transaction. All SQL runs in one, so that it always has a tenant (or is plainly without). */
export type Tx = Transaction<DB>;
export type { Generated };
