import { sql } from 'kysely';
import type { DefaultedTimestamp, Generated, Timestamp, Tx } from '../../platform/db.js';

interface MfaAttemptsTable {
  user_id: string;
  in_a_row: Generated<number>;
  in_a_day: Generated<number>;
  day_from: DefaultedTimestamp;
  locked_until: Timestamp | null;
}

declare module '../../platform/db.js' {
  interface DB {
    mfa_attempts: MfaAttemptsTable;
  }
}

const IN_A_ROW = 5;
/**
 * Three codes of a million count at any time, so a guess is right with 3e-6. Two of these days may touch within 24 hours: 30
 * guesses, 9e-5 at most. ASVS and the house ask for less than 1e-4 a day and account.
 */
const IN_A_DAY = 15;
const LOCK_MINUTES = 15;

/** Where a member stands with wrong codes; the row stays locked until the transaction ends, so guesses can't run side by side. */
export interface Attempts {
  inARow: number;
  inADay: number;
  /** Seconds until codes are looked at again; 0: now. */
  lockedFor: number;
}

/** Locks and reads the count of a member. */
export async function lockAttempts(tx: Tx, userId: string): Promise<Attempts> {
  await tx
    .insertInto('mfa_attempts')
    .values({ user_id: userId, locked_until: null })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute();
  const { rows } = await sql<{ in_a_row: number; in_a_day: number; locked: number | null; new_day: boolean }>`
    select in_a_row, in_a_day, ceil(extract(epoch from locked_until - clock_timestamp()))::int as locked,
      day_from < clock_timestamp() - interval '1 day' as new_day
    from mfa_attempts where user_id = ${userId} for update`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('The attempts of a member were not kept');
  if (row.new_day)
    await tx
      .updateTable('mfa_attempts')
      .set({ in_a_day: 0, day_from: sql<Date>`clock_timestamp()` })
      .where('user_id', '=', userId)
      .execute();
  const lockedFor = Math.max(0, row.locked ?? 0);
  return {
    // A lock that is over starts the row anew.
    inARow: row.locked !== null && lockedFor === 0 ? 0 : row.in_a_row,
    inADay: row.new_day ? 0 : row.in_a_day,
    lockedFor,
  };
}

/** Counts a wrong code. Gives how many more are looked at before the lock; 0 when this one locked. */
export async function countFailure(tx: Tx, userId: string, attempts: Attempts): Promise<number> {
  const [inARow, inADay] = [attempts.inARow + 1, attempts.inADay + 1];
  const left = Math.max(0, Math.min(IN_A_ROW - inARow, IN_A_DAY - inADay));
  const lock =
    inADay >= IN_A_DAY
      ? sql<Date>`greatest(day_from + interval '1 day', clock_timestamp() + make_interval(mins => ${LOCK_MINUTES}))`
      : sql<Date>`clock_timestamp() + make_interval(mins => ${LOCK_MINUTES})`;
  await tx
    .updateTable('mfa_attempts')
    .set({ in_a_row: inARow, in_a_day: inADay, locked_until: left === 0 ? lock : null })
    .where('user_id', '=', userId)
    .execute();
  return left;
}

/** A right code ends the row of wrong ones; the day's count stays, or guessing between two sign-ins would be free. */
export async function clearRow(tx: Tx, userId: string): Promise<void> {
  await tx.updateTable('mfa_attempts').set({ in_a_row: 0, locked_until: null }).where('user_id', '=', userId).execute();
}
