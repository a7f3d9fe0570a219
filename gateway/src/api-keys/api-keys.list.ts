import * as z from 'zod/mini';
import type { listApiKeys } from '@caas/contract/api-keys.js';
import { KEY_SORTS } from '@caas/contract/key-scopes.js';
import { toApiKey } from '../platform/api-key-row.js';
import { onKeysChanged } from '../platform/api-key-store.js';
import type { Bus } from '../platform/bus.js';
import { decodeCursor, encodeCursor } from '../platform/cursor.js';
import type { Tx } from '../platform/db.js';
import { problem } from '../platform/problem.js';
import { ShortCache } from '../platform/short-cache.js';
import type { TenantScope } from '../platform/tenant.js';
import { countKeys, listKeys, type ListedRow } from './api-keys.repository.js';

type ListQuery = z.output<typeof listApiKeys.query>;
type KeyList = z.output<(typeof listApiKeys.answers)[200]>;

/** With the half second in which uses are written, a key's last use is listed about a second after it. */
const LIST_TRUST_MS = 500;
/** A list may be as long as 200 keys; expired entries stay until they are pushed out. */
const MAX_LISTS = 200;

/** Whole numbers as the database holds them. */
const Int4 = z.int32();

const Position = z.strictObject({
  sort: z.enum(KEY_SORTS),
  over: Int4,
  value: z.string(),
  pair: z.string(),
  rank: Int4,
  id: z.string(),
});

/** One page of a tenant's keys. Throws `invalid_request` for a cursor of another list. */
export async function keyList(tx: Tx, tenantId: string, query: ListQuery): Promise<KeyList> {
  const after = decodeCursor(query.cursor, Position);
  if (after && after.sort !== query.sort) {
    throw problem('invalid_request', {
      errors: [{ path: 'cursor', code: 'cursor_invalid', message: 'This cursor belongs to another sort order.' }],
    });
  }
  const rows = wholePairs(await listKeys(tx, tenantId, query, query.limit + 1, after), query.limit);
  const { total, used, limit } = await countKeys(tx, tenantId, query);
  const last = rows.more ? rows.items.at(-1) : undefined;
  const next =
    last &&
    encodeCursor({
      sort: query.sort,
      over: last.over,
      value: last.position_value ?? '',
      pair: last.pair_id,
      rank: last.rank,
      id: last.id,
    });
  return { items: rows.items.map(toApiKey), next_cursor: next ?? null, total, used, limit_allowed: limit };
}

/**
 * Lists for callers with a key: servers ask for the same one over and over. An answer is handed out again for half a second, and
 * not after a key of its tenant changed, in whichever process. The console and embedded pages read the database each time.
 */
export class KeyLists {
  readonly #cache = new ShortCache<{ readonly tenantId: string; readonly list: KeyList }>({
    trustMs: LIST_TRUST_MS,
    entries: MAX_LISTS,
  });

  constructor(bus: Bus) {
    onKeysChanged(bus, this.#cache);
  }

  /** A page as {@link keyList} gives it; several callers at once share one reading. */
  async read(tenant: TenantScope, query: ListQuery): Promise<KeyList> {
    const { list } = await this.#cache.find(`${tenant.id} ${JSON.stringify(query)}`, async () => ({
      tenantId: tenant.id,
      list: await tenant.read((tx) => keyList(tx, tenant.id, query)),
    }));
    return list;
  }
}

/** The page without a pair that its end would tear apart; that pair opens the next page. A pair larger than a page is torn all the same. */
function wholePairs(rows: ListedRow[], limit: number): { items: ListedRow[]; more: boolean } {
  const beyond = rows[limit];
  if (!beyond) return { items: rows, more: false };
  const page = rows.slice(0, limit);
  // Keys that are over stand each for itself.
  const whole = beyond.over === 1 ? page : page.filter((row) => row.pair_id !== beyond.pair_id);
  return { items: whole.length > 0 ? whole : page, more: true };
}
