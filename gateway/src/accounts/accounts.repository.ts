import { sql, type GeneratedAlways, type Selectable } from 'kysely';
import type { Role } from '@caas/contract/permissions.js';
import type { DefaultedTimestamp, Generated, TenantsTable, Timestamp, Tx } from '../platform/db.js';
import { newId } from '../platform/ids.js';

interface UsersTable {
  id: string;
  email: string;
  name: string | null;
  /** Null: the member signs in by a provider alone. */
  password_hash: string | null;
  email_verified: Generated<boolean>;
  /** Second factors that are set up; `mfa_enabled` follows it. */
  second_factors: Generated<('totp' | 'passkey')[]>;
  mfa_enabled: GeneratedAlways<boolean>;
  created_at: DefaultedTimestamp;
  /** BCP 47; null: as the browser says. */
  locale: Generated<string | null>;
  /** IANA name; null: as the browser says. */
  timezone: Generated<string | null>;
  /** Where the picture is; null: there is none. */
  avatar_token: Generated<string | null>;
  version: Generated<number>;
}

interface MembershipsTable {
  tenant_id: string;
  user_id: string;
  role: Role;
  created_at: DefaultedTimestamp;
}

interface LoginAttemptsTable {
  account: Buffer;
  failures: number;
  last_at: Timestamp;
  locked_until: Timestamp | null;
}

declare module '../platform/db.js' {
  interface DB {
    users: UsersTable;
    memberships: MembershipsTable;
    login_attempts: LoginAttemptsTable;
  }
}

/** A person as they are stored, with their password's hash. */
export type UserRow = Selectable<UsersTable>;
/** A tenant as it is stored. */
export type TenantRow = Selectable<TenantsTable>;

/** Somebody's place in a tenant. */
export interface Member {
  user: UserRow;
  tenant: TenantRow;
  role: Role;
}

const FAILURES_ALLOWED = 5;
/** How long five wrong passwords lock an account. */
export const LOCK_MINUTES = 15;
const SWEEP_ROWS = 20;

/** What is known of an address before its password is checked. */
export interface LoginAttempt {
  user: UserRow | null;
  /** Seconds until the lock ends; null: the password may be checked. */
  lockedFor: number | null;
  /** Whether a wrong password now locks the account. */
  last: boolean;
}

/** Makes a user in a platform transaction. Null when the address is taken. */
export async function insertUser(
  tx: Tx,
  user: { email: string; name: string | null; passwordHash: string; emailVerified?: boolean },
): Promise<UserRow | null> {
  const row = await tx
    .insertInto('users')
    .values({
      id: newId('usr'),
      email: user.email,
      name: user.name,
      password_hash: user.passwordHash,
      email_verified: user.emailVerified ?? false,
    })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return slug || 'tenant';
}

/** Makes the tenant of the transaction. Its slug comes from the name, with a tail where another tenant has it. */
export async function insertTenant(
  tx: Tx,
  tenant: { id: string; name: string; plan: TenantRow['plan'] },
): Promise<TenantRow> {
  const slug = slugOf(tenant.name);
  for (const candidate of [
    slug,
    `${slug}-${tenant.id.slice(-6).toLowerCase()}`,
    tenant.id.toLowerCase().replace('_', '-'),
  ]) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('tenants')
      .values({ ...tenant, slug: candidate })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) break;
  }
  return tx.selectFrom('tenants').selectAll().where('id', '=', tenant.id).executeTakeFirstOrThrow();
}

/** Gives a user a role in the tenant of the transaction. */
export async function insertMembership(
  tx: Tx,
  membership: { tenantId: string; userId: string; role: Role },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({ tenant_id: membership.tenantId, user_id: membership.userId, role: membership.role })
    .execute();
}

/**
 * Makes a user who is a member of a tenant, in a platform transaction that entered the tenant. Null when the address is taken.
 */
export async function createMember(
  tx: Tx,
  member: {
    tenantId: string;
    email: string;
    name: string | null;
    passwordHash: string;
    role: Role;
    emailVerified?: boolean;
  },
): Promise<UserRow | null> {
  const user = await insertUser(tx, member);
  if (user) await insertMembership(tx, { tenantId: member.tenantId, userId: user.id, role: member.role });
  return user;
}

/** A member of the transaction's tenant. */
export async function selectMember(tx: Tx, tenantId: string, userId: string): Promise<Member | null> {
  const user = await tx.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst();
  const tenant = await tx.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirst();
  const membership = await tx
    .selectFrom('memberships')
    .select('role')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return user && tenant && membership ? { user, tenant, role: membership.role } : null;
}

/** The tenant of the transaction. */
export function selectTenant(tx: Tx, tenantId: string): Promise<TenantRow> {
  return tx.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirstOrThrow();
}

/** The tenant somebody signs in to: their oldest membership. */
export async function selectHomeTenant(tx: Tx, userId: string): Promise<string | null> {
  await sql`select set_config('app.user_id', ${userId}, true)`.execute(tx);
  const row = await tx
    .selectFrom('memberships')
    .select('tenant_id')
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('tenant_id')
    .executeTakeFirst();
  return row?.tenant_id ?? null;
}

/**
 * Counts a try before its password is checked, so that parallel guesses can't outrun the lock. Addresses nobody has are
 * counted alike, so that a lock tells nothing.
 */
export async function takeLoginAttempt(tx: Tx, account: Buffer, email: string): Promise<LoginAttempt> {
  await sql`delete from login_attempts where account in (
    select account from login_attempts where last_at < now() - interval '1 day' limit ${SWEEP_ROWS} for update skip locked)`.execute(
    tx,
  );
  await sql`insert into login_attempts (account, failures, last_at) values (${account}, 0, now()) on conflict do nothing`.execute(
    tx,
  );
  const { rows } = await sql<{ failures: number; locked: number | null; stale: boolean }>`
    select failures, ceil(extract(epoch from locked_until - clock_timestamp()))::int as locked,
      last_at < now() - make_interval(mins => ${LOCK_MINUTES}) or coalesce(locked_until <= clock_timestamp(), false) as stale
    from login_attempts where account = ${account} for update`.execute(tx);
  const found = rows[0] ?? { failures: 0, locked: null, stale: false };
  const user =
    (await tx
      .selectFrom('users')
      .selectAll()
      .where(sql`lower(email)`, '=', email.toLowerCase())
      .executeTakeFirst()) ?? null;
  if (found.locked !== null && found.locked > 0) return { user, lockedFor: found.locked, last: false };
  const failures = found.stale ? 1 : found.failures + 1;
  const last = failures >= FAILURES_ALLOWED;
  await tx
    .updateTable('login_attempts')
    .set({
      failures,
      last_at: sql<Date>`now()`,
      locked_until: last ? sql<Date>`now() + make_interval(mins => ${LOCK_MINUTES})` : null,
    })
    .where('account', '=', account)
    .execute();
  return { user, lockedFor: null, last };
}

/**
 * Whether the acting member's password is still the one that was checked. It stays so until the transaction ends: whoever sets a new
 * one waits, and then finds the session that began with the old one.
 */
export async function holdPassword(tx: Tx, { id, password_hash: checked }: UserRow): Promise<boolean> {
  const row = await tx.selectFrom('users').select('password_hash').where('id', '=', id).forShare().executeTakeFirst();
  return row !== undefined && row.password_hash === checked;
}

/** Forgets the failures of an address after the right password. */
export async function clearLoginAttempts(tx: Tx, account: Buffer): Promise<void> {
  await tx.deleteFrom('login_attempts').where('account', '=', account).execute();
}
