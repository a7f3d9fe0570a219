// Made from ../security-policy.ts by `npm run generate`. Do not edit.
import type * as source from '../security-policy.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const SecurityPolicy: Shape = {
  mfa_required: 'b',
  mfa_grace_days: 'i',
  mfa_required_since: ['?', 't'],
  session_idle_seconds: 'i',
  session_max_seconds: 'i',
  version: 'i',
};
const MemberMfa: Shape = {
  id: 's',
  name: ['?', 's'],
  email: 's',
  role: ['e', 'owner', 'admin', 'developer', 'viewer'],
  totp: 'b',
  passkeys: 'i',
  grace_until: ['?', 't'],
};

export const getSecurityPolicy: Call<typeof source.getSecurityPolicy> = {
  id: 'getSecurityPolicy',
  method: 'GET',
  path: '/v1/tenant/security',
  open: false,
  answers: { 200: SecurityPolicy },
};
export const listMfaMembers: Call<typeof source.listMfaMembers> = {
  id: 'listMfaMembers',
  method: 'GET',
  path: '/v1/admin/mfa/members',
  open: false,
  answers: { 200: { items: ['a', MemberMfa], next_cursor: ['?', 's'], total: ['~', 'i'] } },
};
export const updateSecurityPolicy: Call<typeof source.updateSecurityPolicy> = {
  id: 'updateSecurityPolicy',
  method: 'PUT',
  path: '/v1/tenant/security',
  open: false,
  answers: { 200: SecurityPolicy },
};
