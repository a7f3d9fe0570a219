// Made from ../origin-whitelist.ts by `npm run generate`. Do not edit.
import type * as source from '../origin-whitelist.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const OriginCaller: Shape = { origin: 's', calls_24h: 'i', last_seen_at: ['?', 't'], you: 'b', sessions: 'i' };
const OriginRefusal: Shape = { origin: 's', calls: 'i', last_at: 't', observed: 'b' };

export const addOrigins: Call<typeof source.addOrigins> = {
  id: 'addOrigins',
  method: 'POST',
  path: '/api/v1/auth/client/origin-whitelist',
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
export const checkOrigin: Call<typeof source.checkOrigin> = {
  id: 'checkOrigin',
  method: 'POST',
  path: '/api/v1/auth/client/origin-whitelist/check',
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
export const confirmOriginChange: Call<typeof source.confirmOriginChange> = {
  id: 'confirmOriginChange',
  method: 'POST',
  path: '/api/v1/auth/client/origin-whitelist/confirm',
  open: false,
  answers: { 204: null },
};
export const dryRunOrigins: Call<typeof source.dryRunOrigins> = {
  id: 'dryRunOrigins',
  method: 'POST',
  path: '/api/v1/auth/client/origin-whitelist/dry-run',
  open: false,
  answers: { 200: { would_block: ['a', OriginCaller], would_allow: ['a', OriginCaller] } },
};
export const listOriginRefusals: Call<typeof source.listOriginRefusals> = {
  id: 'listOriginRefusals',
  method: 'GET',
  path: '/api/v1/auth/client/origin-whitelist/refusals',
  open: false,
  answers: { 200: { items: ['a', OriginRefusal] } },
};
export const listOriginWhitelist: Call<typeof source.listOriginWhitelist> = {
  id: 'listOriginWhitelist',
  method: 'GET',
  path: '/api/v1/auth/client/origin-whitelist',
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
      your_origin: ['?', 's'],
    },
  },
};
export const removeOrigin: Call<typeof source.removeOrigin> = {
  id: 'removeOrigin',
  method: 'DELETE',
  path: '/api/v1/auth/client/origin-whitelist/:value',
  open: false,
  answers: { 200: { revert: { id: 's', at: 't' } }, 204: null },
};
export const setOriginMode: Call<typeof source.setOriginMode> = {
  id: 'setOriginMode',
  method: 'PUT',
  path: '/api/v1/auth/client/origin-whitelist/mode',
  open: false,
  answers: { 200: { mode: ['e', 'enforce', 'observe'], bind_console: 'b', revert: ['?', { id: 's', at: 't' }] } },
};
export const updateOriginEntry: Call<typeof source.updateOriginEntry> = {
  id: 'updateOriginEntry',
  method: 'PATCH',
  path: '/api/v1/auth/client/origin-whitelist/:id',
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
