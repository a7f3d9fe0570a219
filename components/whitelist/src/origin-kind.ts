import { checkOrigin, listOriginWhitelist } from '@caas/contract/calls/origin-whitelist.js';
import { OriginMatcher } from '@caas/contract/whitelist/origin-matcher.js';
import { parseOrigin } from '@caas/contract/whitelist/origin.js';
import type { ListKind } from './list-kind.js';

/** The list of allowed origins. */
export const originKind: ListKind = {
  name: 'origin',

  async list(client, query, signal) {
    const { your_origin, total, ...page } = await client.call(listOriginWhitelist, { query }, { signal });
    return { ...page, total: total ?? page.items.length, yours: your_origin };
  },

  check: (client, origin, signal) => client.call(checkOrigin, { body: { origin } }, { signal }),

  source(text) {
    const verdict = parseOrigin(text);
    return verdict.ok ? { ok: true, value: verdict.origin.value } : verdict;
  },

  matching(entries, source) {
    const verdict = parseOrigin(source);
    return verdict.ok ? new OriginMatcher(entries, (entry) => entry).match(verdict.origin) : [];
  },

  acts: async () => (await import('./origin-acts.js')).originActs,
};
