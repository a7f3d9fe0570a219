import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { Connection } from '@caas/base/connection.js';
import { define } from '@caas/base/define.js';
import { emit } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import { refresh } from '@caas/base/query.controller.js';
import { rowControls } from '@caas/ui/row-controls.styles.js';
import { freshness } from '@caas/ui/states.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { FIRST_VIEW, KEYS, isFiltered, toView, type KeysView } from './api-keys.data.js';
import { styles } from './api-keys.styles.js';
import type { Feature, KeyActions, KeysHost } from './key-actions.js';
import { KeyRows, type KeyCells } from './key-columns.js';
import { KeyListController } from './key-list.controller.js';
import * as part from './key-list.parts.js';
import { LateParts } from './late-parts.js';
import { actionMessages, messages } from './messages.js';
import type { rotationPanels } from './rotation-panel.js';

const TICK = 15_000;
const TYPING = 250;
const COPIED = 2_000;

/**
 * Lists a tenant's API keys and lets an admin create, rotate, revoke and delete them. It never shows a secret twice.
 *
 * @element caas-api-keys
 * @slot empty - Shown instead of the built-in text when there are no keys.
 * @slot toolbar-start - Before the search.
 * @slot toolbar-end - After the filters.
 * @slot footer - In the line below the rows.
 * @fires {CustomEvent} caas-ready - Once, when the first answer is shown.
 * @fires {CustomEvent<ErrorDetail>} caas-error - Once per failure of a read.
 * @fires {ViewChangedEvent} caas-view-changed - After the user searched, filtered or sorted.
 * @fires {CustomEvent<KeyEventDetail>} caas-key-created - After the gateway made a key. Carries id and name, never the secret; so do all below.
 * @fires {CustomEvent<KeyEventDetail>} caas-key-updated - After a key was renamed, annotated, disabled or enabled.
 * @fires {CustomEvent<KeyEventDetail>} caas-key-rotated - After the gateway made a secondary key beside this one.
 * @fires {CustomEvent<KeyEventDetail>} caas-key-promoted - After this secondary became the primary.
 * @fires {CustomEvent<KeyEventDetail>} caas-key-rolled-back - After this retiring key became the primary again.
 * @fires {CustomEvent<KeyEventDetail>} caas-key-revoked - After this key stopped working.
 * @fires {CustomEvent<KeyEventDetail>} caas-key-deleted - After this key was deleted, also where a rotation was cancelled.
 * @fires {CustomEvent<BeforeDetail<{name: string}>>} caas-before-key-create - Cancelable; `detail.waitUntil(promise)` decides later. So do all below.
 * @fires {CustomEvent<BeforeDetail<KeyEventDetail>>} caas-before-key-rotate - Cancelable.
 * @fires {CustomEvent<BeforeDetail<KeyEventDetail>>} caas-before-key-promote - Cancelable.
 * @fires {CustomEvent<BeforeDetail<KeyEventDetail>>} caas-before-key-revoke - Cancelable.
 * @fires {CustomEvent<BeforeDetail<KeyEventDetail>>} caas-before-key-delete - Cancelable.
 * @fires {CustomEvent<{page: string, params: object}>} caas-navigate - Cancelable; a link that leaves the element. Call `preventDefault()` where you follow it.
 * @csspart base - The whole element's box.
 * @csspart header - Title and main button.
 * @csspart notice - The message after an act.
 * @csspart rotation - The panel of one running rotation.
 * @csspart panel - The box of toolbar, table and footer.
 * @csspart toolbar - Search and filters.
 * @csspart table - The table of keys.
 * @csspart footer - The line below the rows.
 * @cssprop [--caas-api-keys-gap=var(--caas-space-4)] - Space between the element's boxes.
 * @example <caas-api-keys api-url="https://api.example.com" token-url="/caas-token"></caas-api-keys>
 */
export class ApiKeys extends PageElement {
  static override styles = [...PageElement.styles, rowControls, stateStyles, styles];

