import * as z from 'zod/mini';
import type { listIpWhitelist } from '@caas/contract/ip-whitelist.js';
import type { WhitelistEntry, WhitelistState } from '@caas/contract/whitelists.js';
import { decodeCursor, encodeCursor } from '../platform/cursor.js';
import type { Tx } from '../platform/db.js';
import { problem } from '../platform/problem.js';
import { parseEntry } from '../platform/whitelist-rules.js';
import { countEntries, listEntries, readSettings, type ListName } from './whitelists.repository.js';
import { pendingRevert } from './whitelists.reverts.js';

type ListQuery = z.output<typeof listIpWhitelist.query>;

const Position = z.strictObject({ sort: z.string(), value: z.string(), id: z.string() });

/** One page of a list and how the list is applied. Throws `invalid_request` for a cursor of another list. */
export async function whitelistPage(
  tx: Tx,
  list: ListName,
  query: ListQuery,
): Promise<{ items: WhitelistEntry[]; next_cursor: string | null; total: number } & WhitelistState> {
  const after = decodeCursor(query.cursor, Position);
  if (after && !belongs(after, list, query.sort))
    throw problem('invalid_request', {
      errors: [{ path: 'cursor', code: 'cursor_invalid', message: 'This cursor belongs to another list or order.' }],
    });
  const rows = await listEntries(tx, list, { ...query, limit: query.limit + 1 }, after);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1)?.position : undefined;
  return {
    items: page.map(({ entry }) => entry),
    next_cursor: last ? encodeCursor({ sort: `${list.kind} ${query.sort}`, ...last }) : null,
    total: await countEntries(tx, list, query),
    ...(await whitelistState(tx, list)),
  };
}

/** How a list is applied, with the change that waits for its confirmation. */
export async function whitelistState(tx: Tx, list: ListName): Promise<WhitelistState> {
  const { mode, bindConsole } = await readSettings(tx, list);
  return { mode, bind_console: bindConsole, revert: await pendingRevert(tx, list) };
}

/** Whether a cursor was made by this list in this order, so that the database can compare its value. */
function belongs({ sort, value }: z.output<typeof Position>, { kind }: ListName, wanted: string): boolean {
  if (sort !== `${kind} ${wanted}`) return false;
  const field = wanted.replace(/^-/, '');
  if (field === 'hits_24h') return /^\d{1,18}$/.test(value);
  return field !== 'value' || kind === 'origin' || parseEntry(kind, value).ok;
}
