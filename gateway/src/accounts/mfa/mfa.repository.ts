import { sql } from 'kysely';
import type { DefaultedTimestamp, Generated, Timestamp, Tx } from '../../platform/db.js';

interface MfaTotpTable {
  user_id: string;
  sealed: Buffer;
  last_step: number;
  enabled_at: DefaultedTimestamp;
}

interface MfaSetupsTable {
  user_id: string;
  sealed: Buffer;
  tries: Generated<number>;
  expires_at: Timestamp;
}

interface MfaRecoveryCodesTable {
  user_id: string;
  hash: Buffer;
  used_at: Timestamp | null;
}

declare module '../../platform/db.js' {
  interface DB {
    mfa_totp: MfaTotpTable;
    mfa_setups: MfaSetupsTable;
    mfa_recovery_codes: MfaRecoveryCodesTable;
  }
}

const SETUP_MINUTES = 10;
/** Nobody mistypes so often: whoever does starts over. */
const SETUP_TRIES = 10;

/** Lets the transaction touch one member's own factors. Every function here needs it, called before. */
export async function actAs(tx: Tx, userId: string): Promise<void> {
  await sql`select set_config('app.user_id', ${userId}, true)`.execute(tx);
}

/** Keeps a secret until its first code, in place of an older one. Gives the time it waits until. */
export async function keepSetup(tx: Tx, userId: string, sealed: Buffer): Promise<Date> {
  const expiresAt = sql<Date>`now() + make_interval(mins => ${SETUP_MINUTES})`;
  const row = await tx
    .insertInto('mfa_setups')
    .values({ user_id: userId, sealed, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ sealed, tries: 0, expires_at: expiresAt }))
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return row.expires_at;
}

/** Counts a try and gives the waiting secret with the tries left after this one; null when it waits no more. */
export async function takeSetup(tx: Tx, userId: string): Promise<{ sealed: Buffer; left: number } | null> {
  const row = await tx
    .updateTable('mfa_setups')
    .set({ tries: sql<number>`tries + 1` })
    .where('user_id', '=', userId)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .where('tries', '<', SETUP_TRIES)
    .returning(['sealed', 'tries'])
    .executeTakeFirst();
  return row ? { sealed: row.sealed, left: SETUP_TRIES - row.tries } : null;
}

/** Turns the waiting secret into the member's factor. False when the member has one already. */
export async function enableTotp(tx: Tx, userId: string, sealed: Buffer, step: number): Promise<boolean> {
  await tx.deleteFrom('mfa_setups').where('user_id', '=', userId).execute();
  const row = await tx
    .insertInto('mfa_totp')
    .values({ user_id: userId, sealed, last_step: step })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The member's secret, and since when it is on. */
export async function selectTotp(tx: Tx, userId: string): Promise<{ sealed: Buffer; enabled_at: Date } | null> {
  const row = await tx
    .selectFrom('mfa_totp')
    .select(['sealed', 'enabled_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses a time step up. False when it, or a later one, was used before: by whatever process. */
export async function useStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mfa_totp')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes the authenticator app off. */
export async function deleteTotp(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('mfa_totp').where('user_id', '=', userId).execute();
}

/** Replaces all recovery codes. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom('mfa_recovery_codes').where('user_id', '=', userId).execute();
  if (hashes.length)
    await tx
      .insertInto('mfa_recovery_codes')
      .values(hashes.map((hash) => ({ user_id: userId, hash, used_at: null })))
      .execute();
}

/** Uses a recovery code up. False when there is none such, or it was used before. */
export async function useRecoveryCode(tx: Tx, userId: string, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mfa_recovery_codes')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('user_id', '=', userId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(tx: Tx, userId: string): Promise<number> {
  const row = await tx
    .selectFrom('mfa_recovery_codes')
    .select(sql<number>`count(*)`.as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.left;
}

/** Notes on the member which kinds of factors they have; gives them. */
export async function noteFactors(tx: Tx, userId: string): Promise<('totp' | 'passkey')[]> {
  const row = await tx
    .updateTable('users')
    .set({
      second_factors: sql<('totp' | 'passkey')[]>`array(
        select 'totp' where exists (select 1 from mfa_totp where user_id = ${userId})
        union all select 'passkey' where exists (select 1 from passkeys where user_id = ${userId}))`,
    })
    .where('id', '=', userId)
    .returning('second_factors')
    .executeTakeFirstOrThrow();
  return row.second_factors;
}

/** The member's living sessions in the transaction's tenant: each process must learn that their factors changed. */
export async function livingSessions(tx: Tx, tenantId: string, userId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('console_sessions')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
