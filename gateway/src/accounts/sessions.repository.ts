import { randomBytes } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Role } from '@caas/contract/permissions.js';
import type { RequestInfo } from '../platform/call.js';
import type { DefaultedTimestamp, Generated, Timestamp, Tx } from '../platform/db.js';
import { newId } from '../platform/ids.js';
import { SESSION_ALIVE, SESSION_END } from '../platform/session-life.js';

interface ConsoleSessionsTable {
  id: string;
  tenant_id: string;
  user_id: string;
  secret: Buffer;
  generation: Generated<number>;
  rotated_at: Timestamp | null;
  ip: string;
  user_agent: string | null;
  started_at: DefaultedTimestamp;
  last_active_at: DefaultedTimestamp;
  idle_until: Timestamp;
  expires_at: Timestamp;
  ended_at: Timestamp | null;
  ended_reason: EndReason | null;
  fresh_until: Timestamp | null;
}

declare module '../platform/db.js' {
  interface DB {
    console_sessions: ConsoleSessionsTable;
  }
}

/** Why a session ended before its time. */
export type EndReason = 'logout' | 'refresh_reused' | 'revoked';
/** A session as it is stored. */
export type SessionRow = Selectable<ConsoleSessionsTable>;

/** What each call of a session needs to know. */
export interface LiveSession {
  userId: string;
  role: Role;
  email: string;
  name: string | null;
  /** Whether the tenant is suspended. */
  suspended: boolean;
  /** The member's second factors. */
  factors: ('totp' | 'passkey')[];
  hasPassword: boolean;
  /** Until when the session counts as proven afresh. */
  freshUntil: Date | null;
  /** Whether the tenant requires a second factor of everyone. */
  mfaRequired: boolean;
  /** Until when a member who lacks it may still work; null: nothing is missing. */
  graceUntil: Date | null;
}

/** A session as refresh finds it; all times are judged by the database's clock. */
export interface LockedSession extends SessionRow {
  /** Not ended, neither idle nor too old. */
  alive: boolean;
  /** Seconds since its refresh token turned over. */
  since_rotation: number | null;
  /** Seconds until its refresh cookie is of no use. */
  idle_seconds: number;
}

/** Lifetimes in seconds. */
export interface Lifetimes {
  idle: number;
  max: number;
  /** How long the sign-in counts as a fresh proof; 0: it does not. */
  fresh: number;
}

/** How long a session that is over stays, to tell a copied token from one that simply ran out. */
const KEEP_DAYS = 30;

