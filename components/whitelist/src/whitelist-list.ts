import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { Connection } from '@caas/base/connection.js';
import { emit } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import { refresh } from '@caas/base/query.controller.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fieldStyles } from '@caas/ui/field.js';
import type * as errorModule from '@caas/ui/full-error.js';
import { freshness } from '@caas/ui/states.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { checkBox } from './check-box.js';
import { EntryRows, type EntryCells } from './entry-cells.js';
import type { EntryGrid } from './entry-grid.js';
import type { ListActions, ListHost } from './list-actions.js';
import type { ListKind } from './list-kind.js';
import { ListController } from './list.controller.js';
import * as part from './list.parts.js';

import { messages } from './messages.js';
import { FIRST_VIEW, listKey, toView, type ListView } from './whitelist.data.js';
import { styles } from './whitelist.styles.js';

const TICK = 15_000;
const TYPING = 250;

/** One list of allowed addresses or origins: its rows, what it would say of a caller, and everything that changes it. */
export abstract class WhitelistList extends PageElement {
  static override styles = [...PageElement.styles, controls, fieldStyles, stateStyles, styles];

  @state() private notice: part.Notice | null = null;
  @state() private changed: ReadonlySet<string> = new Set();
  @state() private actions: ListActions | null = null;
  @state() private states: typeof errorModule | null = null;
  @state() private grid: EntryGrid | null = null;

