import { sql, type Selectable } from 'kysely';
import type { Role } from '@caas/contract/permissions.js';
import type { Generated, Timestamp, Tx } from '../../platform/db.js';

interface TenantSecurityTable {
  tenant_id: string;
  mfa_required: Generated<boolean>;
  mfa_grace_days: Generated<number>;
  mfa_required_since: Timestamp | null;
  /** Null: the installation's. */
  session_idle_seconds: number | null;
  session_max_seconds: number | null;
  version: Generated<number>;
}

declare module '../../platform/db.js' {
  interface DB {
    tenant_security: TenantSecurityTable;
  }
}

/** A tenant's rules for signing in, as they are stored. */
export type TenantSecurityRow = Selectable<TenantSecurityTable>;

/** Where a page of members ended. */
export interface MemberPosition {
  has: boolean;
  email: string;
  id: string;
}

/** A member and what they have set up. */
export interface MemberFactors {
  id: string;
  name: string | null;
  email: string;
  role: Role;
  has: boolean;
  totp: boolean;
  passkeys: number;
  grace_until: Date | null;
  /** What the order compares. */
  sorted: string;
}

/** The tenant's rules. */
export async function selectPolicy(tx: Tx, tenantId: string): Promise<TenantSecurityRow | null> {
  const row = await tx.selectFrom('tenant_security').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst();
  return row ?? null;
}

/** The tenant's rules, locked for a change; made from the defaults where none are kept. */
export async function lockPolicy(tx: Tx, tenantId: string): Promise<TenantSecurityRow> {
  await tx
    .insertInto('tenant_security')
    .values({ tenant_id: tenantId, mfa_required_since: null, session_idle_seconds: null, session_max_seconds: null })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute();
  return tx
    .selectFrom('tenant_security')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Puts changed rules into force. The time of grace begins when a factor becomes required. */
export async function updatePolicy(
  tx: Tx,
  before: TenantSecurityRow,
  change: Partial<
    Pick<TenantSecurityRow, 'mfa_required' | 'mfa_grace_days' | 'session_idle_seconds' | 'session_max_seconds'>
  >,
): Promise<TenantSecurityRow> {
  const { mfa_required: required = before.mfa_required } = change;
  return tx
    .updateTable('tenant_security')
    .set({
      ...change,
      ...(required === before.mfa_required ? {} : { mfa_required_since: required ? sql<Date>`now()` : null }),
      version: before.version + 1,
    })
    .where('tenant_id', '=', before.tenant_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Members of the transaction's tenant, those without a second factor first, then by address. */
export async function selectMemberFactors(
  tx: Tx,
  tenantId: string,
  after: MemberPosition | null,
  limit: number,
): Promise<MemberFactors[]> {
  let query = tx
    .selectFrom('memberships as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .leftJoin('tenant_security as p', 'p.tenant_id', 'm.tenant_id')
    .select(['u.id', 'u.name', 'u.email', 'm.role', 'u.mfa_enabled as has'])
    .select([
      sql<boolean>`'totp' = any(u.second_factors)`.as('totp'),
      sql<number>`(select count(*) from passkeys k where k.user_id = u.id)`.as('passkeys'),
      sql<Date | null>`case when p.mfa_required and not u.mfa_enabled
        then greatest(p.mfa_required_since, m.created_at) + make_interval(days => p.mfa_grace_days) end`.as(
        'grace_until',
      ),
      sql<string>`lower(u.email)`.as('sorted'),
    ])
    .where('m.tenant_id', '=', tenantId);
  if (after)
    query = query.where(
      sql<boolean>`(u.mfa_enabled, lower(u.email) collate "C", u.id) > (${after.has}, ${after.email} collate "C", ${after.id})`,
    );
  return query
    .orderBy('u.mfa_enabled')
    .orderBy(sql`lower(u.email) collate "C"`)
    .orderBy('u.id')
    .limit(limit)
    .execute();
}
