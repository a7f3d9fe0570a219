import { sql } from 'kysely';
import { recordEvents, systemContext } from '../platform/audit.js';
import type { Tx } from '../platform/db.js';
import type { Platform } from '../platform/platform.js';
import type { WhitelistKind } from '../platform/whitelist-tables.js';
import { listEvent, publishChange, settleExpired, undoChange } from './whitelists.change.js';
import { readSettings, tryLockList, writeSettings, type ListName } from './whitelists.repository.js';
import { takeDueRevert } from './whitelists.reverts.js';

const INTERVAL_MS = 1000;
const LISTS_PER_ROUND = 200;

/**
 * Undoes forced changes that nobody confirmed, and removes entries that expired, once a second, for all tenants. Any number of
 * processes may do it: who holds a list's lock does the work, the others pass by. What was due while no process ran is done
 * after the next start. Returns the stop.
 */
export function startWhitelistSweep(platform: Platform): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;

  const failed = (error: unknown): void =>
    platform.log.warn({ err: error }, 'sweep of allowed callers failed; it tries again');

  const sweep = async (): Promise<void> => {
    for (const list of await platform.db.platformTx(dueLists)) {
      if (stopped) return;
      // One list that can't be settled keeps no other waiting.
      await platform.db
        .tenant(list.tenantId)
        .write((tx) => settle(tx, platform, list))
        .catch(failed);
    }
  };
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = sweep().catch(failed).finally(next);
    }, INTERVAL_MS);
    timer.unref();
  };
  next();
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await running;
  };
}

async function settle(tx: Tx, platform: Platform, list: ListName): Promise<void> {
  if (!(await tryLockList(tx, list))) return;
  const expired = await settleExpired(tx, list);
  const due = await takeDueRevert(tx, list);
  if (due) {
    await undoChange(tx, list, due.undo);
    const details = { revert_id: due.id, changed_by: due.by, reason: 'not_confirmed' };
    await recordEvents(tx, systemContext(list.tenantId), [listEvent(list, 'reverted', { details })]);
  } else if (expired > 0) {
    await writeSettings(tx, list, await readSettings(tx, list));
  } else return;
  await publishChange(tx, platform, list);
}

async function dueLists(tx: Tx): Promise<ListName[]> {
  const { rows } = await sql<{ tenantId: string; kind: WhitelistKind }>`
    select tenant_id as "tenantId", kind from whitelist_reverts where at <= now()
    union
    select tenant_id, kind from whitelist_entries where expires_at <= now()
    limit ${LISTS_PER_ROUND}`.execute(tx);
  return rows;
}
