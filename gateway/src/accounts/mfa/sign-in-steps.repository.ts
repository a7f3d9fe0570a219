import { sql } from 'kysely';
import type { Timestamp, Tx } from '../../platform/db.js';

/** What was proven before the second step. */
export type FirstProof = 'password' | 'google' | 'github';

interface SignInStepsTable {
  hash: Buffer;
  user_id: string;
  first: FirstProof;
  expires_at: Timestamp;
}

declare module '../../platform/db.js' {
  interface DB {
    sign_in_steps: SignInStepsTable;
  }
}

const MINUTES = 5;
const SWEEP_ROWS = 20;

/** Keeps a sign-in that waits for its second step. */
export async function insertStep(tx: Tx, hash: Buffer, userId: string, first: FirstProof): Promise<void> {
  await sql`delete from sign_in_steps where hash in (
    select hash from sign_in_steps where expires_at < now() limit ${SWEEP_ROWS} for update skip locked)`.execute(tx);
  await tx
    .insertInto('sign_in_steps')
    .values({ hash, user_id: userId, first, expires_at: sql<Date>`now() + make_interval(mins => ${MINUTES})` })
    .execute();
}

/**
 * Whose sign-in waits under a token; null when none does. With `lock` tries of one sign-in come one after the other, and those
 * behind the one that succeeds find nothing.
 */
export async function selectStep(
  tx: Tx,
  hash: Buffer,
  { lock = false } = {},
): Promise<{ user_id: string; first: FirstProof } | null> {
  const query = tx
    .selectFrom('sign_in_steps')
    .select(['user_id', 'first'])
    .where('hash', '=', hash)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

/** Ends the waiting: the sign-in is finished. */
export async function deleteStep(tx: Tx, hash: Buffer): Promise<void> {
  await tx.deleteFrom('sign_in_steps').where('hash', '=', hash).execute();
}

/** Ends all waiting sign-ins of a member: what they had proven first counts no more. */
export async function deleteStepsOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('sign_in_steps').where('user_id', '=', userId).execute();
}