  readonly #kind: ListKind;
  readonly #texts = new Localize(this, messages, () => this.ownLocale);
  readonly #list: ListController;
  readonly #rows = new EntryRows(TICK);
  #served: Connection | null = null;
  #bringing = new Set<string>();
  #ticker: ReturnType<typeof setInterval> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(kind: ListKind) {
    super();
    this.#kind = kind;
    this.#list = new ListController(this, kind, () => this.connection);
  }

  /** Search and order: to read, to set and to share. */
  @property({ attribute: false })
  get viewState(): ListView {
    return { ...this.#list.view };
  }

  set viewState(view: Partial<ListView>) {
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
    this.actions?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.connection === this.#served) return;
    this.#served = this.connection;
    this.notice = null;
    this.changed = new Set();
    this.actions?.close(); // what is open belongs to another tenant
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { failure, isWide, page, read } = this.#list;
    this.reportError(failure ?? read.error);
    if (failure) this.#bring('states', async () => (this.states = await import('@caas/ui/full-error.js')));
    if (!page) return;
    this.reportReady();
    // Once the rows show: who was refused, a change that undoes itself, and the grid of a long list.
    this.#bring('actions', () => this.#bringActions());
    if (isWide)
      this.#bring('grid', async () => (this.grid = new (await import('./entry-grid.js')).EntryGrid(this.#kind)));
  }

  /** Moves to the search field. */
  focusSearch(): void {
    this.renderRoot.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }

  /** Opens the form for new entries, as the button does; nothing where the caller may not add any or is offline. */
  add(): void {
    if (this.#mayWrite && !this.online.offline) this.#act((actions) => actions.add());
  }

  override render(): TemplateResult {
    const list = this.#list;
    list.settle();
    const { failure } = list;
    const parts = this.#parts();
    return html`
      <div class="base" part="base">
        ${part.header(parts)}${failure ? nothing : freshness(this.base, this.online, list.read)}${part.noticeBox(parts)}
        ${failure ? this.#renderFailure(failure.message) : html`${this.actions?.renderRevert() ?? nothing}${part.applied(parts)}`}
        <div class="rest" ?hidden=${failure !== null}>
          ${checkBox(parts, list.asked, list.check, (text) => list.ask(text))}
          <section class="panel" part="panel" aria-busy=${list.waiting ? 'true' : nothing}>
            ${part.toolbar(parts)}${this.#renderRows(parts)}${part.firstUse(parts)}
            <div class="foot" part="footer" ?hidden=${list.empty === true}>
              <span class="row">${this.#texts.text('inForce')}</span><slot name="footer"></slot>
            </div>
          </section>
          ${this.actions?.renderRefusals() ?? nothing}
        </div>
        <p class="caption muted">
          ${this.readOnlyText('whitelist:write', this.#texts.text(`what.${this.#kind.name}`)) ?? nothing}
        </p>
        <p class="vh" role="status">${this.#announcement}</p>
      </div>
      ${this.actions?.render() ?? nothing}
    `;
  }

  #renderRows(parts: part.ListParts): TemplateResult {
    const cells = this.#cells();
    if (this.grid && this.#list.isWide)
      return this.grid.render({ ...parts, cells, connection: this.connection, written: this.#list.read.data });
    return part.table(parts, cells);
  }

  #renderFailure(message: string): TemplateResult {
    const { failure } = this.#list;
    return html`<section class="panel" id="failure" tabindex="-1">
      ${this.states && failure ? this.states.fullError(this.base, failure, () => this.#list.retry()) : html`<div class="state" role="alert">${message}</div>`}
    </section>`;
  }

  #parts(): part.ListParts {
    const list = this.#list;
    return {
      name: this.#kind.name,
      texts: this.#texts,
      base: this.base,
      page: list.page,
      view: list.view,
      empty: list.empty,
      mayWrite: this.#mayWrite,
      rowMenus: this.#mayWrite ? true : this.identity.data ? null : false,
      pending: list.read.pending,
      offline: this.online.offline,
      headingLevel: this.headingLevel,
      notice: this.notice,
      onAdd: () => this.add(),
      onMode: () => this.#act((actions) => actions.mode()),
      onExport: () => this.#act((actions) => actions.export()),
      onDismiss: () => (this.notice = null),
      onSearch: this.#onSearch,
      onSort: (sort) => this.#filter({ sort: toView({ sort }).sort }),
      onRowMenu: (entry, anchor) => this.#act((actions) => actions.menu(entry, anchor)),
      onClear: () => this.#filter(FIRST_VIEW),
      onRetry: () => {
        this.#bringing.clear();
        list.retry();
      },
    };
  }

  #cells(): EntryCells {
    const yours = this.#list.page?.yours ?? null;
    return this.#rows.cells({
      name: this.#kind.name,
      texts: this.#texts,
      now: this.connection?.client.now() ?? Date.now(),
      isYours: (entry: WhitelistEntry) => yours !== null && this.#kind.matching([entry], yours).length > 0,
      yours,
      changed: this.changed,
    });
  }

  get #announcement(): string {
    const { page, read, view, waiting } = this.#list;
    if (read.pending) return this.connection ? this.#texts.text('loading') : '';
    return page && view.q && !waiting ? this.#texts.text('found', page.total) : '';
  }

  get #mayWrite(): boolean {
    return this.may('whitelist:write');
  }

  #filter(change: Partial<ListView>): void {
    clearTimeout(this.#typing);
    this.#list.show({ ...this.#list.view, ...change });
    emit(this, 'caas-view-changed', this.viewState);
  }

  readonly #onSearch = (event: Event): void => {
    const q = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#filter({ q }), TYPING);
  };

  /** Brings a part that is shown: once, until the reader tries again. */
  #bring(name: string, load: () => Promise<unknown>): void {
    if (this.#bringing.has(name)) return;
    this.#bringing.add(name);
    load().catch(() => this.#lost());
  }

  async #bringActions(): Promise<ListActions> {
    const { ListActions } = await import('./list-actions.js');
    this.actions ??= new ListActions(this.#host());
    await this.actions.ready();
    return this.actions;
  }

  /** Uses what changes the list, and brings it if it is not there yet. */
  #act(use: (actions: ListActions) => void): void {
    this.#bringActions().then(
      (actions) => {
        if (this.isConnected) use(actions);
      },
      () => this.#lost(),
    );
  }

  #lost(): void {
    this.notice = { tone: 'warning', text: this.#texts.text('partFailed'), reload: true };
  }

  #host(): ListHost {
    return {
      element: this,
      kind: this.#kind,
      connection: () => this.connection,
      locale: () => this.ownLocale,
      page: () => this.#list.page,
      offline: () => this.online.offline,
      mayWrite: () => this.#mayWrite,
      say: (notice) => (this.notice = notice),
      markChanged: (id) => (this.changed = id ? new Set([...this.changed, id]) : new Set()),
      reload: () => (this.connection ? refresh(this.connection, listKey(this.#kind)) : Promise.resolve()),
    };
  }
}
