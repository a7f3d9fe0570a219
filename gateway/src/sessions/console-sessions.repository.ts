import { sql } from 'kysely';
import type { Tx } from '../platform/db.js';
import { containing } from '../platform/like.js';
import { SESSION_ALIVE, SESSION_END } from '../platform/session-life.js';

/** A console session with the member behind it. */
export interface ConsoleRow {
  id: string;
  user_id: string;
  name: string | null;
  email: string;
  ip: string;
  user_agent: string | null;
  started_at: Date;
  last_active_at: Date;
  ends_at: Date;
  /** Of `last_active_at`, to the microsecond: what pages are ordered by. */
  position: string;
}

/** Which sessions of the tenant are meant. */
export interface ConsoleFilter {
  /** Of this member; absent: of everyone. */
  userId?: string;
  /** Part of a name, address, IP or user agent. */
  q?: string;
  /** All but this one. */
  except?: string;
  /** This one alone. */
  only?: string;
}

/** Where a page ended. */
export interface ConsolePosition {
  at: string;
  id: string;
}

/** A user agent is shown as what it says; what is searched for is found in it as well. */
function matching(tx: Tx, tenantId: string, { userId, q, except, only }: ConsoleFilter) {
  let select = tx
    .selectFrom('console_sessions as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .where('s.tenant_id', '=', tenantId)
    .where('s.ended_at', 'is', null)
    .where(SESSION_ALIVE);
  if (userId !== undefined) select = select.where('s.user_id', '=', userId);
  if (only !== undefined) select = select.where('s.id', '=', only);
  if (except !== undefined) select = select.where('s.id', '!=', except);
  if (q) {
    const pattern = containing(q);
    select = select.where(
      sql<boolean>`(u.name ilike ${pattern} or u.email ilike ${pattern} or s.ip ilike ${pattern} or s.user_agent ilike ${pattern})`,
    );
  }
  return select;
}

const COLUMNS = [
  's.id',
  's.user_id',
  'u.name',
  'u.email',
  's.ip',
  's.user_agent',
  's.started_at',
  's.last_active_at',
] as const;
const POSITION = sql<string>`to_char(s.last_active_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Living sessions, last used first: at most `limit` from `after` on. */
export async function selectConsoleSessions(
  tx: Tx,
  tenantId: string,
  filter: ConsoleFilter,
  limit: number,
  after: ConsolePosition | null,
): Promise<ConsoleRow[]> {
  let select = matching(tx, tenantId, filter)
    .select(COLUMNS)
    .select([SESSION_END.as('ends_at'), POSITION.as('position')])
    .orderBy('s.last_active_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit);
  if (after) select = select.where(sql<boolean>`(s.last_active_at, s.id) < (${after.at}::timestamptz, ${after.id})`);
  return select.execute();
}

/** How many live. */
export async function countConsoleSessions(tx: Tx, tenantId: string, filter: ConsoleFilter): Promise<number> {
  const { total } = await matching(tx, tenantId, filter)
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Ends the sessions that match. Answers their ids. */
export async function endConsoleSessions(tx: Tx, tenantId: string, filter: ConsoleFilter): Promise<string[]> {
  const which = matching(tx, tenantId, filter).select('s.id');
  const rows = await tx
    .updateTable('console_sessions')
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_reason: 'revoked' })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', which)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
