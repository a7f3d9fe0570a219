import type { IpCaller } from '@caas/contract/ip-whitelist.js';
import {
  addIps,
  confirmIpChange,
  dryRunIps,
  listIpRefusals,
  removeIp,
  setIpMode,
  updateIpEntry,
} from '@caas/contract/calls/ip-whitelist.js';
import { ipRules } from '@caas/contract/whitelist/ip-matcher.js';
import '@caas/base/problem-error.js'; // a write that is refused says at once why
import type { Caller, ListActs, Sending } from './list-acts.js';

/** The calls that change the list of allowed addresses. */
export const ipActs: ListActs = {
  rules: () => Promise.resolve(ipRules),
  callers,

  add(client, entries, merge, sending) {
    const body = { entries: entries.map(({ value, ...rest }) => ({ ip: value, ...rest })), merge };
    return client.call(addIps, { body, query: queryOf(sending) }, sending);
  },

  update: (client, id, body, sending) => client.call(updateIpEntry, { params: { id }, body }, sending),

  async remove(client, value, sending) {
    const answer = await client.call(removeIp, { params: { value }, query: queryOf(sending) }, sending);
    return answer?.revert ?? null;
  },

  async setMode(client, mode, bind_console, sending) {
    const body = { mode, bind_console };
    return (await client.call(setIpMode, { body, query: queryOf(sending) }, sending)).revert;
  },

  confirm: (client, revert_id, sending) => client.call(confirmIpChange, { body: { revert_id } }, sending),

  async dryRun(client, add, signal) {
    const { would_block, would_allow } = await client.call(dryRunIps, { body: { add: [...add] } }, { signal });
    return { blocked: callers(would_block), allowed: callers(would_allow) };
  },

  async refusals(client, signal) {
    const { items } = await client.call(listIpRefusals, {}, { signal });
    return items.map(({ ip, calls, last_at, observed, keys }) => ({
      source: ip,
      calls,
      lastAt: last_at,
      you: false,
      keys: keys.map(({ name }) => name),
      sessions: 0,
      observed,
    }));
  },
};

function callers(given: unknown): Caller[] {
  return (Array.isArray(given) ? (given as IpCaller[]) : []).map(({ ip, calls_24h, last_seen_at, you, keys }) => ({
    source: ip,
    calls: calls_24h,
    lastAt: last_seen_at,
    you,
    keys: keys.map(({ name }) => name),
    sessions: 0,
    observed: false,
  }));
}

function queryOf({ force }: Sending): { confirm_lockout?: boolean } {
  return force ? { confirm_lockout: true } : {};
}
