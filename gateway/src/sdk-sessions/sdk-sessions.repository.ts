import { randomBytes } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { SdkPlatform } from '@caas/contract/sdk-sessions.js';
import type { RequestInfo } from '../platform/call.js';
import type { DefaultedTimestamp, Generated, Json, Timestamp, Tx } from '../platform/db.js';
import { newId } from '../platform/ids.js';
import { SDK_SESSION_ALIVE } from '../platform/session-life.js';

/** What a tenant tells of its end user. */
export interface SdkUserData {
  name?: string;
  email?: string;
  avatar?: string;
}

interface SdkSessionsTable {
  id: string;
  tenant_id: string;
  key_id: string;
  user_external_id: string;
  user_data: Json<SdkUserData>;
  secret: Buffer;
  generation: Generated<number>;
  rotated_at: Timestamp | null;
  platform: SdkPlatform | null;
  ip: string | null;
  origin: string | null;
  user_agent: string | null;
  started_at: DefaultedTimestamp;
  last_active_at: DefaultedTimestamp;
  lives_until: Timestamp;
  expires_at: Timestamp;
  ended_at: Timestamp | null;
  ended_reason: 'logout' | 'refresh_reused' | 'revoked' | null;
}

declare module '../platform/db.js' {
  interface DB {
    sdk_sessions: SdkSessionsTable;
  }
}

/** A session as it is stored. */
export type SdkSessionRow = Selectable<SdkSessionsTable>;

/** A session as it begins. */
export interface NewSdkSession {
  tenantId: string;
  keyId: string;
  userExternalId: string;
  userData: SdkUserData;
  platform: SdkPlatform | null;
}

/** Lifetimes in seconds. */
export interface Lifetimes {
  idle: number;
  max: number;
}

/** What each call of a session needs to know. */
export interface LiveSdkSession {
  externalId: string;
  /** Whether the tenant is suspended. */
  suspended: boolean;
}

/** A session as refresh finds it; all times are judged by the database's clock. */
export interface LockedSdkSession extends SdkSessionRow {
  alive: boolean;
  suspended: boolean;
  /** Seconds since its refresh token turned over. */
  since_rotation: number | null;
}

const fromNow = (seconds: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`;

/** Stores a session. */
export function insertSdkSession(
  tx: Tx,
  session: NewSdkSession,
  { idle, max }: Lifetimes,
): Promise<Pick<SdkSessionRow, 'id' | 'secret' | 'generation'>> {
  return tx
    .insertInto('sdk_sessions')
    .values({
      id: newId('sess'),
      tenant_id: session.tenantId,
      key_id: session.keyId,
      user_external_id: session.userExternalId,
      user_data: JSON.stringify(session.userData),
      secret: randomBytes(32),
      rotated_at: null,
      platform: session.platform,
      ip: null,
      origin: null,
      user_agent: null,
      lives_until: fromNow(Math.min(idle, max)),
      expires_at: fromNow(max),
      ended_at: null,
      ended_reason: null,
    })
    .returning(['id', 'secret', 'generation'])
    .executeTakeFirstOrThrow();
}

/** The session, locked: rotations and endings of one session come one after the other. */
export async function lockSdkSession(tx: Tx, tenantId: string, id: string): Promise<LockedSdkSession | null> {
  const row = await tx
    .selectFrom('sdk_sessions as s')
    .selectAll('s')
    .select([
      SDK_SESSION_ALIVE.as('alive'),
      sql<boolean>`exists (select 1 from tenants t where t.id = s.tenant_id and t.status = 'suspended')`.as(
        'suspended',
      ),
      sql<number | null>`extract(epoch from clock_timestamp() - s.rotated_at)::float8`.as('since_rotation'),
    ])
    .where('s.tenant_id', '=', tenantId)
    .where('s.id', '=', id)
    .forUpdate('s')
    .executeTakeFirst();
  return row ?? null;
}

/** Turns the refresh token over, starts the idle time anew and notes where the call came from. Answers the new generation. */
export async function rotateSdkSession(
  tx: Tx,
  session: SdkSessionRow,
  idle: number,
  { ip, origin, userAgent }: RequestInfo,
): Promise<number> {
  const { generation } = await tx
    .updateTable('sdk_sessions')
    .set({
      generation: session.generation + 1,
      rotated_at: sql<Date>`clock_timestamp()`,
      last_active_at: sql<Date>`clock_timestamp()`,
      lives_until: sql<Date>`least(${fromNow(idle)}, expires_at)`,
      ip,
      origin,
      user_agent: userAgent,
    })
    .where('tenant_id', '=', session.tenant_id)
    .where('id', '=', session.id)
    .returning('generation')
    .executeTakeFirstOrThrow();
  return generation;
}

/** Ends a living session. False when it had ended before. */
export async function endSdkSessionRow(
  tx: Tx,
  tenantId: string,
  id: string,
  reason: 'logout' | 'refresh_reused',
): Promise<boolean> {
  const row = await tx
    .updateTable('sdk_sessions')
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_reason: reason })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The end user behind a session that is alive. */
export async function selectLiveSdkSession(tx: Tx, tenantId: string, id: string): Promise<LiveSdkSession | null> {
  const row = await tx
    .selectFrom('sdk_sessions as s')
    .innerJoin('tenants as t', 't.id', 's.tenant_id')
    .select('s.user_external_id as externalId')
    .select(sql<boolean>`t.status = 'suspended'`.as('suspended'))
    .where('s.tenant_id', '=', tenantId)
    .where('s.id', '=', id)
    .where(SDK_SESSION_ALIVE)
    .executeTakeFirst();
  return row ?? null;
}
