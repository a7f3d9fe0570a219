import { sql } from 'kysely';
import { tenantOf, type Bus, type BusPayload } from './bus.js';
import type { Tx } from './db.js';

/** Console sessions ended or their members' roles changed. */
export const SESSIONS_CHANGED = 'session.changed';
/** Sessions of end users ended. */
export const SDK_SESSIONS_CHANGED = 'sdk-session.changed';

/** How far `last_active_at` may lie behind the truth, in seconds: uses are written together (see `SessionActivity`). */
export const ACTIVITY_LAG = 30;

/** A message holds 8 KB: about 200 ids. */
const IDS_PER_MESSAGE = 200;
/** Beyond it the tenant is named instead of each session. */
const IDS_NAMED = 2000;

/**
 * When a console session (`console_sessions as s`) ends by itself: by the limits of the installation, or the tenant's where they are
 * narrower. A session in use is never taken for idle because its use is not written down yet.
 */
export const SESSION_END = sql<Date>`least(s.idle_until, s.expires_at, (
  select least(s.started_at + make_interval(secs => p.session_max_seconds),
    s.last_active_at + make_interval(secs => p.session_idle_seconds + ${sql.lit(ACTIVITY_LAG)}))
  from tenant_security p where p.tenant_id = s.tenant_id))`;

/** Whether a console session (`console_sessions as s`) works now. */
export const SESSION_ALIVE = sql<boolean>`(s.ended_at is null and ${SESSION_END} > clock_timestamp())`;

/** Whether a session of an end user (`sdk_sessions as s`) works now. */
export const SDK_SESSION_ALIVE = sql<boolean>`(s.ended_at is null and s.lives_until > clock_timestamp())`;

/** Which sessions a message is about. */
export interface ChangedSessions {
  has(tenantId: string, sessionId: string): boolean;
}

/** Tells every process, with the commit of `tx`, that sessions of a tenant changed. */
export async function publishSessions(
  bus: Bus,
  tx: Tx,
  topic: typeof SESSIONS_CHANGED | typeof SDK_SESSIONS_CHANGED,
  tenantId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > IDS_NAMED) return bus.publish(topic, { tenant_id: tenantId }, tx);
  for (let at = 0; at < ids.length; at += IDS_PER_MESSAGE)
    await bus.publish(topic, ids.slice(at, at + IDS_PER_MESSAGE), tx);
}

/** What such a message says. */
export function changedSessions(payload: BusPayload): ChangedSessions {
  if (Array.isArray(payload)) {
    const ids = new Set(payload.map(String));
    return { has: (_tenant, id) => ids.has(id) };
  }
  const tenantId = tenantOf(payload);
  return { has: (tenant) => tenant === tenantId };
}
