import { sql } from 'kysely';
import type { RequestInfo } from './call.js';
import type { Tx } from './db.js';
import type { Platform } from './platform.js';
import { RegularWriter } from './regular-writer.js';

const FLUSH_MS = 500;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Callers of one key that are told apart within a minute; the rest is counted together. */
const CALLERS_PER_MINUTE = 50;
/** Counters kept in memory while the database is away; beyond it callers are no longer told apart. */
const MAX_CALLERS = 50_000;
const MAX_OPEN = 20_000;
const MAX_USER_AGENT = 300;

interface Hour {
  tenant_id: string;
  key_id: string;
  hour: string;
  calls: number;
  errors: number;
}
interface Caller {
  tenant_id: string;
  key_id: string;
  minute: string;
  ip: string;
  user_agent: string;
  calls: number;
  /** Of the calls, those that were refused. */
  refused: number;
  /** Epoch milliseconds: texts are made when counts are written, not at each call. */
  last_seen_at: number;
}
interface LastUse {
  tenant_id: string;
  key_id: string;
  /** Epoch milliseconds. */
  last_used_at: number;
  last_used_ip: string;
}

/** A call with a known key. `accepted`: whether the key was good; a refused call counts as an error and is no use of the key. */
export interface KeyCall {
  tenantId: string;
  keyId: string;
  request: Pick<RequestInfo, 'id' | 'ip' | 'userAgent'>;
  accepted: boolean;
}

/**
 * Counts calls by key and hour, and by caller and minute, in memory; writes them twice a second and on shutdown.
 * A process that is killed loses the counts of its last half second, nothing else.
 */
export class ApiKeyUsage extends RegularWriter {
  readonly #platform: Pick<Platform, 'db' | 'log'>;
  readonly #open = new Map<string, { tenantId: string; keyId: string; at: number }>();
  #hours = new Map<string, Hour>();
  #callers = new Map<string, Caller>();
  #callersOfMinute = new Map<string, number>();
  #lastUse = new Map<string, LastUse>();
  #swept = 0;

  constructor(platform: Pick<Platform, 'db' | 'log'>) {
    super(FLUSH_MS);
    this.#platform = platform;
  }

