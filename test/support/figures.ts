import type { AuditEvent } from '@caas/contract/audit.js';
import type { Attention, getDashboard } from '@caas/contract/dashboard.js';
import type { Answer } from '@caas/contract/endpoint.js';
import type { Role } from '@caas/contract/permissions.js';
import { identity, type Answers } from './people.js';

type Figures = Answer<typeof getDashboard>;

export const DASHBOARD = 'GET /v1/admin/dashboard';
export const AUDIT = 'GET /api/v1/audit/query';
export const ME = 'GET /api/v1/auth/client/me';

const HOUR = 3_600_000;
const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

/** The figures of a busy day. */
export function figures(given: Partial<Figures> = {}): Figures {
  const series = Array.from({ length: 24 }, (_, index) => ({
    t: ago((24 - index) * HOUR),
    calls: 1_500 + ((index * 137) % 900),
    errors: index % 5,
  }));
  return {
    calls: { total: 41_208, errors: 412, previous_total: 36_000, series },
    keys: { live: 4, used_24h: 3, limit_allowed: 10 },
    attention: [expiring()],
    as_of: ago(0),
    ...given,
  };
}

/** A tenant that nobody has called yet. */
export function noCalls(): Figures {
  return figures({
    calls: { total: 0, errors: 0, previous_total: null, series: [] },
    keys: { live: 1, used_24h: 0, limit_allowed: 10 },
    attention: [],
  });
}

/** A key that ends in six days. */
export function expiring(): Attention {
  return {
    code: 'key_expiring',
    severity: 'warning',
    title: 'Staging ETL expires soon',
    resource: { type: 'api-key', id: 'key_1', name: 'Staging ETL' },
    data: {
      expires_at: new Date(Date.now() + 6.5 * 24 * HOUR).toISOString(),
      last_used_at: ago(4 * HOUR),
      last_used_ip: '198.51.100.7',
    },
    href: '/api-keys',
  };
}

/** One entry of the audit log. */
export function entry(action: string, given: Partial<AuditEvent> = {}): AuditEvent {
  return {
    seq: 1,
    id: `evt_${action}`,
    occurred_at: ago(2 * 60_000),
    actor: { type: 'user', id: 'usr_1', name: 'Ada Okafor' },
    action,
    resource: { type: 'api-key', id: 'key_1', name: 'Production server' },
    ip: '203.0.113.14',
    user_agent: null,
    result: 'success',
    changes: null,
    details: null,
    leaf: 'a',
    hash: 'b',
    ...given,
  };
}

/** The newest entries of the design. */
export function activity(): AuditEvent[] {
  return [
    entry('api-key.rotated'),
    entry('session.started', { actor: { type: 'user', id: 'usr_2', name: 'Tomás Rey' } }),
    entry('api-key.expired', { actor: { type: 'system', id: null, name: 'system' }, ip: null }),
    entry('shipment.rerouted', { resource: { type: 'shipment', id: 's-1', name: null } }),
  ];
}

/** A gateway of one tenant, for a member with this role. */
export function dashboardAnswers({ role = 'owner' as Role, data = figures(), events = activity() } = {}): Answers {
  return {
    [ME]: { status: 200, json: identity(role) },
    [DASHBOARD]: { status: 200, json: data },
    [AUDIT]: { status: 200, json: { items: events, next_cursor: null } },
  };
}
