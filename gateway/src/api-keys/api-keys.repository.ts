import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { KeyCaller, listApiKeys } from '@caas/contract/api-keys.js';
import { withoutSecrets } from '@caas/contract/text.js';
import { selectKeyQuota } from '../platform/api-key-create.js';
import { KEY_IS_DUE, selectApiKeys, type ApiKeyRow } from '../platform/api-key-row.js';
import { changedBy } from '../platform/api-key-settle.js';
import type { AuditContext } from '../platform/audit.js';
import type { Tx } from '../platform/db.js';
import { PREPARED } from '../platform/lazy-begin.js';
import { containing } from '../platform/like.js';
import { problem } from '../platform/problem.js';

/** The most callers an answer names. */
const CALLERS = 20;
const EXPIRING_DAYS = 14;

type ListQuery = z.output<typeof listApiKeys.query>;

/** Where a page ended: by its place among keys that are listed with their pair or those that are over, its sort value, and the key within its pair. */
export interface ListPosition {
  /** 1 where the key is over. */
  over: number;
  value: string | null;
  pair: string;
  rank: number;
  id: string;
}

/** A listed key with what its page is ordered by. */
export type ListedRow = ApiKeyRow & { over: number; position_value: string | null; rank: number };

/**
 * Keys that are over stand behind all others, whatever the order and each for itself, also where their pair lives on. A primary that
 * somebody gave up while the key beside it still works is part of a running rotation.
 */
const OVER = sql<number>`(case when (k.status in ('expired', 'revoked') or ${KEY_IS_DUE}) and (k.role <> 'primary' or not exists (
    select from api_keys m where m.tenant_id = k.tenant_id and m.pair_id = k.pair_id and m.status in ('secondary', 'retiring')
      and m.deleted_at is null)) then 1 else 0 end)`;
const TIME = sql`'YYYY-MM-DD"T"HH24:MI:SS.US'`;
/** Texts compare byte by byte (`C`), so that the order does not depend on the server's language. A pair stands by its primary, or its latest use. */
const SORT_VALUE = {
  created_at: sql<
    string | null
  >`to_char((case when ${OVER} = 1 then k.created_at else p.created_at end) at time zone 'UTC', ${TIME})`,
  name: sql<string | null>`lower(p.name)`,
  last_used_at: sql<
    string | null
  >`to_char((case when ${OVER} = 1 then u.last_used_at else (select max(x.last_used_at) from api_keys m join api_key_last_use x on x.key_id = m.id
    where m.tenant_id = p.tenant_id and m.pair_id = p.pair_id and m.deleted_at is null) end) at time zone 'UTC', ${TIME})`,
};
/** Within a pair: the primary, then the key that waits or retires beside it, then those that are over. */
const RANK = sql<number>`(case when k.role = 'primary' then 0 when k.status in ('secondary', 'retiring') then 1 else 2 end)`;

/** Keys that match, pair by pair: at most `limit` of them from `after` on. */
export async function listKeys(
  tx: Tx,
  tenantId: string,
  query: ListQuery,
  limit: number,
  after: ListPosition | null,
): Promise<ListedRow[]> {
  const down = query.sort.startsWith('-');
  const field = down ? query.sort.slice(1) : query.sort;
  const value = sql<string>`coalesce(${field === 'name' ? SORT_VALUE.name : field === 'last_used_at' ? SORT_VALUE.last_used_at : SORT_VALUE.created_at}, '') collate "C"`;
  const order = down ? 'desc' : 'asc';
  let select = matching(tx, tenantId, query)
    .innerJoin('api_keys as p', (join) =>
      join
        // The index is by tenant first: without it, the primaries of all tenants are walked for each key.
        .onRef('p.tenant_id', '=', 'k.tenant_id')
        .onRef('p.pair_id', '=', 'k.pair_id')
        .on('p.role', '=', 'primary')
        .on('p.deleted_at', 'is', null),
    )
    .select([OVER.as('over'), value.as('position_value'), RANK.as('rank')])
    .orderBy(OVER)
    .orderBy(value, order)
    .orderBy(sql`k.pair_id collate "C"`, order)
    .orderBy(RANK)
    .orderBy('k.id', 'desc')
    .limit(limit);
  if (after) {
    const beyond = down ? sql`<` : sql`>`;
    select = select.where(sql<boolean>`(${OVER} > ${after.over} or ${OVER} = ${after.over} and (
      (${value}, k.pair_id collate "C") ${beyond} (${after.value ?? ''} collate "C", ${after.pair} collate "C")
      or (${value} = ${after.value ?? ''} collate "C" and k.pair_id = ${after.pair} and (${RANK} > ${after.rank} or (${RANK} = ${after.rank} and k.id < ${after.id})))))`);
  }
  return select.modifyEnd(PREPARED).execute();
}

