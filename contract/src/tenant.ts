import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Time } from './fields.js';

export const PLANS = ['free', 'business', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

/** A company that builds on CAAS. */
export const Tenant = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  plan: z.enum(PLANS),
  status: z.enum(['active', 'suspended']),
  logo_url: z.nullable(z.string()),
  timezone: z.string(),
  locale: z.string(),
  created_at: Time,
});
export type Tenant = z.infer<typeof Tenant>;

export const getTenant = endpoint({
  id: 'getTenant',
  method: 'GET',
  path: '/v1/tenant',
  summary: 'The tenant of the caller',
  who: ['console', 'embed'],
  permission: 'tenant:read',
  answers: { 200: z.extend(Tenant, { limits: z.object({ api_keys: z.int() }) }) },
  errors: [],
});
