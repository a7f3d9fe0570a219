import { sql } from 'kysely';
import type { Permission } from '@caas/contract/permissions.js';
import type { Tx } from '../platform/db.js';
import '../platform/embed-token.js';

/** Rows of one mint that are cleared away of those that ended more than a day ago. */
const SWEEP_ROWS = 100;

/** A token as it is stored. */
export interface NewEmbedToken {
  jti: string;
  tenantId: string;
  keyId: string;
  hash: Buffer;
  scopes: Permission[];
  origin: string;
  actor: { id: string; name: string };
  /** Seconds from now, on the database's clock. */
  expiresIn: number;
}

/** Stores a token, and clears away old ones of the same tenant. */
export async function insertEmbedToken(tx: Tx, token: NewEmbedToken): Promise<void> {
  await sql`delete from embed_tokens where jti in (
    select jti from embed_tokens where tenant_id = ${token.tenantId} and expires_at < now() - interval '1 day' limit ${SWEEP_ROWS} for update skip locked)`.execute(
    tx,
  );
  await tx
    .insertInto('embed_tokens')
    .values({
      jti: token.jti,
      tenant_id: token.tenantId,
      key_id: token.keyId,
      token_hash: token.hash,
      scopes: token.scopes,
      origin: token.origin,
      actor_id: token.actor.id,
      actor_name: token.actor.name,
      expires_at: sql<Date>`clock_timestamp() + make_interval(secs => ${token.expiresIn})`,
    })
    .execute();
}

/** Ends a living token; null when the tenant has none of that name. */
export async function revokeEmbedToken(tx: Tx, tenantId: string, jti: string): Promise<{ origin: string } | null> {
  const ended = await tx
    .updateTable('embed_tokens')
    .set({ revoked_at: sql<Date>`clock_timestamp()` })
    .where('tenant_id', '=', tenantId)
    .where('jti', '=', jti)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .returning('origin')
    .executeTakeFirst();
  return ended ?? null;
}
