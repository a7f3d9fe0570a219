import { me } from '@caas/contract/accounts.js';
import * as keys from '@caas/contract/api-keys.js';
import type { Answer, Endpoint } from '@caas/contract/endpoint.js';
import { mayBecome } from '@caas/contract/key-status.js';
import { parse } from '@caas/contract/parse.js';
import { ROLE_PERMISSIONS, type Role } from '@caas/contract/permissions.js';
import { interceptFetch, refusal, type Reply, type Seen } from './fetch.js';

type Key = keys.ApiKey;
type Usage = Omit<Answer<typeof keys.getApiKeyUsage>, 'series' | 'last_used_at'>;

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
/** The one moment all fixtures are told from. */
export const NOW = Date.parse('2026-11-20T09:41:07.000Z');
/** A secret as the gateway makes them. */
export const SECRET = 'caas_live_X8vR2kQm7TzLw4HsNc0JpYb5DfGe9AuK';

let made = 0;

/** An id like the gateway's. */
export function keyId(number: number): string {
  return `key_${String(number).padStart(26, '0')}`;
}

const ago = (milliseconds: number): string => new Date(NOW - milliseconds).toISOString();
const by = (name: string): Key['created_by'] => ({ type: 'user', id: 'usr_1', name });

/** A key, active and in use unless said otherwise. */
export function key(given: Partial<Key> & { name: string }): Key {
  made += 1;
  return {
    id: keyId(made),
    note: null,
    prefix: 'caas_live_b0T',
    last4: '77aM',
    scopes: ['write'],
    status: 'active',
    role: 'primary',
    pair_id: `pair_${String(made).padStart(26, '0')}`,
    created_at: ago(305 * DAY),
    created_by: by('Ada Okafor'),
    expires_at: null,
    last_used_at: ago(65 * SECOND),
    last_used_ip: '198.51.100.7',
    retires_at: null,
    tested_at: null,
    tested_by: null,
    replaced_at: null,
    replaced_by: null,
    overlap_seconds: null,
    revoked_at: null,
    revoked_by: null,
    secret_delivered: true,
    ip_restrictions: [],
    version: 1,
    ...given,
  };
}

/** The five keys of the design, none of them rotating. */
export function someKeys(): Key[] {
  return [
    key({
      name: 'Production server',
      note: 'Main cluster',
      prefix: 'caas_live_7Kd',
      last4: '9f2C',
      scopes: ['read', 'write'],
      created_at: ago(261 * DAY),
      last_used_at: ago(12 * SECOND),
      last_used_ip: '203.0.113.14',
    }),
    key({ name: 'Message ingest', note: 'Kafka bridge, eu-west' }),
    key({
      name: 'Staging ETL',
      note: 'Nightly export',
      prefix: 'caas_live_pW2',
      last4: 'c3D0',
      scopes: ['read'],
      created_at: ago(364 * DAY),
      last_used_at: ago(4 * HOUR),
      expires_at: new Date(NOW + 6 * DAY + HOUR).toISOString(),
    }),
    key({
      name: 'Terraform',
      note: 'Provisioning',
      prefix: 'caas_live_M1x',
      last4: '0b6F',
      scopes: ['read', 'write', 'admin'],
      created_at: ago(438 * DAY),
      last_used_at: ago(26 * HOUR),
      last_used_ip: '192.0.2.41',
    }),
    key({
      name: 'Old mobile gateway',
      prefix: 'caas_live_2Hn',
      last4: 'd9E4',
      scopes: ['read'],
      status: 'revoked',
      created_at: ago(656 * DAY),
      last_used_at: ago(101 * DAY),
      last_used_ip: '192.0.2.9',
      revoked_at: ago(100 * DAY),
      revoked_by: by('Tomás Rey'),
    }),
  ];
}

/** A rotating pair: primary and its secondary; `used` once the secondary was called. */
export function rotatingPair(used = false): Key[] {
  const primary = key({
    name: 'Production server',
    prefix: 'caas_live_7Kd',
    last4: '9f2C',
    scopes: ['read', 'write'],
    status: 'rotating',
    created_at: ago(261 * DAY),
    last_used_at: ago(12 * SECOND),
    last_used_ip: '203.0.113.14',
  });
  const secondary = key({
    name: 'Production server',
    prefix: 'caas_live_Zq4',
    last4: 'e81B',
    scopes: ['read', 'write'],
    status: 'secondary',
    role: 'secondary',
    pair_id: primary.pair_id,
    created_at: ago(130 * SECOND),
    last_used_at: used ? ago(3 * SECOND) : null,
    last_used_ip: used ? '203.0.113.15' : null,
    overlap_seconds: 86_400,
  });
  return [primary, secondary];
}

