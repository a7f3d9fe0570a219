import type { Endpoint } from '@caas/contract/endpoint.js';
import { me } from '@caas/contract/accounts.js';
import * as ips from '@caas/contract/ip-whitelist.js';
import * as origins from '@caas/contract/origin-whitelist.js';
import { parse } from '@caas/contract/parse.js';
import type { Role } from '@caas/contract/permissions.js';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { ListRules } from '@caas/contract/whitelist/bulk.js';
import { ipRules } from '@caas/contract/whitelist/ip-matcher.js';
import { originRules } from '@caas/contract/whitelist/origin-matcher.js';
import { RULE_CODES } from '@caas/contract/whitelist/rule-codes.js';
import { suffixes } from '@caas/contract/whitelist/suffixes.js';
import { interceptFetch, refusal, type Reply, type Seen } from './fetch.js';
import { identity } from './people.js';

type Kind = 'ip' | 'origin';
type Rules = ListRules<{ readonly value: string }>;
const RULES: Record<Kind, Rules> = { ip: ipRules, origin: originRules(suffixes) };

export const NOW = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;
const REVERT_MS = 60_000;
const ago = (ms: number): string => new Date(NOW - ms).toISOString();
let count = 0;

/** An entry of a list. */
export function entry(value: string, given: Partial<WhitelistEntry> = {}): WhitelistEntry {
  count += 1;
  return {
    id: `wle_${String(count).padStart(26, '0')}`,
    value,
    label: null,
    created_at: ago(count * HOUR),
    created_by: { id: 'usr_00000000000000000000000001', name: 'Tomás Rey' },
    expires_at: null,
    last_matched_at: null,
    hits_24h: 0,
    version: 1,
    ...given,
  };
}

export function someIps(): WhitelistEntry[] {
  return [
    entry('203.0.113.14', { label: 'Production server', last_matched_at: ago(12_000), hits_24h: 41_208 }),
    entry('198.51.100.0/24', { label: 'Office', last_matched_at: ago(2 * HOUR), hits_24h: 312 }),
    entry('10.0.0.0/8', { label: 'VPN' }),
    entry('2001:db8::/32', { label: 'Data centre Frankfurt', last_matched_at: ago(30 * HOUR) }),
    entry('192.0.2.77', {
      label: 'Contractor',
      expires_at: new Date(NOW + 60 * HOUR).toISOString(),
      last_matched_at: ago(5 * HOUR),
      hits_24h: 9,
    }),
  ];
}

export function someOrigins(): WhitelistEntry[] {
  return [
    entry('https://app.meridian.example', { label: 'Customer app', last_matched_at: ago(4_000), hits_24h: 18_400 }),
    entry('https://*.meridian.example', { label: 'Previews' }),
    entry('https://xn--mnchen-3ya.example', { label: 'Branch office', last_matched_at: ago(9 * HOUR), hits_24h: 31 }),
    entry('http://localhost:5173', { label: 'Local development' }),
  ];
}

export interface Called {
  source: string;
  calls: number;
  you?: boolean;
  sessions?: number;
}

/** How a gateway of a test or story is set up. */
export interface WhitelistGatewayOptions {
  ips?: WhitelistEntry[];
  origins?: WhitelistEntry[];
  mode?: 'enforce' | 'observe';
  role?: Role | null;
  permissions?: readonly string[];
  yourIp?: string;
  yourOrigin?: string | null;
  /** Who called in the last 24 h. */
  callers?: readonly Called[];
  refusals?: readonly { source: string; calls: number; observed?: boolean }[];
  delay?: number;
}

/** A gateway inside the page that keeps both lists and answers by the contract: each request and answer is held against its schemas. */
export class WhitelistGateway {
  lists: Record<Kind, WhitelistEntry[]>;
  mode: 'enforce' | 'observe';
  bindConsole = false;
  revert: { id: string; at: string } | null = null;
  /** What the next calls of an endpoint get instead of its answer; a function decides each time, null means the answer after all. */
  readonly overrides = new Map<string, Reply | ((request: Seen) => Reply | Promise<Reply> | null)>();
  readonly options: WhitelistGatewayOptions;
  now = NOW;

