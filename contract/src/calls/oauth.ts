// Made from ../oauth.ts by `npm run generate`. Do not edit.
import type * as source from '../oauth.js';
import type { Call } from '../call.js';

export const connectOAuth: Call<typeof source.connectOAuth> = {
  id: 'connectOAuth',
  method: 'POST',
  path: '/api/v1/auth/client/oauth/:provider/connect',
  open: false,
  answers: { 200: { url: 's' } },
};
export const disconnectOAuth: Call<typeof source.disconnectOAuth> = {
  id: 'disconnectOAuth',
  method: 'DELETE',
  path: '/api/v1/auth/client/oauth/:provider',
  open: false,
  answers: { 204: null },
};
export const oauthCallback: Call<typeof source.oauthCallback> = {
  id: 'oauthCallback',
  method: 'GET',
  path: '/api/v1/auth/client/oauth/:provider/callback',
  open: true,
  answers: { 302: null },
};
export const oauthStart: Call<typeof source.oauthStart> = {
  id: 'oauthStart',
  method: 'GET',
  path: '/api/v1/auth/client/oauth/:provider',
  open: true,
  answers: { 302: null },
};