/** How many keys match, how many of all count for the plan, and how many of those it allows. */
export function countKeys(
  tx: Tx,
  tenantId: string,
  query: ListQuery,
): Promise<{ total: number; used: number; limit: number }> {
  const total = matching(tx, tenantId, query)
    .clearSelect()
    .select((expression) => expression.fn.countAll<number>().as('total'));
  return selectKeyQuota(tx, tenantId)
    .select(total.$asScalar().$notNull().as('total'))
    .modifyEnd(PREPARED)
    .executeTakeFirstOrThrow();
}

function matching(tx: Tx, tenantId: string, { status, scope, q }: ListQuery) {
  let select = selectApiKeys(tx).where('k.tenant_id', '=', tenantId);
  if (status === 'expiring') {
    select = select
      .where('k.status', 'in', ['active', 'rotating', 'secondary', 'retiring'])
      .where(sql<boolean>`not ${KEY_IS_DUE}`)
      .where(sql<boolean>`k.expires_at <= clock_timestamp() + make_interval(days => ${EXPIRING_DAYS})`);
  } else if (status === 'expired') {
    select = select.where(sql<boolean>`(k.status = 'expired' or ${KEY_IS_DUE})`);
  } else if (status) {
    select = select.where('k.status', '=', status).where(sql<boolean>`not ${KEY_IS_DUE}`);
  }
  if (scope) select = select.where(sql<boolean>`${scope} = any(k.scopes)`);
  if (q) {
    const pattern = containing(withoutSecrets(q));
    select = select.where(sql<boolean>`(k.name ilike ${pattern} or k.note ilike ${pattern} or k.prefix ilike ${pattern}
      or k.last4 ilike ${pattern} or k.prefix || k.last4 ilike ${pattern} or k.id ilike ${pattern})`);
  }
  return select;
}

/** One key; throws `not_found`, the same for unknown, deleted and foreign ids. */
export async function findKey(tx: Tx, tenantId: string, id: string): Promise<ApiKeyRow> {
  const row = await selectApiKeys(tx).where('k.tenant_id', '=', tenantId).where('k.id', '=', id).executeTakeFirst();
  if (!row) throw problem('not_found', { detail: 'There is no such key.' });
  return row;
}

/** The other key of a pair that waits or retires, or the pair's primary when `key` is that one. */
export async function findBeside(tx: Tx, key: ApiKeyRow): Promise<ApiKeyRow | null> {
  const others = selectApiKeys(tx).where('k.pair_id', '=', key.pair_id).where('k.id', '!=', key.id);
  const row = await (
    key.role === 'primary'
      ? others.where('k.status', 'in', ['secondary', 'retiring'])
      : others.where('k.role', '=', 'primary')
  ).executeTakeFirst();
  return row ?? null;
}

/** Gives all keys of a pair one name. */
export async function renamePair(tx: Tx, call: AuditContext, pairId: string, name: string): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set((expression) => ({ name, ...changedBy(call), version: expression('version', '+', 1) }))
    .where('pair_id', '=', pairId)
    .where('deleted_at', 'is', null)
    .execute();
}

/** Keeps when a key passed the gateway's test and who asked for it; null where it failed. */
export async function keepTest(
  tx: Tx,
  keyId: string,
  passed: { at: Date; by: ApiKeyRow['created_by'] } | null,
): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ tested_at: passed?.at ?? null, tested_by: passed && JSON.stringify(passed.by) })
    .where('id', '=', keyId)
    .execute();
}

