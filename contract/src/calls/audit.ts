// Made from ../audit.ts by `npm run generate`. Do not edit.
import type * as source from '../audit.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const AuditEvent: Shape = {
  seq: 'i',
  id: 's',
  occurred_at: 't',
  actor: { type: ['e', 'user', 'api_key', 'embed', 'sdk', 'system', 'platform'], id: ['?', 's'], name: 's' },
  action: 's',
  resource: { type: 's', id: 's', name: ['?', 's'] },
  ip: ['?', 's'],
  user_agent: ['?', 's'],
  result: ['e', 'success', 'failure'],
  changes: ['?', ['a', { field: 's', before: 'x', after: 'x' }]],
  details: ['?', ['r', 'x']],
  leaf: 's',
  hash: 's',
};

export const queryAudit: Call<typeof source.queryAudit> = {
  id: 'queryAudit',
  method: 'GET',
  path: '/api/v1/audit/query',
  open: false,
  answers: { 200: { items: ['a', AuditEvent], next_cursor: ['?', 's'] } },
};
