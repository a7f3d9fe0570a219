import { sql } from 'kysely';
import type { Tx } from '../../platform/db.js';
import { enterTenant } from '../../platform/tenant.js';
import type { UserRow } from '../accounts.repository.js';
import { actAs } from '../mfa/mfa.repository.js';

/** Who has an address, in a platform transaction. */
export async function selectUserByEmail(tx: Tx, email: string): Promise<UserRow | null> {
  const row = await tx
    .selectFrom('users')
    .selectAll()
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();
  return row ?? null;
}

/** The tenants a user belongs to, oldest membership first. */
export async function selectTenantIds(tx: Tx, userId: string): Promise<string[]> {
  await actAs(tx, userId);
  const rows = await tx
    .selectFrom('memberships')
    .select('tenant_id')
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('tenant_id')
    .execute();
  return rows.map(({ tenant_id }) => tenant_id);
}

/** What everybody knows of a member: name, address, names of their companies. In a platform transaction. */
export async function selectKnownNames(tx: Tx, userId: string): Promise<string[]> {
  const user = await tx.selectFrom('users').select(['name', 'email']).where('id', '=', userId).executeTakeFirst();
  const names = [user?.name, user?.email];
  for (const tenantId of await selectTenantIds(tx, userId)) {
    const tenant = await tx.selectFrom('tenants').select('name').where('id', '=', tenantId).executeTakeFirst();
    names.push(tenant?.name);
  }
  return names.filter((name) => typeof name === 'string');
}

/** Notes that a member's address is theirs. */
export async function setEmailVerified(tx: Tx, userId: string): Promise<void> {
  await actAs(tx, userId);
  await tx
    .updateTable('users')
    .set({ email_verified: true, version: sql<number>`version + 1` })
    .where('id', '=', userId)
    .execute();
}

/** Sets a password. `verified`: the address that is proven with it, if the member still has it. */
export async function setPassword(
  tx: Tx,
  userId: string,
  passwordHash: string,
  { verified }: { verified: string | null } = { verified: null },
): Promise<UserRow | null> {
  await actAs(tx, userId);
  const row = await tx
    .updateTable('users')
    .set({
      password_hash: passwordHash,
      email_verified: sql<boolean>`email_verified or coalesce(lower(email) = lower(${verified}), false)`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Makes a password useless: a new one comes by mail. */
export async function dropPassword(tx: Tx, userId: string): Promise<void> {
  await actAs(tx, userId);
  await tx.updateTable('users').set({ password_hash: null }).where('id', '=', userId).execute();
}

/** Does something in each of a user's tenants, and leaves the transaction in the one it was in ('': in none). */
export async function inEachTenant(
  tx: Tx,
  userId: string,
  present: string,
  work: (tenantId: string) => Promise<void>,
): Promise<void> {
  for (const tenantId of await selectTenantIds(tx, userId)) {
    await enterTenant(tx, tenantId);
    await work(tenantId);
  }
  await enterTenant(tx, present);
}
