import { queryAudit } from '@caas/contract/calls/audit.js';
import { getDashboard } from '@caas/contract/calls/dashboard.js';
import type { Answer } from '@caas/contract/endpoint.js';
import { compact } from '@caas/base/compact.js';
import { percent } from '@caas/base/figures.js';
import type { Format } from '@caas/base/format.js';
import type { Query } from '@caas/base/query.controller.js';
import type { Localize } from '@caas/base/localize.js';
import type { LedgerItem } from '@caas/ui/ledger.js';
import type { en } from './locales/en.js';

/** What the gateway knows of the last 24 hours. */
export type Figures = Answer<typeof getDashboard>;
/** The newest entries of the audit log. */
export type Activity = Answer<typeof queryAudit>;

const EVERY = 30_000;
const NEWEST = 5;

/** Reads the figures and what needs attention, again every half minute while visible. */
export const figuresQuery: Query<Figures> = {
  key: ['dashboard'],
  run: (client, signal) => client.call(getDashboard, {}, { signal }),
  every: EVERY,
};

/** Reads the five newest entries of the audit log that somebody had a hand in: each load of an embedding page mints a token. */
export const activityQuery: Query<Activity> = {
  key: ['audit', 'newest', NEWEST],
  run: (client, signal) => client.call(queryAudit, { query: { limit: NEWEST, routine: false } }, { signal }),
  every: EVERY,
};

/** Whether nobody has ever called: then the page says how to. */
export function nobodyCalled({ calls, keys }: Figures): boolean {
  return calls.total === 0 && !calls.previous_total && keys.used_24h === 0;
}

/** Without the hour that still runs: its few calls would look like a fall. */
function wholeHours<T>(series: readonly T[]): readonly T[] {
  return series.slice(0, -1);
}

/** The values of the ledger strip. Without figures every value is unknown, never 0. */
export function ledgerItems(figures: Figures | undefined, texts: Localize<typeof en>): LedgerItem[] {
  const { format } = texts;
  const calls = figures?.calls;
  const keys = figures?.keys;
  return [
    {
      label: texts.text('calls'),
      value: calls ? compact(format, calls.total) : null,
      exact: calls ? format.number(calls.total) : undefined,
      delta: calls ? delta(calls, format) : undefined,
      note: calls ? previousText(calls.previous_total, texts) : undefined,
      spark: calls && calls.total > 0 ? wholeHours(calls.series).map((hour) => hour.calls) : undefined,
    },
    {
      label: texts.text('errorRate'),
      value: calls && calls.total > 0 ? percent(format, calls.errors / calls.total) : null,
      note: calls ? (calls.total > 0 ? texts.text('errors', calls.errors) : texts.text('noCalls')) : undefined,
      spark:
        calls && calls.errors > 0
          ? wholeHours(calls.series).map(({ calls, errors }) => (calls > 0 ? errors / calls : 0))
          : undefined,
    },
    {
      label: texts.text('keysLive'),
      value: keys ? texts.text('keysOf', keys.live, keys.limit_allowed) : null,
      note: keys
        ? keys.live < keys.limit_allowed
          ? texts.text('keysLeft', keys.limit_allowed - keys.live)
          : texts.text('keysFull')
        : undefined,
    },
    {
      label: texts.text('keysUsed'),
      value: keys ? format.number(keys.used_24h) : null,
      note: keys ? texts.text('keysUsedOf', keys.live) : undefined,
    },
  ];
}

function previousText(previous: number | null, texts: Localize<typeof en>): string {
  if (previous === null) return texts.text('callsUnknownBefore');
  return previous === 0 ? texts.text('callsNoneBefore') : texts.text('callsBefore', previous);
}

/** The change against the 24 h before, in neutral ink; absent where there is nothing to compare with. */
function delta(calls: Figures['calls'], format: Format): LedgerItem['delta'] {
  if (!calls.previous_total) return undefined;
  const share = (calls.total - calls.previous_total) / calls.previous_total;
  const direction = share > 0 ? 'up' : share < 0 ? 'down' : 'flat';
  return { text: percent(format, Math.abs(share)), direction };
}
