import { sql } from 'kysely';
import { KEY_REFUSED } from '../platform/api-key-refusals.js';
import { KEY_IS_DUE } from '../platform/api-key-row.js';
import type { Tx } from '../platform/db.js';

const LIVE = ['active', 'rotating', 'secondary', 'retiring'] as const;

/** Calls of all keys by hour: the hours of the last `count` up to now, oldest first, `offset` hours back. Hours without calls are left out. */
export async function callsByHour(
  tx: Tx,
  tenantId: string,
  count: number,
  offset: number,
): Promise<{ t: Date; calls: number; errors: number }[]> {
  return tx
    .selectFrom('api_key_hours')
    .where('tenant_id', '=', tenantId)
    .where('hour', '>', sql<Date>`date_trunc('hour', now()) - make_interval(hours => ${count + offset})`)
    .where('hour', '<=', sql<Date>`date_trunc('hour', now()) - make_interval(hours => ${offset})`)
    .groupBy('hour')
    .orderBy('hour')
    .select(['hour as t', sql<number>`sum(calls)::bigint`.as('calls'), sql<number>`sum(errors)::bigint`.as('errors')])
    .execute();
}

/** When the tenant began and what time it is, both by the database. */
export async function tenantClock(tx: Tx, tenantId: string): Promise<{ since: Date; now: Date }> {
  return tx
    .selectFrom('tenants')
    .where('id', '=', tenantId)
    .select(['created_at as since', sql<Date>`now()`.as('now')])
    .executeTakeFirstOrThrow();
}

/** Whether a member has not proven their e-mail address. */
export async function isUnverified(tx: Tx, userId: string): Promise<boolean> {
  const user = await tx.selectFrom('users').where('id', '=', userId).select('email_verified').executeTakeFirst();
  return user?.email_verified === false;
}

/** A working key with what tells whether somebody should look at it. */
export type WatchedKey = Awaited<ReturnType<typeof watchedKeys>>[number];

/** The keys that work now, with their calls of the last hour and day. */
export async function watchedKeys(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('api_keys as k')
    .leftJoin('api_key_last_use as u', 'u.key_id', 'k.id')
    .where('k.tenant_id', '=', tenantId)
    .where('k.deleted_at', 'is', null)
    .where('k.status', 'in', LIVE)
    .where(sql<boolean>`not ${KEY_IS_DUE}`)
    .select([
      'k.id',
      'k.name',
      'k.role',
      'k.status',
      'k.created_at',
      'k.expires_at',
      'k.retires_at',
      'u.last_used_at',
      'u.last_used_ip',
    ])
    .select(
      sql<number>`coalesce((select sum(c.calls) from api_key_callers c
      where c.key_id = k.id and c.minute > now() - interval '61 minutes' and c.last_seen_at > now() - interval '1 hour'), 0)::bigint`.as(
        'calls_1h',
      ),
    )
    .orderBy('k.id')
    .execute();
}

/** Calls and errors of the last 24 hours by key, also of keys that no longer work. */
export async function callsByKey(
  tx: Tx,
  tenantId: string,
): Promise<{ id: string; name: string; calls: number; errors: number }[]> {
  return tx
    .selectFrom('api_key_hours as h')
    .innerJoin('api_keys as k', 'k.id', 'h.key_id')
    .where('h.tenant_id', '=', tenantId)
    .where('k.deleted_at', 'is', null)
    .where('h.hour', '>', sql<Date>`now() - interval '24 hours'`)
    .groupBy(['k.id', 'k.name'])
    .select([
      'k.id',
      'k.name',
      sql<number>`sum(h.calls)::bigint`.as('calls'),
      sql<number>`sum(h.errors)::bigint`.as('errors'),
    ])
    .orderBy('k.id')
    .execute();
}

/** Keys that showed up in a browser within a week, from the audit log. */
export async function keysInBrowsers(
  tx: Tx,
  tenantId: string,
): Promise<{ id: string; name: string | null; refusals: number; last_at: Date; origin: string | null }[]> {
  const { rows } = await sql<{
    id: string;
    name: string | null;
    refusals: number;
    last_at: Date;
    origin: string | null;
  }>`
    select e.resource_id as id, max(e.resource_name) as name, count(*) as refusals, max(e.occurred_at) as last_at,
        (array_agg(e.details ->> 'origin' order by e.seq desc))[1] as origin
      from audit_events e join api_keys k on k.id = e.resource_id and k.deleted_at is null and k.status not in ('revoked', 'expired')
      where e.tenant_id = ${tenantId} and e.action = ${KEY_REFUSED} and e.occurred_at > now() - interval '7 days'
        and e.actor_type = 'api_key' and e.resource_type = 'api-key' and e.details ->> 'reason' = 'key_in_browser'
      group by e.resource_id order by max(e.seq) desc limit 20`.execute(tx);
  return rows;
}
