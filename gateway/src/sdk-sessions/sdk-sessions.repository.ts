import { sql } from 'kysely';
import type { DefaultedTimestamp, Json, Timestamp, Tx } from '../platform/db.js';

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
  access_hash: Buffer;
  access_expires_at: Timestamp;
  refresh_hash: Buffer;
  ip: string;
  user_agent: string | null;
  started_at: DefaultedTimestamp;
  last_active_at: DefaultedTimestamp;
  expires_at: Timestamp;
  ended_at: Timestamp | null;
}

declare module '../platform/db.js' {
  interface DB {
    sdk_sessions: SdkSessionsTable;
  }
}

/** A session as it begins. Lifetimes in seconds from now, on the database's clock. */
export interface NewSdkSession {
  id: string;
  tenantId: string;
  keyId: string;
  userExternalId: string;
  userData: SdkUserData;
  accessHash: Buffer;
  accessTtl: number;
  refreshHash: Buffer;
  sessionTtl: number;
  ip: string;
  userAgent: string | null;
}

const fromNow = (seconds: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`;

/** Stores a session. */
export async function insertSdkSession(tx: Tx, session: NewSdkSession): Promise<void> {
  await tx
    .insertInto('sdk_sessions')
    .values({
      id: session.id,
      tenant_id: session.tenantId,
      key_id: session.keyId,
      user_external_id: session.userExternalId,
      user_data: JSON.stringify(session.userData),
      access_hash: session.accessHash,
      access_expires_at: fromNow(session.accessTtl),
      refresh_hash: session.refreshHash,
      ip: session.ip,
      user_agent: session.userAgent,
      expires_at: fromNow(session.sessionTtl),
    })
    .execute();
}
