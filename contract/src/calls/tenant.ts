// Made from ../tenant.ts by `npm run generate`. Do not edit.
import type * as source from '../tenant.js';
import type { Call } from '../call.js';

export const getTenant: Call<typeof source.getTenant> = {
  id: 'getTenant',
  method: 'GET',
  path: '/v1/tenant',
  open: false,
  answers: {
    200: {
      id: 's',
      name: 's',
      slug: 's',
      plan: ['e', 'free', 'business', 'enterprise'],
      status: ['e', 'active', 'suspended'],
      logo_url: ['?', 's'],
      timezone: 's',
      locale: 's',
      created_at: 't',
      limits: { api_keys: 'i' },
    },
  },
};
