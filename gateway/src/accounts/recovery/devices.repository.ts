import { sql } from 'kysely';
import type { DefaultedTimestamp, Tx } from '../../platform/db.js';

interface KnownDevicesTable {
  user_id: string;
  device: Buffer;
  first_seen_at: DefaultedTimestamp;
  last_seen_at: DefaultedTimestamp;
}

declare module '../../platform/db.js' {
  interface DB {
    known_devices: KnownDevicesTable;
  }
}

const MAX_DEVICES = 50;

/**
 * Notes that a member signed in with a browser. True where it is new: others were seen before, and this one was not. The first
 * of all is nobody's surprise.
 */
export async function noteDevice(tx: Tx, userId: string, device: Buffer): Promise<boolean> {
  const { rows } = await sql<{ others: boolean; known: boolean }>`
    select count(*) > 0 as others, coalesce(bool_or(device = ${device}), false) as known
    from known_devices where user_id = ${userId}`.execute(tx);
  await tx
    .insertInto('known_devices')
    .values({ user_id: userId, device })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'device']).doUpdateSet({ last_seen_at: sql<Date>`clock_timestamp()` }),
    )
    .execute();
  const seen = rows[0] ?? { others: false, known: false };
  if (!seen.known)
    await sql`delete from known_devices where user_id = ${userId} and device in (
      select device from known_devices where user_id = ${userId} order by last_seen_at desc offset ${MAX_DEVICES})`.execute(
      tx,
    );
  return seen.others && !seen.known;
}

/** Forgets a browser: its next sign-in is told of again. */
export async function forgetDevice(tx: Tx, userId: string, device: Buffer): Promise<void> {
  await tx.deleteFrom('known_devices').where('user_id', '=', userId).where('device', '=', device).execute();
}
