import { sql } from 'kysely';
import type { Revert } from '@caas/contract/whitelists.js';
import { newId } from '../platform/ids.js';
import type { Tx } from '../platform/db.js';
import type { Undo } from './whitelists.change.js';
import type { ListName } from './whitelists.repository.js';

/** A change that waits for its confirmation. */
export interface NewRevert {
  readonly undo: Undo;
  readonly by: { readonly id: string | null; readonly name: string };
  /** Milliseconds from now, on the database's clock. */
  readonly inMs: number;
}

const mine = (tx: Tx, { tenantId, kind }: ListName) =>
  tx.deleteFrom('whitelist_reverts').where('tenant_id', '=', tenantId).where('kind', '=', kind);

/** Keeps what a forced change did, so that any process can undo it. */
export async function insertRevert(
  tx: Tx,
  { tenantId, kind }: ListName,
  { undo, by, inMs }: NewRevert,
): Promise<Revert> {
  const { id, at } = await tx
    .insertInto('whitelist_reverts')
    .values({
      id: newId('rvt'),
      tenant_id: tenantId,
      kind,
      at: sql<Date>`clock_timestamp() + make_interval(secs => ${inMs / 1000})`,
      undo: JSON.stringify(undo),
      created_by: JSON.stringify(by),
    })
    .returning(['id', 'at'])
    .executeTakeFirstOrThrow();
  return { id, at: at.toISOString() };
}

/** The revert that waits; null: none. */
export async function pendingRevert(tx: Tx, { tenantId, kind }: ListName): Promise<Revert | null> {
  const row = await tx
    .selectFrom('whitelist_reverts')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .select(['id', 'at'])
    .executeTakeFirst();
  return row ? { id: row.id, at: row.at.toISOString() } : null;
}

/** Keeps the change by dropping its revert. False: it is another one, or its time has come. */
export async function confirmRevert(tx: Tx, list: ListName, id: string): Promise<boolean> {
  const row = await mine(tx, list)
    .where('id', '=', id)
    .where('at', '>', sql<Date>`clock_timestamp()`)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A later change takes the place of the one that waits. */
export async function cancelRevert(tx: Tx, list: ListName): Promise<void> {
  await mine(tx, list).execute();
}

/** Takes the revert whose time has come; null: none. */
export async function takeDueRevert(
  tx: Tx,
  list: ListName,
): Promise<{ id: string; undo: Undo; by: { id: string | null; name: string } } | null> {
  const row = await mine(tx, list)
    .where('at', '<=', sql<Date>`clock_timestamp()`)
    .returning(['id', 'undo', 'created_by as by'])
    .executeTakeFirst();
  // Written by `insertRevert` alone.
  return row ? { ...row, undo: row.undo as Undo } : null;
}