/**
 * Takes a key out of all lists and makes its secret unfit for ever. Where it was its pair's primary, the newest key left takes
 * that place, so that each pair in a list starts with one.
 */
export async function removeKey(tx: Tx, key: ApiKeyRow): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ deleted_at: sql`clock_timestamp()`, secret_hash: null })
    .where('id', '=', key.id)
    .execute();
  const primary = await tx
    .selectFrom('api_keys')
    .where('pair_id', '=', key.pair_id)
    .where('role', '=', 'primary')
    .where('deleted_at', 'is', null)
    .select('id')
    .executeTakeFirst();
  if (primary) return;
  await sql`update api_keys set role = 'primary' where id = (
    select id from api_keys where pair_id = ${key.pair_id} and deleted_at is null order by (status = 'retiring') desc, id desc limit 1)`.execute(
    tx,
  );
}

/** Calls of a key within the last `minutes`, who made them, and the latest: the most callers an answer names, those with most calls first. */
export async function recentCalls(
  tx: Tx,
  tenantId: string,
  keyId: string,
  minutes: number,
): Promise<{ calls: number; callers: KeyCaller[]; last: { at: string; ip: string | null } | null }> {
  // Selected, it is one moment for all rows: as it changes while one looks, the index would not be asked by it.
  const since = sql<Date>`(select clock_timestamp() - make_interval(mins => ${minutes}))`;
  // What is over all callers comes with each row, so that a key with thousands of them sends but a few.
  const rows = await tx
    .selectFrom('api_key_callers')
    // The index is by tenant first.
    .where('tenant_id', '=', tenantId)
    .where('key_id', '=', keyId)
    // The minute in which the window opens counts where it was called after that moment.
    .where('minute', '>', sql<Date>`${since} - interval '1 minute'`)
    .where('last_seen_at', '>', since)
    .groupBy(['ip', 'user_agent'])
    .select(['ip', 'user_agent'])
    .select((expression) => [
      sql<number>`sum(calls)::bigint`.as('calls'),
      expression.fn.max('last_seen_at').as('last_seen_at'),
      sql<number>`(sum(sum(calls)) over ())::bigint`.as('all_calls'),
      sql<Date>`max(max(last_seen_at)) over ()`.as('last_at'),
      sql<string>`first_value(ip) over (order by max(last_seen_at) desc)`.as('last_ip'),
    ])
    .orderBy(sql`ip = ''`)
    .orderBy('calls', 'desc')
    .orderBy('ip')
    .limit(CALLERS)
    .execute();
  const [first] = rows;
  return {
    calls: first?.all_calls ?? 0,
    callers: rows
      .filter((row) => row.ip !== '')
      .map((row) => ({
        ip: row.ip,
        user_agent: row.user_agent || null,
        calls: row.calls,
        last_seen_at: new Date(row.last_seen_at).toISOString(),
      })),
    last: first ? { at: new Date(first.last_at).toISOString(), ip: first.last_ip || null } : null,
  };
}

/** Calls of a key by hour within a window; hours without calls are left out. */
export async function callsByHour(
  tx: Tx,
  keyId: string,
  from: string,
  to: string,
): Promise<{ t: string; calls: number; errors: number }[]> {
  const rows = await tx
    .selectFrom('api_key_hours')
    .where('key_id', '=', keyId)
    .where('hour', '>', sql<Date>`${from}::timestamptz - interval '1 hour'`)
    .where('hour', '<=', new Date(to))
    .select(['hour', 'calls', 'errors'])
    .orderBy('hour')
    .execute();
  return rows.map((row) => ({ t: row.hour.toISOString(), calls: row.calls, errors: row.errors }));
}

/** The database's clock: deadlines are judged and set by it alone. */
export async function databaseTime(tx: Tx): Promise<Date> {
  const { now } = await tx.selectNoFrom(sql<Date>`clock_timestamp()`.as('now')).executeTakeFirstOrThrow();
  return now;
}
