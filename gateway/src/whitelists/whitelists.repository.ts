import { sql, type RawBuilder } from 'kysely';
import type { WhitelistEntry, WhitelistMode } from '@caas/contract/whitelists.js';
import type { Tx } from '../platform/db.js';
import { containing } from '../platform/like.js';
import type { WhitelistKind } from '../platform/whitelist-tables.js';

/** One list of one tenant. */
export interface ListName {
  readonly tenantId: string;
  readonly kind: WhitelistKind;
}

/** How a list is applied. */
export interface Settings {
  readonly mode: WhitelistMode;
  readonly bindConsole: boolean;
  readonly revision: number;
}

/** An entry as it is stored; what an undone removal puts back. */
export interface EntryRow {
  id: string;
  value: string;
  label: string | null;
  created_at: string;
  created_by: WhitelistEntry['created_by'];
  expires_at: string | null;
  version: number;
}

const FIELDS = ['e.id', 'e.value', 'e.label', 'e.created_at', 'e.created_by', 'e.expires_at', 'e.version'] as const;
/** Entries that still match. */
const ALIVE = sql<boolean>`(e.expires_at is null or e.expires_at > clock_timestamp())`;

interface Stored extends Omit<EntryRow, 'created_at' | 'expires_at'> {
  created_at: Date;
  expires_at: Date | null;
}

const toRow = ({ created_at, expires_at, ...row }: Stored): EntryRow => ({
  ...row,
  created_at: created_at.toISOString(),
  expires_at: expires_at?.toISOString() ?? null,
});

function selectEntries(tx: Tx, { tenantId, kind }: ListName) {
  return tx
    .selectFrom('whitelist_entries as e')
    .where('e.tenant_id', '=', tenantId)
    .where('e.kind', '=', kind)
    .select(FIELDS);
}

/** How the list is applied, without waiting for a change of it that is under way. */
export async function readSettings(tx: Tx, { tenantId, kind }: ListName): Promise<Settings> {
  const row = await tx
    .selectFrom('whitelist_settings')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .select(['mode', 'bind_console as bindConsole', 'revision'])
    .executeTakeFirst();
  return row ?? { mode: 'enforce', bindConsole: false, revision: 0 };
}

