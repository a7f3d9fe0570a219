import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { withoutSecrets } from '@caas/contract/text.js';
import type { Connection } from '@caas/base/connection.js';
import type { ApiError } from '@caas/base/errors.js';
import { QueryController } from '@caas/base/query.controller.js';
import {
  FIRST_VIEW,
  isFiltered,
  keysQuery,
  rotationsIn,
  rotationsQuery,
  type KeysPage,
  type KeysView,
  type Rotation,
} from './api-keys.data.js';
import type * as statesModule from './key-list.states.js';

const WHILE_ROTATING = 2_000;
/** Last use and status go on while an admin looks on. */
const OTHERWISE = 15_000;

/** What is listed: the view, the page of keys it leads to, and the rotations that run. */
export class KeyListController implements ReactiveController {
  /** Search, filters and order in force. */
  view: KeysView = FIRST_VIEW;
  /** The rotations that run, also those whose keys are not on this page. */
  rotations: readonly Rotation[] = [];
  /** What stands in place of the rows: null until it is there, false where it could not be loaded. */
  states: typeof statesModule | false | null = null;
  /** The list itself. */
  readonly read: QueryController<KeysPage>;
  /** The rotations of other pages; reads only where the list does not hold all keys. */
  readonly elsewhere: QueryController<Rotation[]>;

  readonly #host: ReactiveControllerHost;
  readonly #connection: () => Connection | null;
  /** Cursors of the pages from the second to this one. */
  #cursors: readonly string[] = [];
  #shown: Connection | null = null;

  constructor(host: ReactiveControllerHost, connection: () => Connection | null) {
    this.#host = host;
    this.#connection = connection;
    host.addController(this);
    this.read = new QueryController<KeysPage>(host, () => ({
      connection: connection(),
      query: keysQuery(this.view, this.#cursors.at(-1), this.#every),
    }));
    this.elsewhere = new QueryController<Rotation[]>(host, () => ({
      connection: connection(),
      query: this.page && !this.#holdsAll ? rotationsQuery(this.#every) : null,
    }));
  }

  hostUpdate(): void {
    if (this.#connection() === this.#shown) return;
    this.#shown = this.#connection();
    this.#cursors = []; // another tenant's cursors lead nowhere
    this.rotations = [];
  }

  /** Takes in what has arrived; for the start of `render`. */
  settle(): void {
    const { page } = this;
    if (page) this.rotations = this.#holdsAll ? rotationsIn(page.items) : (this.elsewhere.data ?? this.rotations);
  }

  get page(): KeysPage | undefined {
    return this.read.data;
  }

  /** How many pages come before this one. */
  get pagesBefore(): number {
    return this.#cursors.length;
  }

  /** Rows are on their way, or those shown belong to another view. */
  get waiting(): boolean {
    return this.read.pending || this.read.stale;
  }

  /** There are no keys at all. */
  get firstUse(): boolean {
    return this.page?.items.length === 0 && this.#cursors.length === 0 && !isFiltered(this.view) && !this.read.stale;
  }

  /** Why nothing can be shown: nothing ever came, or the right to see it has gone. */
  get failure(): ApiError | null {
    const { data, error } = this.read;
    return error && (data === undefined || error.kind === 'auth' || error.kind === 'permission') ? error : null;
  }

  /** What stands in place of the rows is on its way: until then the rows' place is kept. */
  get awaitsStates(): boolean {
    return this.states === null && (this.failure !== null || this.firstUse);
  }

  /** The failure, once it can be shown. */
  get shownFailure(): ApiError | null {
    return this.states === null ? null : this.failure;
  }

  /** Brings what stands in place of the rows. */
  readonly loadStates = async (): Promise<void> => {
    try {
      this.states = await import('./key-list.states.js');
    } catch (error) {
      this.states = false;
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
  };

  /** Shows another view, from its first page on. */
  show(view: KeysView): void {
    this.view = { ...view, q: withoutSecrets(view.q) };
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

  /** Asks again for all that is shown. */
  retry(): void {
    void this.read.refetch();
    void this.elsewhere.refetch();
  }

  get #every(): number {
    return this.rotations.length > 0 ? WHILE_ROTATING : OTHERWISE;
  }

  /** Whether the page that was read has all keys of the tenant. */
  get #holdsAll(): boolean {
    return !isFiltered(this.view) && this.#cursors.length === 0 && !this.page?.next_cursor;
  }
}
