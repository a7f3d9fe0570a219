import type { BusPayload } from '../platform/bus.js';
import type { Tx } from '../platform/db.js';
import type { Platform } from '../platform/platform.js';
import { selectLiveSession, type LiveSession } from './sessions.repository.js';

/** The promise is "dead everywhere within a second", also for a process that misses the message. */
const TRUST_MS = 900;
const MAX_SESSIONS = 10_000;
const TOPIC = 'session.changed';

interface Entry {
  session: Promise<LiveSession | null>;
  until: number;
}

/** Which sessions are alive, remembered for less than a second and forgotten at once when the bus says so. */
export class SessionStore {
  readonly #platform: Pick<Platform, 'db' | 'bus'>;
  readonly #entries = new Map<string, Entry>();

  constructor(platform: Pick<Platform, 'db' | 'bus'>) {
    this.#platform = platform;
    platform.bus.subscribe(TOPIC, (payload) => this.#forget(payload));
    platform.bus.onGap(() => this.#entries.clear());
  }

  /** The session if it is alive. */
  find(tenantId: string, id: string): Promise<LiveSession | null> {
    const now = performance.now();
    const known = this.#entries.get(id);
    if (known && known.until > now) return known.session;
    const session = this.#platform.db.tenant(tenantId).read((tx) => selectLiveSession(tx, tenantId, id));
    const entry = { session, until: now + TRUST_MS };
    this.#entries.delete(id);
    if (this.#entries.size >= MAX_SESSIONS)
      for (const oldest of this.#entries.keys()) if (this.#entries.delete(oldest)) break;
    this.#entries.set(id, entry);
    // A database that was away must not be remembered as an answer.
    session.catch(() => this.#entries.get(id) === entry && this.#entries.delete(id));
    return session;
  }

  /** Tells every process, with the commit of `tx`, that sessions ended or their members' roles changed. */
  async changed(tx: Tx, ids: readonly string[]): Promise<void> {
    // A message holds 8 KB: about 200 ids.
    for (let at = 0; at < ids.length; at += 200) await this.#platform.bus.publish(TOPIC, ids.slice(at, at + 200), tx);
  }

  #forget(payload: BusPayload): void {
    if (Array.isArray(payload)) for (const id of payload) this.#entries.delete(String(id));
  }
}
