import { tenantOf } from './bus.js';
import type { Platform } from './platform.js';
import type { SDK_SESSIONS_CHANGED, SESSIONS_CHANGED } from './session-life.js';
import { ShortCache } from './short-cache.js';

/** Sessions of one kind that are alive, remembered for less than a second and forgotten at once when the bus says so. */
export class KnownSessions<T> {
  readonly #load: (tenantId: string, id: string) => Promise<T | null>;
  readonly #cache = new ShortCache<{ readonly tenantId: string; readonly session: T | null }>();

  /** @param load reads a session from the database; null when it does not live */
  constructor(
    { bus }: Pick<Platform, 'bus'>,
    topic: typeof SESSIONS_CHANGED | typeof SDK_SESSIONS_CHANGED,
    load: (tenantId: string, id: string) => Promise<T | null>,
  ) {
    this.#load = load;
    bus.subscribe(topic, (payload) => {
      if (Array.isArray(payload)) for (const id of payload) this.#cache.forget(String(id));
      else this.#cache.forgetTenant(tenantOf(payload));
    });
    bus.onGap(() => this.#cache.clear());
  }

  /** The session if it is alive. */
  async find(tenantId: string, id: string): Promise<T | null> {
    const known = await this.#cache.find(id, async () => ({ tenantId, session: await this.#load(tenantId, id) }));
    return known.tenantId === tenantId ? known.session : this.#load(tenantId, id);
  }
}
