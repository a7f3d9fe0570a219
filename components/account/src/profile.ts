import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Connection } from '@caas/base/connection.js';
import { errorText } from '@caas/base/error-text.js';
import { ApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import { QueryController, refresh } from '@caas/base/query.controller.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fullError } from '@caas/ui/full-error.js';
import '@caas/ui/caas-skeleton.js';
import { freshness } from '@caas/ui/states.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { accountMessages } from './messages.js';
import { profileMessages } from './messages.profile.js';
import './profile-about.js';
import { profileQuery, providersQuery, type Profile as Data, type Provider } from './profile.data.js';
import { styles } from './profile.styles.js';

/** `caas-profile-updated`: what the member chose; null: as the browser says. */
export type ProfileUpdatedEvent = CustomEvent<{ locale: string | null; timeZone: string | null }>;

/**
 * A member's own profile: picture, name, language, time zone, email, password, and the other ways to sign in. Works for people who are
 * signed in to the console; an embed token belongs to no member.
 *
 * @element caas-profile
 * @fires {CustomEvent} caas-ready - Once, when the profile is shown.
 * @fires {CustomEvent<ErrorDetail>} caas-error - Once per failure of a read.
 * @fires {ProfileUpdatedEvent} caas-profile-updated - After the gateway took a change, with language and time zone in force.
 * @fires {CustomEvent} caas-password-changed - After the password was changed and the other sessions have ended.
 * @fires {CustomEvent} caas-navigate - Cancelable: `{page: 'security', params: {tab}}` for two-factor and sessions, where `navigable` is set.
 * @csspart base - The whole element's box.
 * @csspart header - Title and purpose.
 * @example <caas-profile api-url="https://console.example.com"></caas-profile>
 */
export class Profile extends PageElement {
  static override styles = [...ThemeRoot.styles, controls, stateStyles, styles];

  /** The page follows `caas-navigate`: links to two-factor and sessions are offered. */
  @property({ type: Boolean }) navigable = false;
  /** Why connecting a provider failed, as its way back says in the address: `oauth_taken` for example. */
  @property({ attribute: 'provider-error' }) providerError = '';

  @state() private partMissing = false;

  readonly #texts = new Localize(this, profileMessages, () => this.ownLocale);
  readonly #account = new Localize(this, accountMessages, () => this.ownLocale);
  readonly #profile = new QueryController<Data>(this, () => ({
    connection: this.connection,
    query: this.identity.data?.user ? profileQuery : null,
  }));
  readonly #providers = new QueryController<readonly Provider[]>(this, () => ({
    connection: this.connection,
    query: this.identity.data?.user ? providersQuery : null,
  }));
  readonly #offline = new ApiError('network', 'The browser is offline.');
  /** What the last write answered, until the read after it is there. */
  #written: Data | null = null;
  #asked = false;

  /** Kept, so that panels are not drawn anew for new closures. */
  readonly #callbacks = {
    written: (profile: Data | null): void => void this.#onWritten(profile),
    navigate: (tab: 'two-factor' | 'sessions'): void => {
      const detail = { page: 'security', params: { tab } };
      this.dispatchEvent(new CustomEvent('caas-navigate', { bubbles: true, composed: true, cancelable: true, detail }));
    },
  };

  readonly #again = (): void => {
    this.#asked = false;
    void this.#bringMore();
  };

  readonly #retry = (): void => {
    void this.identity.refetch();
    void this.#profile.refetch();
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#profile.data) {
      this.reportReady();
      void this.#bringMore();
    }
    this.reportError(this.#failure);
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const failure = this.#failure;
    const profile = this.#data;
    return html`<div class="base" part="base" aria-busy=${this.#loading ? 'true' : 'false'}>
      <header class="head" part="header">
        <div class="title" role="heading" aria-level=${this.headingLevel}>${texts.text('title')}</div>
        <p class="muted">${texts.text('purpose')}</p>
      </header>
      ${failure ? nothing : freshness(this.base, this.online, this.#profile)}
      <span class="vh" role="status">${this.#loading ? texts.text('loading') : nothing}</span>
      ${
        failure
          ? fullError(this.base, failure, this.#retry)
          : this.identity.data?.user === null
            ? html`<div class="state"><p>${texts.text('notMember')}</p></div>`
            : profile && this.connection
              ? this.#renderPanels(profile, this.connection)
              : this.#renderLoading()
      }
    </div>`;
  }

  #renderLoading(): TemplateResult {
    return html`<div class="stack">
      ${[4, 2, 2].map(
        (lines) =>
          html`<section class="panel">
            <header></header>
            <div class="body"><caas-skeleton lines=${lines}></caas-skeleton></div>
          </section>`,
      )}
    </div>`;
  }

  #renderPanels(profile: Data, { client }: Connection): TemplateResult {
    const level = this.headingLevel + 1;
    const offline = this.online.offline;
    const { written } = this.#callbacks;
    return html`<div class="stack">
      ${this.#renderProviderError()}
      <caas-profile-about
        .client=${client}
        .profile=${profile}
        .offline=${offline}
        .level=${level}
        .written=${written}
      ></caas-profile-about>
      ${this.partMissing ? this.#renderMissing() : nothing}
      <caas-profile-email
        .client=${client}
        .profile=${profile}
        .offline=${offline}
        .level=${level}
        .written=${written}
      ></caas-profile-email>
      <caas-profile-password
        .client=${client}
        .profile=${profile}
        .offline=${offline}
        .level=${level}
        .written=${written}
      ></caas-profile-password>
      <caas-profile-ways
        .client=${client}
        .profile=${profile}
        .offline=${offline}
        .level=${level}
        .written=${written}
        .providers=${this.#providers.data ?? []}
        .twoFactor=${this.identity.data?.mfa_enabled ?? null}
        .navigate=${this.navigable ? this.#callbacks.navigate : null}
      ></caas-profile-ways>
    </div>`;
  }

  #renderMissing(): TemplateResult {
    const text = errorText(this.base, new ApiError('network', 'A part of this page could not be loaded.'));
    return html`<div class="note danger" role="alert">
      <span></span
      ><span
        >${text}
        <button class="btn default sm" type="button" @click=${this.#again}>${this.base.text('retry')}</button></span
      >
    </div>`;
  }

  #renderProviderError(): TemplateResult | typeof nothing {
    if (!this.providerError) return nothing;
    const text = this.#account.find(`error.${this.providerError}`) ?? this.#account.text('error.oauth');
    return html`<div class="note danger" role="alert">${text}</div>`;
  }

  /** The newer of what was read and what a write answered. */
  get #data(): Data | undefined {
    const { data } = this.#profile;
    const written = this.#written;
    return written && data && written.id === data.id && written.version >= data.version ? written : data;
  }

  get #loading(): boolean {
    return this.connection !== null && !this.#data && !this.#failure && this.identity.data?.user !== null;
  }

  /** Why nothing can be shown, or null. */
  get #failure(): ApiError | null {
    if (this.identity.error && !this.identity.data) return this.identity.error;
    if (this.#profile.data) return null;
    return this.online.offline ? this.#offline : this.#profile.error;
  }

  /** The panels below come once the first is there. */
  async #bringMore(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      (await import('./profile-more.js')).defineMore();
      this.partMissing = false;
    } catch {
      this.partMissing = true; // its code could not be had
    }
  }

  async #onWritten(profile: Data | null): Promise<void> {
    const { connection } = this;
    if (profile) {
      this.#written = profile;
      this.requestUpdate();
      emit(this, 'caas-profile-updated', { locale: profile.locale, timeZone: profile.timezone });
    }
    if (!connection) return;
    await Promise.all([refresh(connection, ...profileQuery.key), refresh(connection, 'me')]);
    if (this.#written === profile) this.#written = null;
  }
}

declare global {
  interface HTMLElementEventMap {
    'caas-profile-updated': ProfileUpdatedEvent;
    'caas-password-changed': CustomEvent<undefined>;
  }
}
