import type { Socket } from 'socket.io';
import type { Permission } from '@caas/contract/permissions.js';
import { tenantOf, type Bus, type BusPayload } from './bus.js';
import type { Credential, CredentialKind, ResolvedCaller } from './credentials.js';
import { KEYS_CHANGED } from './api-key-settle.js';
import { EMBED_TOKENS_CHANGED } from './embed-token.js';
import type { Platform } from './platform.js';
import { ProblemError, problem } from './problem.js';
import { SDK_SESSIONS_CHANGED, SESSIONS_CHANGED, changedSessions } from './session-life.js';
import { onWhitelistsChanged } from './whitelist-store.js';
import { requireEnrolled } from './step-up.js';

const SWEEP_MS = 1000;
/** What no message tells (a suspended tenant, an idle limit that passed) is noticed within this time. */
const RECHECK_MS = 15_000;
/** Look-ups at once: a change that concerns a whole tenant must not take all connections to the database. */
const AT_ONCE = 4;
/** How long the reason may take to reach a client that reads slowly. */
const LAST_WORD_MS = 500;

/** A socket that was let in, and by what. */
export interface Guarded {
  readonly socket: Socket;
  readonly credential: Credential;
  readonly caller: ResolvedCaller & { readonly kind: CredentialKind };
  /** What callers other than end users need. */
  readonly permission: Permission;
  /** Session or embed token: what its sockets are counted by. */
  readonly key: string;
}

/** Closes sockets whose credential is no longer good: by time, by its end, by its tenant's lists. No socket lives on its handshake alone. */
export class SocketGuard {
  readonly #platform: Pick<Platform, 'bus' | 'credentials' | 'whitelists' | 'log'>;
  readonly #sockets = new Map<Socket, Guarded>();
  readonly #perKey = new Map<string, number>();
  readonly #out: (() => void)[] = [];
  #timer: NodeJS.Timeout | null = null;
  #rechecked = performance.now();
  /** A round over all sockets is under way, and another one is due after it. */
  #busy = false;
  #again = false;

  constructor(platform: Pick<Platform, 'bus' | 'credentials' | 'whitelists' | 'log'>) {
    this.#platform = platform;
  }

  /** Starts watching. After the stores of credentials: they forget what changed before this asks them. */
  start(): void {
    const { bus } = this.#platform;
    this.#onSessions(bus, SESSIONS_CHANGED, 'console');
    this.#onSessions(bus, SDK_SESSIONS_CHANGED, 'sdk');
    for (const topic of [KEYS_CHANGED, EMBED_TOKENS_CHANGED])
      this.#out.push(
        bus.subscribe(topic, (payload) => {
          const tenantId = tenantOf(payload);
          this.#recheckSoon(({ caller }) => caller.kind === 'embed' && caller.tenantId === tenantId);
        }),
      );
    this.#out.push(
      onWhitelistsChanged(bus, (tenantId) => this.#recheckSoon(({ caller }) => caller.tenantId === tenantId)),
      bus.onGap(() => this.#recheckSoon(() => true)),
    );
    this.#timer = setInterval(() => this.#sweep(), SWEEP_MS);
    this.#timer.unref();
  }

  /** Sockets open for a session or token in this process. */
  count(key: string): number {
    return this.#perKey.get(key) ?? 0;
  }

