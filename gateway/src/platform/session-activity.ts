import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { RequestInfo } from './call.js';
import type { Tx } from './db.js';
import type { Platform } from './platform.js';
import { RegularWriter } from './regular-writer.js';

const FLUSH_MS = 10_000;
const SWEEP_MS = 60_000;
/** A use is written when the one written before is older: with {@link FLUSH_MS} the lag stays below `ACTIVITY_LAG`. */
const FRESH_SECONDS = 15;
/** Sessions kept in memory while the database is away. */
const MAX_SESSIONS = 100_000;
const SWEEP_ROWS = 1000;

interface Use {
  at: number;
  from: Pick<RequestInfo, 'ip' | 'origin' | 'userAgent'>;
}

/** Whose sessions they are. */
export type SessionTable = 'console_sessions' | 'sdk_sessions';

/**
 * Notes when sessions were used last, and from where. Gathered in memory and written together, for all tenants at once; a process
 * that is killed loses its last seconds.
 */
export class SessionActivity extends RegularWriter {
  readonly #platform: Pick<Platform, 'db' | 'log'>;
  readonly #table: SessionTable;
  #uses = new Map<string, Use>();
  #swept = 0;

  constructor(platform: Pick<Platform, 'db' | 'log'>, table: SessionTable) {
    super(FLUSH_MS);
    this.#platform = platform;
    this.#table = table;
  }

  /** Notes a use of a session. */
  used(id: string, from: Use['from']): void {
    this.#uses.delete(id);
    this.#uses.set(id, { at: performance.now(), from });
    if (this.#uses.size > MAX_SESSIONS) for (const oldest of this.#uses.keys()) if (this.#uses.delete(oldest)) break;
  }

  protected override async write(): Promise<void> {
    const sweep = this.#table === 'sdk_sessions' && performance.now() - this.#swept > SWEEP_MS;
    const uses = this.#uses;
    if (uses.size === 0 && !sweep) return;
    this.#uses = new Map();
    try {
      await this.#platform.db.platformTx(async (tx) => {
        if (uses.size > 0) await writeUses(tx, this.#table, uses);
        if (sweep) await dropOld(tx);
      });
      if (sweep) this.#swept = performance.now();
    } catch (error) {
      this.#platform.log.warn({ err: error }, 'uses of sessions could not be written; they are kept');
      for (const [id, use] of this.#uses) uses.set(id, use);
      this.#uses = uses;
    }
  }
}

/** A row somebody else holds is left out: it is being renewed or ended, and both note the time themselves. */
async function writeUses(tx: Tx, table: SessionTable, uses: ReadonlyMap<string, Use>): Promise<void> {
  const now = performance.now();
  const rows = [...uses].map(([id, { at, from }]) => ({
    id,
    age: (now - at) / 1000,
    ip: from.ip,
    origin: from.origin,
    user_agent: from.userAgent,
  }));
  const more =
    table === 'sdk_sessions' ? sql`, origin = d.origin, user_agent = coalesce(d.user_agent, s.user_agent)` : sql``;
  await sql`
    with used as (
      select id, clock_timestamp() - make_interval(secs => age) as at, ip, origin, user_agent
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, age float8, ip text, origin text, user_agent text)),
    due as (
      select u.* from used u join ${sql.table(table)} t on t.id = u.id
        where t.ended_at is null
          and (t.last_active_at < u.at - make_interval(secs => ${FRESH_SECONDS}) or t.ip is distinct from u.ip)
        for update of t skip locked)
    update ${sql.table(table)} s set last_active_at = greatest(s.last_active_at, d.at), ip = d.ip ${more}
      from due d where s.id = d.id`.execute(tx);
}

async function dropOld(tx: Tx): Promise<void> {
  await sql`delete from sdk_sessions where id in (
    select id from sdk_sessions where expires_at < now() limit ${SWEEP_ROWS} for update skip locked)`.execute(tx);
}
