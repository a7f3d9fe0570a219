import type { Answer } from '@caas/contract/endpoint.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import { listApiKeys } from '@caas/contract/calls/api-keys.js';
import { KEY_SCOPES, KEY_SORTS } from '@caas/contract/key-scopes.js';
import { KEY_STATUSES } from '@caas/contract/key-status.js';
import type { ApiClient } from '@caas/base/client.js';
import type { Query } from '@caas/base/query.controller.js';

/** One page of keys with what the plan allows. */
export type KeysPage = Answer<typeof listApiKeys>;

/** What the list shows; what `viewState` reads and sets. An empty text means no filter. */
export interface KeysView {
  q: string;
  /** `expiring`: ends within 14 days. */
  status: (typeof STATUS_FILTERS)[number] | '';
  scope: (typeof KEY_SCOPES)[number] | '';
  /** `-` before the name for descending. */
  sort: (typeof KEY_SORTS)[number];
}

/** `caas-view-changed`: the view after the user changed it. */
export type ViewChangedEvent = CustomEvent<KeysView>;

/** Detail of every `caas-key-…` event: which key was acted on, never its secret. */
export interface KeyEventDetail {
  id: string;
  name: string;
}

/** A pair on its way from one key to the next: a secondary waits beside its primary, or an old key retires. */
export interface Rotation {
  /** The key that waits or retires. */
  beside: ApiKey;
  /** The pair's primary; null where it is not among the keys that were read. */
  primary: ApiKey | null;
}

export const STATUS_FILTERS = [...KEY_STATUSES, 'expiring'] as const;
export const SCOPE_FILTERS = KEY_SCOPES;
export const FIRST_VIEW: KeysView = { q: '', status: '', scope: '', sort: '-created_at' };
export const PAGE_SIZE = 25;

const EXPIRING_DAYS = 14;
const DAY = 86_400_000;

/** What every read of keys is cached under; a write makes all of them ask again. */
export const KEYS = 'api-keys';

/** A view made of what a host gave: anything unknown in it becomes the default. */
export function toView(given: Partial<Record<keyof KeysView, unknown>> | null | undefined): KeysView {
  const one = <T extends string>(allowed: readonly T[], value: unknown) => allowed.find((item) => item === value);
  return {
    q: typeof given?.q === 'string' ? given.q.slice(0, 100) : '',
    status: one(STATUS_FILTERS, given?.status) ?? '',
    scope: one(SCOPE_FILTERS, given?.scope) ?? '',
    sort: one(KEY_SORTS, given?.sort) ?? FIRST_VIEW.sort,
  };
}

/** Whether anything narrows the list. */
export function isFiltered({ q, status, scope }: KeysView): boolean {
  return q !== '' || status !== '' || scope !== '';
}

/** One page of the list. */
export function keysQuery(view: KeysView, cursor: string | undefined, every: number | false): Query<KeysPage> {
  const { q, status, scope, sort } = view;
  const query = { q, status: status || undefined, scope: scope || undefined, sort, cursor, limit: PAGE_SIZE };
  return {
    key: [KEYS, 'list', query],
    run: (client, signal) => client.call(listApiKeys, { query }, { signal }),
    every,
  };
}

/** The rotations of all pairs, for lists that show only some of the keys. */
export function rotationsQuery(every: number | false): Query<Rotation[]> {
  const run = async (client: ApiClient, signal: AbortSignal): Promise<Rotation[]> => {
    const read = (status: 'rotating' | 'secondary' | 'retiring') =>
      client.call(listApiKeys, { query: { status, limit: 200 } }, { signal });
    const pages = await Promise.all([read('secondary'), read('retiring'), read('rotating')]);
    return rotationsIn(pages.flatMap(({ items }) => items));
  };
  return { key: [KEYS, 'rotations'], run, every };
}

/** The rotations among these keys. */
export function rotationsIn(keys: readonly ApiKey[]): Rotation[] {
  return keys
    .filter(({ status }) => status === 'secondary' || status === 'retiring')
    .map((beside) => ({
      beside,
      primary:
        keys.find((key) => key.role === 'primary' && key.pair_id === beside.pair_id && key.id !== beside.id) ?? null,
    }));
}

/** The status to show: what the gateway says, but `expired` from the moment on, and `expiring` within 14 days of it. */
export function shownStatus(key: ApiKey, now: number): ApiKey['status'] | 'expiring' {
  if (key.status === 'revoked' || key.status === 'expired' || !key.expires_at) return key.status;
  const left = Date.parse(key.expires_at) - now;
  if (left <= 0) return 'expired';
  return left < EXPIRING_DAYS * DAY && key.status === 'active' ? 'expiring' : key.status;
}

/** Whole days until a key ends. */
export function daysLeft(key: ApiKey, now: number): number {
  return Math.floor((Date.parse(key.expires_at ?? '') - now) / DAY);
}
