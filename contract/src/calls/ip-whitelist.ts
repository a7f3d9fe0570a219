// Made from ../ip-whitelist.ts by `npm run generate`. Do not edit.
import type * as source from '../ip-whitelist.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const IpCaller: Shape = {
  ip: 's',
  calls_24h: 'i',
  last_seen_at: ['?', 't'],
  you: 'b',
  keys: ['a', { id: 's', name: 's' }],
};
const IpRefusal: Shape = { ip: 's', calls: 'i', last_at: 't', observed: 'b', keys: ['a', { id: 's', name: 's' }] };

export const addIps: Call<typeof source.addIps> = {
  id: 'addIps',
  method: 'POST',
  path: '/api/v1/auth/client/ip-whitelist',
  open: false,
  answers: {
    201: {
      added: [
        'a',
        {
          id: 's',
          value: 's',
          label: ['?', 's'],
          created_at: 't',
          created_by: { id: ['?', 's'], name: 's' },
          expires_at: ['?', 't'],
          last_matched_at: ['?', 't'],
          hits_24h: 'i',
          version: 'i',
        },
      ],
      merged: [
        'a',
        {
          id: 's',
          value: 's',
          label: ['?', 's'],
          created_at: 't',
          created_by: { id: ['?', 's'], name: 's' },
          expires_at: ['?', 't'],
          last_matched_at: ['?', 't'],
          hits_24h: 'i',
          version: 'i',
        },
      ],
      rejected: ['a', { index: 'i', input: 's', code: 's', message: 's' }],
      revert: ['?', { id: 's', at: 't' }],
    },
  },
};
export const checkIp: Call<typeof source.checkIp> = {
  id: 'checkIp',
  method: 'POST',
  path: '/api/v1/auth/client/ip-whitelist/check',
  open: false,
  answers: {
    200: {
      allowed: 'b',
      matched: [
        'a',
        {
          id: 's',
          value: 's',
          label: ['?', 's'],
          created_at: 't',
          created_by: { id: ['?', 's'], name: 's' },
          expires_at: ['?', 't'],
          last_matched_at: ['?', 't'],
          hits_24h: 'i',
          version: 'i',
        },
      ],
    },
  },
};
export const confirmIpChange: Call<typeof source.confirmIpChange> = {
  id: 'confirmIpChange',
  method: 'POST',
  path: '/api/v1/auth/client/ip-whitelist/confirm',
  open: false,
  answers: { 204: null },
};
export const dryRunIps: Call<typeof source.dryRunIps> = {
  id: 'dryRunIps',
  method: 'POST',
  path: '/api/v1/auth/client/ip-whitelist/dry-run',
  open: false,
  answers: { 200: { would_block: ['a', IpCaller], would_allow: ['a', IpCaller] } },
};
export const getIpSecurity: Call<typeof source.getIpSecurity> = {
  id: 'getIpSecurity',
  method: 'GET',
  path: '/v1/admin/ip-security',
  open: false,
  answers: {
    200: {
      items: [
        'a',
        {
          id: 's',
          value: 's',
          label: ['?', 's'],
          created_at: 't',
          created_by: { id: ['?', 's'], name: 's' },
          expires_at: ['?', 't'],
          last_matched_at: ['?', 't'],
          hits_24h: 'i',
          version: 'i',
        },
      ],
      next_cursor: ['?', 's'],
      total: ['~', 'i'],
      mode: ['e', 'enforce', 'observe'],
      bind_console: 'b',
      revert: ['?', { id: 's', at: 't' }],
      your_ip: 's',
    },
  },
};
export const listIpRefusals: Call<typeof source.listIpRefusals> = {
  id: 'listIpRefusals',
  method: 'GET',
  path: '/api/v1/auth/client/ip-whitelist/refusals',
  open: false,
  answers: { 200: { items: ['a', IpRefusal] } },
};
export const listIpWhitelist: Call<typeof source.listIpWhitelist> = {
  id: 'listIpWhitelist',
  method: 'GET',
  path: '/api/v1/auth/client/ip-whitelist',
  open: false,
  answers: {
    200: {
      items: [
        'a',
        {
          id: 's',
          value: 's',
          label: ['?', 's'],
          created_at: 't',
          created_by: { id: ['?', 's'], name: 's' },
          expires_at: ['?', 't'],
          last_matched_at: ['?', 't'],
          hits_24h: 'i',
          version: 'i',
        },
      ],
      next_cursor: ['?', 's'],
      total: ['~', 'i'],
      mode: ['e', 'enforce', 'observe'],
      bind_console: 'b',
      revert: ['?', { id: 's', at: 't' }],
      your_ip: 's',
    },
  },
};
export const removeIp: Call<typeof source.removeIp> = {
  id: 'removeIp',
  method: 'DELETE',
  path: '/api/v1/auth/client/ip-whitelist/:value',
  open: false,
  answers: { 200: { revert: { id: 's', at: 't' } }, 204: null },
};
export const setIpMode: Call<typeof source.setIpMode> = {
  id: 'setIpMode',
  method: 'PUT',
  path: '/api/v1/auth/client/ip-whitelist/mode',
  open: false,
  answers: { 200: { mode: ['e', 'enforce', 'observe'], bind_console: 'b', revert: ['?', { id: 's', at: 't' }] } },
};
export const updateIpEntry: Call<typeof source.updateIpEntry> = {
  id: 'updateIpEntry',
  method: 'PATCH',
  path: '/api/v1/auth/client/ip-whitelist/:id',
  open: false,
  answers: {
    200: {
      id: 's',
      value: 's',
      label: ['?', 's'],
      created_at: 't',
      created_by: { id: ['?', 's'], name: 's' },
      expires_at: ['?', 't'],
      last_matched_at: ['?', 't'],
      hits_24h: 'i',
      version: 'i',
    },
  },
};
