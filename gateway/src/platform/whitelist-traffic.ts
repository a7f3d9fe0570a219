import type { Actor, RequestInfo } from './call.js';
import type { Platform } from './platform.js';
import { RegularWriter } from './regular-writer.js';
import { writeCounts, writeRefusals, type Counts, type Refusal } from './whitelist-counts.js';
import type { WhitelistKind } from './whitelist-tables.js';

const FLUSH_MS = 500;
const HOUR_MS = 3_600_000;
const SWEEP_MS = 60_000;
/** Addresses or origins of a tenant that are told apart within an hour; the rest is counted together. */
const SOURCES_PER_HOUR = 1000;
/** Counters kept in memory while the database is away; what is new beyond it is not counted. */
const MAX_COUNTERS = 50_000;

/** A call that was refused for where it came from, or would have been. */
export interface RefusedSource {
  readonly tenantId: string;
  readonly kind: WhitelistKind;
  readonly source: string;
  readonly actor: Actor;
  readonly observed: boolean;
  readonly request: Pick<RequestInfo, 'userAgent'> & { readonly ip: string | null };
}

/** A browser call with an SDK or embed token. */
export interface BrowserCall {
  readonly tenantId: string;
  readonly origin: string;
  readonly refused: boolean;
}

/**
 * Counts what the lists let in and refused, in memory; writes it twice a second and on shutdown. A process that is killed loses
 * its last half second. The first refusal of an address or origin within an hour is written into the audit log.
 */
export class WhitelistTraffic extends RegularWriter {
  readonly #platform: Pick<Platform, 'db' | 'log'>;
  #counts: Counts = emptyCounts();
  #refusals = new Map<string, Refusal>();
  #sources = new Map<string, Set<string>>();
  #sourcesOf = 0;
  #swept = 0;

  constructor(platform: Pick<Platform, 'db' | 'log'>) {
    super(FLUSH_MS);
    this.#platform = platform;
  }

  /** Counts a call for each entry that let it in. */
  matched(tenantId: string, kind: WhitelistKind, values: readonly string[]): void {
    const at = Date.now();
    const hour = at - (at % HOUR_MS);
    for (const value of values) {
      const hit = entry(this.#counts.hits, `${tenantId} ${kind} ${hour} ${value}`, () => ({
        tenant_id: tenantId,
        kind,
        value,
        hour,
        hits: 0,
        last_at: at,
      }));
      if (hit) Object.assign(hit, { hits: hit.hits + 1, last_at: at });
    }
  }

  /** Counts a refusal. */
  refused({ tenantId, kind, source, actor, observed, request }: RefusedSource): void {
    const at = Date.now();
    const hour = at - (at % HOUR_MS);
    const told = this.#told(tenantId, kind, hour, source);
    const key = actor.type === 'api_key' ? (actor.id ?? '') : '';
    const refusal = entry(this.#refusals, `${tenantId} ${kind} ${hour} ${key} ${observed} ${told}`, () => ({
      tenant_id: tenantId,
      kind,
      hour,
      source: told,
      key_id: key,
      observed,
      calls: 0,
      last_at: at,
      actor,
      request: { ip: request.ip, userAgent: request.userAgent },
    }));
    if (refusal) Object.assign(refusal, { calls: refusal.calls + 1, last_at: at });
  }

  /** Counts a browser call. */
  called({ tenantId, origin, refused }: BrowserCall): void {
    const at = Date.now();
    const hour = at - (at % HOUR_MS);
    const told = this.#told(tenantId, 'called', hour, origin);
    const call = entry(this.#counts.origins, `${tenantId} ${hour} ${told}`, () => ({
      tenant_id: tenantId,
      origin: told,
      hour,
      calls: 0,
      refused: 0,
      last_seen_at: at,
    }));
    if (call) {
      call.calls += 1;
      call.refused += refused ? 1 : 0;
      call.last_seen_at = at;
    }
  }

  /** The source, or an empty text where its tenant has too many of them in this hour. */
  #told(tenantId: string, list: string, hour: number, source: string): string {
    if (this.#sourcesOf !== hour) [this.#sources, this.#sourcesOf] = [new Map(), hour];
    const known = entry(this.#sources, `${tenantId} ${list}`, () => new Set<string>());
    if (!known || (known.size >= SOURCES_PER_HOUR && !known.has(source))) return '';
    known.add(source);
    return source;
  }

  protected override async write(): Promise<void> {
    const sweep = Date.now() - this.#swept > SWEEP_MS;
    const counts = this.#counts;
    const refusals = this.#refusals;
    if (counts.hits.size + counts.origins.size + refusals.size === 0 && !sweep) return;
    [this.#counts, this.#refusals] = [emptyCounts(), new Map()];
    const { db, log } = this.#platform;
    try {
      await db.platformTx((tx) => writeCounts(tx, counts, sweep));
      if (sweep) this.#swept = Date.now();
    } catch (error) {
      log.warn({ err: error }, 'calls by the lists of allowed callers could not be written; they are kept');
      this.#keep(counts);
    }
    for (const tenantId of new Set([...refusals.values()].map((refusal) => refusal.tenant_id))) {
      const ofTenant = [...refusals.values()].filter((refusal) => refusal.tenant_id === tenantId);
      try {
        await db.tenant(tenantId).write((tx) => writeRefusals(tx, tenantId, ofTenant));
      } catch (error) {
        log.warn({ err: error }, 'refusals could not be written; they are kept');
        for (const refusal of ofTenant) this.#keepRefusal(refusal);
      }
    }
  }

  /** Adds counts that could not be written to what was counted since. */
  #keep({ hits, origins }: Counts): void {
    for (const [id, kept] of hits) {
      const hit = entry(this.#counts.hits, id, () => ({ ...kept, hits: 0 }));
      if (hit) hit.hits += kept.hits;
    }
    for (const [id, kept] of origins) {
      const call = entry(this.#counts.origins, id, () => ({ ...kept, calls: 0, refused: 0 }));
      if (call) Object.assign(call, { calls: call.calls + kept.calls, refused: call.refused + kept.refused });
    }
  }

  #keepRefusal(kept: Refusal): void {
    const { tenant_id, kind, hour, key_id, observed, source } = kept;
    const id = `${tenant_id} ${kind} ${hour} ${key_id} ${observed} ${source}`;
    const refusal = entry(this.#refusals, id, () => ({ ...kept, calls: 0 }));
    if (refusal) refusal.calls += kept.calls;
  }
}

function emptyCounts(): Counts {
  return { hits: new Map(), origins: new Map() };
}

/** What is kept under `id`, made where it is new; null where there is no room for it. */
function entry<T>(map: Map<string, T>, id: string, make: () => T): T | null {
  const known = map.get(id);
  if (known !== undefined) return known;
  if (map.size >= MAX_COUNTERS) return null;
  const made = make();
  map.set(id, made);
  return made;
}