  /** Counts a call when its key was checked. */
  begin({ tenantId, keyId, request, accepted }: KeyCall): void {
    const now = Date.now();
    this.#hour(tenantId, keyId, now).calls += 1;
    const caller = this.#caller(tenantId, keyId, request, now);
    caller.calls += 1;
    if (!accepted) caller.refused += 1;
    if (accepted)
      this.#lastUse.set(keyId, {
        tenant_id: tenantId,
        key_id: keyId,
        last_used_at: now,
        last_used_ip: request.ip,
      });
    if (this.#open.size >= MAX_OPEN) for (const oldest of this.#open.keys()) if (this.#open.delete(oldest)) break;
    this.#open.set(request.id, { tenantId, keyId, at: now });
  }

  /** Tells how a counted call ended. Calls without a key are ignored. */
  end(requestId: string, status: number): void {
    const call = this.#open.get(requestId);
    if (!call) return;
    this.#open.delete(requestId);
    if (status >= 400) this.#hour(call.tenantId, call.keyId, call.at).errors += 1;
  }

  #hour(tenantId: string, keyId: string, at: number): Hour {
    const hour = at - (at % HOUR_MS);
    return entry(this.#hours, `${keyId} ${hour}`, () => ({
      tenant_id: tenantId,
      key_id: keyId,
      hour: iso(hour),
      calls: 0,
      errors: 0,
    }));
  }

  #caller(tenantId: string, keyId: string, { ip, userAgent }: KeyCall['request'], at: number): Caller {
    const minute = at - (at % MINUTE_MS);
    const agent = userAgent?.slice(0, MAX_USER_AGENT) ?? '';
    const known = this.#callers.get(`${keyId} ${minute} ${ip} ${agent}`);
    if (known) {
      known.last_seen_at = at;
      return known;
    }
    const told = this.#callersOfMinute.get(`${keyId} ${minute}`) ?? 0;
    const apart = told < CALLERS_PER_MINUTE && this.#callers.size < MAX_CALLERS;
    if (apart) this.#callersOfMinute.set(`${keyId} ${minute}`, told + 1);
    const caller = apart ? { ip, user_agent: agent } : { ip: '', user_agent: '' };
    const count = entry(this.#callers, `${keyId} ${minute} ${caller.ip} ${caller.user_agent}`, () => ({
      tenant_id: tenantId,
      key_id: keyId,
      minute: iso(minute),
      ...caller,
      calls: 0,
      refused: 0,
      last_seen_at: at,
    }));
    count.last_seen_at = at;
    return count;
  }

  protected override async write(): Promise<void> {
    const sweep = Date.now() - this.#swept > MINUTE_MS;
    if (this.#hours.size === 0 && !sweep) return;
    const [hours, callers, lastUse] = [this.#hours, this.#callers, this.#lastUse];
    [this.#hours, this.#callers, this.#lastUse, this.#callersOfMinute] = [new Map(), new Map(), new Map(), new Map()];
    try {
      await this.#platform.db.platformTx(async (tx) => {
        if (hours.size > 0) await writeCounts(tx, [...hours.values()], [...callers.values()], [...lastUse.values()]);
        if (sweep) await dropOldCallers(tx);
      });
      if (sweep) this.#swept = Date.now();
    } catch (error) {
      this.#platform.log.warn({ err: error }, 'key usage could not be written; it is kept');
      this.#keep(hours, callers, lastUse);
    }
  }

  /** Adds counts that could not be written to what was counted since. */
  #keep(hours: Map<string, Hour>, callers: Map<string, Caller>, lastUse: Map<string, LastUse>): void {
    for (const [id, kept] of hours) {
      const hour = entry(this.#hours, id, () => ({ ...kept, calls: 0, errors: 0 }));
      hour.calls += kept.calls;
      hour.errors += kept.errors;
    }
    for (const [id, kept] of callers) {
      const caller = entry(this.#callers, id, () => ({ ...kept, calls: 0, refused: 0 }));
      caller.calls += kept.calls;
      caller.refused += kept.refused;
    }
    for (const [id, kept] of lastUse) entry(this.#lastUse, id, () => kept);
  }
}

const iso = (at: number): string => new Date(at).toISOString();

function entry<T>(map: Map<string, T>, id: string, make: () => T): T {
  const known = map.get(id);
  if (known !== undefined) return known;
  const made = make();
  map.set(id, made);
  return made;
}

/** Rows go in by the order of their keys, so that two processes writing at once never wait for each other in a circle. */
async function writeCounts(tx: Tx, hours: Hour[], callers: Caller[], lastUse: LastUse[]): Promise<void> {
  await sql`
    insert into api_key_hours as old (tenant_id, key_id, hour, calls, errors)
    select tenant_id, key_id, hour, calls, errors
      from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) as r(tenant_id text, key_id text, hour timestamptz, calls bigint, errors bigint)
      order by tenant_id, hour, key_id
    on conflict (tenant_id, hour, key_id) do update set calls = old.calls + excluded.calls, errors = old.errors + excluded.errors`.execute(
    tx,
  );
  const callerRows = callers.map((caller) => ({ ...caller, last_seen_at: iso(caller.last_seen_at) }));
  await sql`
    insert into api_key_callers as old (tenant_id, key_id, minute, ip, user_agent, calls, refused, last_seen_at)
    select tenant_id, key_id, minute, ip, user_agent, calls, refused, last_seen_at
      from jsonb_to_recordset(${JSON.stringify(callerRows)}::jsonb)
        as r(tenant_id text, key_id text, minute timestamptz, ip text, user_agent text, calls bigint, refused bigint, last_seen_at timestamptz)
      order by tenant_id, key_id, minute, ip, user_agent
    on conflict (tenant_id, key_id, minute, ip, user_agent)
      do update set calls = old.calls + excluded.calls, refused = old.refused + excluded.refused, last_seen_at = greatest(old.last_seen_at, excluded.last_seen_at)`.execute(
    tx,
  );
  const uses = lastUse.map((use) => ({ ...use, last_used_at: iso(use.last_used_at) }));
  await sql`
    insert into api_key_last_use as old (key_id, tenant_id, last_used_at, last_used_ip)
    select key_id, tenant_id, last_used_at, last_used_ip
      from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as r(key_id text, tenant_id text, last_used_at timestamptz, last_used_ip text)
      order by key_id
    on conflict (key_id) do update set last_used_at = excluded.last_used_at, last_used_ip = excluded.last_used_ip
      where old.last_used_at <= excluded.last_used_at`.execute(tx);
}

async function dropOldCallers(tx: Tx): Promise<void> {
  await sql`delete from api_key_callers where minute < now() - interval '25 hours'`.execute(tx);
}
