import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { text } from './fields.js';

export const createSdkSession = endpoint({
  id: 'createSdkSession',
  method: 'POST',
  path: '/api/v1/auth/sdk/session',
  summary: "Start a session for one of the tenant's end users",
  who: ['key'],
  keyScope: 'write',
  body: z.strictObject({
    user_external_id: text(1, 200),
    user_data: z.optional(
      z.strictObject({
        name: z.optional(text(0, 200)),
        email: z.optional(text(0, 254)),
        avatar: z.optional(text(0, 2000)),
      }),
    ),
  }),
  answers: {
    201: z.object({ session_id: z.string(), access_token: z.string(), refresh_token: z.string(), expires_in: z.int() }),
  },
  errors: [],
  secrets: ['access_token', 'refresh_token'],
});
