import type { ConsoleSession, SdkSession } from '@caas/contract/sessions.js';
import {
  endConsoleSessions,
  endSdkSessions,
  endSession,
  listConsoleSessions,
  listSdkSessions,
} from '@caas/contract/calls/sessions.js';
import { newIdempotencyKey, type ApiClient } from '@caas/base/client.js';
import type { Query } from '@caas/base/query.controller.js';

/** Sessions of the tenant's members in the console, or of its end users. */
export type SessionKind = 'console' | 'sdk';
export const KINDS: readonly SessionKind[] = ['console', 'sdk'];

/** How SDK sessions are ordered; `-` before the name for descending. Console sessions stand by their last use. */
export const SORTS = [
  'last_active_at',
  '-last_active_at',
  'started_at',
  '-started_at',
  'user_external_id',
  '-user_external_id',
] as const;

/** What the list shows; what `viewState` reads and sets. */
export interface SessionsView {
  /** The tab shown; empty: the first there is. */
  tab: SessionKind | '';
  /** Searched for: in the console part of a name, address or browser; for end users the start of their id. */
  q: string;
  /** Console: one's own sessions alone. */
  mine: boolean;
  /** End users: those with an open socket alone. */
  connected: boolean;
  sort: (typeof SORTS)[number];
}

/** `caas-view-changed`: the view after the user changed it. */
export type ViewChangedEvent = CustomEvent<SessionsView>;
/** Which session was ended. */
export interface SessionEventDetail {
  id: string;
  kind: SessionKind;
}
/** Which sessions were ended together. */
export interface SessionsEventDetail {
  kind: SessionKind;
  count: number;
}

export const FIRST_VIEW: SessionsView = { tab: '', q: '', mine: false, connected: false, sort: '-last_active_at' };
export const PAGE_SIZE = 25;
/** What every read of sessions is cached under; a write makes all of them ask again. */
export const SESSIONS = 'sessions';

const EVERY = 15_000;

/** A session as a row of the list, whichever kind it is of. */
export interface SessionRow {
  id: string;
  kind: SessionKind;
  /** The member's name, or the end user's id at the tenant. */
  who: string;
  /** A second name of the same person. */
  also: string | null;
  device: string | null;
  browser: string | null;
  platform: SdkSession['platform'];
  origin: string | null;
  ip: string | null;
  place: string | null;
  started_at: string;
  last_active_at: string;
  /** The session of this very page. */
  current: boolean;
  connected: boolean;
  /** Whether it is the caller's own. */
  own: boolean;
}

/** One page of the list. */
export interface SessionsPage {
  items: readonly SessionRow[];
  next_cursor: string | null;
  total: number;
}

/** A view made of what a host gave: anything unknown in it becomes the default. */
export function toView(given: Partial<Record<keyof SessionsView, unknown>> | null | undefined): SessionsView {
  return {
    tab: KINDS.find((kind) => kind === given?.tab) ?? '',
    q: typeof given?.q === 'string' ? given.q.slice(0, 200) : '',
    mine: given?.mine === true || given?.mine === 'true',
    connected: given?.connected === true || given?.connected === 'true',
    sort: SORTS.find((sort) => sort === given?.sort) ?? FIRST_VIEW.sort,
  };
}

/** Whether anything narrows the list of that kind. */
export function isFiltered(kind: SessionKind, { q, mine, connected }: SessionsView): boolean {
  return q !== '' || (kind === 'console' ? mine : connected);
}

/** Which sessions a list of that kind shows, also what "end all of these" means. */
export interface Scope {
  kind: SessionKind;
  q: string;
  /** Console: whose. */
  of: 'mine' | 'everyone';
  connected: boolean;
}

/** One page of the list. `userId`: the caller, whose own sessions are known by it. */
export function sessionsQuery(
  scope: Scope,
  sort: SessionsView['sort'],
  cursor: string | undefined,
  userId: string | null,
): Query<SessionsPage> {
  const q = scope.q || undefined;
  if (scope.kind === 'sdk') {
    const query = { q, connected: scope.connected || undefined, sort, cursor, limit: PAGE_SIZE };
    return {
      key: [SESSIONS, 'sdk', query],
      run: async (client, signal) => {
        const { items, next_cursor, total } = await client.call(listSdkSessions, { query }, { signal });
        return { items: items.map(sdkRow), next_cursor, total };
      },
      every: EVERY,
    };
  }
  const query = { of: scope.of, q, cursor, limit: PAGE_SIZE };
  return {
    key: [SESSIONS, 'console', query],
    run: async (client, signal) => {
      const { items, next_cursor, total } = await client.call(listConsoleSessions, { query }, { signal });
      return { items: items.map((item) => consoleRow(item, userId)), next_cursor, total };
    },
    every: EVERY,
  };
}

/** Ends one session of either kind. */
export async function endOne(client: ApiClient, id: string): Promise<void> {
  await client.call(endSession, { params: { session_id: id } }, { idempotencyKey: newIdempotencyKey() });
}

/** Ends all sessions of a scope, but the one of this page. Answers how many. */
export async function endAll(client: ApiClient, { kind, q, of, connected }: Scope): Promise<number> {
  const options = { idempotencyKey: newIdempotencyKey() };
  if (kind === 'console')
    return (await client.call(endConsoleSessions, { query: { others: true, of, q: q || undefined } }, options)).ended;
  const query = { q: q || undefined, connected: connected || undefined, all: q || connected ? undefined : true };
  return (await client.call(endSdkSessions, { query }, options)).ended;
}

function consoleRow(item: ConsoleSession, userId: string | null): SessionRow {
  return {
    ...item,
    kind: 'console',
    who: item.user.name ?? item.user.email,
    also: item.user.name === null ? null : item.user.email,
    platform: null,
    origin: null,
    connected: false,
    own: item.user.id === userId,
  };
}

function sdkRow(item: SdkSession): SessionRow {
  return {
    ...item,
    kind: 'sdk',
    who: item.user_external_id,
    also: item.user_data?.name ?? item.user_data?.email ?? null,
    current: false,
    own: false,
  };
}
