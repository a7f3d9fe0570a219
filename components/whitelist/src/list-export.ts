import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import { entriesToCsv } from '@caas/contract/whitelist/bulk.js';
import type { ApiClient } from '@caas/base/client.js';
import type { ListKind } from './list-kind.js';
import { MOST } from './whitelist.data.js';

/** Saves the whole list as a CSV file that the form for new entries reads back. Gives how many entries that are. */
export async function exportList(kind: ListKind, client: ApiClient): Promise<number> {
  const { signal } = new AbortController();
  const entries: WhitelistEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await kind.list(client, { sort: 'value', limit: MOST, cursor }, signal);
    entries.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  saveFile(kind.name === 'ip' ? 'allowed-ips.csv' : 'allowed-origins.csv', entriesToCsv(entries));
  return entries.length;
}

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
