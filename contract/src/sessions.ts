import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { SDK_PLATFORMS } from './sdk-sessions.js';
import { Cursor, Limit, QueryBoolean, Time, page, text } from './fields.js';

/** A member signed in to the console. Device and browser are null where the browser did not say. */
export const ConsoleSession = z.object({
  id: z.string(),
  user: z.object({ id: z.string(), name: z.nullable(z.string()), email: z.string() }),
  device: z.nullable(z.string()),
  browser: z.nullable(z.string()),
  /** Of its last call. */
  ip: z.string(),
  /** From the configured database file; null without one. */
  place: z.nullable(z.string()),
  started_at: Time,
  last_active_at: Time,
  expires_at: Time,
  current: z.boolean(),
});
export type ConsoleSession = z.infer<typeof ConsoleSession>;

/** An end user of the tenant, signed in through its server. */
export const SdkSession = z.object({
  id: z.string(),
  user_external_id: z.string(),
  user_data: z.nullable(
    z.object({
      name: z.optional(z.string()),
      email: z.optional(z.string()),
      avatar: z.optional(z.string()),
    }),
  ),
  /** Where the tenant's server said it is for, else as its calls tell; null where neither did. */
  platform: z.nullable(z.enum(SDK_PLATFORMS)),
  /** Of its last call, as all that follow; null before the first, or where it did not say. */
  device: z.nullable(z.string()),
  browser: z.nullable(z.string()),
  ip: z.nullable(z.string()),
  place: z.nullable(z.string()),
  origin: z.nullable(z.string()),
  started_at: Time,
  last_active_at: Time,
  /** Whether a socket is open now. */
  connected: z.boolean(),
});
export type SdkSession = z.infer<typeof SdkSession>;

const ConsoleQuery = z.strictObject({
  /** `mine`, or `everyone` of the tenant, which needs `sessions:read`. */
  of: z._default(z.enum(['mine', 'everyone']), 'mine'),
  q: z.optional(text(0, 200)),
  cursor: z.optional(Cursor),
  limit: Limit,
});

export const listConsoleSessions = endpoint({
  id: 'listConsoleSessions',
  method: 'GET',
  path: '/v1/sessions',
  summary: 'Console sessions that live; the calling one first',
  who: ['console'],
  query: ConsoleQuery,
  answers: { 200: z.extend(page(ConsoleSession), { total: z.int() }) },
  errors: [],
});

export const endConsoleSessions = endpoint({
  id: 'endConsoleSessions',
  method: 'DELETE',
  path: '/v1/sessions',
  summary: 'End all console sessions of the list but the calling one',
  who: ['console'],
  query: z.strictObject({
    others: z.pipe(QueryBoolean, z.literal(true)),
    of: z._default(z.enum(['mine', 'everyone']), 'mine'),
    q: z.optional(text(0, 200)),
  }),
  answers: { 200: z.object({ ended: z.int() }) },
  errors: [],
});

/** How SDK sessions are ordered. */
export const SDK_SESSION_SORTS = [
  'last_active_at',
  '-last_active_at',
  'started_at',
  '-started_at',
  'user_external_id',
  '-user_external_id',
] as const;

const SdkFilter = { q: z.optional(text(0, 200)), connected: z.optional(QueryBoolean) };

export const listSdkSessions = endpoint({
  id: 'listSdkSessions',
  method: 'GET',
  path: '/api/v1/sessions',
  summary: "Sessions of the tenant's end users; `q` finds by the start of the external id",
  who: ['console', 'embed'],
  permission: 'sessions:read',
  query: z.strictObject({
    ...SdkFilter,
    sort: z._default(z.enum(SDK_SESSION_SORTS), '-last_active_at'),
    cursor: z.optional(Cursor),
    limit: Limit,
  }),
  answers: { 200: z.extend(page(SdkSession), { total: z.int() }) },
  errors: [],
});

export const endSdkSessions = endpoint({
  id: 'endSdkSessions',
  method: 'DELETE',
  path: '/api/v1/sessions',
  summary: 'End the SDK sessions a filter names; without a filter, `all=true` is needed',
  who: ['console', 'embed'],
  permission: 'sessions:write',
  query: z.strictObject({ ...SdkFilter, all: z.optional(QueryBoolean) }),
  answers: { 200: z.object({ ended: z.int() }) },
  errors: ['invalid_request'],
});

export const endSession = endpoint({
  id: 'endSession',
  method: 'DELETE',
  path: '/api/v1/sessions/:session_id',
  summary:
    "End a session of either kind. One's own needs nothing, any other `sessions:write`; dead everywhere within a second",
  // What every member has; beyond it, whose session it is decides.
  who: ['console', 'embed'],
  permission: 'tenant:read',
  params: z.strictObject({ session_id: z.string().check(z.regex(/^[a-z]{3,4}_[0-9A-HJKMNP-TV-Z]{26}$/)) }),
  answers: { 204: null },
  errors: ['not_found', 'wrong_state'],
});

export const sessionOverview = endpoint({
  id: 'sessionOverview',
  method: 'GET',
  path: '/v1/admin/sessions',
  summary: 'How many sessions of each kind live, and the latest of them',
  who: ['console', 'embed'],
  permission: 'sessions:read',
  answers: {
    200: z.object({
      /** Null for embed tokens: who is signed in to the console is seen in the console. */
      console: z.nullable(z.object({ total: z.int(), items: z.array(ConsoleSession) })),
      sdk: z.object({ total: z.int(), connected: z.int(), items: z.array(SdkSession) }),
    }),
  },
  errors: [],
});
