import type * as z from 'zod/mini';
import type { getApiKeyUsage } from '@caas/contract/api-keys.js';
import type { ApiKeyRow } from '../platform/api-key-row.js';
import type { Tx } from '../platform/db.js';
import { problem } from '../platform/problem.js';
import { callsByHour, databaseTime, recentCalls } from './api-keys.repository.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_MS = 92 * DAY_MS;

/** Calls of a key by hour, every hour of the window since the key exists, and who made those of the last hour and day. */
export async function keyUsage(
  tx: Tx,
  tenantId: string,
  key: ApiKeyRow,
  query: z.output<typeof getApiKeyUsage.query>,
): Promise<Omit<z.input<(typeof getApiKeyUsage.answers)[200]>, 'mints_this_session'>> {
  const now = await databaseTime(tx);
  const to = query.to ? new Date(query.to) : now;
  const from = query.from ? new Date(query.from) : new Date(to.getTime() - DAY_MS);
  if (from > to)
    throw problem('invalid_request', {
      errors: [{ path: 'from', code: 'after_to', message: 'The window ends before it begins.' }],
    });
  if (to.getTime() - from.getTime() > MAX_MS)
    throw problem('invalid_request', { errors: [{ path: 'from', code: 'too_long', message: 'At most 92 days.' }] });
  const counted = await callsByHour(tx, key.id, from.toISOString(), to.toISOString());
  const hour = await recentCalls(tx, tenantId, key.id, 60);
  const day = await recentCalls(tx, tenantId, key.id, 24 * 60);
  return {
    series: everyHour(counted, new Date(Math.max(from.getTime(), key.created_at.getTime())), to < now ? to : now),
    callers: day.callers,
    callers_1h: hour.callers,
    calls_1h: hour.calls,
    calls_24h: day.calls,
    last_call: day.last,
    last_used_at: key.last_used_at?.toISOString() ?? null,
  };
}

/** The counted hours with those between them in which nothing was called: since the key exists, "nothing" is known. */
function everyHour(
  counted: { t: string; calls: number; errors: number }[],
  from: Date,
  to: Date,
): { t: string; calls: number; errors: number }[] {
  const byTime = new Map(counted.map((hour) => [hour.t, hour]));
  const first = from.getTime() - (from.getTime() % HOUR_MS);
  for (let at = first; at <= to.getTime(); at += HOUR_MS) {
    const t = new Date(at).toISOString();
    if (!byTime.has(t)) byTime.set(t, { t, calls: 0, errors: 0 });
  }
  return [...byTime.values()].sort((a, b) => (a.t < b.t ? -1 : 1));
}