  /** What is offered: any of `create rotate revoke delete usage`, separated by blanks. All of them where absent. */
  @property() features: string | null = null;
  /** The page follows `caas-navigate`: links that leave the element are offered. Without it none of them is shown. */
  @property({ type: Boolean }) navigable = false;

  @state() private copied: string | null = null;
  @state() private notice: part.Notice | null = null;
  @state() private changed: ReadonlySet<string> = new Set();
  @state() private actions: KeyActions | null = null;
  @state() private panels: typeof rotationPanels | null = null;

  readonly #texts = new Localize(this, messages, () => this.ownLocale);
  readonly #list = new KeyListController(this, () => this.connection);
  readonly #rows = new KeyRows(TICK);
  readonly #parts = new LateParts(() => {
    this.notice = { tone: 'warning', text: this.#texts.text('partFailed'), reload: true };
  });
  #served: Connection | null = null;
  #failed = false;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #copying: ReturnType<typeof setTimeout> | undefined;

  /** Search, filters and order: to read, to set and to share. */
  @property({ attribute: false })
  get viewState(): KeysView {
    return { ...this.#list.view };
  }

  set viewState(view: Partial<KeysView>) {
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
    clearTimeout(this.#copying);
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
    if (this.#list.page) this.reportReady();
    this.reportError(this.#list.failure ?? this.#list.read.error);
    this.#showFailure();
    if (this.#list.awaitsStates) this.#parts.show(this.#list.loadStates);
    if (this.#list.rotations.length > 0) this.#parts.show(this.#loadPanels);
  }

  /** Moves to the search field. */
  focusSearch(): void {
    this.renderRoot.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }

  /** Starts the creation of a key, as the button does; nothing where the caller may not create one or is offline. */
  create(): void {
    if (this.#can('create') && !this.online.offline) this.#act((actions) => actions.create());
  }

  override render(): TemplateResult {
    this.#list.settle();
    const failure = this.#list.shownFailure;
    const parts = this.#listParts();
    return html`
      <div class="base" part="base">
        ${part.header(parts)}${failure ? nothing : freshness(this.base, this.online, this.#list.read)}${part.noticeBox(parts)}
        ${failure ? part.failure(parts, failure) : this.#renderRotations()}
        <section
          class="panel"
          part="panel"
          ?hidden=${failure !== null}
          aria-busy=${this.#list.waiting ? 'true' : nothing}
        >
          ${part.toolbar(parts)}${part.table(parts, this.#cells())}${part.firstUse(parts)}${part.footer(parts)}
        </section>
        <p class="caption muted">${this.readOnlyText('api-keys:write', this.#texts.text('what')) ?? nothing}</p>
        <p class="vh" role="status">${this.#announcement}</p>
      </div>
      ${this.actions?.render() ?? nothing}
    `;
  }

  #renderRotations(): unknown {
    const { elsewhere, rotations } = this.#list;
    return [
      elsewhere.error && !elsewhere.data ? part.rotationsFailed(this.#listParts()) : nothing,
      this.panels?.(rotations, {
        connection: this.connection,
        mayRotate: this.#can('rotate'),
        mayRevoke: this.#can('revoke'),
        offlineSince: this.online.offline ? this.#list.read.updatedAt : null,
        headingLevel: this.headingLevel + 1,
        act: (act, rotation) => this.#act((actions) => actions.rotation(act, rotation)),
      }) ?? rotations.map(() => html`<caas-api-keys-rotation></caas-api-keys-rotation>`),
    ];
  }

  readonly #loadPanels = async (): Promise<void> => {
    const [panel] = await Promise.all([import('./rotation-panel.js'), this.#texts.bring(actionMessages)]);
    define('caas-api-keys-rotation', panel.RotationPanel);
    this.panels = panel.rotationPanels;
  };

  #listParts(): part.ListParts {
    const list = this.#list;
    return {
      texts: this.#texts,
      base: this.base,
      page: list.page,
      view: list.view,
      pagesBefore: list.pagesBefore,
      firstUse: list.firstUse && list.states !== null,
      pending: list.read.pending || list.awaitsStates,
      stale: list.read.stale,
      mayCreate: this.#can('create'),
      rowMenus: this.may('api-keys:write') ? true : this.identity.data ? null : false,
      offline: this.online.offline,
      headingLevel: this.headingLevel,
      notice: this.notice,
      states: list.states,
      onCreate: () => this.create(),
      onDocs: this.navigable ? () => this.#act((actions) => actions.navigate('docs', { topic: 'api-keys' })) : null,
      onDismiss: () => (this.notice = null),
      onSearch: this.#onSearch,
      onSort: (sort) => this.#filter({ sort: toView({ sort }).sort }),
      onRowMenu: (key, anchor) => this.#act((actions) => actions.menu(key, anchor)),
      onClear: () => this.#filter(FIRST_VIEW),
      onChip: (filter, anchor) =>
        this.#act((actions) => actions.filter(filter, list.view, anchor, (change) => this.#filter(change))),
      onPage: (to) => list.turn(to),
      onRetry: () => {
        this.#parts.retry();
        list.retry();
      },
    };
  }

  #cells(): KeyCells {
    return this.#rows.cells(this.#list.page?.items, {
      texts: this.#texts,
      now: this.connection?.client.now() ?? Date.now(),
      copied: this.copied,
      changed: this.changed,
      onCopy: (key) => void this.#copy(key),
      onOpen: this.#offers('usage') ? (key) => this.#act((actions) => actions.usage(key)) : null,
    });
  }

  get #announcement(): string {
    const { page, read, view, waiting } = this.#list;
    if (this.copied) return this.#texts.text('copied');
    if (read.error || read.pending) return read.error ? '' : this.#texts.text('loading');
    return page && isFiltered(view) && !waiting ? this.#texts.text('found', page.total) : '';
  }

  #offers(feature: Feature): boolean {
    return this.features === null || feature === 'edit' || this.features.split(/[\s,]+/).includes(feature);
  }

  #can(feature: Feature): boolean {
    return this.#offers(feature) && this.may('api-keys:write') && !this.#list.failure;
  }

  #filter(change: Partial<KeysView>): void {
    clearTimeout(this.#typing);
    this.#list.show({ ...this.#list.view, ...change });
    emit(this, 'caas-view-changed', this.viewState);
  }

  readonly #onSearch = (event: Event): void => {
    const q = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#filter({ q }), TYPING);
  };

  async #copy(key: ApiKey): Promise<void> {
    clearTimeout(this.#copying);
    try {
      await navigator.clipboard.writeText(key.id);
    } catch {
      this.notice = { tone: 'info', text: this.#texts.text('copyFailed', key.id) }; // no permission, or plain http
      return;
    }
    this.copied = key.id;
    this.#copying = setTimeout(() => (this.copied = null), COPIED);
  }

  /** Brings what acts on keys, the first time it is needed, and uses it. */
  #act(use: (actions: KeyActions) => void): void {
    void this.#parts.bring(async () => {
      if (!this.actions) {
        const [{ KeyActions }] = await Promise.all([import('./key-actions.js'), this.#texts.bring(actionMessages)]);
        this.actions ??= new KeyActions(this.#host());
      }
      if (this.isConnected) use(this.actions);
    });
  }

  #host(): KeysHost {
    return {
      element: this,
      connection: () => this.connection,
      locale: () => this.ownLocale,
      page: () => this.#list.page,
      offline: () => this.online.offline,
      can: (feature) => this.#can(feature),
      say: (notice) => (this.notice = notice),
      markChanged: (id) => (this.changed = id ? new Set([...this.changed, id]) : new Set()),
      reload: () => (this.connection ? refresh(this.connection, KEYS) : Promise.resolve()),
    };
  }

  /** Moves to a full error where nothing else on the host page has the focus. */
  #showFailure(): void {
    const failed = this.#list.shownFailure !== null;
    const active = document.activeElement;
    if (failed && !this.#failed && (!active || active === document.body || active === this))
      this.renderRoot.querySelector<HTMLElement>('#failure')?.focus();
    this.#failed = failed;
  }
}