/** A pair after promote: the new primary, and the old key with this many seconds left. */
export function retiringPair(seconds = 86_340): Key[] {
  const [old, fresh] = rotatingPair(true);
  if (!old || !fresh) throw new Error('A pair has two keys.');
  return [
    { ...fresh, status: 'active', role: 'primary', overlap_seconds: null },
    {
      ...old,
      status: 'retiring',
      role: 'secondary',
      retires_at: new Date(NOW + seconds * SECOND).toISOString(),
      replaced_at: ago(60 * SECOND),
      replaced_by: by('Tomás Rey'),
    },
  ];
}

/** Names that a careless page would run, break on, or cut. */
export const HOSTILE_NAMES = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '\u202Egnp.exe',
  '👩‍👩‍👧‍👦'.repeat(11).slice(0, 121),
];

/** How a gateway of a test or story is set up. */
export interface KeysGatewayOptions {
  keys?: Key[];
  limit?: number;
  /** Null: an embed token, with `permissions`. */
  role?: Role | null;
  permissions?: readonly string[];
  usage?: Record<string, Partial<Usage>>;
  /** Milliseconds before each answer. */
  delay?: number;
}

/**
 * A gateway inside the page that keeps keys and answers by the contract: every request and every answer of it is held against the
 * contract's schemas, so that it can't drift from the real one.
 */
export class KeysGateway {
  keys: Key[];
  limit: number;
  role: Role | null;
  permissions: readonly string[];
  usage: Record<string, Partial<Usage>>;
  delay: number;
  /** What the next calls of an endpoint get instead of its answer; a function decides each time, null means the answer after all. */
  readonly overrides = new Map<string, Reply | ((request: Seen) => Reply | Promise<Reply> | null)>();
  /** The clock that answers tell, in ms. */
  now = NOW;
  readonly #replays = new Map<string, Reply>();

  constructor({
    keys: given = someKeys(),
    limit = 10,
    role = 'admin',
    permissions = [],
    usage = {},
    delay = 0,
  }: KeysGatewayOptions = {}) {
    this.keys = given;
    this.limit = limit;
    this.role = role;
    this.permissions = permissions;
    this.usage = usage;
    this.delay = delay;
  }

  /** Answers one request of the page. */
  readonly answer = async (request: Seen): Promise<Reply> => {
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const route = ROUTES.find(
      ([endpoint]) => endpoint.method === request.method && pathOf(endpoint).test(request.url.pathname),
    );
    if (!route) return refusal(404, 'not_found');
    const [endpoint, handle] = route;
    const override = this.overrides.get(endpoint.id);
    const instead = typeof override === 'function' ? await override(request) : override;
    if (instead) return instead;
    const idempotencyKey = request.headers.get('idempotency-key');
    const replay = idempotencyKey ? this.#replays.get(idempotencyKey) : undefined;
    if (replay) return replay;
    const params = pathOf(endpoint).exec(request.url.pathname)?.groups ?? {};
    const query = checked(endpoint.query, Object.fromEntries(request.url.searchParams), `query of ${endpoint.id}`);
    const body = checked(endpoint.body, request.body, `body of ${endpoint.id}`);
    const reply = handle(this, { id: params['id'] ?? '', query, body });
    if (reply instanceof Response) return reply;
    const schema = endpoint.answers[reply.status];
    const json = schema ? checked(schema, reply.json, `answer of ${endpoint.id}`) : reply.json;
    const whole: Reply = { ...reply, json, headers: { ...reply.headers, date: new Date(this.now).toUTCString() } };
    if (idempotencyKey && reply.status < 300)
      this.#replays.set(idempotencyKey, { ...whole, json: withoutSecret(json) });
    return whole;
  };

  find(id: string): Key | undefined {
    return this.keys.find((item) => item.id === id);
  }

  /** Changes a key as somebody else would. */
  change(id: string, change: Partial<Key>): Key {
    const old = this.find(id);
    if (!old) throw new Error(`There is no ${id}.`);
    const next = { ...old, ...change, version: old.version + 1 };
    this.keys = this.keys.map((item) => (item.id === id ? next : item));
    return next;
  }
}

/** Puts gateways at the network's edge, by the origin of their address. `restore` puts the real network back. */
export function serveKeys(gateways: Record<string, KeysGateway>): { seen: Seen[]; restore: () => void } {
  return interceptFetch((request, before) => {
    const gateway = gateways[request.url.origin];
    if (before && !gateway) return before();
    if (!gateway) throw new TypeError(`Nothing at ${request.url.origin}`);
    return gateway.answer(request);
  });
}

interface Received {
  id: string;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
}
type Handler = (gateway: KeysGateway, received: Received) => Reply;

