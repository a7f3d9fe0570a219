// Made from ../sessions.ts by `npm run generate`. Do not edit.
import type * as source from '../sessions.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const ConsoleSession: Shape = {
  id: 's',
  user: { id: 's', name: ['?', 's'], email: 's' },
  device: ['?', 's'],
  browser: ['?', 's'],
  ip: 's',
  place: ['?', 's'],
  started_at: 't',
  last_active_at: 't',
  expires_at: 't',
  current: 'b',
};
const SdkSession: Shape = {
  id: 's',
  user_external_id: 's',
  user_data: ['?', { name: ['~', 's'], email: ['~', 's'], avatar: ['~', 's'] }],
  platform: ['?', ['e', 'web', 'ios', 'android', 'windows', 'macos', 'linux']],
  device: ['?', 's'],
  browser: ['?', 's'],
  ip: ['?', 's'],
  place: ['?', 's'],
  origin: ['?', 's'],
  started_at: 't',
  last_active_at: 't',
  connected: 'b',
};

export const endConsoleSessions: Call<typeof source.endConsoleSessions> = {
  id: 'endConsoleSessions',
  method: 'DELETE',
  path: '/v1/sessions',
  open: false,
  answers: { 200: { ended: 'i' } },
};
export const endSdkSessions: Call<typeof source.endSdkSessions> = {
  id: 'endSdkSessions',
  method: 'DELETE',
  path: '/api/v1/sessions',
  open: false,
  answers: { 200: { ended: 'i' } },
};
export const endSession: Call<typeof source.endSession> = {
  id: 'endSession',
  method: 'DELETE',
  path: '/api/v1/sessions/:session_id',
  open: false,
  answers: { 204: null },
};
export const listConsoleSessions: Call<typeof source.listConsoleSessions> = {
  id: 'listConsoleSessions',
  method: 'GET',
  path: '/v1/sessions',
  open: false,
  answers: { 200: { items: ['a', ConsoleSession], next_cursor: ['?', 's'], total: 'i' } },
};
export const listSdkSessions: Call<typeof source.listSdkSessions> = {
  id: 'listSdkSessions',
  method: 'GET',
  path: '/api/v1/sessions',
  open: false,
  answers: { 200: { items: ['a', SdkSession], next_cursor: ['?', 's'], total: 'i' } },
};
export const sessionOverview: Call<typeof source.sessionOverview> = {
  id: 'sessionOverview',
  method: 'GET',
  path: '/v1/admin/sessions',
  open: false,
  answers: {
    200: {
      console: ['?', { total: 'i', items: ['a', ConsoleSession] }],
      sdk: { total: 'i', connected: 'i', items: ['a', SdkSession] },
    },
  },
};
