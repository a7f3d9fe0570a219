import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Time } from './fields.js';

/** Something an admin should look at. `code` is stable; texts are the reader's business. */
export const Attention = z.object({
  code: z.enum([
    'key_expiring',
    'key_retiring',
    'rotation_waiting',
    'key_unused',
    'key_in_browser',
    'quota_near',
    'calls_failing',
    /** Of the caller alone. */
    'email_unverified',
  ]),
  severity: z.enum(['info', 'warning', 'danger']),
  title: z.string(),
  resource: z.nullable(z.object({ type: z.string(), id: z.string(), name: z.nullable(z.string()) })),
  /** Members of the text: counts, times. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  href: z.nullable(z.string()),
});
export type Attention = z.infer<typeof Attention>;

export const getDashboard = endpoint({
  id: 'getDashboard',
  method: 'GET',
  path: '/v1/admin/dashboard',
  summary: 'What is happening now. A figure without a source is absent, never 0',
  who: ['console', 'embed'],
  permission: 'usage:read',
  answers: {
    200: z.object({
      /** API calls of the last 24 h by hour, and of the 24 h before in sum. */
      calls: z.object({
        total: z.int(),
        errors: z.int(),
        previous_total: z.nullable(z.int()),
        series: z.array(z.object({ t: Time, calls: z.int(), errors: z.int() })),
      }),
      keys: z.object({ live: z.int(), used_24h: z.int(), limit_allowed: z.int() }),
      attention: z.array(Attention),
      as_of: Time,
    }),
  },
  errors: [],
});