/** The same under a lock: one change of a list at a time, so that each is judged on what the one before left. */
export async function lockList(tx: Tx, { tenantId, kind }: ListName): Promise<Settings> {
  await tx
    .insertInto('whitelist_settings')
    .values({ tenant_id: tenantId, kind })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind']).doNothing())
    .execute();
  return tx
    .selectFrom('whitelist_settings')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .select(['mode', 'bind_console as bindConsole', 'revision'])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Takes the lock if nobody else has it; false: another process works on this list. */
export async function tryLockList(tx: Tx, { tenantId, kind }: ListName): Promise<boolean> {
  const row = await tx
    .selectFrom('whitelist_settings')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .select('kind')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes how the list is applied, and counts its revision up: what processes compiled of it is out of date. */
export async function writeSettings(
  tx: Tx,
  { tenantId, kind }: ListName,
  { mode, bindConsole }: Pick<Settings, 'mode' | 'bindConsole'>,
): Promise<void> {
  await tx
    .updateTable('whitelist_settings')
    .set((expression) => ({ mode, bind_console: bindConsole, revision: expression('revision', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .execute();
}

/** Every entry that still matches. */
export async function livingEntries(tx: Tx, list: ListName): Promise<EntryRow[]> {
  return (await selectEntries(tx, list).where(ALIVE).orderBy('e.id').execute()).map(toRow);
}

/** Takes away the entries whose time is over, and gives them. */
export async function takeExpired(tx: Tx, { tenantId, kind }: ListName): Promise<{ id: string; value: string }[]> {
  return tx
    .deleteFrom('whitelist_entries')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('expires_at', '<=', sql<Date>`clock_timestamp()`)
    .returning(['id', 'value'])
    .execute();
}

/** Stores entries. */
export async function insertEntries(tx: Tx, { tenantId, kind }: ListName, rows: readonly EntryRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into whitelist_entries (id, tenant_id, kind, value, label, created_at, created_by, expires_at, version)
    select id, ${tenantId}, ${kind}, value, label, created_at, created_by, expires_at, version
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id text, value text, label text, created_at timestamptz, created_by jsonb, expires_at timestamptz, version integer)`.execute(
    tx,
  );
}

/** Takes entries away. */
export async function deleteEntries(tx: Tx, { tenantId, kind }: ListName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('whitelist_entries')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
}

/** Changes label and end of an entry, and counts its version up. */
export async function changeEntry(
  tx: Tx,
  id: string,
  change: { label?: string | null; expires_at?: string | null },
): Promise<void> {
  await tx
    .updateTable('whitelist_entries')
    .set({ ...change })
    .set((expression) => ({ version: expression('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

const LAST = sql<Date | null>`(select m.last_matched_at from whitelist_matches m
  where m.tenant_id = e.tenant_id and m.kind = e.kind and m.value = e.value)`;
const HITS = sql<number>`(select coalesce(sum(h.hits), 0)::bigint from whitelist_hits h
  where h.tenant_id = e.tenant_id and h.kind = e.kind and h.value = e.value and h.hour > clock_timestamp() - interval '24 hours')`;
const TIME_TEXT = (time: RawBuilder<unknown>) =>
  sql<string>`coalesce(to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '')`;

/** An entry with what calls did with it. */
interface Seen extends EntryRow {
  last_matched_at: Date | null;
  hits: number;
}

/** An entry as the API shows it. */
export function toEntry({ hits, last_matched_at, ...row }: Seen): WhitelistEntry {
  return { ...row, last_matched_at: last_matched_at?.toISOString() ?? null, hits_24h: hits };
}

/** These entries with what calls did with them, in the order of `ids`; those that are no more are left out. */
export async function entriesById(tx: Tx, list: ListName, ids: readonly string[]): Promise<WhitelistEntry[]> {
  if (ids.length === 0) return [];
  const rows = await selectEntries(tx, list)
    .where(ALIVE)
    .where('e.id', '=', sql<string>`any(${[...ids]}::text[])`)
    .select([LAST.as('last_matched_at'), HITS.as('hits')])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, toEntry({ ...row, ...toRow(row) })]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Where a page ended. */
export interface ListPosition {
  value: string;
  id: string;
}

/** Which entries are asked for, and in which order. */
export interface ListQuery {
  q?: string | undefined;
  sort: string;
  limit: number;
}

/** Each order as a value that compares. Texts compare byte by byte, addresses by family, number and prefix. */
function orderOf(kind: WhitelistKind, field: string) {
  const text = (value: RawBuilder<unknown>) => ({
    value: sql<unknown>`${value} collate "C"`,
    shown: sql<string>`${value}`,
    cast: sql`text collate "C"`,
  });
  switch (field) {
    case 'value':
      if (kind === 'origin') return text(sql`e.value`);
      return { value: sql<unknown>`e.value::inet`, shown: sql<string>`e.value`, cast: sql`inet` };
    case 'label':
      return text(sql`coalesce(lower(e.label), '')`);
    case 'last_matched_at':
      return text(TIME_TEXT(LAST));
    case 'hits_24h':
      return { value: sql<unknown>`${HITS}`, shown: sql<string>`${HITS}::text`, cast: sql`bigint` };
    default:
      return text(TIME_TEXT(sql`e.created_at`));
  }
}

/** At most `limit` matching entries from `after` on, each with its place. */
export async function listEntries(
  tx: Tx,
  list: ListName,
  query: ListQuery,
  after: ListPosition | null,
): Promise<{ entry: WhitelistEntry; position: ListPosition }[]> {
  const down = query.sort.startsWith('-');
  const order = orderOf(list.kind, down ? query.sort.slice(1) : query.sort);
  const direction = down ? 'desc' : 'asc';
  let select = matching(tx, list, query)
    .select([LAST.as('last_matched_at'), HITS.as('hits'), order.shown.as('position')])
    .orderBy(order.value, direction)
    .orderBy('e.id', direction)
    .limit(query.limit);
  if (after) {
    const beyond = down ? sql`<` : sql`>`;
    select = select.where(sql<boolean>`(${order.value}, e.id) ${beyond} (${after.value}::${order.cast}, ${after.id})`);
  }
  const rows = await select.execute();
  return rows.map(({ position, ...row }) => ({
    entry: toEntry({ ...row, ...toRow(row) }),
    position: { value: position, id: row.id },
  }));
}

/** How many entries match. */
export async function countEntries(tx: Tx, list: ListName, query: Pick<ListQuery, 'q'>): Promise<number> {
  const { total } = await matching(tx, list, query)
    .clearSelect()
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function matching(tx: Tx, list: ListName, { q }: Pick<ListQuery, 'q'>) {
  const select = selectEntries(tx, list).where(ALIVE);
  if (!q) return select;
  const pattern = containing(q);
  return select.where(
    sql<boolean>`(e.value ilike ${pattern} or e.label ilike ${pattern} or e.created_by->>'name' ilike ${pattern})`,
  );
}

/** Drops what is known of calls by values that left the list more than a day ago. */
export async function forgetMatches(tx: Tx, { tenantId, kind }: ListName): Promise<void> {
  await sql`
    delete from whitelist_matches m where m.tenant_id = ${tenantId} and m.kind = ${kind} and m.last_matched_at < now() - interval '1 day'
      and not exists (select from whitelist_entries e where e.tenant_id = m.tenant_id and e.kind = m.kind and e.value = m.value)`.execute(
    tx,
  );
}
