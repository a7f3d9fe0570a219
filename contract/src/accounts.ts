import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { ApiKey } from './api-keys.js';
import { Email, Time, secretText, text } from './fields.js';
import { PERMISSIONS, ROLES } from './permissions.js';
import { Tenant, PLANS } from './tenant.js';

/** A member of a tenant. */
export const User = z.object({
  id: z.string(),
  email: z.string(),
  name: z.nullable(z.string()),
  role: z.enum(ROLES),
  mfa_enabled: z.boolean(),
  email_verified: z.boolean(),
  /** Path of the picture on the gateway; null: there is none. */
  avatar_url: z.nullable(z.string()),
  /** BCP 47; null: as the browser says. */
  locale: z.nullable(z.string()),
  /** IANA name; null: as the browser says. */
  timezone: z.nullable(z.string()),
  created_at: Time,
});
export type User = z.infer<typeof User>;

const Token = { access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() };
/** A finished sign-in; the refresh cookie comes with it. */
export const Signed = z.object({ ...Token, user: User, tenant: Tenant });
/** The password was right, and a second factor is asked. */
export const MfaNeeded = z.object({
  mfa_required: z.literal(true),
  /** Good for 5 minutes and this sign-in alone. */
  mfa_token: z.string(),
  methods: z.array(z.enum(['totp', 'recovery_code', 'passkey'])),
});

const AUTH = '/api/v1/auth/client' as const;

export const register = endpoint({
  id: 'register',
  method: 'POST',
  path: `${AUTH}/register`,
  summary: 'Register a company: tenant, owner and first API key',
  who: ['public'],
  body: z.strictObject({
    company_name: text(2, 100),
    email: Email,
    password: secretText(8, 256),
    plan: z._default(z.enum(PLANS), 'free'),
    name: z.optional(text(0, 100)),
    accept_terms: z.literal(true),
  }),
  answers: {
    201: z.object({
      client_id: z.string(),
      api_key: z.optional(z.string()),
      key: ApiKey,
      ...Token,
      user: User,
      tenant: Tenant,
    }),
  },
  errors: ['email_taken', 'registration_closed', 'cross_site_request'],
  secrets: ['api_key', 'access_token'],
});

export const login = endpoint({
  id: 'login',
  method: 'POST',
  path: `${AUTH}/login`,
  summary: 'Sign in with e-mail and password; where two-factor is on, a challenge follows',
  who: ['public'],
  body: z.strictObject({ email: Email, password: secretText(1, 256) }),
  answers: { 200: z.union([Signed, MfaNeeded]) },
  errors: ['invalid_credentials', 'account_locked', 'cross_site_request'],
  secrets: ['access_token', 'mfa_token'],
});

export const signInOptions = endpoint({
  id: 'signInOptions',
  method: 'GET',
  path: `${AUTH}/sign-in-options`,
  summary: 'Which ways to sign in are configured here, and what people who register may read and whom they may ask',
  who: ['public'],
  answers: {
    200: z.object({
      providers: z.array(z.enum(['google', 'github'])),
      passkeys: z.boolean(),
      registration: z.enum(['open', 'invite']),
      terms_url: z.nullable(z.string()),
      dpa_url: z.nullable(z.string()),
      sales_email: z.nullable(z.string()),
    }),
  },
  errors: [],
});

export const refresh = endpoint({
  id: 'refresh',
  method: 'POST',
  path: `${AUTH}/refresh`,
  summary:
    'Trade the refresh cookie for an access token; the cookie turns over. With `optional`, no cookie is 204, not 401',
  who: ['refresh'],
  body: z.optional(z.strictObject({ optional: z.optional(z.boolean()) })),
  answers: { 200: z.object(Token), 204: null },
  errors: ['session_expired', 'refresh_reused', 'cross_site_request'],
});

export const logout = endpoint({
  id: 'logout',
  method: 'POST',
  path: `${AUTH}/logout`,
  summary: 'End this session, or all sessions of the member',
  who: ['refresh', 'console'],
  body: z.optional(z.strictObject({ everywhere: z.optional(z.boolean()) })),
  answers: { 204: null },
  errors: ['cross_site_request'],
  beforeEnrollment: true,
});

export const me = endpoint({
  id: 'me',
  method: 'GET',
  path: `${AUTH}/me`,
  summary: 'Who is calling, and what they may do',
  who: ['console', 'embed'],
  answers: {
    200: z.object({
      /** Null for an embed token: its actor is a name the tenant's server gave, not a member. */
      user: z.nullable(User),
      actor: z.object({ id: z.string(), name: z.string() }),
      tenant: Tenant,
      role: z.nullable(z.enum(ROLES)),
      permissions: z.array(z.enum(PERMISSIONS)),
      mfa_enabled: z.boolean(),
      /** What the tenant asks of its members; null for an embed token. */
      mfa: z.nullable(
        z.object({
          /** Whether everyone needs a second factor. */
          required: z.boolean(),
          /** Until when the caller, who lacks one, may still work; past: only setting one up is left. Null: nothing is missing. */
          grace_until: z.nullable(Time),
        }),
      ),
      email_verified: z.boolean(),
    }),
  },
  errors: [],
  beforeEnrollment: true,
});

export const checkPermissions = endpoint({
  id: 'checkPermissions',
  method: 'POST',
  path: '/v1/permissions/check',
  summary: 'Which of these permissions the caller has, and through which role',
  who: ['console', 'embed'],
  body: z.strictObject({ permissions: z.array(text(1, 100)).check(z.minLength(1), z.maxLength(100)) }),
  answers: {
    200: z.object({ allowed: z.record(z.string(), z.boolean()), granted_by: z.record(z.string(), z.string()) }),
  },
  errors: [],
});
