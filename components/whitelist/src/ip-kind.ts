import { checkIp, listIpWhitelist } from '@caas/contract/calls/ip-whitelist.js';
import { IpMatcher } from '@caas/contract/whitelist/ip-matcher.js';
import { parseIp, parseIpEntry } from '@caas/contract/whitelist/ip.js';
import type { ListKind } from './list-kind.js';

/** The list of allowed addresses. */
export const ipKind: ListKind = {
  name: 'ip',

  async list(client, query, signal) {
    const { your_ip, total, ...page } = await client.call(listIpWhitelist, { query }, { signal });
    return { ...page, total: total ?? page.items.length, yours: your_ip };
  },

  check: (client, ip, signal) => client.call(checkIp, { body: { ip } }, { signal }),

  /** A range may be asked for too: whether all of it is allowed. */
  source(text) {
    const single = parseIp(text);
    if (single.ok) return { ok: true, value: single.ip.value };
    const range = parseIpEntry(text);
    return range.ok ? { ok: true, value: range.entry.value } : single;
  },

  matching(entries, source) {
    const asked = parseIpEntry(source);
    if (!asked.ok) return [];
    const ranges = entries.flatMap((entry) => {
      const verdict = parseIpEntry(entry.value);
      return verdict.ok ? [{ entry, range: verdict.entry }] : [];
    });
    return new IpMatcher(ranges, ({ range }) => range).covering(asked.entry).map(({ entry }) => entry);
  },

  acts: async () => (await import('./ip-acts.js')).ipActs,
};
