import { isIP } from 'node:net';
import { sql } from 'kysely';
import type { WhitelistMode } from '@caas/contract/whitelists.js';
import type { AuditContext } from '../platform/audit.js';
import type { Tx } from '../platform/db.js';
import { newId } from '../platform/ids.js';
import { indexOf } from '../platform/whitelist-rules.js';
import type { WhitelistKind } from '../platform/whitelist-tables.js';
import { KEYS } from './demo.company.js';
import type { DemoSecret, Past } from './demo.history.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

interface DemoEntry {
  value: string;
  label: string;
  by: string;
  addedDaysAgo: number;
  endsInDays?: number;
}

/** Its lists. Addresses are enforced: everything that calls is on the list. Origins only observe: one page was forgotten. */
const LISTS: readonly { kind: WhitelistKind; mode: WhitelistMode; entries: readonly DemoEntry[] }[] = [
  {
    kind: 'ip',
    mode: 'enforce',
    entries: [
      { value: '203.0.113.8/29', label: 'Production cluster, Lisbon', by: 'Ada Okafor', addedDaysAgo: 261 },
      { value: '198.51.100.0/28', label: 'Data platform', by: 'Tomás Rey', addedDaysAgo: 240 },
      { value: '192.0.2.41', label: 'Terraform runner', by: 'Tomás Rey', addedDaysAgo: 238 },
      { value: '2001:db8:4a:2::/64', label: 'Production cluster, IPv6', by: 'Ada Okafor', addedDaysAgo: 90 },
      { value: '203.0.113.201', label: 'Load test, Harborline', by: 'Tomás Rey', addedDaysAgo: 2, endsInDays: 3 },
    ],
  },
  {
    kind: 'origin',
    mode: 'observe',
    entries: [
      { value: 'https://app.meridian.example', label: 'Dispatch', by: 'Ada Okafor', addedDaysAgo: 12 },
      { value: 'https://*.partners.meridian.example', label: 'Partner portals', by: 'Tomás Rey', addedDaysAgo: 11 },
      { value: 'http://localhost:5173', label: 'Local development', by: 'Tomás Rey', addedDaysAgo: 6, endsInDays: 8 },
    ],
  },
];

/** An address that tried a key of the company: somebody's laptop. */
const STRANGER = { ip: '203.0.113.77', key: 'Message ingest', calls: 12, hoursAgo: 5 };

/** What the demo's own servers call from: `HOST`, where that is an address of its own. */
function homes(host: string): DemoEntry[] {
  const own = isIP(host) > 0 && host !== '0.0.0.0' && host !== '::' ? [host] : [];
  return [...new Set(['127.0.0.1', '::1', ...own])].map((value) => ({
    value,
    label: 'This machine: the servers of the demo',
    by: 'Ada Okafor',
    addedDaysAgo: 261,
  }));
}

/** Writes the company's lists of allowed addresses and origins with what calls did, and gives what the log says of them. */
export async function writeWhitelists(
  tx: Tx,
  { tenantId, host, keys, now }: { tenantId: string; host: string; keys: readonly DemoSecret[]; now: number },
  context: (name: string) => AuditContext,
): Promise<Past[]> {
  const past: Past[] = [];
  for (const { kind, mode, entries } of LISTS) {
    await tx.insertInto('whitelist_settings').values({ tenant_id: tenantId, kind, mode }).execute();
    const all = kind === 'ip' ? [...homes(host), ...entries] : entries;
    for (const entry of all) {
      const [id, at, by] = [newId('wle'), now - entry.addedDaysAgo * DAY_MS, context(entry.by)];
      const expires = entry.endsInDays === undefined ? null : new Date(now + entry.endsInDays * DAY_MS);
      await tx
        .insertInto('whitelist_entries')
        .values({
          id,
          tenant_id: tenantId,
          kind,
          value: entry.value,
          label: entry.label,
          created_at: new Date(at),
          created_by: JSON.stringify({ id: by.actor.id, name: by.actor.name }),
          expires_at: expires,
        })
        .execute();
      const type = kind === 'ip' ? 'allowed-ip' : 'allowed-origin';
      const details = { label: entry.label, expires_at: expires?.toISOString() ?? null };
      past.push({ at, by, entry: { action: `${type}.added`, resource: { type, id, name: entry.value }, details } });
    }
    if (kind === 'ip') await countHits(tx, tenantId, all);
  }
  return [...past, ...(await refuseStranger(tx, tenantId, keys, context, now))];
}

/** The calls of the last day, for the entries that let them in. */
async function countHits(tx: Tx, tenantId: string, entries: readonly DemoEntry[]): Promise<void> {
  const index = indexOf('ip', entries, ({ value }) => value);
  for (const ip of new Set(KEYS.flatMap(({ load }) => load?.callers ?? []).map((caller) => caller.ip)))
    for (const { value } of index.match(ip)) {
      const from = sql`from api_key_callers where tenant_id = ${tenantId} and ip = ${ip}`;
      await sql`insert into whitelist_hits as old (tenant_id, kind, value, hour, hits)
        select tenant_id, 'ip', ${value}, date_trunc('hour', minute), sum(calls) ${from} group by 1, 4
        on conflict (tenant_id, kind, value, hour) do update set hits = old.hits + excluded.hits`.execute(tx);
      await sql`insert into whitelist_matches as old (tenant_id, kind, value, last_matched_at)
        select tenant_id, 'ip', ${value}, max(last_seen_at) ${from} group by 1
        on conflict (tenant_id, kind, value) do update set last_matched_at = greatest(old.last_matched_at, excluded.last_matched_at)`.execute(
        tx,
      );
    }
}

async function refuseStranger(
  tx: Tx,
  tenantId: string,
  keys: readonly DemoSecret[],
  context: (name: string) => AuditContext,
  now: number,
): Promise<Past[]> {
  const key = keys.find(({ name }) => name === STRANGER.key);
  if (!key) return [];
  const at = now - STRANGER.hoursAgo * HOUR_MS;
  await tx
    .insertInto('whitelist_refusals')
    .values({
      tenant_id: tenantId,
      kind: 'ip',
      hour: new Date(at - (at % HOUR_MS)),
      source: STRANGER.ip,
      key_id: key.id,
      observed: false,
      calls: STRANGER.calls,
      last_at: new Date(at),
    })
    .execute();
  const by: AuditContext = {
    ...context('Ada Okafor'),
    actor: { type: 'api_key', id: key.id, name: key.name, permissions: new Set() },
    request: { ip: STRANGER.ip, userAgent: 'curl/8.16.0' },
  };
  const resource = { type: 'address', id: STRANGER.ip, name: STRANGER.ip };
  const details = { reason: 'ip_not_allowed' };
  return [{ at, by, entry: { action: 'address.refused', resource, result: 'failure', details } }];
}
