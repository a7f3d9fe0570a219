// Made from ../dashboard.ts by `npm run generate`. Do not edit.
import type * as source from '../dashboard.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const Attention: Shape = {
  code: [
    'e',
    'key_expiring',
    'key_retiring',
    'rotation_waiting',
    'key_unused',
    'key_in_browser',
    'quota_near',
    'calls_failing',
    'email_unverified',
  ],
  severity: ['e', 'info', 'warning', 'danger'],
  title: 's',
  resource: ['?', { type: 's', id: 's', name: ['?', 's'] }],
  data: ['r', ['|', 's', 'n', ['e', null]]],
  href: ['?', 's'],
};

export const getDashboard: Call<typeof source.getDashboard> = {
  id: 'getDashboard',
  method: 'GET',
  path: '/v1/admin/dashboard',
  open: false,
  answers: {
    200: {
      calls: {
        total: 'i',
        errors: 'i',
        previous_total: ['?', 'i'],
        series: ['a', { t: 't', calls: 'i', errors: 'i' }],
      },
      keys: { live: 'i', used_24h: 'i', limit_allowed: 'i' },
      attention: ['a', Attention],
      as_of: 't',
    },
  },
};
