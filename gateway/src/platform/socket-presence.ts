import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './db.js';
import type { Platform } from './platform.js';

const FLUSH_MS = 500;
const HEARTBEAT_MS = 10_000;
/** A process that said nothing for so long is taken for dead, and its sockets for closed: within a minute of being killed. */
const DEAD_SECONDS = 35;

/** Open sockets of living processes, as `k`: `session_id`, `tenant_id`, `sockets`. */
export const OPEN_SOCKETS = sql`sdk_sockets k join gateway_processes g
  on g.id = k.process_id and g.seen_at > clock_timestamp() - make_interval(secs => ${sql.lit(DEAD_SECONDS)})`;

interface Open {
  readonly tenantId: string;
  sockets: number;
}

/**
 * Tells the database which SDK sessions have sockets open here, so that every process can say who is connected. Changes are written
 * together twice a second; the process says every few seconds that it lives.
 */
export class SocketPresence {
  readonly #platform: Pick<Platform, 'db' | 'log'>;
  readonly #process = randomUUID();
  readonly #open = new Map<string, Open>();
  #changed = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #flushing: Promise<void> = Promise.resolve();
  #beat = -Infinity;
  #known = false;

  constructor(platform: Pick<Platform, 'db' | 'log'>) {
    this.#platform = platform;
  }

  /** A socket of a session opened. */
  opened(tenantId: string, sessionId: string): void {
    const open = this.#open.get(sessionId) ?? { tenantId, sockets: 0 };
    open.sockets += 1;
    this.#open.set(sessionId, open);
    this.#changed.add(sessionId);
    this.#timer ??= setInterval(() => void this.flush(), FLUSH_MS).unref();
  }

  /** A socket of a session closed. */
  closed(sessionId: string): void {
    const open = this.#open.get(sessionId);
    if (!open) return;
    open.sockets -= 1;
    if (open.sockets === 0) this.#open.delete(sessionId);
    this.#changed.add(sessionId);
  }

  /** Writes what changed. One writing at a time. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#write());
    return this.#flushing;
  }

  /** Takes this process's sockets out and ends. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#flushing;
    if (!this.#known) return;
    await this.#platform.db
      .platformTx((tx) => sql`delete from gateway_processes where id = ${this.#process}`.execute(tx))
      .catch((error: unknown) => this.#platform.log.warn({ err: error }, 'open sockets could not be taken out'));
  }

  async #write(): Promise<void> {
    const due = performance.now() - this.#beat >= HEARTBEAT_MS;
    if (this.#changed.size === 0 && !due) return;
    const changed = this.#changed;
    this.#changed = new Set();
    try {
      await this.#platform.db.platformTx(async (tx) => {
        const fresh = await this.#sayAlive(tx);
        // Others had taken this process for dead, or it is new: then everything is told.
        await this.#writeSockets(tx, fresh ? new Set(this.#open.keys()) : changed);
      });
      this.#known = true;
      this.#beat = performance.now();
    } catch (error) {
      this.#platform.log.warn({ err: error }, 'open sockets could not be written; they are kept');
      for (const id of changed) this.#changed.add(id);
    }
  }

  async #sayAlive(tx: Tx): Promise<boolean> {
    await sql`delete from gateway_processes where id in (
      select id from gateway_processes where seen_at < clock_timestamp() - make_interval(secs => ${DEAD_SECONDS}) and id <> ${this.#process}
        for update skip locked)`.execute(tx);
    const { rows } = await sql<{ fresh: boolean }>`
      insert into gateway_processes (id, seen_at) values (${this.#process}, clock_timestamp())
      on conflict (id) do update set seen_at = excluded.seen_at returning (xmax = 0) as fresh`.execute(tx);
    return rows[0]?.fresh ?? false;
  }

  async #writeSockets(tx: Tx, ids: ReadonlySet<string>): Promise<void> {
    if (ids.size === 0) return;
    const gone = [...ids].filter((id) => !this.#open.has(id));
    const rows = [...ids].flatMap((id) => {
      const open = this.#open.get(id);
      return open ? [{ session_id: id, tenant_id: open.tenantId, sockets: open.sockets }] : [];
    });
    if (gone.length > 0)
      await sql`delete from sdk_sockets where process_id = ${this.#process} and session_id = any(${gone})`.execute(tx);
    if (rows.length > 0)
      await sql`
        insert into sdk_sockets (process_id, tenant_id, session_id, sockets)
        select ${this.#process}, tenant_id, session_id, sockets
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(session_id text, tenant_id text, sockets integer)
        on conflict (session_id, process_id) do update set sockets = excluded.sockets`.execute(tx);
  }
}
