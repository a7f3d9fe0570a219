import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Cursor, Limit, QueryBoolean, Time, text } from './fields.js';

export const ACTOR_TYPES = ['user', 'api_key', 'embed', 'sdk', 'system', 'platform'] as const;

const Json: z.ZodMiniType<Record<string, unknown>> = z.record(z.string(), z.unknown());
const Actor = z.object({ type: z.enum(ACTOR_TYPES), id: z.nullable(z.string()), name: z.string() });
const Resource = z.object({ type: z.string(), id: z.string(), name: z.nullable(z.string()) });

/** One entry of the audit log. `leaf` and `hash` prove its place in the tenant's chain. */
export const AuditEvent = z.object({
  seq: z.int(),
  id: z.string(),
  occurred_at: Time,
  actor: Actor,
  action: z.string(),
  resource: Resource,
  ip: z.nullable(z.string()),
  user_agent: z.nullable(z.string()),
  result: z.enum(['success', 'failure']),
  changes: z.nullable(z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }))),
  details: z.nullable(Json),
  leaf: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

const ActionName = z.string().check(z.maxLength(100), z.regex(/^[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+$/));

export const logAuditEvent = endpoint({
  id: 'logAuditEvent',
  method: 'POST',
  path: '/api/v1/audit/log',
  summary: "Add an event of the tenant's own to its audit log",
  who: ['key'],
  keyScope: 'write',
  body: z.strictObject({
    action: ActionName,
    resource: z.strictObject({ type: text(1, 100), id: text(1, 200), name: z.optional(text(0, 200)) }),
    /** Who did it, by the tenant's word. The entry's own actor is the key; this stands in `details.claimed`, like `occurred_at`. */
    actor: z.optional(
      z.strictObject({ type: z.enum(['user', 'system']), id: z.optional(text(1, 200)), name: text(1, 200) }),
    ),
    result: z._default(z.enum(['success', 'failure']), 'success'),
    occurred_at: z.optional(Time),
    /** At most 8 KB as JSON; whole numbers within 2^53 and strings, so that its canonical form is exact. */
    details: z.optional(Json),
  }),
  answers: { 201: AuditEvent },
  errors: [],
});

export const queryAudit = endpoint({
  id: 'queryAudit',
  method: 'GET',
  path: '/api/v1/audit/query',
  summary: 'Search the audit log, newest first',
  who: ['console', 'embed', 'key'],
  permission: 'audit:read',
  keyScope: 'read',
  query: z.strictObject({
    from: z.optional(Time),
    to: z.optional(Time),
    /** The whole name, or its beginning with a star: `api-key.*`. */
    action: z.optional(text(1, 100)),
    /** Id or name, also of a claimed actor. */
    actor: z.optional(text(1, 200)),
    resource_type: z.optional(text(1, 100)),
    resource_id: z.optional(text(1, 200)),
    result: z.optional(z.enum(['success', 'failure'])),
    q: z.optional(text(0, 100)),
    /** `false` leaves out what pages do by themselves at each load: `embed-token.created`. */
    routine: z.optional(QueryBoolean),
    order: z._default(z.enum(['asc', 'desc']), 'desc'),
    cursor: z.optional(Cursor),
    limit: Limit,
  }),
  answers: { 200: z.object({ items: z.array(AuditEvent), next_cursor: z.nullable(z.string()) }) },
  errors: [],
});
