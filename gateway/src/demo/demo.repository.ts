import { sql } from 'kysely';
import type { Tx } from '../platform/db.js';
import '../platform/api-key-row.js';
import type { DemoCaller, DemoHour, DemoUsage } from './demo.figures.js';

/** Dates a tenant back. */
export async function dateTenant(tx: Tx, tenantId: string, createdAt: Date, timezone: string): Promise<void> {
  await tx.updateTable('tenants').set({ created_at: createdAt, timezone }).where('id', '=', tenantId).execute();
}

/** Dates a key back, and lets it end as it did. */
export async function dateKey(
  tx: Tx,
  keyId: string,
  createdAt: Date,
  revoked: { at: Date; by: string } | null,
): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({
      created_at: createdAt,
      secret_delivered: true,
      ...(revoked ? { status: 'revoked', revoked_at: revoked.at, revoked_by: revoked.by } : {}),
    })
    .where('id', '=', keyId)
    .execute();
}

/** Stores the invented calls of a key. */
export async function insertUsage(tx: Tx, tenantId: string, keyId: string, usage: DemoUsage): Promise<void> {
  await sql`insert into api_key_hours (tenant_id, key_id, hour, calls, errors)
    select ${tenantId}, key_id, hour, calls, errors
      from jsonb_to_recordset(${JSON.stringify(usage.hours satisfies DemoHour[])}::jsonb) as r(key_id text, hour timestamptz, calls bigint, errors bigint)`.execute(
    tx,
  );
  await sql`insert into api_key_callers (tenant_id, key_id, minute, ip, user_agent, calls, last_seen_at)
    select ${tenantId}, key_id, minute, ip, user_agent, calls, last_seen_at
      from jsonb_to_recordset(${JSON.stringify(usage.callers satisfies DemoCaller[])}::jsonb)
        as r(key_id text, minute timestamptz, ip text, user_agent text, calls bigint, last_seen_at timestamptz)`.execute(
    tx,
  );
  if (usage.last) await insertLastUse(tx, tenantId, keyId, usage.last);
}

/** Stores when a key was last let in, and from where. */
export async function insertLastUse(
  tx: Tx,
  tenantId: string,
  keyId: string,
  { at, ip }: { at: string; ip: string },
): Promise<void> {
  await tx
    .insertInto('api_key_last_use')
    .values({ key_id: keyId, tenant_id: tenantId, last_used_at: at, last_used_ip: ip })
    .execute();
}

/** Whether a tenant is there. */
export async function tenantExists(tx: Tx, tenantId: string): Promise<boolean> {
  return (await tx.selectFrom('tenants').where('id', '=', tenantId).select('id').executeTakeFirst()) !== undefined;
}
