import type { Tx } from '../platform/db.js';
import { KnownSessions } from '../platform/known-sessions.js';
import type { Platform } from '../platform/platform.js';
import { SESSIONS_CHANGED, publishSessions } from '../platform/session-life.js';
import { selectLiveSession, type LiveSession } from './sessions.repository.js';

/** Which console sessions are alive. */
export class SessionStore extends KnownSessions<LiveSession> {
  readonly #platform: Pick<Platform, 'db' | 'bus'>;

  constructor(platform: Pick<Platform, 'db' | 'bus'>) {
    super(platform, SESSIONS_CHANGED, (tenantId, id) =>
      platform.db.tenant(tenantId).read((tx) => selectLiveSession(tx, tenantId, id)),
    );
    this.#platform = platform;
  }

  /** Tells every process, with the commit of `tx`, that sessions of a tenant ended or their members' roles changed. */
  async changed(tx: Tx, tenantId: string, ids: readonly string[]): Promise<void> {
    await publishSessions(this.#platform.bus, tx, SESSIONS_CHANGED, tenantId, ids);
  }
}
