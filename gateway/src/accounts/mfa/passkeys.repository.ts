import { sql, type Selectable } from 'kysely';
import type { DefaultedTimestamp, Timestamp, Tx } from '../../platform/db.js';

interface PasskeysTable {
  id: string;
  user_id: string;
  name: string;
  /** Base64url, as browsers send it. */
  credential_id: string;
  /** COSE. */
  public_key: Buffer;
  counter: number;
  transports: string[];
  synced: boolean;
  created_at: DefaultedTimestamp;
  last_used_at: Timestamp | null;
}

/** What a challenge is for; one made for one purpose serves no other. */
export type ChallengePurpose = 'add' | 'step-up' | 'sign-in' | 'second-step';

interface PasskeyChallengesTable {
  purpose: ChallengePurpose;
  /** Session, waiting sign-in or request. */
  owner: string;
  challenge: string;
  expires_at: Timestamp;
}

declare module '../../platform/db.js' {
  interface DB {
    passkeys: PasskeysTable;
    passkey_challenges: PasskeyChallengesTable;
  }
}

/** A passkey as it is stored. */
export type PasskeyRow = Selectable<PasskeysTable>;

const MINUTES = 5;
const SWEEP_ROWS = 20;

/** Keeps a challenge for its one use, in place of an older one of the same purpose and owner. */
export async function keepChallenge(
  tx: Tx,
  purpose: ChallengePurpose,
  owner: string,
  challenge: string,
): Promise<void> {
  await sql`delete from passkey_challenges where (purpose, owner) in (
    select purpose, owner from passkey_challenges where expires_at < now() limit ${SWEEP_ROWS} for update skip locked)`.execute(
    tx,
  );
  const expiresAt = sql<Date>`now() + make_interval(mins => ${MINUTES})`;
  await tx
    .insertInto('passkey_challenges')
    .values({ purpose, owner, challenge, expires_at: expiresAt })
    .onConflict((conflict) => conflict.columns(['purpose', 'owner']).doUpdateSet({ challenge, expires_at: expiresAt }))
    .execute();
}

/** Takes a challenge; null when none waits. */
export async function takeChallenge(tx: Tx, purpose: ChallengePurpose, owner: string): Promise<string | null> {
  const row = await tx
    .deleteFrom('passkey_challenges')
    .where('purpose', '=', purpose)
    .where('owner', '=', owner)
    .returning(['challenge', sql<boolean>`expires_at > clock_timestamp()`.as('alive')])
    .executeTakeFirst();
  return row?.alive ? row.challenge : null;
}

/** A member's passkeys, oldest first. */
export function selectPasskeys(tx: Tx, userId: string): Promise<PasskeyRow[]> {
  return tx.selectFrom('passkeys').selectAll().where('user_id', '=', userId).orderBy('id').execute();
}

/** Whose passkey has this credential id, in a platform transaction. */
export async function selectPasskeyOwner(tx: Tx, credentialId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('passkeys')
    .select('user_id')
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return row?.user_id ?? null;
}

/** Keeps a new passkey. Null when somebody has it already. */
export async function insertPasskey(
  tx: Tx,
  passkey: Omit<PasskeyRow, 'created_at' | 'last_used_at'>,
): Promise<PasskeyRow | null> {
  const row = await tx
    .insertInto('passkeys')
    .values({ ...passkey, last_used_at: null })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Notes a use. False when the counter did not rise: the passkey may have been copied. Those that never count stay at 0. */
export async function notePasskeyUse(
  tx: Tx,
  id: string,
  { counter, synced }: { counter: number; synced: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ counter, synced, last_used_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where(sql<boolean>`counter < ${counter} or (counter = 0 and ${counter} = 0)`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Renames a member's passkey; null when they have none such. */
export async function renamePasskeyRow(
  tx: Tx,
  userId: string,
  id: string,
  name: string,
): Promise<{ row: PasskeyRow; before: string } | null> {
  const before = await tx
    .selectFrom('passkeys')
    .select('name')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return null;
  const row = await tx
    .updateTable('passkeys')
    .set({ name })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { row, before: before.name };
}

/** Removes a member's passkey; null when they have none such. */
export async function deletePasskey(tx: Tx, userId: string, id: string): Promise<PasskeyRow | null> {
  const row = await tx
    .deleteFrom('passkeys')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}