/** Starts a session for a member of the transaction's tenant, and forgets their sessions of long ago. */
export async function insertSession(
  tx: Tx,
  member: { tenantId: string; userId: string },
  request: RequestInfo,
  { idle, max, fresh }: Lifetimes,
): Promise<SessionRow> {
  await tx
    .deleteFrom('console_sessions')
    .where('tenant_id', '=', member.tenantId)
    .where('user_id', '=', member.userId)
    .where('expires_at', '<', sql<Date>`now() - make_interval(days => ${KEEP_DAYS})`)
    .execute();
  return tx
    .insertInto('console_sessions')
    .values({
      id: newId('ses'),
      tenant_id: member.tenantId,
      user_id: member.userId,
      secret: randomBytes(32),
      rotated_at: null,
      ip: request.ip,
      user_agent: request.userAgent,
      idle_until: sql<Date>`now() + make_interval(secs => ${idle})`,
      expires_at: sql<Date>`now() + make_interval(secs => ${max})`,
      fresh_until: fresh > 0 ? sql<Date>`now() + make_interval(secs => ${fresh})` : null,
      ended_at: null,
      ended_reason: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The session, locked: rotations and endings of one session come one after the other. */
export async function lockSession(tx: Tx, tenantId: string, id: string): Promise<LockedSession | null> {
  const row = await tx
    .selectFrom('console_sessions as s')
    .selectAll('s')
    .select([
      SESSION_ALIVE.as('alive'),
      // clock_timestamp(): now() is when the transaction began, which may be before the lock was free.
      sql<number | null>`extract(epoch from clock_timestamp() - s.rotated_at)::float8`.as('since_rotation'),
      sql<number>`floor(extract(epoch from ${SESSION_END} - clock_timestamp()))::int`.as('idle_seconds'),
    ])
    .where('s.tenant_id', '=', tenantId)
    .where('s.id', '=', id)
    .forUpdate('s')
    .executeTakeFirst();
  return row ?? null;
}

/** Turns the refresh token over and starts the idle time anew. Answers how long the new cookie is of use, in seconds. */
export async function rotateSession(
  tx: Tx,
  session: SessionRow,
  idle: number,
): Promise<{ generation: number; idle_seconds: number }> {
  return tx
    .updateTable('console_sessions as s')
    .set({
      generation: session.generation + 1,
      rotated_at: sql<Date>`clock_timestamp()`,
      last_active_at: sql<Date>`clock_timestamp()`,
      idle_until: sql<Date>`clock_timestamp() + make_interval(secs => ${idle})`,
    })
    .where('s.tenant_id', '=', session.tenant_id)
    .where('s.id', '=', session.id)
    .returning([
      's.generation',
      sql<number>`floor(extract(epoch from ${SESSION_END} - clock_timestamp()))::int`.as('idle_seconds'),
    ])
    .executeTakeFirstOrThrow();
}

/** Ends the given session, or all living ones of the user but `except`. Answers the ids of those that ended now. */
export async function endSessions(
  tx: Tx,
  which: { tenantId: string; userId: string; sessionId?: string; except?: string },
  reason: EndReason,
): Promise<string[]> {
  let query = tx
    .updateTable('console_sessions')
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_reason: reason })
    .where('tenant_id', '=', which.tenantId)
    .where('user_id', '=', which.userId)
    .where('ended_at', 'is', null);
  if (which.sessionId !== undefined) query = query.where('id', '=', which.sessionId);
  if (which.except !== undefined) query = query.where('id', '<>', which.except);
  const rows = await query.returning('id').execute();
  return rows.map((row) => row.id);
}

/** The member behind a session that is alive. */
export async function selectLiveSession(tx: Tx, tenantId: string, id: string): Promise<LiveSession | null> {
  const row = await tx
    .selectFrom('console_sessions as s')
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.tenant_id', '=', 's.tenant_id').onRef('m.user_id', '=', 's.user_id'),
    )
    .innerJoin('users as u', 'u.id', 's.user_id')
    .innerJoin('tenants as t', 't.id', 's.tenant_id')
    .leftJoin('tenant_security as p', 'p.tenant_id', 's.tenant_id')
    .select(['s.user_id as userId', 'm.role', 'u.email', 'u.name', 'u.second_factors as factors'])
    .select('s.fresh_until as freshUntil')
    .select([
      sql<boolean>`t.status = 'suspended'`.as('suspended'),
      sql<boolean>`u.password_hash is not null`.as('hasPassword'),
      sql<boolean>`coalesce(p.mfa_required, false)`.as('mfaRequired'),
      sql<Date | null>`case when p.mfa_required and not u.mfa_enabled
        then greatest(p.mfa_required_since, m.created_at) + make_interval(days => p.mfa_grace_days) end`.as(
        'graceUntil',
      ),
    ])
    .where('s.tenant_id', '=', tenantId)
    .where('s.id', '=', id)
    .where(SESSION_ALIVE)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes a fresh proof of the session's member. Gives the time it counts until. */
export async function markFresh(tx: Tx, tenantId: string, id: string, seconds: number): Promise<Date> {
  const row = await tx
    .updateTable('console_sessions')
    .set({ fresh_until: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(sql<Date>`fresh_until`.as('until'))
    .executeTakeFirstOrThrow();
  return row.until;
}
