import type { OriginCaller } from '@caas/contract/origin-whitelist.js';
import {
  addOrigins,
  confirmOriginChange,
  dryRunOrigins,
  listOriginRefusals,
  removeOrigin,
  setOriginMode,
  updateOriginEntry,
} from '@caas/contract/calls/origin-whitelist.js';
import { originRules } from '@caas/contract/whitelist/origin-matcher.js';
import '@caas/base/problem-error.js'; // a write that is refused says at once why
import type { Caller, ListActs, Sending } from './list-acts.js';

/** The calls that change the list of allowed origins. The list of public suffixes comes with the rules: it is heavy. */
export const originActs: ListActs = {
  rules: async () => originRules((await import('@caas/contract/whitelist/suffixes.js')).suffixes),
  callers,

  add(client, entries, merge, sending) {
    const body = { entries: entries.map(({ value, ...rest }) => ({ origin: value, ...rest })), merge };
    return client.call(addOrigins, { body, query: queryOf(sending) }, sending);
  },

  update: (client, id, body, sending) => client.call(updateOriginEntry, { params: { id }, body }, sending),

  async remove(client, value, sending) {
    const answer = await client.call(removeOrigin, { params: { value }, query: queryOf(sending) }, sending);
    return answer?.revert ?? null;
  },

  async setMode(client, mode, _bindConsole, sending) {
    return (await client.call(setOriginMode, { body: { mode }, query: queryOf(sending) }, sending)).revert;
  },

  confirm: (client, revert_id, sending) => client.call(confirmOriginChange, { body: { revert_id } }, sending),

  async dryRun(client, add, signal) {
    const { would_block, would_allow } = await client.call(dryRunOrigins, { body: { add: [...add] } }, { signal });
    return { blocked: callers(would_block), allowed: callers(would_allow) };
  },

  async refusals(client, signal) {
    const { items } = await client.call(listOriginRefusals, {}, { signal });
    return items.map(({ origin, calls, last_at, observed }) => ({
      source: origin,
      calls,
      lastAt: last_at,
      you: false,
      keys: [],
      sessions: 0,
      observed,
    }));
  },
};

function callers(given: unknown): Caller[] {
  return (Array.isArray(given) ? (given as OriginCaller[]) : []).map(
    ({ origin, calls_24h, last_seen_at, you, sessions }) => ({
      source: origin,
      calls: calls_24h,
      lastAt: last_seen_at,
      you,
      keys: [],
      sessions,
      observed: false,
    }),
  );
}

function queryOf({ force }: Sending): { confirm_lockout?: boolean } {
  return force ? { confirm_lockout: true } : {};
}