  constructor(options: WhitelistGatewayOptions = {}) {
    this.options = options;
    this.lists = { ip: options.ips ?? someIps(), origin: options.origins ?? someOrigins() };
    this.mode = options.mode ?? 'enforce';
  }

  /** Answers one request of the page. */
  readonly answer = async (request: Seen): Promise<Reply> => {
    const { delay = 0 } = this.options;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    for (const [endpoint, kind, handle] of ROUTES) {
      const params = pathOf(endpoint).exec(request.url.pathname)?.groups;
      if (endpoint.method !== request.method || !pathOf(endpoint).test(request.url.pathname)) continue;
      const override = this.overrides.get(endpoint.id);
      const instead = typeof override === 'function' ? await override(request) : override;
      if (instead) return instead;
      const query = checked(endpoint.query, Object.fromEntries(request.url.searchParams), `query of ${endpoint.id}`);
      const body = checked(endpoint.body, request.body, `body of ${endpoint.id}`);
      const param = decodeURIComponent(Object.values(params ?? {})[0] ?? '');
      const reply = handle(this, { kind, param, query, body });
      if (reply instanceof Response) return reply;
      const schema = endpoint.answers[reply.status];
      const json = schema ? checked(schema, reply.json, `answer of ${endpoint.id}`) : reply.json;
      return { ...reply, json, headers: { ...reply.headers, date: new Date(this.now).toUTCString() } };
    }
    return refusal(404, 'not_found');
  };

  /** Whether a list lets a source in. */
  allows(kind: Kind, source: string, list = this.lists[kind]): boolean {
    return list.length === 0 || this.matching(kind, source, list).length > 0;
  }

  matching(kind: Kind, source: string, list = this.lists[kind]): WhitelistEntry[] {
    const asked = RULES[kind].parse(source);
    if (!asked.ok) return [];
    return RULES[kind]
      .matcher(list, ({ value }) => {
        const verdict = RULES[kind].parse(value);
        if (!verdict.ok) throw new Error(value);
        return verdict.entry;
      })
      .covering(asked.entry);
  }

  /** Callers that a list lets in, and `next` would not. */
  cutOff(kind: Kind, next: WhitelistEntry[]): readonly Called[] {
    if (this.mode === 'observe') return [];
    return (this.options.callers ?? []).filter(
      ({ source }) => this.allows(kind, source) && !this.allows(kind, source, next),
    );
  }

  /** Makes a change, or refuses it as one that would cut callers off. */
  change(kind: Kind, next: WhitelistEntry[], forced: boolean, then: (revert: typeof this.revert) => Reply): Reply {
    const uncovered = this.cutOff(kind, next);
    if (uncovered.length > 0 && !forced)
      return refusal(409, 'would_lock_out', {
        uncovered: uncovered.map((caller) => shown(kind, caller)),
        uncovered_total: uncovered.length,
      });
    const before = this.lists[kind];
    this.lists[kind] = next;
    this.revert = null;
    if (uncovered.length > 0) {
      count += 1;
      this.revert = {
        id: `rvt_${String(count).padStart(26, '0')}`,
        at: new Date(this.now + REVERT_MS).toISOString(),
      };
      this.undo = () => {
        this.lists[kind] = before;
        this.revert = null;
      };
    }
    return then(this.revert);
  }

  /** Undoes the forced change, as the gateway does after a minute. */
  undo = (): void => undefined;
}

/** Puts gateways at the network's edge, by the origin of their address. `restore` puts the real network back. */
export function serveWhitelists(gateways: Record<string, WhitelistGateway>): { seen: Seen[]; restore: () => void } {
  return interceptFetch((request, before) => {
    const gateway = gateways[request.url.origin];
    if (before && !gateway) return before();
    if (!gateway) throw new TypeError(`Nothing at ${request.url.origin}`);
    return gateway.answer(request);
  });
}