const ok = (json: unknown, status = 200): Reply => ({ status, json });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Finds the key a request names, or refuses. */
function withKey(gateway: KeysGateway, id: string, then: (found: Key) => Reply): Reply {
  const found = gateway.find(id);
  return found ? then(found) : refusal(404, 'not_found');
}

function list(gateway: KeysGateway, { query }: Received): Reply {
  const { q, status, scope, sort, cursor, limit } = query;
  const search = text(q).toLowerCase();
  const soon = (item: Key) =>
    item.expires_at !== null &&
    Date.parse(item.expires_at) < gateway.now + 14 * DAY &&
    Date.parse(item.expires_at) > gateway.now;
  const matches = gateway.keys.filter(
    (item) =>
      `${item.name} ${item.note ?? ''} ${item.prefix}${item.last4} ${item.id}`.toLowerCase().includes(search) &&
      (!status || (status === 'expiring' ? soon(item) : item.status === status)) &&
      (!scope || item.scopes.some((each) => each === scope)),
  );
  const ordered = sort === '-created_at' ? matches : sorted(matches, text(sort));
  const from = Number(cursor ?? 0);
  const to = from + Number(limit);
  const used = gateway.keys.filter((item) => ['active', 'rotating', 'disabled'].includes(item.status)).length;
  return ok({
    items: ordered.slice(from, to),
    next_cursor: to < ordered.length ? String(to) : null,
    total: ordered.length,
    used,
    limit_allowed: gateway.limit,
  });
}

function sorted(items: readonly Key[], sort: string): Key[] {
  const field = sort.replace('-', '') as 'name' | 'created_at' | 'last_used_at';
  const direction = sort.startsWith('-') ? -1 : 1;
  return [...items].sort((one, other) => direction * (one[field] ?? '').localeCompare(other[field] ?? ''));
}

function create(gateway: KeysGateway, { body }: Received): Reply {
  if (gateway.keys.some(({ name }) => name === body['name'])) return refusal(409, 'name_taken');
  const used = gateway.keys.filter(({ status }) => status === 'active').length;
  if (used >= gateway.limit) return refusal(403, 'quota_reached', { limit: gateway.limit });
  const fresh = key({
    ...(body as { name: string }),
    created_at: new Date(gateway.now).toISOString(),
    last_used_at: null,
    last_used_ip: null,
  });
  gateway.keys = [fresh, ...gateway.keys];
  return ok({ key: fresh, secret: SECRET }, 201);
}

function update(gateway: KeysGateway, { id, body }: Received): Reply {
  return withKey(gateway, id, (found) => {
    if (body['version'] !== found.version) return refusal(409, 'version_conflict', { current: found });
    const { version: _, ...change } = body;
    return ok(gateway.change(id, change));
  });
}

function remove(gateway: KeysGateway, { id, query }: Received): Reply {
  return withKey(gateway, id, (found) => {
    const calls = gateway.usage[id]?.calls_24h ?? 0;
    if (calls > 0 && found.status !== 'revoked' && query['force'] !== true)
      return refusal(409, 'key_in_use', { calls_24h: calls });
    gateway.keys = gateway.keys.filter((item) => item.id !== id);
    const beside = gateway.keys.find((item) => item.pair_id === found.pair_id && item.status === 'rotating');
    if (beside) gateway.change(beside.id, { status: 'active' });
    return { status: 204 };
  });
}

function rotate(gateway: KeysGateway, { body }: Received): Reply {
  return withKey(gateway, text(body['key_id']), (found) => {
    if (found.status === 'rotating') return refusal(409, 'rotation_running');
    if (!mayBecome(found.status, 'rotating')) return refusal(409, 'wrong_state', { current: found });
    const primary = gateway.change(found.id, { status: 'rotating' });
    const fresh = key({
      name: found.name,
      scopes: found.scopes,
      status: 'secondary',
      role: 'secondary',
      pair_id: found.pair_id,
      prefix: 'caas_live_Zq4',
      last4: 'e81B',
      created_at: new Date(gateway.now).toISOString(),
      last_used_at: null,
      last_used_ip: null,
      overlap_seconds: Number(body['overlap_seconds']),
    });
    gateway.keys = gateway.keys.flatMap((item) => (item.id === primary.id ? [primary, fresh] : [item]));
    return ok({ key: fresh, secret: SECRET }, 201);
  });
}

