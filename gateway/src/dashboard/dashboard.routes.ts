import type { FastifyInstance } from 'fastify';
import { getDashboard } from '@caas/contract/dashboard.js';
import { keyQuota } from '../platform/api-key-create.js';
import { attention } from './dashboard.attention.js';
import {
  callsByHour,
  callsByKey,
  isUnverified,
  keysInBrowsers,
  tenantClock,
  watchedKeys,
} from './dashboard.repository.js';

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** The tenant's overview. */
export async function dashboardRoutes(app: FastifyInstance): Promise<void> {
  app.mount(getDashboard, async ({ actor, tenant }) => {
    const body = await tenant.read(async (tx) => {
      const { since, now } = await tenantClock(tx, tenant.id);
      const series = everyHour(await callsByHour(tx, tenant.id, HOURS, 0), now);
      const before = await callsByHour(tx, tenant.id, HOURS, HOURS);
      const keys = await watchedKeys(tx, tenant.id);
      const quota = await keyQuota(tx, tenant.id);
      const dayAgo = now.getTime() - HOURS * HOUR_MS;
      return {
        calls: {
          total: sum(series, 'calls'),
          errors: sum(series, 'errors'),
          // A tenant younger than a day has no day before to compare with.
          previous_total: since.getTime() > dayAgo ? null : sum(before, 'calls'),
          series,
        },
        keys: {
          live: quota.used,
          used_24h: keys.filter((key) => key.last_used_at && key.last_used_at.getTime() > dayAgo).length,
          limit_allowed: quota.limit,
        },
        attention: attention({
          now,
          keys,
          quota,
          calls: await callsByKey(tx, tenant.id),
          browsers: await keysInBrowsers(tx, tenant.id),
          unverified: actor.type === 'user' && actor.id !== null && (await isUnverified(tx, actor.id)),
        }),
        as_of: now.toISOString(),
      };
    });
    return { status: 200, body };
  });
}

function sum(hours: readonly { calls: number; errors: number }[], figure: 'calls' | 'errors'): number {
  return hours.reduce((total, hour) => total + hour[figure], 0);
}

/** The last 24 hours, the running one included; an hour in which nothing was called is a known 0. */
function everyHour(
  counted: readonly { t: Date; calls: number; errors: number }[],
  now: Date,
): { t: string; calls: number; errors: number }[] {
  const byTime = new Map(counted.map((hour) => [hour.t.getTime(), hour]));
  const running = now.getTime() - (now.getTime() % HOUR_MS);
  return Array.from({ length: HOURS }, (_, index) => {
    const at = running - (HOURS - 1 - index) * HOUR_MS;
    const hour = byTime.get(at);
    return { t: new Date(at).toISOString(), calls: hour?.calls ?? 0, errors: hour?.errors ?? 0 };
  });
}