interface Received {
  kind: Kind;
  param: string;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
}
type Handler = (gateway: WhitelistGateway, received: Received) => Reply;

const ok = (json: unknown, status = 200): Reply => ({ status, json });

function shown(kind: Kind, { source, calls, you = false, sessions = 0 }: Called): object {
  const rest = { calls_24h: calls, last_seen_at: ago(90_000), you };
  return kind === 'ip'
    ? { ...rest, ip: source, keys: [{ id: 'key_1', name: 'Production server' }] }
    : { ...rest, origin: source, sessions };
}

const ORDER = new Intl.Collator('en', { numeric: true });

const list: Handler = (gateway, { kind, query }) => {
  const { cursor, limit, q, sort } = query;
  const search = String(q ?? '').toLowerCase();
  const found = gateway.lists[kind].filter(({ label, value }) =>
    `${value} ${label ?? ''}`.toLowerCase().includes(search),
  );
  const field = String(sort).replace('-', '') as 'value' | 'label' | 'created_at' | 'hits_24h';
  const direction = String(sort).startsWith('-') ? -1 : 1;
  const ordered = [...found].sort(
    (one, other) => direction * ORDER.compare(String(one[field] ?? ''), String(other[field] ?? '')),
  );
  const from = Number(cursor ?? 0);
  const to = from + Number(limit);
  const { yourIp = '203.0.113.14', yourOrigin = location.origin } = gateway.options;
  return ok({
    items: ordered.slice(from, to),
    next_cursor: to < ordered.length ? String(to) : null,
    total: ordered.length,
    mode: gateway.mode,
    bind_console: gateway.bindConsole,
    revert: gateway.revert,
    ...(kind === 'ip' ? { your_ip: yourIp } : { your_origin: yourOrigin }),
  });
};

const add: Handler = (gateway, { kind, query, body }) => {
  const wanted = (body['entries'] ?? [body]) as { ip?: string; origin?: string; label?: string; expires_at?: string }[];
  const added: WhitelistEntry[] = [];
  const rejected: object[] = [];
  for (const [index, { ip, origin, label = null, expires_at = null }] of wanted.entries()) {
    const input = ip ?? origin ?? '';
    const verdict = RULES[kind].parse(input);
    if (!verdict.ok) {
      rejected.push({ index, input, code: verdict.code, message: RULE_CODES[verdict.code] });
    } else if ([...gateway.lists[kind], ...added].some(({ value }) => value === verdict.entry.value)) {
      rejected.push({ index, input, code: 'duplicate', message: 'It is on the list already.' });
    } else {
      added.push(entry(verdict.entry.value, { label, expires_at, created_at: new Date(gateway.now).toISOString() }));
    }
  }
  const merged = body['merge']
    ? gateway.lists[kind].filter(({ value }) => gateway.matching(kind, value, added).some((one) => one.value !== value))
    : [];
  const next = [...gateway.lists[kind].filter((one) => !merged.includes(one)), ...added];
  return gateway.change(kind, next, query['confirm_lockout'] === true, (revert) =>
    ok({ added, merged, rejected, revert }, 201),
  );
};

const remove: Handler = (gateway, { kind, param, query }) => {
  const next = gateway.lists[kind].filter(({ value }) => value !== param);
  if (next.length === gateway.lists[kind].length) return refusal(404, 'not_found');
  return gateway.change(kind, next, query['confirm_lockout'] === true, (revert) =>
    revert ? ok({ revert }) : { status: 204 },
  );
};

