import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Time, text } from './fields.js';

const Tokens = z.object({
  session_id: z.string(),
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.int(),
});

/** Where an end user may be signed in; what the tenant's server says, else told by the calls themselves. */
export const SDK_PLATFORMS = ['web', 'ios', 'android', 'windows', 'macos', 'linux'] as const;
export type SdkPlatform = (typeof SDK_PLATFORMS)[number];

const NewSession = z.strictObject({
  user_external_id: text(1, 200),
  user_data: z.optional(
    z.strictObject({
      name: z.optional(text(0, 200)),
      email: z.optional(text(0, 254)),
      avatar: z.optional(text(0, 2000)),
    }),
  ),
  platform: z.optional(z.enum(SDK_PLATFORMS)),
});

export const createSdkSession = endpoint({
  id: 'createSdkSession',
  method: 'POST',
  path: '/api/v1/auth/sdk/session',
  summary: "Start a session for one of the tenant's end users",
  who: ['key'],
  keyScope: 'write',
  body: NewSession,
  answers: { 201: Tokens },
  errors: [],
  secrets: ['access_token', 'refresh_token'],
});

export const createSdkToken = endpoint({
  id: 'createSdkToken',
  method: 'POST',
  path: '/v1/auth/sdk/token',
  summary: 'Older name of `/api/v1/auth/sdk/session`',
  who: ['key'],
  keyScope: 'write',
  body: NewSession,
  answers: { 201: Tokens },
  errors: [],
  secrets: ['access_token', 'refresh_token'],
});

export const refreshSdkSession = endpoint({
  id: 'refreshSdkSession',
  method: 'POST',
  path: '/api/v1/auth/sdk/refresh',
  summary: 'Trade an SDK refresh token for new tokens; each works once',
  who: ['public'],
  body: z.strictObject({ refresh_token: text(20, 2000) }),
  answers: { 200: Tokens },
  errors: ['session_expired', 'refresh_reused', 'origin_not_allowed'],
  secrets: ['access_token', 'refresh_token'],
});

export const endSdkSession = endpoint({
  id: 'endSdkSession',
  method: 'POST',
  path: '/api/v1/auth/sdk/logout',
  summary: 'End the calling SDK session',
  who: ['sdk'],
  answers: { 204: null },
  errors: [],
});

/** What a token is, said without its claims. */
const TokenState = {
  valid: z.boolean(),
  type: z.nullable(z.enum(['console', 'embed', 'sdk'])),
  expires_at: z.nullable(Time),
};

export const validateToken = endpoint({
  id: 'validateToken',
  method: 'POST',
  path: '/api/v1/auth/validate',
  summary: 'Whether a token is good now',
  who: ['public'],
  body: z.strictObject({ token: text(1, 8000) }),
  answers: { 200: z.object(TokenState) },
  errors: [],
});

export const validateTokenInternally = endpoint({
  id: 'validateTokenInternally',
  method: 'POST',
  path: '/api/v1/auth/internal/validate',
  summary: 'Whether a token is good now, with its claims; for other services of CAAS',
  who: ['internal'],
  body: z.strictObject({ token: text(1, 8000) }),
  answers: { 200: z.object({ ...TokenState, claims: z.nullable(z.record(z.string(), z.unknown())) }) },
  errors: [],
});
