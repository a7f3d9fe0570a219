import { sql, type Updateable } from 'kysely';
import type { DB, Tx } from '../../platform/db.js';
import type { UserRow } from '../accounts.repository.js';
import { actAs } from '../mfa/mfa.repository.js';

interface AvatarsTable {
  token: string;
  user_id: string;
  type: AvatarType;
  data: Buffer;
}

declare module '../../platform/db.js' {
  interface DB {
    avatars: AvatarsTable;
  }
}

/** The forms a picture may have. */
export type AvatarType = 'image/png' | 'image/jpeg' | 'image/webp';

/** Whether a statement failed because somebody else has the address. The transaction is lost then. */
export function isEmailTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === 'users_email'
  );
}

/** Changes what a member says of themselves. Null when `version` is not the present one. */
export async function updateUser(
  tx: Tx,
  userId: string,
  version: number,
  set: Pick<Updateable<DB['users']>, 'name' | 'locale' | 'timezone'>,
): Promise<UserRow | null> {
  await actAs(tx, userId);
  const row = await tx
    .updateTable('users')
    .set({ ...set, version: sql<number>`version + 1` })
    .where('id', '=', userId)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Takes a proven address into use. Fails as {@link isEmailTaken} tells where somebody has it. */
export async function replaceEmail(tx: Tx, userId: string, email: string): Promise<UserRow | null> {
  await actAs(tx, userId);
  const row = await tx
    .updateTable('users')
    .set({ email, email_verified: true, version: sql<number>`version + 1` })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Takes a picture into use in the place of the one before; null removes it. */
export async function replaceAvatar(
  tx: Tx,
  userId: string,
  avatar: { token: string; type: AvatarType; data: Buffer } | null,
): Promise<UserRow | null> {
  await actAs(tx, userId);
  await tx.deleteFrom('avatars').where('user_id', '=', userId).execute();
  if (avatar)
    await tx
      .insertInto('avatars')
      .values({ ...avatar, user_id: userId })
      .execute();
  const row = await tx
    .updateTable('users')
    .set({ avatar_token: avatar?.token ?? null, version: sql<number>`version + 1` })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** The picture behind a token, in a platform transaction. */
export async function selectAvatar(tx: Tx, token: string): Promise<{ type: AvatarType; data: Buffer } | null> {
  const row = await tx.selectFrom('avatars').select(['type', 'data']).where('token', '=', token).executeTakeFirst();
  return row ?? null;
}
