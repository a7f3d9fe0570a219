import { sql } from 'kysely';
import { recordEvents } from './audit.js';
import type { Actor } from './call.js';
import type { Tx } from './db.js';
import type { WhitelistKind } from './whitelist-tables.js';

/** Calls that an entry let in within an hour. Times in epoch milliseconds, here and below. */
export interface Hit {
  tenant_id: string;
  kind: WhitelistKind;
  value: string;
  hour: number;
  hits: number;
  last_at: number;
}
/** Browser calls from an origin within an hour. */
export interface OriginCalls {
  tenant_id: string;
  origin: string;
  hour: number;
  calls: number;
  refused: number;
  last_seen_at: number;
}
/** Refused calls of one source and key within an hour, and who made the first of them. */
export interface Refusal {
  tenant_id: string;
  kind: WhitelistKind;
  hour: number;
  source: string;
  key_id: string;
  observed: boolean;
  calls: number;
  last_at: number;
  actor: Actor;
  request: { ip: string | null; userAgent: string | null };
}
/** What is counted between two writings, but for refusals. */
export interface Counts {
  readonly hits: Map<string, Hit>;
  readonly origins: Map<string, OriginCalls>;
}

const time = (column: string) => sql.raw(`to_timestamp(${column} / 1000.0)`);

/** Adds counts to those of before. Rows go in by the order of their keys, so that two processes writing at once never wait for each other in a circle. */
export async function writeCounts(tx: Tx, { hits, origins }: Counts, sweep: boolean): Promise<void> {
  if (hits.size > 0) {
    const rows = JSON.stringify([...hits.values()]);
    const columns = sql.raw(
      'r(tenant_id text, kind text, value text, hour float8, hits bigint, last_at float8) order by tenant_id, kind, value, hour',
    );
    await sql`
      insert into whitelist_hits as old (tenant_id, kind, value, hour, hits)
      select tenant_id, kind, value, ${time('hour')}, hits from jsonb_to_recordset(${rows}::jsonb) as ${columns}
      on conflict (tenant_id, kind, value, hour) do update set hits = old.hits + excluded.hits`.execute(tx);
    await sql`
      insert into whitelist_matches as old (tenant_id, kind, value, last_matched_at)
      select tenant_id, kind, value, max(${time('last_at')})
        from (select * from jsonb_to_recordset(${rows}::jsonb) as ${columns}) as r
        group by tenant_id, kind, value order by tenant_id, kind, value
      on conflict (tenant_id, kind, value) do update set last_matched_at = greatest(old.last_matched_at, excluded.last_matched_at)`.execute(
      tx,
    );
  }
  if (origins.size > 0)
    await sql`
      insert into origin_callers as old (tenant_id, origin, hour, calls, refused, last_seen_at)
      select tenant_id, origin, ${time('hour')}, calls, refused, ${time('last_seen_at')}
        from jsonb_to_recordset(${JSON.stringify([...origins.values()])}::jsonb)
          as r(tenant_id text, origin text, hour float8, calls bigint, refused bigint, last_seen_at float8)
        order by tenant_id, origin, hour
      on conflict (tenant_id, origin, hour) do update set calls = old.calls + excluded.calls,
        refused = old.refused + excluded.refused, last_seen_at = greatest(old.last_seen_at, excluded.last_seen_at)`.execute(
      tx,
    );
  if (!sweep) return;
  await sql`delete from whitelist_hits where hour < now() - interval '25 hours'`.execute(tx);
  await sql`delete from whitelist_refusals where hour < now() - interval '25 hours'`.execute(tx);
  await sql`delete from origin_callers where hour < now() - interval '25 hours'`.execute(tx);
}

/** Adds refusals of one tenant, and tells the audit log of addresses and origins that were not refused before within their hour. */
export async function writeRefusals(tx: Tx, tenantId: string, refusals: readonly Refusal[]): Promise<void> {
  const rows = JSON.stringify(refusals.map(({ actor: _actor, request: _request, ...row }) => row));
  const { rows: fresh } = await sql<{ kind: WhitelistKind; source: string; hour: number; observed: boolean }>`
    with told as (
      select kind, source, hour from whitelist_refusals where tenant_id = ${tenantId} and hour > now() - interval '2 hours' and not observed
    ), written as (
      insert into whitelist_refusals as old (tenant_id, kind, hour, source, key_id, observed, calls, last_at)
      select ${tenantId}, kind, ${time('hour')}, source, key_id, observed, calls, ${time('last_at')}
        from jsonb_to_recordset(${rows}::jsonb)
          as r(kind text, hour float8, source text, key_id text, observed boolean, calls bigint, last_at float8)
        order by kind, hour, source, key_id, observed
      on conflict (tenant_id, kind, hour, source, key_id, observed) do update set calls = old.calls + excluded.calls,
        last_at = greatest(old.last_at, excluded.last_at)
      returning kind, source, hour, observed, (xmax = 0) as inserted
    )
    select distinct kind, source, (extract(epoch from hour) * 1000)::float8 as hour, observed from written w
      where inserted and not observed and not exists (select from told t where t.kind = w.kind and t.source = w.source and t.hour = w.hour)`.execute(
    tx,
  );
  for (const one of fresh) {
    const first = refusals.find(
      ({ kind, source, hour, observed }) =>
        kind === one.kind && source === one.source && hour === one.hour && observed === one.observed,
    );
    if (!first) continue;
    const { actor, request, kind, source } = first;
    const what = kind === 'ip' ? 'address' : 'origin';
    await recordEvents(tx, { actor, tenant: { id: tenantId }, request }, [
      {
        action: `${what}.refused`,
        resource: { type: what, id: source || 'others', name: source || null },
        result: 'failure',
        details: { reason: kind === 'ip' ? 'ip_not_allowed' : 'origin_not_allowed' },
      },
    ]);
  }
}
