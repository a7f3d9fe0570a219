import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Connection } from '@caas/base/connection.js';
import type { ApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import { refresh } from '@caas/base/query.controller.js';
import '@caas/ui/caas-tab.js';
import '@caas/ui/caas-tabs.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fullError } from '@caas/ui/full-error.js';
import { freshness } from '@caas/ui/states.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import type { TabChangedEvent } from '@caas/ui/tabs.js';
import { messages } from './messages.js';
import type { Outcome, SessionActs } from './session-acts.js';
import { SessionRows } from './session-columns.js';
import { SessionListController } from './session-list.controller.js';
import * as part from './session-list.parts.js';
import { kindToRead, kindsFor } from './session-rights.js';
import {
  FIRST_VIEW,
  KINDS,
  SESSIONS,
  toView,
  isFiltered,
  type SessionKind,
  type SessionRow,
  type SessionsView,
} from './sessions.data.js';
import { styles } from './sessions.styles.js';

const TICK = 15_000;
const TYPING = 250;

/**
 * Lists who is signed in, members in the console and end users of the tenant, and lets an admin end a session. The session of this very
 * page stands first and ends by signing out alone.
 *
 * @element caas-sessions
 * @fires {CustomEvent} caas-ready - Once, when the first answer is shown.
 * @fires {CustomEvent<ErrorDetail>} caas-error - Once per failure of a read.
 * @fires {ViewChangedEvent} caas-view-changed - After the user changed tab, search, filter or order.
 * @fires {CustomEvent<SessionEventDetail>} caas-session-ended - After the gateway ended a session.
 * @fires {CustomEvent<SessionsEventDetail>} caas-sessions-ended - After the gateway ended several.
 * @fires {CustomEvent<BeforeDetail<SessionEventDetail>>} caas-before-session-end - Cancelable; `detail.waitUntil(promise)` decides later.
 * @fires {CustomEvent<BeforeDetail<SessionsEventDetail>>} caas-before-sessions-end - Cancelable.
 * @fires {CustomEvent<{page: string, params: object}>} caas-navigate - With `page: 'sign-out'`: the user wants to sign out.
 * @csspart base - The whole element's box.
 * @csspart header - Title and purpose.
 * @csspart notice - The message after an act.
 * @csspart panel - The box of toolbar, table and footer.
 * @csspart toolbar - Search, filter and the button that ends many.
 * @csspart table - The table of sessions.
 * @csspart footer - Counts and pages.
 * @cssprop [--caas-sessions-gap=var(--caas-space-4)] - Space between the element's boxes.
 * @example <caas-sessions tabs="sdk" api-url="https://api.example.com" token-url="/caas-token"></caas-sessions>
 */
export class Sessions extends PageElement {
  static override styles = [...PageElement.styles, controls, stateStyles, styles];

  /** What is offered: `console`, `sdk`, or both separated by a blank. Those the caller may not see are left out. */
  @property() tabs = 'console sdk';
  /** The page follows `caas-navigate`: signing out is offered. */
  @property({ type: Boolean }) navigable = false;

  @state() private notice: part.Notice | null = null;
  @state() private said = '';
  @state() private ending: ReadonlySet<string> = new Set();
  @state() private acts: SessionActs | null = null;

  readonly #texts = new Localize(this, messages, () => this.ownLocale);
  readonly #rows = new SessionRows(TICK);
  readonly #list = new SessionListController(this, () => ({
    connection: this.connection,
    kind: this.#kind,
    everyone: this.#has('sessions:read'),
    userId: this.identity.data?.user?.id ?? null,
  }));
  #served: Connection | null = null;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** Tab, search, filters and order: to read, to set and to share. */
  @property({ attribute: false })
  get viewState(): SessionsView {
    return { ...this.#list.view };
  }

  set viewState(view: Partial<SessionsView>) {
    this.#list.show(toView(view));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticker = setInterval(() => document.hidden || this.requestUpdate(), TICK); // relative times go on
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    clearTimeout(this.#typing);
    this.acts?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.connection === this.#served) return;
    this.#served = this.connection;
    this.notice = null;
    this.ending = new Set();
    this.acts?.close(); // what is open belongs to another tenant
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#list.page) this.reportReady();
    this.reportError(this.#failure ?? this.#list.read.error);
  }

  /** Moves to the search field. */
  focusSearch(): void {
    this.renderRoot.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }

  override render(): TemplateResult {
    const text = this.#texts;
    const failure = this.#failure;
    return html`<div class="base" part="base">
        <header class="head" part="header">
          <div class="title" role="heading" aria-level=${this.headingLevel}>${text.text('title')}</div>
          <p class="muted">${text.text('purpose')}</p>
        </header>
        ${failure ? nothing : freshness(this.base, this.online, this.#list.read)}
        ${part.noticeBox(this.notice, this.base, text.text('dismiss'), () => (this.notice = null))}
        ${failure ? html`<section class="panel">${fullError(this.base, failure, this.#retry)}</section>` : this.#renderTabs()}
        <p class="caption muted">${failure ? nothing : (this.#rightsText ?? nothing)}</p>
        <p class="vh" role="status">${this.#announcement}</p>
      </div>
      ${this.acts?.render() ?? nothing}`;
  }

  #renderTabs(): TemplateResult {
    const kinds = kindsFor(this.tabs, this.identity.data);
    const shown = this.#kind ?? kinds[0] ?? 'console';
    const cells = this.#rows.cells(this.#list.page?.items, {
      texts: this.#texts,
      kind: shown,
      now: this.connection?.client.now() ?? Date.now(),
      ending: this.ending,
    });
    const body = part.list(this.#listParts(shown), cells);
    if (kinds.length < 2) return body;
    return html`<caas-tabs
      label=${this.#texts.text('tabs')}
      value=${shown}
      @caas-tab-changed=${({ detail }: TabChangedEvent) => this.#filter({ ...FIRST_VIEW, tab: KINDS.find((kind) => kind === detail.value) ?? '' })}
    >
      ${kinds.map((kind) => html`<caas-tab value=${kind} label=${this.#texts.text(`tab.${kind}`)}>${kind === shown ? body : nothing}</caas-tab>`)}
    </caas-tabs>`;
  }

  #listParts(kind: SessionKind): part.ListParts {
    const list = this.#list;
    return {
      texts: this.#texts,
      base: this.base,
      kind,
      view: list.view,
      page: list.page,
      pagesBefore: list.pagesBefore,
      pending: list.page === undefined,
      waiting: list.waiting,
      nobody: list.nobody,
      offline: this.online.offline,
      everyone: this.#has('sessions:read'),
      endable: this.#mayEndAll(kind) ? list.others : null,
      menus: !this.readonly,
      onSearch: this.#onSearch,
      onToggle: () =>
        this.#filter(kind === 'console' ? { mine: !list.view.mine } : { connected: !list.view.connected }),
      onSort: (sort) => this.#filter({ sort: toView({ sort }).sort }),
      onRowMenu: (row, anchor) => this.#act((acts) => void acts.menu(row, anchor)),
      onEndAll: this.#onEndAll,
      onClear: () => this.#filter({ ...FIRST_VIEW, tab: list.view.tab, sort: list.view.sort }),
      onPage: (to) => list.turn(to),
    };
  }

  get #kind(): SessionKind | null {
    return kindToRead(kindsFor(this.tabs, this.identity.data), this.identity.data, this.#list.view);
  }

  /** Why nothing can be shown, or null. */
  get #failure(): ApiError | null {
    if (this.identity.error && !this.identity.data && !this.#kind) return this.identity.error;
    const { error } = this.#list.read;
    return error && (!this.#list.page || error.kind === 'auth' || error.kind === 'permission') ? error : null;
  }

  /** What the caller may not do to the sessions that are shown. */
  get #rightsText(): string | null {
    const scope = this.#list.scope;
    if (!scope || (scope.kind === 'console' && scope.of === 'mine' && !this.readonly)) return null;
    return this.readOnlyText('sessions:write', this.#texts.text('what'));
  }

  get #announcement(): string {
    const { page, waiting, view } = this.#list;
    const kind = this.#kind;
    if (this.said) return this.said;
    if (!page) return this.connection && !this.#failure ? this.#texts.text('loading') : '';
    return kind && isFiltered(kind, view) && !waiting ? this.#texts.text('found', page.total) : '';
  }

  #has(permission: 'sessions:read' | 'sessions:write'): boolean {
    return this.identity.data?.permissions.includes(permission) ?? false;
  }

  #mayEnd(row: SessionRow): boolean {
    return !row.current && !this.readonly && (row.own || this.may('sessions:write'));
  }

  #mayEndAll(kind: SessionKind): boolean {
    if (this.readonly || !this.identity.data) return false;
    return (kind === 'console' && this.#list.scope?.of === 'mine') || this.may('sessions:write');
  }

  #filter(change: Partial<SessionsView>): void {
    clearTimeout(this.#typing);
    this.said = '';
    this.#list.show({ ...this.#list.view, ...change });
    emit(this, 'caas-view-changed', this.viewState);
  }

  readonly #onSearch = (event: Event): void => {
    const q = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#filter({ q }), TYPING);
  };

  readonly #onEndAll = (): void => {
    const { scope, others, page, waiting } = this.#list;
    if (!scope || waiting || this.online.offline) return;
    const ids = (page?.items ?? []).filter((row) => !row.current).map(({ id }) => id);
    this.#act((acts) => acts.endAll(scope, others, ids));
  };

  readonly #retry = (): void => {
    void this.identity.refetch();
    void this.#list.read.refetch();
  };

  /** Brings what acts on sessions, the first time it is needed, and uses it. */
  #act(use: (acts: SessionActs) => void): void {
    const bring = async (): Promise<void> => {
      const { SessionActs } = await import('./session-acts.js');
      this.acts ??= new SessionActs({
        element: this,
        base: this.base,
        connection: () => this.connection,
        locale: () => this.ownLocale,
        offline: () => this.online.offline,
        navigable: () => this.navigable,
        mayEnd: (row) => this.#mayEnd(row),
        mark: (ids, on) => (this.ending = part.marked(this.ending, ids, on)),
        reload: () => (this.connection ? refresh(this.connection, SESSIONS) : Promise.resolve()),
        said: (outcome) => this.#said(outcome),
      });
      await this.acts.ready();
      if (this.isConnected) use(this.acts);
    };
    bring().catch(() => (this.notice = { tone: 'danger', text: this.#texts.text('partFailed') }));
  }

  #said(outcome: Outcome): void {
    ({ notice: this.notice, said: this.said } = part.told(outcome, this.#texts));
    if (outcome.kind === 'ended' || outcome.kind === 'ended-many') void this.#keepFocus();
  }

  /** The row that had the focus is gone: its list takes it, where nothing else on the page has. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    const active = document.activeElement;
    if (active && active !== document.body && (active !== this || this.shadowRoot?.activeElement)) return;
    this.renderRoot.querySelector<HTMLElement>('#list')?.focus();
  }
}
