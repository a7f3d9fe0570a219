import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Attention } from '@caas/contract/dashboard.js';
import { ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import { QueryController } from '@caas/base/query.controller.js';
import '@caas/ui/caas-ledger.js';
import '@caas/ui/caas-skeleton.js';
import { rowControls } from '@caas/ui/row-controls.styles.js';
import { fullError } from '@caas/ui/full-error.js';
import { icon } from '@caas/ui/icon.js';
import { plus } from '@caas/ui/icons.js';
import { freshness } from '@caas/ui/states.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import {
  activityQuery,
  figuresQuery,
  ledgerItems,
  nobodyCalled,
  type Activity,
  type Figures,
} from './dashboard.data.js';
import { styles } from './dashboard.styles.js';
import { messages } from './messages.js';
import type { en } from './locales/en.codes.js';
import type * as rowsModule from './panels.js';
import { failedPanel, loadingPanel } from './parts.js';

/** `caas-navigate`: where a link of the element leads; cancel it and go there. */
export type NavigateEvent = CustomEvent<{ page: string; params: Readonly<Record<string, string>> }>;

/** How rows are drawn, and in which words: brought beside the first figures. */
interface Panels {
  rows: typeof rowsModule;
  texts: Localize<typeof en>;
}

/**
 * What happened in the last 24 hours: calls, errors, keys, the newest entries of the audit log, and what needs attention. Each panel loads
 * and fails by itself. Shows only what the gateway counted: an unknown value is a dash, never 0.
 *
 * @element caas-dashboard
 * @fires {CustomEvent} caas-ready - Once, when the first figures are shown.
 * @fires {CustomEvent<ErrorDetail>} caas-error - Once per failure of a read.
 * @fires {NavigateEvent} caas-navigate - Cancelable; a link that leaves the element. Call `preventDefault()` where you follow it.
 * @csspart base - The whole element's box.
 * @csspart header - Title and purpose.
 * @csspart figures - The strip of values.
 * @csspart activity - The panel of recent activity.
 * @csspart attention - The panel of what needs attention.
 * @cssprop [--caas-dashboard-gap=var(--caas-space-4)] - Space between panels.
 * @example <caas-dashboard api-url="https://api.example.com" token-url="/caas-token"></caas-dashboard>
 */
export class Dashboard extends PageElement {
  static override styles = [...PageElement.styles, rowControls, stateStyles, styles];

  /** The page follows `caas-navigate`: links and quick actions are offered. Without it none of them is shown. */
  @property({ type: Boolean }) navigable = false;

  @state() private panels: Panels | null = null;
  @state() private panelsError: ApiError | null = null;

