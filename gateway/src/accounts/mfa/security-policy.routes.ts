import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import {
  getSecurityPolicy,
  listMfaMembers,
  updateSecurityPolicy,
  type SecurityPolicy,
} from '@caas/contract/security-policy.js';
import { recordEvent } from '../../platform/audit.js';
import type { Config } from '../../platform/config.js';
import { decodeCursor, encodeCursor } from '../../platform/cursor.js';
import { problem } from '../../platform/problem.js';
import { requireFresh } from '../../platform/step-up.js';
import {
  lockPolicy,
  selectMemberFactors,
  selectPolicy,
  updatePolicy,
  type TenantSecurityRow,
} from './security-policy.repository.js';

const DEFAULT_GRACE_DAYS = 7;
const FIELDS = ['mfa_required', 'mfa_grace_days', 'session_idle_seconds', 'session_max_seconds'] as const;
const Position = z.object({ has: z.boolean(), email: z.string(), id: z.string() });

function toPolicy(row: TenantSecurityRow | null, config: Config): SecurityPolicy {
  return {
    mfa_required: row?.mfa_required ?? false,
    mfa_grace_days: row?.mfa_grace_days ?? DEFAULT_GRACE_DAYS,
    mfa_required_since: row?.mfa_required_since?.toISOString() ?? null,
    session_idle_seconds: row?.session_idle_seconds ?? config.refreshIdleTtl,
    session_max_seconds: row?.session_max_seconds ?? config.refreshMaxTtl,
    version: row?.version ?? 1,
  };
}

function requireOrder({ session_idle_seconds: idle, session_max_seconds: max }: SecurityPolicy): void {
  if (idle <= max) return;
  const message = 'A session may not be idle for longer than it lives.';
  throw problem('invalid_request', {
    detail: message,
    errors: [{ path: 'session_idle_seconds', code: 'too_big', message }],
  });
}

/** How a tenant's members must sign in, and who lacks what is asked. */
export function securityPolicyRoutes(app: FastifyInstance): void {
  const { config } = app.platform;

  app.mount(getSecurityPolicy, async ({ tenant }) => ({
    status: 200,
    body: toPolicy(await tenant.read((tx) => selectPolicy(tx, tenant.id)), config),
  }));

  app.mount(updateSecurityPolicy, async (call) => {
    const { body, tenant } = call;
    requireFresh(call);
    const policy = await tenant.write(async (tx) => {
      const row = await lockPolicy(tx, tenant.id);
      const before = toPolicy(row, config);
      if (body.version !== before.version)
        throw problem('version_conflict', { detail: 'Somebody changed the rules meanwhile.', current: before });
      const { version: _, ...asked } = body;
      const changed = FIELDS.filter((field) => asked[field] !== undefined && asked[field] !== before[field]);
      if (changed.length === 0) return before;
      requireOrder({ ...before, ...Object.fromEntries(changed.map((field) => [field, asked[field]])) });
      const after = toPolicy(
        await updatePolicy(tx, row, Object.fromEntries(changed.map((field) => [field, asked[field]]))),
        config,
      );
      await recordEvent(tx, call, {
        action: 'security-policy.changed',
        resource: { type: 'tenant', id: tenant.id },
        changes: changed.map((field) => ({ field, before: before[field], after: after[field] })),
      });
      return after;
    });
    return { status: 200, body: policy };
  });

  app.mount(listMfaMembers, async ({ tenant, query: { cursor, limit } }) => {
    const after = decodeCursor(cursor, Position);
    const rows = await tenant.read((tx) => selectMemberFactors(tx, tenant.id, after, limit + 1));
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      status: 200,
      body: {
        items: items.map(({ id, name, email, role, totp, passkeys, grace_until }) => ({
          id,
          name,
          email,
          role,
          totp,
          passkeys,
          grace_until: grace_until?.toISOString() ?? null,
        })),
        next_cursor:
          last && rows.length > limit ? encodeCursor({ has: last.has, email: last.sorted, id: last.id }) : null,
      },
    };
  });
}
