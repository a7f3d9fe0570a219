import { sql } from 'kysely';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { KeyScope } from '@caas/contract/endpoint.js';
import type { KeyStatus } from '@caas/contract/key-status.js';
import type { DefaultedTimestamp, Generated, Json, Timestamp, Tx } from './db.js';

type ActorName = ApiKey['created_by'];

interface ApiKeysTable {
  id: string;
  tenant_id: string;
  pair_id: string;
  role: 'primary' | 'secondary';
  status: KeyStatus;
  name: string;
  note: string | null;
  prefix: string;
  last4: string;
  secret_hash: Buffer | null;
  secret_delivered: boolean | null;
  scopes: KeyScope[];
  ip_restrictions: string[];
  overlap_seconds: number | null;
  created_at: DefaultedTimestamp;
  created_by: Json<ActorName>;
  expires_at: Timestamp | null;
  retires_at: Timestamp | null;
  tested_at: Timestamp | null;
  tested_by: Json<ActorName> | null;
  replaced_at: Timestamp | null;
  replaced_by: Json<ActorName> | null;
  revoked_at: Timestamp | null;
  revoked_by: Json<ActorName> | null;
  version: Generated<number>;
  changed_by: Json<ActorName> | null;
  deleted_at: Timestamp | null;
}

interface PlansTable {
  id: string;
  api_keys: number;
}

interface ApiKeyLastUseTable {
  key_id: string;
  tenant_id: string;
  last_used_at: Timestamp;
  last_used_ip: string;
}

interface ApiKeyHoursTable {
  tenant_id: string;
  key_id: string;
  hour: Timestamp;
  calls: number;
  errors: number;
}

interface ApiKeyCallersTable {
  tenant_id: string;
  key_id: string;
  minute: Timestamp;
  /** Empty: callers beyond the number that is told apart. */
  ip: string;
  user_agent: string;
  calls: number;
  /** Of the calls, those that were refused. */
  refused: Generated<number>;
  last_seen_at: Timestamp;
}

declare module './db.js' {
  interface DB {
    plans: PlansTable;
    api_keys: ApiKeysTable;
    api_key_last_use: ApiKeyLastUseTable;
    api_key_hours: ApiKeyHoursTable;
    api_key_callers: ApiKeyCallersTable;
  }
}

/** Whether a key is over by time, whatever its stored status says: the sweep may come a second later. */
export const KEY_IS_DUE = sql<boolean>`(k.status not in ('expired', 'revoked')
  and coalesce(k.expires_at <= clock_timestamp() or (k.status = 'retiring' and k.retires_at <= clock_timestamp()), false))`;

/** The tenant's keys that were not deleted, with their last use, as {@link toApiKey} takes them. */
export function selectApiKeys(tx: Tx) {
  return (
    tx
      .selectFrom('api_keys as k')
      .leftJoin('api_key_last_use as u', 'u.key_id', 'k.id')
      .where('k.deleted_at', 'is', null)
      .select([
        'k.id',
        'k.pair_id',
        'k.role',
        'k.name',
        'k.note',
        'k.prefix',
        'k.last4',
        'k.secret_hash',
        'k.scopes',
        'k.ip_restrictions',
        'k.overlap_seconds',
        'k.created_at',
        'k.created_by',
        'k.expires_at',
        'k.retires_at',
        'k.tested_at',
        'k.tested_by',
        'k.replaced_at',
        'k.replaced_by',
        'k.revoked_at',
        'k.revoked_by',
        'k.version',
        'k.changed_by',
        'u.last_used_at',
        'u.last_used_ip',
      ])
      // For the moment between the commit and the mark that the answer went out, it is taken for granted.
      .select(
        sql<boolean>`coalesce(k.secret_delivered, k.created_at > now() - interval '10 seconds')`.as('secret_delivered'),
      )
      .select(sql<KeyStatus>`case when ${KEY_IS_DUE} then 'expired' else k.status end`.as('status'))
  );
}

/** A key as the repositories hand it around. */
export type ApiKeyRow = Awaited<ReturnType<ReturnType<typeof selectApiKeys>['executeTakeFirstOrThrow']>>;

const time = (date: Date | null): string | null => date?.toISOString() ?? null;

/** A row as the API shows it. */
export function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    prefix: row.prefix,
    last4: row.last4,
    scopes: row.scopes,
    status: row.status,
    role: row.role,
    pair_id: row.pair_id,
    created_at: row.created_at.toISOString(),
    created_by: row.created_by,
    expires_at: time(row.expires_at),
    last_used_at: time(row.last_used_at),
    last_used_ip: row.last_used_ip || null,
    retires_at: row.status === 'retiring' ? time(row.retires_at) : null,
    tested_at: time(row.tested_at),
    tested_by: row.tested_by,
    replaced_at: time(row.replaced_at),
    replaced_by: row.replaced_by,
    overlap_seconds: row.status === 'secondary' ? row.overlap_seconds : null,
    revoked_at: time(row.revoked_at),
    revoked_by: row.revoked_by,
    secret_delivered: row.secret_delivered,
    ip_restrictions: row.ip_restrictions,
    version: row.version,
  };
}
