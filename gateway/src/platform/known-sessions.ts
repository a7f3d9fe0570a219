import type { Platform } from './platform.js';
import { changedSessions, type SDK_SESSIONS_CHANGED, type SESSIONS_CHANGED } from './session-life.js';

/** The promise is "dead everywhere within a second", also for a process that misses the message. */
const TRUST_MS = 900;
const MAX_SESSIONS = 10_000;

interface Entry<T> {
  readonly tenantId: string;
  readonly session: Promise<T | null>;
  readonly until: number;
}

/** Sessions of one kind that are alive, remembered for less than a second and forgotten at once when the bus says so. */
export class KnownSessions<T> {
  readonly #load: (tenantId: string, id: string) => Promise<T | null>;
  readonly #entries = new Map<string, Entry<T>>();

  /** @param load reads a session from the database; null when it does not live */
  constructor(
    { bus }: Pick<Platform, 'bus'>,
    topic: typeof SESSIONS_CHANGED | typeof SDK_SESSIONS_CHANGED,
    load: (tenantId: string, id: string) => Promise<T | null>,
  ) {
    this.#load = load;
    bus.subscribe(topic, (payload) => {
      const changed = changedSessions(payload);
      if (Array.isArray(payload)) for (const id of payload) this.#entries.delete(String(id));
      else for (const [id, { tenantId }] of this.#entries) if (changed.has(tenantId, id)) this.#entries.delete(id);
    });
    bus.onGap(() => this.#entries.clear());
  }

  /** The session if it is alive. */
  find(tenantId: string, id: string): Promise<T | null> {
    const now = performance.now();
    const known = this.#entries.get(id);
    if (known && known.until > now && known.tenantId === tenantId) return known.session;
    const session = this.#load(tenantId, id);
    const entry = { tenantId, session, until: now + TRUST_MS };
    this.#entries.delete(id);
    if (this.#entries.size >= MAX_SESSIONS)
      for (const oldest of this.#entries.keys()) if (this.#entries.delete(oldest)) break;
    this.#entries.set(id, entry);
    // A database that was away must not be remembered as an answer.
    session.catch(() => this.#entries.get(id) === entry && this.#entries.delete(id));
    return session;
  }
}
