import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { Connection } from '@caas/base/connection.js';
import type { ApiError } from '@caas/base/errors.js';
import { QueryController } from '@caas/base/query.controller.js';
import type { ListKind, ListPage, Source } from './list-kind.js';
import {
  FIRST_VIEW,
  MOST,
  PAGE_SIZE,
  checkQuery,
  everyEntryQuery,
  listQuery,
  type ListView,
} from './whitelist.data.js';

const TYPING = 250;

/** The answer to "Would this be allowed?". */
export type CheckResult =
  | { state: 'none' | 'asking' | 'failed' }
  | { state: 'invalid'; source: Extract<Source, { ok: false }> }
  | { state: 'known'; value: string; allowed: boolean; matched: readonly WhitelistEntry[] };

/** What is listed: the view, its first page, and the verdict on what somebody asks about. */
export class ListController implements ReactiveController {
  /** Search and order in force. */
  view: ListView = FIRST_VIEW;
  /** What stands in "Would this be allowed?". */
  asked = '';
  /** The list's first page. */
  readonly read: QueryController<ListPage>;

  readonly #host: ReactiveControllerHost;
  readonly #kind: ListKind;
  readonly #connection: () => Connection | null;
  readonly #every: QueryController<readonly WhitelistEntry[]>;
  readonly #verdict: QueryController<readonly WhitelistEntry[]>;
  /** The list without a search, for what holds whatever is searched. */
  #whole: ListPage | undefined;
  #shown: Connection | null = null;
  #settled = '';
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, kind: ListKind, connection: () => Connection | null) {
    this.#host = host;
    this.#kind = kind;
    this.#connection = connection;
    host.addController(this);
    this.read = new QueryController(host, () => ({ connection: connection(), query: listQuery(kind, this.view) }));
    this.#every = new QueryController(host, () => ({
      connection: connection(),
      query: this.asked && !this.#isLong ? everyEntryQuery(kind) : null,
    }));
    this.#verdict = new QueryController(host, () => {
      const source = this.#isLong && this.#settled ? kind.source(this.#settled) : null;
      return { connection: connection(), query: source?.ok ? checkQuery(kind, source.value) : null };
    });
  }

  hostUpdate(): void {
    if (this.#connection() === this.#shown) return;
    this.#shown = this.#connection();
    this.#whole = undefined;
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  /** Takes in what has arrived; for the start of `render`. */
  settle(): void {
    if (this.read.data && !this.read.stale && !this.view.q) this.#whole = this.read.data;
  }

  get page(): ListPage | undefined {
    return this.read.data;
  }

  /** Rows are on their way, or those shown belong to another view. */
  get waiting(): boolean {
    return this.read.pending || this.read.stale;
  }

  /** There are no entries at all; null while nobody knows. */
  get empty(): boolean | null {
    return this.#whole ? this.#whole.total === 0 : null;
  }

  /** More entries than one page: the grid shows them. */
  get isWide(): boolean {
    return (this.page?.total ?? 0) > PAGE_SIZE;
  }

  /** Why nothing can be shown: nothing ever came, or the right to see it has gone. */
  get failure(): ApiError | null {
    const { data, error } = this.read;
    return error && (data === undefined || error.kind === 'auth' || error.kind === 'permission') ? error : null;
  }

  /** What the list says of what was asked. Short lists are judged here as one types, long ones by the gateway. */
  get check(): CheckResult {
    if (!this.asked.trim()) return { state: 'none' };
    const source = this.#kind.source(this.asked);
    if (!source.ok) return { state: 'invalid', source };
    if (this.empty) return { state: 'known', value: source.value, allowed: true, matched: [] };
    const answer = this.#isLong ? this.#verdict : this.#every;
    const current = !this.#isLong || (this.#settled === this.asked && !answer.stale);
    if (answer.error && answer.data === undefined) return { state: 'failed' };
    if (!answer.data || !current) return { state: 'asking' };
    const matched = this.#isLong ? answer.data : this.#kind.matching(answer.data, source.value);
    return { state: 'known', value: source.value, allowed: matched.length > 0, matched };
  }

  /** Takes what is typed into "Would this be allowed?". */
  ask(text: string): void {
    this.asked = text;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#settled = text;
      this.#host.requestUpdate();
    }, TYPING);
    this.#host.requestUpdate();
  }

  /** Shows another view. */
  show(view: ListView): void {
    this.view = view;
    this.#host.requestUpdate();
  }

  /** Asks again for all that is shown. */
  retry(): void {
    void this.read.refetch();
    if (this.asked) void (this.#isLong ? this.#verdict : this.#every).refetch();
  }

  get #isLong(): boolean {
    return (this.#whole?.total ?? 0) > MOST;
  }
}
