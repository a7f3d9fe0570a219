import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { Query } from '@caas/base/query.controller.js';
import type { ListKind, ListPage, ListSort } from './list-kind.js';

/** What the list shows; what `viewState` reads and sets. An empty text means no search. */
export interface ListView {
  q: string;
  sort: ListSort;
}

/** `caas-view-changed`: the view after the user changed it. */
export type ViewChangedEvent = CustomEvent<ListView>;

/** An entry as events name it. */
export interface EntryDetail {
  id: string;
  value: string;
  label: string | null;
}

/** Detail of `caas-…-added`, `-removed` and `-updated`. */
export interface EntriesEventDetail {
  entries: EntryDetail[];
}

/** Detail of `caas-…-mode-changed`. */
export interface ModeEventDetail {
  mode: ListPage['mode'];
}

export const SORTS: readonly ListSort[] = [
  'value',
  '-value',
  'label',
  '-label',
  'created_at',
  '-created_at',
  'last_matched_at',
  '-last_matched_at',
  'hits_24h',
  '-hits_24h',
];
export const FIRST_VIEW: ListView = { q: '', sort: '-created_at' };
/** Lists with more entries than this are shown by the grid. */
export const PAGE_SIZE = 25;
/** Lists with more entries than this are judged by the gateway. */
export const MOST = 1000;

const REFRESH = 15_000;

/** A view made of what a host gave: anything unknown in it becomes the default. */
export function toView(given: Partial<Record<keyof ListView, unknown>> | null | undefined): ListView {
  return {
    q: typeof given?.q === 'string' ? given.q.slice(0, 300) : '',
    sort: SORTS.find((sort) => sort === given?.sort) ?? FIRST_VIEW.sort,
  };
}

/** What every read of a list is cached under; a write makes all of them ask again. */
export function listKey({ name }: ListKind): string {
  return `${name}-whitelist`;
}

/** The first page of the list. */
export function listQuery(kind: ListKind, { q, sort }: ListView): Query<ListPage> {
  return {
    key: [listKey(kind), 'list', q, sort],
    run: (client, signal) => kind.list(client, { q: q || undefined, sort, limit: PAGE_SIZE }, signal),
    every: REFRESH,
  };
}

/** Every entry of a list that is not too long, to be judged here. */
export function everyEntryQuery(kind: ListKind): Query<readonly WhitelistEntry[]> {
  return {
    key: [listKey(kind), 'every'],
    run: async (client, signal) => (await kind.list(client, { sort: 'value', limit: MOST }, signal)).items,
  };
}

/** The gateway's verdict on one source. */
export function checkQuery(kind: ListKind, source: string): Query<readonly WhitelistEntry[]> {
  return {
    key: [listKey(kind), 'check', source],
    run: async (client, signal) => (await kind.check(client, source, signal)).matched,
  };
}

/** How many addresses a range covers, exact up to 2^53: `203.0.113.0/24` is 256. */
export function coverage(value: string): number {
  const [address = '', prefix] = value.split('/');
  return prefix === undefined ? 1 : 2 ** ((address.includes(':') ? 128 : 32) - Number(prefix));
}
