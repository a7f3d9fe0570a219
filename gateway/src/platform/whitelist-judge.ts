import type { Platform } from './platform.js';
import type { Actor, RequestInfo } from './call.js';
import type { Tx } from './db.js';
import { problem } from './problem.js';
import { parseSource } from './whitelist-rules.js';
import { ALLOWED, readWhitelist, type Judgement, type Whitelist } from './whitelist-list.js';
import { WhitelistStore } from './whitelist-store.js';
import { WhitelistTraffic } from './whitelist-traffic.js';
import type { WhitelistKind } from './whitelist-tables.js';

/** Who makes a call that is judged, for which tenant, and from where. */
export interface JudgedCall {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly request: Pick<RequestInfo, 'userAgent' | 'origin'> & { readonly ip: string | null };
}

/** How long a forced change waits for its confirmation. */
const REVERT_MS = 60_000;

/**
 * The tenants' lists of allowed addresses and origins, as every way into the gateway asks them. A list that can't be read lets
 * nobody in: then these reject with `unavailable`. A change is in force here within a second, whichever process made it.
 */
export class Whitelists {
  readonly store: WhitelistStore;
  readonly traffic: WhitelistTraffic;
  /** How long a forced change waits for its confirmation, in milliseconds. */
  readonly revertMs: number;
  /** Requests that were counted: a socket's is judged at each of its events. */
  readonly #counted = new WeakSet<object>();

  constructor({ db, bus, log }: Pick<Platform, 'db' | 'bus' | 'log'>, revertMs = REVERT_MS) {
    this.store = new WhitelistStore(db, bus);
    this.traffic = new WhitelistTraffic({ db, log });
    this.revertMs = revertMs;
  }

  /** What the list of addresses says of `ip`. Counts nothing. */
  judgeIp(tenantId: string, ip: string): Promise<Judgement> {
    return this.#judge(tenantId, 'ip', ip);
  }

  /**
   * What the list of origins says of `origin`. Counts nothing. Null is no web page (a server, an app): those are allowed; the text
   * `null`, which browsers send from pages without an origin, is not.
   */
  judgeOrigin(tenantId: string, origin: string | null): Promise<Judgement> {
    return origin === null ? Promise.resolve(ALLOWED) : this.#judge(tenantId, 'origin', origin);
  }

  /**
   * Judges a call with an API key, and counts it. `revision` is that of the tenant's list of addresses, as the look-up of the key
   * brought it; null: there is none, nothing is asked. False: the call has to be refused.
   */
  async admitsKey({ tenantId, actor, request }: JudgedCall, revision: number | null): Promise<boolean> {
    if (revision === null || request.ip === null) return true;
    const list = await this.store.at(tenantId, 'ip', revision);
    return this.#count('ip', request.ip, list.judge(request.ip), { tenantId, actor, request });
  }

  /**
   * Refuses a member's call to the console from outside the list of addresses, where it binds the console: `ip_not_allowed`. Within a
   * transaction of the tenant, name it: callers that wait for a second connection while each holds one would block all the others.
   */
  async requireConsoleIp({ tenantId, actor, request }: JudgedCall, tx?: Tx): Promise<void> {
    if (request.ip === null) return;
    const list = await (tx ? readBinding(tx, tenantId) : this.store.present(tenantId, 'ip'));
    if (!list?.bindConsole) return;
    const judgement = list.judge(request.ip);
    if (!this.#counted.has(request)) {
      this.#counted.add(request);
      this.#count('ip', request.ip, judgement, { tenantId, actor, request });
    }
    if (!judgement.allowed) throw ipNotAllowed(request.ip);
  }

  /**
   * Refuses a browser call or socket with an SDK or embed token from an origin that is not on the list: `origin_not_allowed`. What
   * comes from no web page is no browser call. Counts the call.
   */
  async requireOrigin({ tenantId, actor, request }: JudgedCall): Promise<void> {
    const { origin } = request;
    if (origin === null) return;
    const judgement = await this.judgeOrigin(tenantId, origin);
    if (!this.#counted.has(request)) {
      this.#counted.add(request);
      this.#count('origin', origin, judgement, { tenantId, actor, request });
      this.traffic.called({ tenantId, origin: normal('origin', origin), refused: !judgement.allowed });
    }
    if (!judgement.allowed)
      throw problem('origin_not_allowed', {
        detail: `${origin.slice(0, 300)} is not among the allowed origins of this tenant.`,
        origin: origin.slice(0, 300),
      });
  }

  async #judge(tenantId: string, kind: WhitelistKind, source: string): Promise<Judgement> {
    return (await this.store.present(tenantId, kind))?.judge(source) ?? ALLOWED;
  }

  #count(kind: WhitelistKind, source: string, { allowed, observed, matched }: Judgement, call: JudgedCall): boolean {
    const { tenantId, actor, request } = call;
    if (matched.length > 0) this.traffic.matched(tenantId, kind, matched);
    else if (!allowed || observed)
      this.traffic.refused({ tenantId, kind, source: normal(kind, source), actor, observed, request });
    return allowed;
  }
}

/** The list of addresses where it binds the console; null: it does not. */
async function readBinding(tx: Tx, tenantId: string): Promise<Whitelist | null> {
  const settings = await tx
    .selectFrom('whitelist_settings')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'ip')
    .select('bind_console')
    .executeTakeFirst();
  return settings?.bind_console ? readWhitelist(tx, tenantId, 'ip') : null;
}

/** The refusal of a call from an address outside the tenant's list. */
export function ipNotAllowed(ip: string) {
  return problem('ip_not_allowed', { detail: `${ip} is not among the allowed addresses of this tenant.`, ip });
}

/** In normal form, so that equal callers are counted as one. What is neither address nor origin stays as it is, cut short. */
function normal(kind: WhitelistKind, source: string): string {
  const verdict = parseSource(kind, source);
  return verdict.ok ? verdict.value : source.slice(0, 300);
}
