import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Cursor, Time, page, queryInt } from './fields.js';
import { ROLES } from './permissions.js';

/** How a tenant's members must sign in, and for how long. */
export const SecurityPolicy = z.object({
  /** Everyone needs a second factor. */
  mfa_required: z.boolean(),
  /** Days a member without one may still work, from `mfa_required_since` or from joining. */
  mfa_grace_days: z.int(),
  mfa_required_since: z.nullable(Time),
  /** Seconds without use after which a console session ends. */
  session_idle_seconds: z.int(),
  /** Seconds after which a console session ends in any case. */
  session_max_seconds: z.int(),
  version: z.int(),
});
export type SecurityPolicy = z.infer<typeof SecurityPolicy>;

export const getSecurityPolicy = endpoint({
  id: 'getSecurityPolicy',
  method: 'GET',
  path: '/v1/tenant/security',
  summary: 'How members must sign in, and for how long',
  who: ['console'],
  permission: 'security:read',
  answers: { 200: SecurityPolicy },
  errors: [],
});

export const updateSecurityPolicy = endpoint({
  id: 'updateSecurityPolicy',
  method: 'PUT',
  path: '/v1/tenant/security',
  summary: 'Change how members must sign in, and for how long',
  who: ['console'],
  permission: 'security:write',
  body: z.strictObject({
    mfa_required: z.optional(z.boolean()),
    mfa_grace_days: z.optional(z.int().check(z.gte(0), z.lte(90))),
    session_idle_seconds: z.optional(z.int().check(z.gte(300), z.lte(2_592_000))),
    session_max_seconds: z.optional(z.int().check(z.gte(900), z.lte(7_776_000))),
    version: z.int(),
  }),
  answers: { 200: SecurityPolicy },
  errors: ['version_conflict', 'step_up_required'],
});

/** A member and their second factor, for "who lacks it". */
export const MemberMfa = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  email: z.string(),
  role: z.enum(ROLES),
  totp: z.boolean(),
  passkeys: z.int(),
  grace_until: z.nullable(Time),
});
export type MemberMfa = z.infer<typeof MemberMfa>;

export const listMfaMembers = endpoint({
  id: 'listMfaMembers',
  method: 'GET',
  path: '/v1/admin/mfa/members',
  summary: 'Members with their second factors; those without come first',
  who: ['console'],
  permission: 'security:read',
  query: z.strictObject({ cursor: z.optional(Cursor), limit: z._default(queryInt(1, 200), 200) }),
  answers: { 200: page(MemberMfa) },
  errors: [],
});
