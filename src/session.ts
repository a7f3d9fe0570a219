import { logout, refresh } from '@caas/contract/calls/accounts.js';
import type { ApiClient } from '@caas/base/client.js';
import { Connection } from '@caas/base/connection.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import { RenewingTokenSource, type TokenAnswer } from '@caas/base/token-source.js';
import { HeardClient } from './heard-client.js';
import { held } from './held.js';
import { preferences } from './preferences.js';

/** `unreachable`: nobody knows, because the gateway did not answer. */
export type SessionStatus = 'unknown' | 'in' | 'out' | 'unreachable';
/** Why somebody who was signed in no longer is. */
export type EndReason = 'expired' | 'reused' | 'signed-out' | 'password-changed';

const LOCK = 'caas-session';
const CHANNEL = 'caas-session';
/** A frozen tab may hold the lock for ever; the gateway gives a racing tab within 10 s the same token. */
const LOCK_TIMEOUT = 4_000;

type Message = { type: 'signed-in' } | { type: 'signed-out' };

/**
 * Who is signed in, in this browser. The access token lives in a closure of this tab alone; the refresh cookie, which no script can read,
 * belongs to all tabs: they take turns at it by a lock, and tell each other of sign-ins and sign-outs. Fires `change`.
 */
export class Session extends EventTarget {
  status: SessionStatus = 'unknown';
  /** Why it ended, or null where nobody was signed in. */
  reason: EndReason | null = null;
  /** Nobody was signed in here before: this browser knows nothing yet of who is. */
  fresh = false;
  /** Why the gateway could not be asked. */
  error: ApiError | null = null;
  /** Who is signed in has a cache of its own: a new one for every sign-in. */
  connection: Connection;

  readonly #public: ApiClient;
  readonly #url: string;
  readonly #channel: BroadcastChannel | null;
  #generation = 0;
  /** It has changed, and waits for what shows to be stored before it says so. */
  #waiting = false;

  constructor(url = '') {
    super();
    this.#url = url;
    this.#public = new HeardClient({ url, credentials: 'same-origin' });
    this.connection = this.#connect(null);
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
    this.#channel?.addEventListener('message', this.#onMessage);
  }

  /** Goes on with the session of the refresh cookie, if there is one. */
  async resume(): Promise<void> {
    const generation = this.#generation;
    try {
      const answer = await this.#renew();
      if (generation === this.#generation) this.#begin(answer);
    } catch (cause) {
      if (generation !== this.#generation) return; // somebody signed in or out meanwhile
      const error = toApiError(cause);
      if (error.status === 401) {
        this.#end(preferences.wasSignedIn ? reasonOf(error) : null);
        return;
      }
      this.error = error;
      this.#become(this.status === 'in' ? 'in' : 'unreachable');
    }
  }

  /** Nobody is signed in, and there is nothing to go on with. */
  stayOut(): void {
    this.#become('out');
  }

  /** Takes the token of a sign-in or a registration. */
  start(answer: TokenAnswer): void {
    this.#begin(answer);
    this.#tell({ type: 'signed-in' });
  }

  /** Ends this session, or all of the member. Throws where the gateway could not be told: then the session goes on. */
  async signOut({ everywhere = false } = {}): Promise<void> {
    try {
      await inTurn(() => this.#public.call(logout, { body: { everywhere } }));
    } catch (cause) {
      if (toApiError(cause).status !== 401) throw cause; // 401: it has ended already
    }
    this.#end('signed-out');
    this.#tell({ type: 'signed-out' });
  }

  /** The gateway no longer accepts this session. */
  expire(reason: EndReason = 'expired'): void {
    if (this.status === 'in' && !this.#waiting) this.#end(reason);
  }

  /** Stops listening to other tabs. */
  dispose(): void {
    this.#generation += 1;
    this.#channel?.close();
  }

  #begin(answer: TokenAnswer): void {
    this.#change(() => {
      this.connection = this.#connect(answer);
      this.reason = null;
      this.fresh = !preferences.wasSignedIn;
      preferences.wasSignedIn = true;
      this.#become('in');
    });
  }

  #end(reason: EndReason | null): void {
    this.#change(() => {
      this.connection = this.#connect(null);
      this.reason = reason;
      preferences.wasSignedIn = false;
      this.#become('out');
    });
  }

  /** Changes who is signed in, at once or as soon as it loses nothing that shows. Of several changes the last one counts. */
  #change(apply: () => void): void {
    const generation = (this.#generation += 1);
    const wait = this.status === 'in' ? held() : null;
    this.#waiting = wait !== null;
    if (!wait) apply();
    else
      void wait.then(() => {
        if (generation !== this.#generation) return;
        this.#waiting = false;
        apply();
      });
  }

  #become(status: SessionStatus): void {
    this.status = status;
    if (status !== 'unreachable') this.error = null;
    this.dispatchEvent(new Event('change'));
  }

  /** A connection whose token is the given one first, and later whatever the refresh cookie yields. Without a first one nobody is signed in. */
  #connect(first: TokenAnswer | null): Connection {
    const generation = this.#generation;
    let given = first;
    const tokens = new RenewingTokenSource(async () => {
      if (first === null) throw nobody();
      if (given !== null) {
        const answer = given;
        given = null;
        return answer;
      }
      try {
        return await this.#renew();
      } catch (cause) {
        const error = toApiError(cause);
        if (error.status === 401 && generation === this.#generation) this.#end(reasonOf(error));
        throw error;
      }
    });
    return new Connection(new HeardClient({ url: this.#url, tokens, credentials: 'same-origin' }));
  }

  async #renew(): Promise<TokenAnswer> {
    // Only the gateway sees whether there is a cookie. `optional`: that there is none is an answer, not an error in the browser's console.
    const answer = await inTurn(() => this.#public.call(refresh, { body: { optional: true } }));
    if (!answer) throw nobody();
    return { token: answer.access_token, expires_in: answer.expires_in };
  }

  #tell(message: Message): void {
    this.#channel?.postMessage(message);
  }

  readonly #onMessage = ({ data }: MessageEvent<Message>): void => {
    if (data.type === 'signed-in')
      void this.resume(); // maybe as somebody else: ask again
    else if (this.status !== 'out') this.#end('signed-out');
  };
}

function nobody(): ApiError {
  return new ApiError('session_expired', 'Nobody is signed in.', { status: 401 });
}

function reasonOf(error: ApiError): EndReason {
  return error.code === 'refresh_reused' ? 'reused' : 'expired';
}

/** Runs `act` while no other tab does: two refreshes at once would use one token twice. */
async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks; // absent on plain http
  if (!locks) return act();
  let entered = false;
  try {
    return await locks.request(LOCK, { signal: AbortSignal.timeout(LOCK_TIMEOUT) }, () => {
      entered = true;
      return act();
    });
  } catch (cause) {
    if (entered) throw cause;
    return act();
  }
}
