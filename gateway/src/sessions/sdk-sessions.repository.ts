import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { listSdkSessions } from '@caas/contract/sessions.js';
import type { SdkPlatform } from '@caas/contract/sdk-sessions.js';
import type { Tx } from '../platform/db.js';
import { OPEN_SOCKETS } from '../platform/socket-presence.js';

/** A session of an end user as it is listed. */
export interface SdkRow {
  id: string;
  user_external_id: string;
  user_data: { name?: string; email?: string; avatar?: string };
  platform: SdkPlatform | null;
  ip: string | null;
  origin: string | null;
  user_agent: string | null;
  started_at: Date;
  last_active_at: Date;
  connected: boolean;
  /** What the page is ordered by: times to the microsecond. */
  position: string;
}

/** Which sessions of the tenant are meant. */
export interface SdkFilter {
  /** The start of an external id. */
  q?: string | undefined;
  connected?: boolean | undefined;
  /** This one alone. */
  only?: string;
}

/** How a list is ordered. */
export type SdkSort = z.output<typeof listSdkSessions.query>['sort'];

/** Where a page ended. */
export interface SdkPosition {
  value: string;
  id: string;
}

/** By the clock of the transaction, which an index can be asked by. */
const LISTED = sql<boolean>`(s.ended_at is null and s.lives_until > now())`;
const CONNECTED = sql<boolean>`exists (select 1 from ${OPEN_SOCKETS} where k.session_id = s.id)`;

/** Bounds of what starts with a text, byte by byte, so that an index finds it. */
function startsWith(text: string) {
  return sql<boolean>`(s.user_external_id collate "C" >= ${text} and s.user_external_id collate "C" < ${text} || chr(1114111))`;
}

function matching(tx: Tx, tenantId: string, { q, connected, only }: SdkFilter) {
  let select = tx.selectFrom('sdk_sessions as s').where('s.tenant_id', '=', tenantId).where(LISTED);
  if (only !== undefined) select = select.where('s.id', '=', only);
  if (q) select = select.where(startsWith(q));
  if (connected === true)
    // From the open sockets, which are fewer than the sessions.
    select = select.where(
      sql<boolean>`s.id in (select k.session_id from ${OPEN_SOCKETS} where k.tenant_id = ${tenantId})`,
    );
  if (connected === false) select = select.where(sql<boolean>`not ${CONNECTED}`);
  return select;
}

const ORDER = {
  last_active_at: { value: sql`s.last_active_at`, cast: sql`::timestamptz` },
  started_at: { value: sql`s.started_at`, cast: sql`::timestamptz` },
  user_external_id: { value: sql`s.user_external_id collate "C"`, cast: sql`` },
} as const;

/** Living sessions: at most `limit` from `after` on. */
export async function selectSdkSessions(
  tx: Tx,
  tenantId: string,
  { sort, ...filter }: SdkFilter & { sort: SdkSort },
  limit: number,
  after: SdkPosition | null,
): Promise<SdkRow[]> {
  const down = sort.startsWith('-');
  const field = (down ? sort.slice(1) : sort) as keyof typeof ORDER;
  const { value, cast } = ORDER[field];
  const order = down ? 'desc' : 'asc';
  const position =
    field === 'user_external_id'
      ? sql<string>`s.user_external_id`
      : sql<string>`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  let select = matching(tx, tenantId, filter)
    .select(['s.id', 's.user_external_id', 's.user_data', 's.platform', 's.ip', 's.origin', 's.user_agent'])
    .select(['s.started_at', 's.last_active_at', CONNECTED.as('connected'), position.as('position')])
    .orderBy(value, order)
    .orderBy('s.id', order)
    .limit(limit);
  if (after) {
    const beyond = down ? sql`<` : sql`>`;
    select = select.where(sql<boolean>`(${value}, s.id) ${beyond} (${after.value}${cast}, ${after.id})`);
  }
  return select.execute();
}

/** How many live. */
export async function countSdkSessions(tx: Tx, tenantId: string, filter: SdkFilter): Promise<number> {
  const { total } = await matching(tx, tenantId, filter)
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Ends the living sessions that match. Answers their ids. */
export async function endSdkSessions(tx: Tx, tenantId: string, filter: SdkFilter): Promise<string[]> {
  const which = matching(tx, tenantId, filter).select('s.id');
  const rows = await tx
    .updateTable('sdk_sessions')
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_reason: 'revoked' })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', which)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