  /** Sockets open, by kind of credential. */
  counts(): Map<CredentialKind, number> {
    const counts = new Map<CredentialKind, number>();
    for (const { caller } of this.#sockets.values()) counts.set(caller.kind, (counts.get(caller.kind) ?? 0) + 1);
    return counts;
  }

  /** What a socket was let in by; null: it was not, or is gone. */
  find(socket: Socket): Guarded | null {
    return this.#sockets.get(socket) ?? null;
  }

  /** Watches a socket from now on. */
  add(guarded: Guarded): void {
    this.#sockets.set(guarded.socket, guarded);
    this.#perKey.set(guarded.key, this.count(guarded.key) + 1);
  }

  /** Forgets a socket that closed. */
  remove(socket: Socket): Guarded | null {
    const guarded = this.#sockets.get(socket);
    if (!guarded) return null;
    this.#sockets.delete(socket);
    const left = this.count(guarded.key) - 1;
    if (left > 0) this.#perKey.set(guarded.key, left);
    else this.#perKey.delete(guarded.key);
    return guarded;
  }

  /** Judges a socket again, as it stands in the database now. */
  async recheck(guarded: Guarded): Promise<void> {
    try {
      await this.#judge(guarded);
    } catch (error) {
      // A database that is away says nothing about the credential; the next sweep asks again.
      if (error instanceof ProblemError && error.status < 500) endSocket(guarded.socket, error);
      else this.#platform.log.debug({ err: error }, 'a socket could not be judged');
    }
  }

  /** Ends watching. */
  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    for (const out of this.#out) out();
  }

  async #judge({ credential, caller, permission }: Guarded): Promise<void> {
    const { credentials, whitelists } = this.#platform;
    const now = await credentials.resolveBearer({ ...credential, aside: true });
    if (!now) throw problem('token_invalid');
    requireSocketRight(now, permission);
    const { tenantId, actor } = caller;
    const { request } = credential;
    if (caller.kind === 'console') await whitelists.requireConsoleIp({ tenantId, actor, request });
    else if (!(await whitelists.judgeOrigin(tenantId, request.origin)).allowed)
      throw problem('origin_not_allowed', { detail: 'This origin is no longer allowed.' });
  }

  #onSessions(bus: Bus, topic: typeof SESSIONS_CHANGED | typeof SDK_SESSIONS_CHANGED, kind: CredentialKind): void {
    const listener = (payload: BusPayload): void => {
      const changed = changedSessions(payload);
      this.#recheckSoon(
        ({ caller }) => caller.kind === kind && changed.has(caller.tenantId, caller.actor.sessionId ?? ''),
      );
    };
    this.#out.push(bus.subscribe(topic, listener));
  }

  #sweep(): void {
    const now = Date.now();
    for (const { socket, caller } of this.#sockets.values())
      if (caller.expiresAt !== undefined && caller.expiresAt <= now)
        endSocket(
          socket,
          problem('token_expired', { detail: 'The access token has expired; connect with a new one.' }),
        );
    // Without the bus nothing tells of an end: then every socket is asked about each second.
    if (performance.now() - this.#rechecked < RECHECK_MS && this.#platform.bus.connected) return;
    this.#rechecked = performance.now();
    this.#recheckSoon(() => true);
  }

  #recheckSoon(concerns: (guarded: Guarded) => boolean): void {
    const list = [...this.#sockets.values()].filter(concerns);
    if (list.length === 0) return;
    // A round over everything waits for the one before, which may have judged some by what stood before the change.
    if (list.length === this.#sockets.size && list.length > AT_ONCE) {
      this.#again = this.#busy;
      if (this.#busy) return;
      this.#busy = true;
      void this.#recheckAll(list).finally(() => {
        this.#busy = false;
        if (this.#again) this.#recheckSoon(() => true);
      });
    } else void this.#recheckAll(list);
  }

  async #recheckAll(list: Guarded[]): Promise<void> {
    const queue = list.values();
    const work = async (): Promise<void> => {
      for (const guarded of queue) if (this.#sockets.has(guarded.socket)) await this.recheck(guarded);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}

/** Refuses members and embedded pages without the right: `forbidden`. End users need none for their own socket. */
export function requireSocketRight(caller: ResolvedCaller & { kind: CredentialKind }, permission: Permission): void {
  requireEnrolled(caller.actor);
  if (caller.kind === 'sdk' || caller.actor.permissions.has(permission)) return;
  throw problem('forbidden', { detail: `This needs the permission "${permission}".`, needs: permission });
}

/** Tells a client why its socket ends, and ends it, also when the client does not listen. */
export function endSocket(socket: Socket, reason: ProblemError): void {
  const { conn } = socket;
  socket.emit('ended', { code: reason.code, message: reason.message });
  socket.disconnect(true);
  setTimeout(() => conn.close(true), LAST_WORD_MS).unref();
}
