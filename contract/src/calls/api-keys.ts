// Made from ../api-keys.ts by `npm run generate`. Do not edit.
import type * as source from '../api-keys.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const ActorName: Shape = { type: 's', id: ['?', 's'], name: 's' };
const ApiKey: Shape = {
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
  created_by: ActorName,
  expires_at: ['?', 't'],
  last_used_at: ['?', 't'],
  last_used_ip: ['?', 's'],
  retires_at: ['?', 't'],
  tested_at: ['?', 't'],
  tested_by: ['?', ActorName],
  replaced_at: ['?', 't'],
  replaced_by: ['?', ActorName],
  overlap_seconds: ['?', 'i'],
  revoked_at: ['?', 't'],
  revoked_by: ['?', ActorName],
  secret_delivered: 'b',
  ip_restrictions: ['a', 's'],
  version: 'i',
};
const KeyCaller: Shape = { ip: 's', user_agent: ['?', 's'], calls: 'i', last_seen_at: 't' };

export const createApiKey: Call<typeof source.createApiKey> = {
  id: 'createApiKey',
  method: 'POST',
  path: '/v1/auth/api-keys',
  open: false,
  answers: { 201: { key: ApiKey, secret: ['~', 's'] } },
};
export const deleteApiKey: Call<typeof source.deleteApiKey> = {
  id: 'deleteApiKey',
  method: 'DELETE',
  path: '/v1/auth/api-keys/:id',
  open: false,
  answers: { 204: null },
};
export const getApiKeyUsage: Call<typeof source.getApiKeyUsage> = {
  id: 'getApiKeyUsage',
  method: 'GET',
  path: '/v1/auth/api-keys/:id/usage',
  open: false,
  answers: {
    200: {
      series: ['a', { t: 't', calls: 'i', errors: 'i' }],
      callers: ['a', KeyCaller],
      callers_1h: ['a', KeyCaller],
      calls_1h: 'i',
      calls_24h: 'i',
      last_call: ['?', { at: 't', ip: ['?', 's'] }],
      last_used_at: ['?', 't'],
      mints_this_session: 'b',
    },
  },
};
export const listApiKeys: Call<typeof source.listApiKeys> = {
  id: 'listApiKeys',
  method: 'GET',
  path: '/v1/auth/api-keys',
  open: false,
  answers: { 200: { items: ['a', ApiKey], next_cursor: ['?', 's'], total: 'i', used: 'i', limit_allowed: 'i' } },
};
export const promoteApiKey: Call<typeof source.promoteApiKey> = {
  id: 'promoteApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/promote',
  open: false,
  answers: { 200: { primary: ApiKey, retiring: ApiKey } },
};
export const revokeApiKey: Call<typeof source.revokeApiKey> = {
  id: 'revokeApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/revoke',
  open: false,
  answers: { 200: ApiKey },
};
export const rollbackApiKey: Call<typeof source.rollbackApiKey> = {
  id: 'rollbackApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/rollback',
  open: false,
  answers: { 200: { primary: ApiKey, secondary: ApiKey } },
};
export const rotateApiKey: Call<typeof source.rotateApiKey> = {
  id: 'rotateApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/rotate',
  open: false,
  answers: { 201: { key: ApiKey, secret: ['~', 's'] } },
};
export const testApiKey: Call<typeof source.testApiKey> = {
  id: 'testApiKey',
  method: 'POST',
  path: '/api/v1/auth/client/api-keys/test',
  open: false,
  answers: {
    200: {
      ok: 'b',
      checks: ['a', { name: ['e', 'found', 'hash', 'status', 'expiry', 'scopes'], ok: 'b', detail: ['~', 's'] }],
    },
  },
};
export const updateApiKey: Call<typeof source.updateApiKey> = {
  id: 'updateApiKey',
  method: 'PATCH',
  path: '/v1/auth/api-keys/:id',
  open: false,
  answers: { 200: ApiKey },
};
