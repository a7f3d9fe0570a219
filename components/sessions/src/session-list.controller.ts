import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connection } from '@caas/base/connection.js';
import { QueryController } from '@caas/base/query.controller.js';
import {
  FIRST_VIEW,
  isFiltered,
  sessionsQuery,
  type Scope,
  type SessionKind,
  type SessionsPage,
  type SessionsView,
} from './sessions.data.js';

/** Who looks at the list, as far as it is known. */
export interface Onlooker {
  connection: Connection | null;
  /** The list to read; null while that is not known. */
  kind: SessionKind | null;
  /** Whether sessions of other members may be read. */
  everyone: boolean;
  userId: string | null;
}

/** What is listed: the view and the page of sessions it leads to. */
export class SessionListController implements ReactiveController {
  /** Tab, search, filters and order in force. */
  view: SessionsView = FIRST_VIEW;
  readonly read: QueryController<SessionsPage>;

  readonly #host: ReactiveControllerHost;
  readonly #onlooker: () => Onlooker;
  /** Cursors of the pages from the second to this one. */
  #cursors: readonly string[] = [];
  #served: Connection | null = null;
  #kind: SessionKind | null = null;
  /** Whether the session of this page is among those that match; the first page tells. */
  #holdsCurrent = false;

  constructor(host: ReactiveControllerHost, onlooker: () => Onlooker) {
    this.#host = host;
    this.#onlooker = onlooker;
    host.addController(this);
    this.read = new QueryController<SessionsPage>(host, () => {
      const { connection, userId } = onlooker();
      const { scope } = this;
      return {
        connection,
        query: scope ? sessionsQuery(scope, this.view.sort, this.#cursors.at(-1), userId) : null,
      };
    });
  }

  hostUpdate(): void {
    const { connection, kind } = this.#onlooker();
    if (connection === this.#served && kind === this.#kind) return;
    this.#served = connection;
    this.#kind = kind;
    this.#cursors = []; // cursors of another tenant or list lead nowhere
  }

  /** Which sessions are meant; null while that is not known. */
  get scope(): Scope | null {
    const { kind, everyone } = this.#onlooker();
    const { q, mine, connected } = this.view;
    return kind && { kind, q, of: everyone && !mine ? 'everyone' : 'mine', connected };
  }

  /** The rows of this list; not those of the other tab, which stay until these have come. */
  get page(): SessionsPage | undefined {
    const { data } = this.read;
    const first = data?.items[0];
    return first && first.kind !== this.#kind ? undefined : data;
  }

  /** How many sessions "all others" are. */
  get others(): number {
    const { page } = this;
    if (page && this.#cursors.length === 0 && !this.read.stale) this.#holdsCurrent = page.items[0]?.current ?? false;
    return page ? page.total - (this.#holdsCurrent ? 1 : 0) : 0;
  }

  get pagesBefore(): number {
    return this.#cursors.length;
  }

  /** Rows are on their way, or those shown belong to another view. */
  get waiting(): boolean {
    return this.read.pending || this.read.stale;
  }

  /** Nobody is there at all. */
  get nobody(): boolean {
    const { page } = this;
    return page?.items.length === 0 && this.#kind !== null && !isFiltered(this.#kind, this.view) && !this.read.stale;
  }

  /** Shows another view, from its first page on. */
  show(view: SessionsView): void {
    this.view = view;
    this.#cursors = [];
    this.#host.requestUpdate();
  }

  /** Turns to the page after or before this one. */
  turn(to: 'previous' | 'next'): void {
    const next = this.page?.next_cursor;
    if (to === 'previous') this.#cursors = this.#cursors.slice(0, -1);
    else if (next && !this.read.stale) this.#cursors = [...this.#cursors, next];
    this.#host.requestUpdate();
  }
}