  readonly #texts = new Localize(this, messages, () => this.ownLocale);
  readonly #figures = new QueryController<Figures>(this, () => ({ connection: this.connection, query: figuresQuery }));
  readonly #activity = new QueryController<Activity>(this, () => ({
    connection: this.connection,
    query: this.#seesAudit ? activityQuery : null,
  }));
  readonly #offline = new ApiError('network', 'The browser is offline.');

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#bringPanels();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#figures.data) this.reportReady();
    this.reportError(this.#failure);
  }

  override render(): TemplateResult {
    const text = this.#texts;
    const failure = this.#failure;
    const asOf = this.#figures.data?.as_of;
    return html`<div class="base" part="base" aria-busy=${this.#loading ? 'true' : 'false'}>
      <header class="head" part="header">
        <div class="title" role="heading" aria-level=${this.headingLevel}>${text.text('title')}</div>
        <p class="muted">${asOf ? text.text('asOf', asOf) : text.text('purpose')}</p>
      </header>
      ${failure ? nothing : freshness(this.base, this.online, this.#figures)}
      <span class="vh" role="status">${this.#loading ? text.text('loading') : nothing}</span>
      ${failure ? fullError(this.base, failure, this.#retry) : this.#renderPanels()}
    </div>`;
  }

  #renderPanels(): TemplateResult {
    const figures = this.#figures.data;
    return html`<div class="stack">
      <section aria-label=${this.#texts.text('figures')}>
        <caas-ledger
          part="figures"
          .items=${ledgerItems(figures, this.#texts)}
          ?busy=${this.#figures.pending && !this.#figures.error}
        ></caas-ledger>
      </section>
      ${!figures && this.#figures.error ? html`<section class="panel">${failedPanel(this.base, this.#texts.text('figuresFailed'), this.#figures.error, this.#retry)}</section>` : nothing}
      ${figures && this.panels && nobodyCalled(figures) ? this.panels.rows.firstUse(this.panels.texts, this.headingLevel + 1, this.connection?.client.url || location.origin) : nothing}
      <div class="split">${this.#seesAudit ? this.#renderActivity() : nothing}${this.#renderAttention()}</div>
    </div>`;
  }

  #renderActivity(): TemplateResult {
    const text = this.#texts;
    return html`<section class="panel" part="activity" aria-labelledby="activity">
      <header>
        <div class="h" id="activity" role="heading" aria-level=${this.headingLevel + 1}>${text.text('activity')}</div>
      </header>
      ${this.#renderEntries()}
    </section>`;
  }

  #renderEntries(): TemplateResult {
    const text = this.#texts;
    const { panels } = this;
    const { data } = this.#activity;
    const error = data ? this.panelsError : this.#activity.error;
    if (data?.items.length === 0) return html`<p class="blank">${text.text('activityEmpty')}</p>`;
    if (error) return failedPanel(this.base, text.text('activityFailed'), error, this.#retryActivity);
    if (!data || !panels) return loadingPanel(5);
    return html`<div class="columns" aria-hidden="true">
        <span>${text.text('when')}</span><span>${text.text('event')}</span><span class="ip">${text.text('from')}</span>
      </div>
      <ul class="activity">
        ${data.items.map((event) => panels.rows.activityRow(event, panels.texts, this.#now))}
      </ul>`;
  }

  #renderAttention(): TemplateResult {
    return html`<section class="panel" part="attention" aria-labelledby="attention">
      <header>
        <div class="h" id="attention" role="heading" aria-level=${this.headingLevel + 1}>
          ${this.#texts.text('attention')}
        </div>
      </header>
      ${this.#renderWatched()} ${this.navigable ? this.#renderQuickActions() : nothing}
    </section>`;
  }

  #renderWatched(): TemplateResult {
    const text = this.#texts;
    const { panels } = this;
    const entries = this.#figures.data?.attention;
    const error = entries ? this.panelsError : this.#figures.error;
    if (entries?.length === 0) return html`<p class="blank">${text.text('attentionEmpty')}</p>`;
    if (error) return failedPanel(this.base, text.text('attentionFailed'), error, this.#retry);
    if (!entries || !panels) return loadingPanel(3);
    const onFollow = this.navigable ? this.#onFollow : null;
    return html`<ul class="list">
      ${entries.map((entry) => panels.rows.attentionRow(entry, panels.texts, this.#now, onFollow))}
    </ul>`;
  }

  #renderQuickActions(): TemplateResult {
    const text = this.#texts;
    return html`<div class="quick" role="group" aria-label=${text.text('quickActions')}>
      ${
        this.may('api-keys:write')
          ? html`<button
              class="btn default sm"
              type="button"
              aria-label=${text.text('createKeyName')}
              @click=${() => this.#navigate('api-keys', { action: 'create' })}
            >
              ${icon(plus, 14)}${text.text('createKey')}
            </button>`
          : nothing
      }
      <button class="btn default sm" type="button" @click=${() => this.#navigate('api-keys', {})}>
        ${text.text('allKeys')}
      </button>
    </div>`;
  }

  /** Whether the caller may read the audit log; unknown counts as no, so that nothing is asked that would be refused. */
  get #seesAudit(): boolean {
    return this.identity.data?.permissions.includes('audit:read') ?? false;
  }

  get #loading(): boolean {
    return this.connection !== null && this.#figures.pending && !this.#failure;
  }

  /** Why nothing at all can be shown, or null. */
  get #failure(): ApiError | null {
    if (this.identity.error && !this.identity.data) return this.identity.error;
    const { data, error } = this.#figures;
    if (this.online.offline && !data) return this.#offline; // reads wait for the connection: no skeleton for ever
    if (data || !error) return null;
    const nothingElse = !this.#seesAudit || (this.#activity.error !== null && !this.#activity.data);
    return nothingElse || error.kind === 'permission' || error.kind === 'auth' ? error : null;
  }

  /** Brings what draws rows. A failure is the panels' own; the figures stay. */
  async #bringPanels(): Promise<void> {
    if (this.panels) return;
    this.panelsError = null;
    try {
      const rows = await import('./panels.js');
      const texts = new Localize(this, rows.codeMessages, () => this.ownLocale);
      await texts.bring();
      this.panels ??= { rows, texts };
    } catch (cause) {
      this.panelsError = new ApiError('network', 'A part of the dashboard could not be loaded.', { cause });
    }
  }

  readonly #now = (): number => this.connection?.client.now() ?? Date.now();

  readonly #retryActivity = (): void => {
    void this.#bringPanels();
    void this.#activity.refetch();
  };

  readonly #retry = (): void => {
    void this.#bringPanels();
    void this.identity.refetch();
    void this.#figures.refetch();
    void this.#activity.refetch();
  };

  readonly #onFollow = (entry: Attention, event: Event): void => {
    const name = entry.resource?.name;
    if (this.#navigate('api-keys', name ? { q: name } : {})) event.preventDefault();
  };

  /** True when the host page takes it on. */
  #navigate(page: string, params: Readonly<Record<string, string>>): boolean {
    return !this.dispatchEvent(
      new CustomEvent('caas-navigate', { bubbles: true, composed: true, cancelable: true, detail: { page, params } }),
    );
  }
}