function promote(gateway: KeysGateway, { body }: Received): Reply {
  return withKey(gateway, text(body['key_id']), (found) => {
    const old = gateway.keys.find((item) => item.pair_id === found.pair_id && item.status === 'rotating');
    if (found.status !== 'secondary' || !old) return refusal(409, 'wrong_state', { current: found });
    const calls = gateway.usage[old.id]?.calls_1h ?? 0;
    if (body['force'] !== true && calls > 0) return refusal(409, 'old_key_in_use', { calls_1h: calls, callers: [] });
    if (body['force'] !== true && !found.last_used_at) return refusal(409, 'new_key_unused');
    const retires = new Date(gateway.now + (found.overlap_seconds ?? 0) * SECOND).toISOString();
    const retiring = gateway.change(old.id, {
      status: 'retiring',
      role: 'secondary',
      retires_at: retires,
      replaced_at: new Date(gateway.now).toISOString(),
      replaced_by: by('Ada Okafor'),
    });
    return ok({
      primary: gateway.change(found.id, { status: 'active', role: 'primary', overlap_seconds: null }),
      retiring,
    });
  });
}

function rollBack(gateway: KeysGateway, { body }: Received): Reply {
  return withKey(gateway, text(body['key_id']), (found) => {
    const fresh = gateway.keys.find((item) => item.pair_id === found.pair_id && item.role === 'primary');
    if (found.status !== 'retiring' || !fresh) return refusal(409, 'wrong_state', { current: found });
    const secondary = gateway.change(fresh.id, { status: 'secondary', role: 'secondary', overlap_seconds: 86_400 });
    return ok({
      primary: gateway.change(found.id, {
        status: 'rotating',
        role: 'primary',
        retires_at: null,
        replaced_at: null,
        replaced_by: null,
      }),
      secondary,
    });
  });
}

function revoke(gateway: KeysGateway, { body }: Received): Reply {
  return withKey(gateway, text(body['key_id']), (found) => {
    if (!mayBecome(found.status, 'revoked')) return refusal(409, 'wrong_state', { current: found });
    return ok(
      gateway.change(found.id, {
        status: 'revoked',
        revoked_at: new Date(gateway.now).toISOString(),
        revoked_by: by('Ada Okafor'),
      }),
    );
  });
}

function usage(gateway: KeysGateway, { id }: Received): Reply {
  return withKey(gateway, id, (found) => {
    const given = gateway.usage[id] ?? {};
    const { calls_1h: calls1h = 0, calls_24h: calls24h = calls1h, callers = [], callers_1h: lately = [] } = given;
    const last = found.last_used_at && calls24h > 0 ? { at: found.last_used_at, ip: found.last_used_ip } : null;
    const hours = Array.from({ length: 24 }, (_, index) => index);
    const share = (index: number) => Math.round((calls24h / 24) * (1 + 0.6 * Math.sin(index / 3)));
    const series =
      calls24h === 0
        ? []
        : hours.map((index) => ({
            t: new Date(Math.floor(gateway.now / HOUR) * HOUR - index * HOUR).toISOString(),
            calls: share(index),
            errors: index % 7 === 0 ? Math.round(share(index) / 9) : 0,
          }));
    return ok({
      series,
      callers,
      callers_1h: lately,
      calls_1h: calls1h,
      calls_24h: calls24h,
      last_call: given.last_call === undefined ? last : given.last_call,
      last_used_at: found.last_used_at,
      mints_this_session: given.mints_this_session ?? false,
    });
  });
}

function whoAmI(gateway: KeysGateway): Reply {
  const tenant = {
    id: 'ten_1',
    name: 'Meridian Freight',
    slug: 'meridian',
    plan: 'business',
    status: 'active',
    logo_url: null,
    timezone: 'UTC',
    locale: 'en',
    created_at: ago(700 * DAY),
  };
  const permissions = gateway.role ? ROLE_PERMISSIONS[gateway.role] : gateway.permissions;
  return ok({
    user: null,
    actor: { id: 'usr_1', name: 'Ada Okafor' },
    tenant,
    role: gateway.role,
    permissions,
    mfa_enabled: false,
    mfa: { required: false, grace_until: null },
    email_verified: true,
  });
}

const CHECKS = ['found', 'hash', 'status', 'expiry', 'scopes'] as const;
const ROUTES: readonly [Endpoint, Handler][] = [
  [me, whoAmI],
  [keys.listApiKeys, list],
  [keys.createApiKey, create],
  [keys.updateApiKey, update],
  [keys.deleteApiKey, remove],
  [keys.getApiKeyUsage, usage],
  [keys.rotateApiKey, rotate],
  [keys.promoteApiKey, promote],
  [keys.rollbackApiKey, rollBack],
  [keys.revokeApiKey, revoke],
  [
    keys.testApiKey,
    (gateway, { body }) =>
      withKey(gateway, text(body['key_id']), ({ id }) => {
        gateway.change(id, { tested_at: new Date(gateway.now).toISOString(), tested_by: by('Ada Okafor') });
        return ok({ ok: true, checks: CHECKS.map((name) => ({ name, ok: true })) });
      }),
  ],
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

function withoutSecret(json: unknown): unknown {
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== 'secret'));
}
