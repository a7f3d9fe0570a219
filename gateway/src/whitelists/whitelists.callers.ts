import { sql } from 'kysely';
import type { IpCaller, IpRefusal } from '@caas/contract/ip-whitelist.js';
import type { OriginCaller, OriginRefusal } from '@caas/contract/origin-whitelist.js';
import type { Tx } from '../platform/db.js';
import type { WhitelistKind } from '../platform/whitelist-tables.js';

/** Refused addresses or origins that an answer names. */
const REFUSALS = 200;

/** What the lists are judged by: who called within the last day, and how many of the calls were let in. */
export interface Caller<Shown> {
  /** Address or origin. */
  readonly source: string;
  readonly accepted: number;
  readonly shown: Shown;
}

/** Where the two kinds of lists differ, beyond their rules. */
export interface ListKind<Shown> {
  readonly kind: WhitelistKind;
  /** Who called within the last day, the busiest first. `yours` is marked: where the request comes from. */
  callers(tx: Tx, tenantId: string, yours: string | null): Promise<Caller<Shown>[]>;
  /** The caller of this request, where nothing else is known of it. */
  you(source: string): Shown;
}

interface KeyCalls {
  source: string;
  calls: number;
  accepted: number;
  last: Date;
  keys: { id: string; name: string }[];
}

/** Addresses that called with keys that still work. */
async function ipCallers(tx: Tx, tenantId: string, yours: string | null): Promise<Caller<IpCaller>[]> {
  const { rows } = await sql<KeyCalls>`
    with calls as (
      select ip, key_id, sum(calls) as calls, sum(calls - refused) as accepted, max(last_seen_at) as last
        from api_key_callers
        where tenant_id = ${tenantId} and minute > clock_timestamp() - interval '24 hours' and ip <> ''
        group by ip, key_id
    )
    select c.ip as source, sum(c.calls)::bigint as calls, sum(c.accepted)::bigint as accepted, max(c.last) as last,
        jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by c.calls desc, k.id) as keys
      from calls c join api_keys k on k.tenant_id = ${tenantId} and k.id = c.key_id
      where k.deleted_at is null and k.status not in ('revoked', 'expired', 'disabled')
        and coalesce(k.expires_at > clock_timestamp(), true)
      group by c.ip order by calls desc, c.ip`.execute(tx);
  return rows.map(({ source, calls, accepted, last, keys }) => ({
    source,
    accepted,
    shown: { ip: source, calls_24h: calls, last_seen_at: last.toISOString(), you: source === yours, keys },
  }));
}

interface OriginCalls {
  source: string;
  calls: number;
  accepted: number;
  last: Date | null;
  sessions: number;
  tokens: number;
}

/** Origins that called with SDK and embed tokens, and those whose sessions and tokens live. */
async function originCallers(tx: Tx, tenantId: string, yours: string | null): Promise<Caller<OriginCaller>[]> {
  const { rows } = await sql<OriginCalls>`
    with called as (
      select origin, sum(calls)::bigint as calls, sum(calls - refused)::bigint as accepted, max(last_seen_at) as last
        from origin_callers
        where tenant_id = ${tenantId} and hour > clock_timestamp() - interval '24 hours' and origin <> '' group by origin
    ), living as (
      select origin, count(*) as sessions from sdk_sessions
        where tenant_id = ${tenantId} and origin is not null and ended_at is null and lives_until > clock_timestamp() group by origin
    ), minted as (
      select origin, count(*) as tokens from embed_tokens
        where tenant_id = ${tenantId} and revoked_at is null and expires_at > clock_timestamp() group by origin
    )
    select origin as source, coalesce(calls, 0) as calls, coalesce(accepted, 0) as accepted, last,
        coalesce(sessions, 0) as sessions, coalesce(tokens, 0) as tokens
      from called full join living using (origin) full join minted using (origin)
      order by calls desc, origin`.execute(tx);
  return rows.map(({ source, calls, accepted, last, sessions, tokens }) => ({
    source,
    accepted: accepted + sessions + tokens,
    shown: {
      origin: source,
      calls_24h: calls,
      last_seen_at: last?.toISOString() ?? null,
      you: source === yours,
      sessions,
    },
  }));
}

/** Allowed addresses: they bind calls with keys, and the console where the tenant wants it. */
export const IP_LIST: ListKind<IpCaller> = {
  kind: 'ip',
  callers: ipCallers,
  you: (ip) => ({ ip, calls_24h: 0, last_seen_at: null, you: true, keys: [] }),
};

/** Allowed origins: they bind browser calls with SDK and embed tokens. */
export const ORIGIN_LIST: ListKind<OriginCaller> = {
  kind: 'origin',
  callers: originCallers,
  you: (origin) => ({ origin, calls_24h: 0, last_seen_at: null, you: true, sessions: 0 }),
};

/** Addresses whose calls were refused within the last day, or would have been, the latest first. */
export async function ipRefusals(tx: Tx, tenantId: string): Promise<IpRefusal[]> {
  const { rows } = await sql<Omit<IpRefusal, 'last_at'> & { last: Date }>`
    with refused as (
      select source, observed, key_id, sum(calls) as calls, max(last_at) as last from whitelist_refusals
        where tenant_id = ${tenantId} and kind = 'ip' and last_at > clock_timestamp() - interval '24 hours' and source <> ''
        group by source, observed, key_id
    )
    select r.source as ip, r.observed, sum(r.calls)::bigint as calls, max(r.last) as last,
        coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by r.calls desc, k.id) filter (where k.id is not null), '[]') as keys
      from refused r left join api_keys k on k.tenant_id = ${tenantId} and k.id = r.key_id
      group by r.source, r.observed order by last desc, ip limit ${REFUSALS}`.execute(tx);
  return rows.map(({ last, ...row }) => ({ ...row, last_at: last.toISOString() }));
}

/** The same of origins. */
export async function originRefusals(tx: Tx, tenantId: string): Promise<OriginRefusal[]> {
  const { rows } = await sql<Omit<OriginRefusal, 'last_at'> & { last: Date }>`
    select source as origin, observed, sum(calls)::bigint as calls, max(last_at) as last from whitelist_refusals
      where tenant_id = ${tenantId} and kind = 'origin' and last_at > clock_timestamp() - interval '24 hours' and source <> ''
      group by source, observed order by last desc, origin limit ${REFUSALS}`.execute(tx);
  return rows.map(({ last, ...row }) => ({ ...row, last_at: last.toISOString() }));
}
