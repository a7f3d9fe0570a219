import type { User, me, signInOptions as options } from '@caas/contract/accounts.js';
import type { Answer } from '@caas/contract/endpoint.js';
import { ROLE_PERMISSIONS, type Role } from '@caas/contract/permissions.js';
import type { Profile } from '@caas/contract/profile.js';
import type { Tenant } from '@caas/contract/tenant.js';
import type { Reply, Seen } from './fetch.js';
import { interceptFetch } from './fetch.js';
import { key } from './keys.js';

const SINCE = '2026-03-04T09:00:00.000Z';

/** The company of the design. */
export const TENANT: Tenant = {
  id: 'ten_00000000000000000000000001',
  name: 'Meridian Freight',
  slug: 'meridian-freight',
  plan: 'business',
  status: 'active',
  logo_url: null,
  timezone: 'Europe/Berlin',
  locale: 'en',
  created_at: SINCE,
};

/** Its owner. */
export const ADA: User = {
  id: 'usr_00000000000000000000000001',
  email: 'ada@meridian.example',
  name: 'Ada Okafor',
  role: 'owner',
  mfa_enabled: false,
  email_verified: true,
  avatar_url: null,
  locale: null,
  timezone: null,
  created_at: SINCE,
};

/** What `/me` answers to a member with this role. */
export function identity(role: Role = 'owner'): Answer<typeof me> {
  const user = { ...ADA, role };
  return {
    user,
    actor: { id: user.id, name: user.name ?? '' },
    tenant: TENANT,
    role,
    permissions: [...ROLE_PERMISSIONS[role]],
    mfa_enabled: false,
    mfa: { required: false, grace_until: null },
    email_verified: true,
  };
}

/** Ada's profile. */
export function profileOf(changes: Partial<Profile> = {}): Profile {
  return {
    id: ADA.id,
    name: ADA.name,
    email: ADA.email,
    email_verified: true,
    pending_email: null,
    avatar_url: null,
    locale: 'en',
    timezone: 'Europe/Berlin',
    has_password: true,
    providers: [],
    version: 3,
    ...changes,
  };
}

/** Ways to sign in, as a gateway with nothing but passwords names them. */
export function signInOptions(changes: Partial<Answer<typeof options>> = {}): Reply {
  const json = {
    providers: [],
    passkeys: false,
    registration: 'open',
    terms_url: null,
    dpa_url: null,
    sales_email: null,
  };
  return { status: 200, json: { ...json, ...changes } };
}

/** A sign-in that worked. */
export const SIGNED_IN: Reply = {
  status: 200,
  json: { access_token: 'access-1', token_type: 'Bearer', expires_in: 900, user: ADA, tenant: TENANT },
};

/** A registration that worked; without `secret` it is the repeat of one whose first answer was lost. */
export function registered(secret: string | null = 'caas_live_X8vR2kQm7TzLw4HsNc0JpYb5DfGe9AuK'): Reply {
  return {
    status: 201,
    json: {
      client_id: TENANT.id,
      ...(secret === null ? {} : { api_key: secret }),
      key: key({ name: 'Primary', scopes: ['read', 'write', 'admin'] }),
      access_token: 'access-1',
      token_type: 'Bearer',
      expires_in: 900,
      user: ADA,
      tenant: TENANT,
    },
  };
}

/** Answers by method and path (`POST /api/v1/auth/client/login`); anything else is a 404 without words. */
export type Answers = Record<string, Reply | ((request: Seen) => Reply | Promise<Reply>)>;

/** Serves answers under origins of their own. */
export function serve(origins: Record<string, Answers>): { seen: Seen[]; restore: () => void } {
  return interceptFetch((request, before) => {
    if (before && !origins[request.url.origin]) return before();
    const answer = origins[request.url.origin]?.[`${request.method} ${request.url.pathname}`];
    if (answer === undefined) return { status: 404 };
    const reply = typeof answer === 'function' ? answer(request) : answer;
    return reply instanceof Response ? reply.clone() : reply;
  });
}
