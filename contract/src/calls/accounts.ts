// Made from ../accounts.ts by `npm run generate`. Do not edit.
import type * as source from '../accounts.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const User: Shape = {
  id: 's',
  email: 's',
  name: ['?', 's'],
  role: ['e', 'owner', 'admin', 'developer', 'viewer'],
  mfa_enabled: 'b',
  email_verified: 'b',
  avatar_url: ['?', 's'],
  locale: ['?', 's'],
  timezone: ['?', 's'],
  created_at: 't',
};
const Signed: Shape = {
  access_token: 's',
  token_type: ['e', 'Bearer'],
  expires_in: 'i',
  user: User,
  tenant: {
    id: 's',
    name: 's',
    slug: 's',
    plan: ['e', 'free', 'business', 'enterprise'],
    status: ['e', 'active', 'suspended'],
    logo_url: ['?', 's'],
    timezone: 's',
    locale: 's',
    created_at: 't',
  },
};
const MfaNeeded: Shape = {
  mfa_required: ['e', true],
  mfa_token: 's',
  methods: ['a', ['e', 'totp', 'recovery_code', 'passkey']],
};

export const checkPermissions: Call<typeof source.checkPermissions> = {
  id: 'checkPermissions',
  method: 'POST',
  path: '/v1/permissions/check',
  open: false,
  answers: { 200: { allowed: ['r', 'b'], granted_by: ['r', 's'] } },
};
export const login: Call<typeof source.login> = {
  id: 'login',
  method: 'POST',
  path: '/api/v1/auth/client/login',
  open: true,
  answers: { 200: ['|', Signed, MfaNeeded] },
};
export const logout: Call<typeof source.logout> = {
  id: 'logout',
  method: 'POST',
  path: '/api/v1/auth/client/logout',
  open: true,
  answers: { 204: null },
};
export const me: Call<typeof source.me> = {
  id: 'me',
  method: 'GET',
  path: '/api/v1/auth/client/me',
  open: false,
  answers: {
    200: {
      user: ['?', User],
      actor: { id: 's', name: 's' },
      tenant: {
        id: 's',
        name: 's',
        slug: 's',
        plan: ['e', 'free', 'business', 'enterprise'],
        status: ['e', 'active', 'suspended'],
        logo_url: ['?', 's'],
        timezone: 's',
        locale: 's',
        created_at: 't',
      },
      role: ['?', ['e', 'owner', 'admin', 'developer', 'viewer']],
      permissions: [
        'a',
        [
          'e',
          'api-keys:read',
          'api-keys:write',
          'audit:read',
          'security:read',
          'security:write',
          'sessions:read',
          'sessions:write',
          'tenant:read',
          'usage:read',
          'whitelist:read',
          'whitelist:write',
        ],
      ],
      mfa_enabled: 'b',
      mfa: ['?', { required: 'b', grace_until: ['?', 't'] }],
      email_verified: 'b',
    },
  },
};
export const refresh: Call<typeof source.refresh> = {
  id: 'refresh',
  method: 'POST',
  path: '/api/v1/auth/client/refresh',
  open: true,
  answers: { 200: { access_token: 's', token_type: ['e', 'Bearer'], expires_in: 'i' }, 204: null },
};
export const register: Call<typeof source.register> = {
  id: 'register',
  method: 'POST',
  path: '/api/v1/auth/client/register',
  open: true,
  answers: {
    201: {
      client_id: 's',
      api_key: ['~', 's'],
      key: {
        id: 's',
        name: 's',
        note: ['?', 's'],
        prefix: 's',
        last4: 's',
        scopes: ['a', ['e', 'read', 'write', 'admin']],
        status: ['e', 'active', 'rotating', 'secondary', 'retiring', 'disabled', 'expired', 'revoked'],
        role: ['e', 'primary', 'secondary'],
        pair_id: ['?', 's'],
        created_at: 't',
        created_by: { type: 's', id: ['?', 's'], name: 's' },
        expires_at: ['?', 't'],
        last_used_at: ['?', 't'],
        last_used_ip: ['?', 's'],
        retires_at: ['?', 't'],
        tested_at: ['?', 't'],
        tested_by: ['?', { type: 's', id: ['?', 's'], name: 's' }],
        replaced_at: ['?', 't'],
        replaced_by: ['?', { type: 's', id: ['?', 's'], name: 's' }],
        overlap_seconds: ['?', 'i'],
        revoked_at: ['?', 't'],
        revoked_by: ['?', { type: 's', id: ['?', 's'], name: 's' }],
        secret_delivered: 'b',
        ip_restrictions: ['a', 's'],
        version: 'i',
      },
      access_token: 's',
      token_type: ['e', 'Bearer'],
      expires_in: 'i',
      user: User,
      tenant: {
        id: 's',
        name: 's',
        slug: 's',
        plan: ['e', 'free', 'business', 'enterprise'],
        status: ['e', 'active', 'suspended'],
        logo_url: ['?', 's'],
        timezone: 's',
        locale: 's',
        created_at: 't',
      },
    },
  },
};
export const signInOptions: Call<typeof source.signInOptions> = {
  id: 'signInOptions',
  method: 'GET',
  path: '/api/v1/auth/client/sign-in-options',
  open: true,
  answers: {
    200: {
      providers: ['a', ['e', 'google', 'github']],
      passkeys: 'b',
      registration: ['e', 'open', 'invite'],
      terms_url: ['?', 's'],
      dpa_url: ['?', 's'],
      sales_email: ['?', 's'],
    },
  },
};
