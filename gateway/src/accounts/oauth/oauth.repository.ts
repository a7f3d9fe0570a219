import { sql } from 'kysely';
import type { OAuthProvider } from '@caas/contract/oauth.js';
import type { DefaultedTimestamp, Timestamp, Tx } from '../../platform/db.js';

interface OAuthIdentitiesTable {
  provider: OAuthProvider;
  subject: string;
  user_id: string;
  email: string | null;
  connected_at: DefaultedTimestamp;
  last_used_at: Timestamp | null;
}

declare module '../../platform/db.js' {
  interface DB {
    oauth_identities: OAuthIdentitiesTable;
  }
}

/** Whose identity this is; in a platform transaction, where the member is not known yet. */
export async function selectIdentityOwner(tx: Tx, provider: OAuthProvider, subject: string): Promise<string | null> {
  const row = await tx
    .selectFrom('oauth_identities')
    .select('user_id')
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.user_id ?? null;
}

/** The providers a member has connected. The transaction acts as the member. */
export async function selectProviders(tx: Tx, userId: string): Promise<OAuthProvider[]> {
  const rows = await tx
    .selectFrom('oauth_identities')
    .select('provider')
    .where('user_id', '=', userId)
    .orderBy('provider')
    .execute();
  return rows.map(({ provider }) => provider);
}

/** Connects an identity to the acting member. False when it, or another one of this provider, is connected already. */
export async function insertIdentity(
  tx: Tx,
  identity: { provider: OAuthProvider; subject: string; user_id: string; email: string | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('oauth_identities')
    .values({ ...identity, last_used_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that the acting member signed in by an identity. */
export async function noteIdentityUse(tx: Tx, provider: OAuthProvider, userId: string): Promise<void> {
  await tx
    .updateTable('oauth_identities')
    .set({ last_used_at: sql<Date>`now()` })
    .where('provider', '=', provider)
    .where('user_id', '=', userId)
    .execute();
}

/** Takes a provider off the acting member. False when it was not connected. */
export async function deleteIdentity(tx: Tx, provider: OAuthProvider, userId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('oauth_identities')
    .where('provider', '=', provider)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Takes all providers off the acting member. */
export async function deleteIdentities(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('oauth_identities').where('user_id', '=', userId).execute();
}
