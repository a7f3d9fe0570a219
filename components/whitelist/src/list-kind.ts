import type { Input } from '@caas/contract/endpoint.js';
import type { listIpWhitelist } from '@caas/contract/calls/ip-whitelist.js';
import type { Revert, Verdict, WhitelistEntry, WhitelistMode } from '@caas/contract/whitelists.js';
import type { Refused } from '@caas/contract/whitelist/rule-codes.js';
import type { ApiClient } from '@caas/base/client.js';
import type { ListActs } from './list-acts.js';

/** One page of a list, with how the list is applied. */
export interface ListPage {
  readonly items: readonly WhitelistEntry[];
  readonly next_cursor: string | null;
  readonly total: number;
  readonly mode: WhitelistMode;
  /** Whether the list binds the console's own calls too. */
  readonly bind_console: boolean;
  /** A forced change that undoes itself unless it is confirmed. */
  readonly revert: Revert | null;
  /** Address or origin of this page, as the gateway sees it; null: none. */
  readonly yours: string | null;
}

/** An order of the gateway: a column, `-` before it for descending. */
export type ListSort = NonNullable<NonNullable<Input<typeof listIpWhitelist>['query']>['sort']>;

/** What a page of entries is asked by. */
export interface ListQuery {
  readonly q?: string | undefined;
  readonly sort: ListSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What was typed into "Would this be allowed?": an address or origin in normal form, or why it is none. */
export type Source = { readonly ok: true; readonly value: string } | Refused;

/** What differs between addresses and origins, as far as the first rows need it. */
export interface ListKind {
  readonly name: 'ip' | 'origin';
  list(client: ApiClient, query: ListQuery, signal: AbortSignal): Promise<ListPage>;
  /** Asks the gateway, for lists too long to be judged here. */
  check(client: ApiClient, source: string, signal: AbortSignal): Promise<Verdict>;
  /** Reads what somebody wants judged. */
  source(text: string): Source;
  /** Which entries allow all of a source, the narrowest first. */
  matching(entries: readonly WhitelistEntry[], source: string): WhitelistEntry[];
  /** What changes the list; brought with the first change. */
  acts(): Promise<ListActs>;
}
