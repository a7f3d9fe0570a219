import { sql } from 'kysely';
import type { Revert, WhitelistEntry } from '@caas/contract/whitelists.js';
import { recordEvents, systemContext, type AuditEntry } from '../platform/audit.js';
import type { Call } from '../platform/call.js';
import type { Tx } from '../platform/db.js';
import type { Platform } from '../platform/platform.js';
import { WHITELISTS_CHANGED } from '../platform/whitelist-store.js';
import type { ListKind } from './whitelists.callers.js';
import { cutOff, judgeOf, wouldLockOut, yoursOf } from './whitelists.guard.js';
import {
  deleteEntries,
  forgetMatches,
  insertEntries,
  livingEntries,
  takeExpired,
  writeSettings,
  type EntryRow,
  type ListName,
  type Settings,
} from './whitelists.repository.js';
import { cancelRevert, insertRevert } from './whitelists.reverts.js';

/** How things of a list are called in the audit log. */
export const NAMES = {
  ip: { entry: 'allowed-ip', list: 'allowed-ips' },
  origin: { entry: 'allowed-origin', list: 'allowed-origins' },
} as const;

/** A list under its lock. */
export interface LockedList {
  readonly settings: Settings;
  readonly entries: readonly EntryRow[];
}

/** What a change does. */
export interface Edit {
  readonly add?: readonly EntryRow[];
  readonly remove?: readonly EntryRow[];
  readonly settings?: Pick<Settings, 'mode' | 'bindConsole'>;
  /** What the audit log says of it. */
  readonly events: readonly AuditEntry[];
}

/** What an undone change puts back. */
export interface Undo {
  readonly added: readonly string[];
  readonly removed: readonly EntryRow[];
  readonly mode: Settings['mode'];
  readonly bindConsole: boolean;
}

/** Whose list is changed, and whether it is done although it cuts somebody off. */
export interface ChangeOf<Shown> {
  readonly of: ListKind<Shown>;
  readonly list: ListName;
  readonly settings: Settings;
  readonly forced: boolean;
}

/**
 * Makes a change of a list that is locked: removes what expired, judges whom the change cuts off, writes it with its audit
 * entries, cancels a revert that waits, and tells every process. Throws `would_lock_out` unless `forced`; then the change undoes
 * itself after a minute, and what is given is that revert.
 */
export async function changeList<Shown extends { you: boolean }>(
  tx: Tx,
  platform: Pick<Platform, 'bus' | 'whitelists'>,
  call: Call,
  change: ChangeOf<Shown>,
  plan: (locked: LockedList) => Edit | null | Promise<Edit | null>,
): Promise<Revert | null> {
  const { list, settings, forced } = change;
  await settleExpired(tx, list);
  const entries = await livingEntries(tx, list);
  const edit = await plan({ settings, entries });
  if (!edit) return null;
  const { add = [], remove = [], events } = edit;
  const uncovered = await whoLoses(tx, call, change, entries, edit);
  if (uncovered.length > 0 && !forced) throw wouldLockOut(uncovered);
  await cancelRevert(tx, list);
  await deleteEntries(
    tx,
    list,
    remove.map(({ id }) => id),
  );
  await insertEntries(tx, list, add);
  await writeSettings(tx, list, edit.settings ?? settings);
  await recordEvents(tx, call, uncovered.length > 0 ? events.map((event) => forcedEvent(event, uncovered)) : events);
  await publishChange(tx, platform, list);
  if (uncovered.length === 0) return null;
  const undo: Undo = {
    added: add.map(({ id }) => id),
    removed: remove,
    mode: settings.mode,
    bindConsole: settings.bindConsole,
  };
  return insertRevert(tx, list, { undo, by: actorOf(call), inMs: platform.whitelists.revertMs });
}

/** Who made the request, as entries name them. */
export function actorOf({ actor }: Pick<Call, 'actor'>): WhitelistEntry['created_by'] {
  return { id: actor.id, name: actor.name };
}

/** Takes away what expired, with audit entries by the system. Calls never wait for it: they are judged by time. Needs the lock. */
export async function settleExpired(tx: Tx, list: ListName): Promise<number> {
  const expired = await takeExpired(tx, list);
  if (expired.length === 0) return 0;
  const { entry } = NAMES[list.kind];
  await recordEvents(
    tx,
    systemContext(list.tenantId),
    expired.map(({ id, value }) => ({ action: `${entry}.expired`, resource: { type: entry, id, name: value } })),
  );
  await forgetMatches(tx, list);
  return expired.length;
}

/** Puts back what a change did. Needs the lock. */
export async function undoChange(tx: Tx, list: ListName, { added, removed, mode, bindConsole }: Undo): Promise<void> {
  await deleteEntries(tx, list, added);
  const listed = new Set((await livingEntries(tx, list)).map(({ value }) => value));
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx);
  const now = rows[0]?.now.getTime() ?? Date.now();
  const back = removed.filter(
    ({ value, expires_at }) => !listed.has(value) && (expires_at === null || Date.parse(expires_at) > now),
  );
  await insertEntries(tx, list, back);
  await writeSettings(tx, list, { mode, bindConsole });
}

/** Tells every process, with the commit of `tx`, that the list changed. */
export async function publishChange(
  tx: Tx,
  { bus }: Pick<Platform, 'bus'>,
  { tenantId, kind }: ListName,
): Promise<void> {
  await bus.publish(WHITELISTS_CHANGED, { tenant_id: tenantId, kind }, tx);
}

/** The audit entry's context of the list as a whole. */
export function listEvent(
  list: ListName,
  verb: string,
  entry: Omit<AuditEntry, 'action' | 'resource'> = {},
): AuditEntry {
  const { list: name } = NAMES[list.kind];
  return { ...entry, action: `${name}.${verb}`, resource: { type: name, id: list.tenantId } };
}

function forcedEvent(event: AuditEntry, uncovered: readonly object[]): AuditEntry {
  return { ...event, details: { ...event.details, forced: true, uncovered: uncovered.length } };
}

async function whoLoses<Shown extends { you: boolean }>(
  tx: Tx,
  call: Call,
  { of, settings }: ChangeOf<Shown>,
  entries: readonly EntryRow[],
  { add = [], remove = [], settings: next }: Edit,
): Promise<Shown[]> {
  // Who is let in by a list stays so when it only grows.
  if (!next && remove.length === 0 && entries.length > 0) return [];
  const gone = new Set(remove.map(({ id }) => id));
  const after = [...entries.filter(({ id }) => !gone.has(id)), ...add];
  const callers = await of.callers(tx, call.tenant.id, yoursOf(of.kind, call));
  return cutOff(of, call, callers, judgeOf(of.kind, settings, entries), judgeOf(of.kind, next ?? settings, after));
}