const update: Handler = (gateway, { kind, param, body }) => {
  const old = gateway.lists[kind].find(({ id }) => id === param);
  if (!old) return refusal(404, 'not_found');
  if (body['version'] !== old.version) return refusal(409, 'version_conflict', { current: old });
  const next = { ...old, ...body, version: old.version + 1 };
  gateway.lists[kind] = gateway.lists[kind].map((one) => (one === old ? next : one));
  return ok(next);
};

const check: Handler = (gateway, { kind, body }) => {
  const source = String(body['ip'] ?? body['origin']);
  return ok({ allowed: gateway.allows(kind, source), matched: gateway.matching(kind, source) });
};

const dryRun: Handler = (gateway, { kind, body }) => {
  const more = (body['add'] as string[]).map((value) => entry(value));
  const blocked = gateway.cutOff(kind, [...gateway.lists[kind], ...more]);
  return ok({ would_block: blocked.map((caller) => shown(kind, caller)), would_allow: [] });
};

const setMode: Handler = (gateway, { kind, query, body }) => {
  const mode = body['mode'] as 'enforce' | 'observe';
  const refused = (gateway.options.callers ?? []).filter(({ source }) => !gateway.allows(kind, source));
  if (mode === 'enforce' && gateway.mode === 'observe' && refused.length > 0 && query['confirm_lockout'] !== true)
    return refusal(409, 'would_lock_out', { uncovered: refused.map((caller) => shown(kind, caller)) });
  gateway.mode = mode;
  if (typeof body['bind_console'] === 'boolean') gateway.bindConsole = body['bind_console'];
  return ok({ mode, bind_console: gateway.bindConsole, revert: null });
};

const confirm: Handler = (gateway, { body }) => {
  if (gateway.revert?.id !== body['revert_id']) return refusal(404, 'not_found');
  gateway.revert = null;
  return { status: 204 };
};

const refusals: Handler = (gateway, { kind }) =>
  ok({
    items: (gateway.options.refusals ?? [])
      .filter(({ source }) => !gateway.allows(kind, source) || gateway.lists[kind].length === 0)
      .map(({ source, calls, observed = false }) => {
        const rest = { calls, last_at: ago(240_000), observed };
        return kind === 'ip'
          ? { ip: source, keys: [{ id: 'key_1', name: 'Nightly export' }], ...rest }
          : { origin: source, ...rest };
      }),
  });

const whoAmI: Handler = ({ options: { role = 'admin', permissions = [] } }) =>
  ok(role === null ? { ...identity('viewer'), user: null, role: null, permissions } : identity(role));

const ROUTES: readonly [Endpoint, Kind, Handler][] = [
  [me, 'ip', whoAmI],
  [ips.listIpWhitelist, 'ip', list],
  [ips.addIps, 'ip', add],
  [ips.checkIp, 'ip', check],
  [ips.dryRunIps, 'ip', dryRun],
  [ips.confirmIpChange, 'ip', confirm],
  [ips.listIpRefusals, 'ip', refusals],
  [ips.setIpMode, 'ip', setMode],
  [ips.updateIpEntry, 'ip', update],
  [ips.removeIp, 'ip', remove],
  [origins.listOriginWhitelist, 'origin', list],
  [origins.addOrigins, 'origin', add],
  [origins.checkOrigin, 'origin', check],
  [origins.dryRunOrigins, 'origin', dryRun],
  [origins.confirmOriginChange, 'origin', confirm],
  [origins.listOriginRefusals, 'origin', refusals],
  [origins.setOriginMode, 'origin', setMode],
  [origins.updateOriginEntry, 'origin', update],
  [origins.removeOrigin, 'origin', remove],
];

function pathOf(endpoint: Endpoint): RegExp {
  return new RegExp(`^${endpoint.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
}

function checked(schema: Endpoint['body'] | undefined, value: unknown, what: string): Record<string, unknown> {
  if (!schema) return {};
  const result = parse(schema, value);
  if (!result.ok) throw new Error(`The ${what} breaks the contract: ${JSON.stringify(result.issues)}`);
  return result.data as Record<string, unknown>;
}
