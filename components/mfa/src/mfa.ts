import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ApiError } from '@caas/base/errors.js';
import { emit, mayProceed } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import { QueryController, refresh } from '@caas/base/query.controller.js';
import '@caas/ui/caas-skeleton.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fullError } from '@caas/ui/full-error.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { freshness } from '@caas/ui/states.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { renderLayer, loadLayer, type Layer } from './layers.js';
import { messages } from './messages.js';
import { mfaQuery, type MfaSetup, type MfaState } from './mfa.data.js';
import { styles } from './mfa.styles.js';
import { appPanel, passkeyPanel } from './panels.js';

/** `caas-mfa-changed`: what is set up now; never a secret. */
export type MfaChangedEvent = CustomEvent<{ enabled: boolean; passkeys: number }>;
/** What is about to change, as `caas-before-mfa-change` says it. */
export type MfaChange = 'enable' | 'disable' | 'renew-codes' | 'add-passkey' | 'rename-passkey' | 'remove-passkey';

/**
 * A member's own second factors: the authenticator app with its recovery codes, and passkeys. Works for people who are signed in to the
 * console; an embed token belongs to no member.
 *
 * @element caas-mfa
 * @fires {CustomEvent} caas-ready - Once, when the state is shown.
 * @fires {CustomEvent<ErrorDetail>} caas-error - Once per failure of a read.
 * @fires {CustomEvent<{change: MfaChange}>} caas-before-mfa-change - Cancelable, before a change is sent.
 * @fires {MfaChangedEvent} caas-mfa-changed - After the gateway confirmed a change.
 * @csspart base - The whole element's box.
 * @csspart header - Title and purpose.
 * @csspart app - The panel of the authenticator app.
 * @csspart passkeys - The panel of passkeys.
 * @example <caas-mfa api-url="https://console.example.com"></caas-mfa>
 */
export class Mfa extends PageElement {
  static override styles = [...PageElement.styles, controls, stateStyles, styles];

  @state() private layer: Layer | null = null;
  @state() private setup: MfaSetup | null = null;
  @state() private said = '';
  @state() private partMissing = false;

  readonly #texts = new Localize(this, messages, () => this.ownLocale);
  readonly #state = new QueryController<MfaState>(this, () => ({
    connection: this.connection,
    query: this.identity.data?.user ? mfaQuery : null,
  }));
  readonly #offline = new ApiError('network', 'The browser is offline.');

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.setup = null; // a secret lives no longer than its page
    this.layer = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#state.data) this.reportReady();
    this.reportError(this.#failure);
  }

  override render(): TemplateResult {
    const text = this.#texts;
    const failure = this.#failure;
    const { data } = this.#state;
    return html`<div class="base" part="base" aria-busy=${this.#loading ? 'true' : 'false'}>
      <header class="head" part="header">
        <div class="title" role="heading" aria-level=${this.headingLevel}>${text.text('title')}</div>
        <p class="muted">${text.text('purpose')}</p>
      </header>
      ${failure ? nothing : freshness(this.base, this.online, this.#state)}
      <span class="vh" role="status">${this.#loading ? text.text('loading') : this.said}</span>
      ${failure ? fullError(this.base, failure, this.#retry) : this.#strange ? html`<div class="state"><p>${text.text('notMember')}</p></div>` : data ? this.#renderState(data) : this.#renderLoading()}
    </div>`;
  }

  #renderLoading(): TemplateResult {
    return html`<div class="stack">
      <section class="panel">
        <div class="body"><caas-skeleton lines="3"></caas-skeleton></div>
      </section>
      <section class="panel">
        <div class="body"><caas-skeleton lines="2"></caas-skeleton></div>
      </section>
    </div>`;
  }

  #renderState(data: MfaState): TemplateResult {
    const { layer, setup } = this;
    const context = {
      texts: this.#texts,
      level: this.headingLevel + 1,
      now: this.connection?.client.now() ?? Date.now(),
      writable: !this.readonly && !this.online.offline,
      pending: setup !== null,
      open: (next: Layer) => void this.#open(next),
    };
    return html`<div class="stack">
      ${this.#renderDuty(data)}
      ${this.partMissing ? html`<p class="note danger" role="alert">${this.base.text('offline', this.#state.updatedAt)}</p>` : nothing}
      ${appPanel(context, data, layer?.kind === 'setup' ? this.#renderLayer(layer) : null)}
      ${passkeyPanel(context, data)} ${layer && layer.kind !== 'setup' ? this.#renderLayer(layer) : nothing}
    </div>`;
  }

  /** What the company's policy asks of this member, while it is not done. */
  #renderDuty(data: MfaState): TemplateResult | typeof nothing {
    if (!data.enforced || data.enabled || data.passkeys.length > 0) return nothing;
    const now = this.connection?.client.now() ?? Date.now();
    const over = !data.grace_until || Date.parse(data.grace_until) <= now;
    return html`<div class="note ${over ? 'danger' : 'warning'}" role="status">
      <span class=${over ? 'ic-danger' : 'ic-warning'}>${icon(triangleAlert)}</span>
      <span
        >${over || !data.grace_until ? this.#texts.text('graceOver') : this.#texts.text('grace', data.grace_until)}</span
      >
    </div>`;
  }

  #renderLayer(layer: Layer): TemplateResult {
    const { setup } = this;
    return renderLayer(layer, {
      client: this.connection?.client ?? null,
      offline: this.online.offline,
      setup,
      began: (next) => (this.setup = next),
      proceed: (change) => mayProceed(this, 'caas-before-mfa-change', { change }),
      done: (change, name) => void this.#done(change, name),
      closed: () => (this.layer = null),
    });
  }

  get #loading(): boolean {
    return this.connection !== null && !this.#state.data && !this.#failure && !this.#strange;
  }

  /** Nobody is signed in here: the page was opened with an embed token. */
  get #strange(): boolean {
    return this.identity.data?.user === null;
  }

  /** Why nothing can be shown, or null. */
  get #failure(): ApiError | null {
    if (this.identity.error && !this.identity.data) return this.identity.error;
    if (this.#state.data) return null;
    return this.online.offline ? this.#offline : this.#state.error;
  }

  async #open(layer: Layer): Promise<void> {
    this.partMissing = false;
    try {
      await loadLayer(layer.kind);
      this.layer = layer;
    } catch {
      this.partMissing = true; // its code could not be had
    }
  }

  async #done(change: MfaChange, name: string): Promise<void> {
    const told = {
      enable: () => this.#texts.text('turnedOn'),
      disable: () => this.#texts.text('turnedOff'),
      'renew-codes': () => this.#texts.text('codesRenewed'),
      'add-passkey': () => this.#texts.text('passkeyAdded', name),
      'rename-passkey': () => this.#texts.text('passkeyRenamed', name),
      'remove-passkey': () => this.#texts.text('passkeyRemoved', name),
    };
    this.said = told[change]();
    const { connection } = this;
    await this.#state.refetch();
    if (connection && this.isConnected) void refresh(connection, 'me');
    const { data } = this.#state;
    if (data) emit(this, 'caas-mfa-changed', { enabled: data.enabled, passkeys: data.passkeys.length });
  }

  readonly #retry = (): void => {
    void this.identity.refetch();
    void this.#state.refetch();
  };
}

declare global {
  interface HTMLElementEventMap {
    'caas-mfa-changed': MfaChangedEvent;
  }
}
