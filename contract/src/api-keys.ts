import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Cursor, Limit, QueryBoolean, Time, id, optionalText, page, secretText, text } from './fields.js';
import { KEY_SCOPES, KEY_SORTS } from './key-scopes.js';
import { KEY_STATUSES } from './key-status.js';

export const KeyId = id('key');
const Scope = z.enum(KEY_SCOPES);
const Scopes = z.array(Scope).check(
  z.minLength(1),
  z.maxLength(3),
  z.refine((scopes) => new Set(scopes).size === scopes.length, { params: { code: 'duplicate' } }),
);

/** Who did something, as lists show it. */
export const ActorName = z.object({ type: z.string(), id: z.nullable(z.string()), name: z.string() });

/** An API key as lists show it. The secret itself is stored nowhere. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  note: z.nullable(z.string()),
  prefix: z.string(),
  last4: z.string(),
  scopes: z.array(Scope),
  status: z.enum(KEY_STATUSES),
  role: z.enum(['primary', 'secondary']),
  pair_id: z.nullable(z.string()),
  created_at: Time,
  created_by: ActorName,
  expires_at: z.nullable(Time),
  last_used_at: z.nullable(Time),
  last_used_ip: z.nullable(z.string()),
  retires_at: z.nullable(Time),
  /** When and by whom the gateway's test was last passed; null where it never was, or failed since. */
  tested_at: z.nullable(Time),
  tested_by: z.nullable(ActorName),
  /** On a key that retires or has retired: when and by whom the key beside it was promoted. */
  replaced_at: z.nullable(Time),
  replaced_by: z.nullable(ActorName),
  /** On a secondary: how long the old key will work after promote. */
  overlap_seconds: z.nullable(z.int()),
  revoked_at: z.nullable(Time),
  revoked_by: z.nullable(ActorName),
  /** False when the gateway can't know that the secret reached anybody: its first answer was lost and replayed without it. */
  secret_delivered: z.boolean(),
  ip_restrictions: z.array(z.string()),
  version: z.int(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** Somebody who called with a key. */
export const KeyCaller = z.object({
  ip: z.string(),
  user_agent: z.nullable(z.string()),
  calls: z.int(),
  last_seen_at: Time,
});
export type KeyCaller = z.infer<typeof KeyCaller>;

const WithSecret = z.object({ key: ApiKey, secret: z.optional(z.string()) });
const ById = z.strictObject({ key_id: KeyId });

export const listApiKeys = endpoint({
  id: 'listApiKeys',
  method: 'GET',
  path: '/v1/auth/api-keys',
  summary: 'List API keys',
  who: ['console', 'embed', 'key'],
  permission: 'api-keys:read',
  keyScope: 'read',
  query: z.strictObject({
    status: z.optional(z.enum([...KEY_STATUSES, 'expiring'])),
    scope: z.optional(Scope),
    q: z.optional(text(0, 100)),
    sort: z._default(z.enum(KEY_SORTS), '-created_at'),
    cursor: z.optional(Cursor),
    limit: Limit,
  }),
  /** `used` counts what the plan's `limit_allowed` bounds: live primaries, never secondaries. */
  answers: { 200: z.extend(page(ApiKey), { total: z.int(), used: z.int(), limit_allowed: z.int() }) },
  errors: [],
});

export const createApiKey = endpoint({
  id: 'createApiKey',
  method: 'POST',
  path: '/v1/auth/api-keys',
  summary: 'Create an API key; its secret is in this answer and in no other',
  who: ['console', 'embed'],
  permission: 'api-keys:write',
  body: z.strictObject({
    name: text(1, 80),
    scopes: Scopes,
    note: optionalText(500),
    expires_at: z.optional(z.nullable(Time)),
    ip_restrictions: z.optional(z.array(text(1, 100)).check(z.maxLength(50))),
  }),
  answers: { 201: WithSecret },
  errors: ['name_taken', 'quota_reached'],
  secrets: ['secret'],
});

export const updateApiKey = endpoint({
  id: 'updateApiKey',
  method: 'PATCH',
  path: '/v1/auth/api-keys/:id',
  summary: 'Rename, annotate, disable or enable an API key',
  who: ['console', 'embed'],
  permission: 'api-keys:write',
  params: z.strictObject({ id: KeyId }),
  body: z.strictObject({
    name: z.optional(text(1, 80)),
    note: optionalText(500),
    expires_at: z.optional(z.nullable(Time)),
    status: z.optional(z.enum(['active', 'disabled'])),
    version: z.int(),
  }),
  answers: { 200: ApiKey },
  errors: ['not_found', 'name_taken', 'version_conflict', 'wrong_state'],
});

export const deleteApiKey = endpoint({
  id: 'deleteApiKey',
  method: 'DELETE',
  path: '/v1/auth/api-keys/:id',
  summary: 'Delete an API key for good',
  who: ['console', 'embed'],
  permission: 'api-keys:write',
  params: z.strictObject({ id: KeyId }),
  query: z.strictObject({ force: z.optional(QueryBoolean) }),
  answers: { 204: null },
  errors: ['not_found', 'key_in_use', 'wrong_state', 'step_up_required'],
});

export const getApiKeyUsage = endpoint({
  id: 'getApiKeyUsage',
  method: 'GET',
  path: '/v1/auth/api-keys/:id/usage',
  summary: 'Calls of one API key by hour, and who makes them',
  who: ['console', 'embed'],
  permission: 'api-keys:read',
  params: z.strictObject({ id: KeyId }),
  /** The window of `series`. Default: the last 24 h; at most 92 days. */
  query: z.strictObject({ from: z.optional(Time), to: z.optional(Time) }),
  /**
   * Callers are told apart for a day and no longer, whatever the window: `callers` made `calls_24h`, `callers_1h` made `calls_1h`,
   * each with its calls within that time; the 20 that called most. `last_call` is the latest of `calls_24h`; its `ip` is null where
   * more callers came within a minute than are told apart. A call counts though it was refused; only `last_used_at` leaves those out.
   * `mints_this_session`: this very call came with an embed token that the key minted, so that the caller's page stops with it.
   */
  answers: {
    200: z.object({
      series: z.array(z.object({ t: Time, calls: z.int(), errors: z.int() })),
      callers: z.array(KeyCaller),
      callers_1h: z.array(KeyCaller),
      calls_1h: z.int(),
      calls_24h: z.int(),
      last_call: z.nullable(z.object({ at: Time, ip: z.nullable(z.string()) })),
      last_used_at: z.nullable(Time),
      mints_this_session: z.boolean(),
    }),
  },
  errors: ['not_found'],
});

export const rotateApiKey = endpoint({
  id: 'rotateApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/rotate',
  summary: 'Make a secondary key beside a primary; both work until the secondary is promoted',
  who: ['console', 'embed'],
  permission: 'api-keys:write',
  /** `overlap_seconds` counts from promote: how long the old key still works then. */
  body: z.strictObject({ key_id: KeyId, overlap_seconds: z._default(z.int().check(z.gte(0), z.lte(604_800)), 86_400) }),
  answers: { 201: WithSecret },
  errors: ['not_found', 'rotation_running', 'wrong_state'],
  secrets: ['secret'],
});

export const promoteApiKey = endpoint({
  id: 'promoteApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/promote',
  summary: 'Make the secondary the primary; the old key retires after the overlap',
  who: ['console', 'embed'],
  permission: 'api-keys:write',
  body: z.strictObject({ key_id: KeyId, force: z.optional(z.boolean()) }),
  answers: { 200: z.object({ primary: ApiKey, retiring: ApiKey }) },
  errors: ['not_found', 'old_key_in_use', 'new_key_unused', 'wrong_state'],
});

export const rollbackApiKey = endpoint({
  id: 'rollbackApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/rollback',
  summary: 'Make a retiring key the primary again, before it retires',
  who: ['console', 'embed'],
  permission: 'api-keys:write',
  body: ById,
  answers: { 200: z.object({ primary: ApiKey, secondary: ApiKey }) },
  errors: ['not_found', 'wrong_state'],
});

export const testApiKey = endpoint({
  id: 'testApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/test',
  summary: 'Check that a secondary key would be accepted, without its secret',
  who: ['console', 'embed'],
  permission: 'api-keys:write',
  body: ById,
  answers: {
    200: z.object({
      ok: z.boolean(),
      checks: z.array(
        z.object({
          name: z.enum(['found', 'hash', 'status', 'expiry', 'scopes']),
          ok: z.boolean(),
          detail: z.optional(z.string()),
        }),
      ),
    }),
  },
  errors: ['not_found', 'wrong_state'],
});

export const revokeApiKey = endpoint({
  id: 'revokeApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/revoke',
  summary: 'Stop a key everywhere within a second; it stays listed',
  who: ['console', 'embed'],
  permission: 'api-keys:write',
  body: ById,
  answers: { 200: ApiKey },
  errors: ['not_found', 'wrong_state'],
});

export const validateApiKey = endpoint({
  id: 'validateApiKey',
  method: 'POST',
  path: '/api/v1/auth/internal/validate-api-key',
  summary: 'Tell another CAAS service whether an API key is good',
  who: ['internal'],
  body: z.strictObject({
    api_key: secretText(0, 200),
    ip: z.optional(z.union([z.ipv4(), z.ipv6()])),
    origin: z.optional(text(0, 300)),
  }),
  answers: {
    200: z.object({
      valid: z.boolean(),
      reason: z.optional(
        z.enum([
          'malformed',
          'unknown',
          'revoked',
          'expired',
          'disabled',
          'retired',
          'tenant_suspended',
          'ip_not_allowed',
          'key_in_browser',
        ]),
      ),
      tenant_id: z.optional(z.string()),
      key_id: z.optional(z.string()),
      scopes: z.optional(z.array(Scope)),
    }),
  },
  errors: [],
});
