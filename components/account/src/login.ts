import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isEmail } from '@caas/contract/text.js';
import { define } from '@caas/base/define.js';
import { ApiError, notConfigured, toApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { controls } from '@caas/ui/controls.styles.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController } from '@caas/ui/form.controller.js';
import { fullError } from '@caas/ui/full-error.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { AccountElement } from './account-element.js';
import { signIn, type Challenge, type SignedIn } from './account.data.js';
import { styles } from './account.styles.js';
import { notice, offlineNote, refusal, title } from './parts.js';
import { SignInWays } from './sign-in-ways.controller.js';

/** `caas-signed-in`: who signed in; never the token. */
export type SignedInEvent = CustomEvent<{ userId: string; tenantId: string }>;

/** Why the sign-in page is shown to somebody who was signed in. */
export type SignInReason = 'expired' | 'reused' | 'signed-out' | 'password-changed' | '';
/** A sign-in that waits for its second factor, as a provider's way back leaves it in the address. */
export type SignInChallenge = Challenge;

/**
 * Signs a member of a tenant in: with email and password, a passkey, or a provider where the gateway has one; then the second factor in
 * the same panel, where the member has set one up. Its inputs are native and stand in one root, so that password managers fill them.
 * The access token goes to the `onSession` callback and nowhere else.
 *
 * @element caas-login
 * @slot footer - Under the form: links of the page.
 * @fires {SignedInEvent} caas-signed-in - After the gateway confirmed and `onSession` has the token. Carries ids only.
 * @csspart base - The box around the form.
 * @csspart title - The title.
 * @example <caas-login api-url="https://console.example.com" register-url="/register" forgot-url="/forgot-password"></caas-login>
 */
export class Login extends AccountElement {
  static override styles = [...ThemeRoot.styles, controls, fieldStyles, stateStyles, styles];

  /** Known beforehand, the address is filled in. */
  @property() email = '';
  /** Why a sign-in page shows: `expired`, `reused`, `signed-out` or `password-changed`. */
  @property() reason: SignInReason = '';
  /** Name of the page that follows, for "Sign in to return to API keys". */
  @property({ attribute: 'return-to' }) returnTo = '';
  /** Path of the page that follows, for the way back from a provider. */
  @property({ attribute: 'return-path' }) returnPath = '/dashboard';
  /** Where a new company registers; without it there is no such link. */
  @property({ attribute: 'register-url' }) registerUrl = '';
  /** Where a forgotten password is reset; without it there is no such link. */
  @property({ attribute: 'forgot-url' }) forgotUrl = '';
  /** Why a sign-in with a provider failed, as its way back says in the address: `oauth_denied` for example. */
  @property({ attribute: 'provider-error' }) providerError = '';
  /** A sign-in with a provider that waits for its second factor. A property and never an attribute: its token is a secret. */
  @property({ attribute: false }) challenge: SignInChallenge | null = null;

  @state() private failure: ApiError | null = null;
  @state() private second: Challenge | null = null;

  /** The address of the last try with a password. */
  #tried = '';
  readonly #form = new FormController<{ email: string; password: string }>(this, {
    values: { email: '', password: '' },
    validate: ({ email, password }) => ({
      email: this.#emailFault(email),
      password: password ? undefined : this.texts.text('passwordMissing'),
    }),
  });
  readonly #ways = new SignInWays(this, {
    client: () => this.client,
    texts: this.texts,
    returnPath: () => this.returnPath,
    onSignedIn: (answer) => this.#finish(answer),
    onFailure: (error) => this.#show(error),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('providerError') || !this.providerError) return;
    const known = this.texts.find(`error.${this.providerError}`) !== null;
    this.failure = new ApiError(known ? this.providerError : 'oauth', this.providerError);
  }

  protected override firstUpdated(): void {
    if (this.email && !this.#form.values.email) this.#form.reset({ email: this.email, password: '' });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('challenge') && this.challenge)
      void this.#showSecond(this.challenge).catch((cause: unknown) => this.#show(toApiError(cause)));
  }

  override render(): TemplateResult {
    if (!this.client) return fullError(this.base, notConfigured(), () => this.requestUpdate());
    return html`<div class="box" part="base">
      <div class="inner">${this.second ? this.#renderSecond(this.second) : this.#renderFirst()}</div>
      <div class="below">${this.#renderRegister()} <slot name="footer"></slot></div>
    </div>`;
  }

  #renderFirst(): TemplateResult {
    const { texts } = this;
    const form = this.#form;
    const autocomplete = this.#ways.passkeys ? 'username webauthn' : 'username';
    return html`<form novalidate @submit=${this.#onSubmit}>
        ${title(this.headingLevel, texts.text('signInTitle'))} ${notice(this.#reasonText)}
        ${offlineNote(this.online.offline ? texts.text('offline') : null)}
        ${field({ ...form.bind('email'), type: 'email', label: texts.text('email'), autocomplete, inputmode: 'email', spellcheck: false })}
        ${field({ ...form.bind('password'), type: 'password', label: texts.text('password'), autocomplete: 'current-password' })}
        ${this.forgotUrl ? html`<p class="links"><a href=${this.forgotUrl}>${texts.text('forgotLink')}</a></p>` : nothing}
        ${this.#renderRefusal()}
        <button
          class="btn primary lg wideButton"
          type="submit"
          aria-busy=${form.busy ? 'true' : nothing}
          aria-disabled=${form.busy || this.#waits ? 'true' : nothing}
        >
          ${texts.text('signIn')}
        </button>
      </form>
      ${this.#ways.render()}`;
  }

  #renderRefusal(): TemplateResult {
    const { texts, wait, failure } = this;
    const locked = failure?.code === 'account_locked' && this.forgotUrl !== '';
    return refusal(
      this.base,
      failure && { text: this.refusalText(failure), error: failure },
      failure?.retryAfter
        ? {
            left: wait.left,
            clock: wait.clock,
            label: texts.text('tryAgainIn'),
            over: texts.text('tryAgainNow'),
            or: locked
              ? html` ${texts.text('lockedOr')} <a href=${this.forgotUrl}>${texts.text('lockedReset')}</a>`
              : nothing,
          }
        : null,
    );
  }

  #renderSecond(challenge: Challenge): TemplateResult {
    return html`<caas-login-second-step
      .client=${this.client}
      .challenge=${challenge}
      .level=${this.headingLevel}
      .done=${(answer: SignedIn) => this.#finish(answer)}
      .startOver=${(error: ApiError | null) => void this.#startOver(error)}
      .explain=${(error: ApiError) => this.refusalText(error)}
    ></caas-login-second-step>`;
  }

  #renderRegister(): TemplateResult | typeof nothing {
    const { texts, registerUrl } = this;
    if (!registerUrl || this.second || !this.#ways.registration) return nothing;
    return html`${texts.text('newHere')} <a href=${registerUrl}>${texts.text('createAccountLink')}</a>`;
  }

  get #reasonText(): string | null {
    const { texts } = this;
    if (this.failure) return null;
    if (this.reason === 'reused') return texts.text('sessionReused');
    if (this.reason === 'signed-out') return texts.text('signedOut');
    if (this.reason === 'password-changed') return texts.text('passwordChanged');
    if (this.reason === 'expired')
      return this.returnTo ? texts.text('sessionExpiredReturn', this.returnTo) : texts.text('sessionExpired');
    return null;
  }

  #emailFault(email: string): string | undefined {
    if (!email.trim()) return this.texts.text('emailMissing');
    return isEmail(email.trim()) ? undefined : this.texts.text('emailInvalid');
  }

  get #address(): string {
    return this.#form.values.email.trim().toLowerCase();
  }

  /** A lockout is of one address: another one may be tried. Any other wait is for everybody here. */
  get #waits(): boolean {
    return this.wait.left > 0 && (this.failure?.code !== 'account_locked' || this.#address === this.#tried);
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.#waits) return;
    if (this.wait.left > 0) this.wait.start(0);
    this.failure = null;
    this.#tried = this.#address;
    await this.#form.submit(() => this.#signIn());
    const { refusal } = this.#form;
    if (!refusal) return;
    this.#show(refusal);
    await this.#afterFailure(refusal);
  }

  async #signIn(): Promise<void> {
    const { client } = this;
    const { email, password } = this.#form.values;
    if (!client) throw notConfigured();
    const answer = await signIn(client, { email: email.trim(), password });
    if ('methods' in answer) await this.#showSecond(answer);
    else this.#finish(answer);
  }

  async #showSecond(challenge: Challenge): Promise<void> {
    this.#ways.rest();
    try {
      define('caas-login-second-step', (await import('./second-step.js')).SecondStep);
    } catch (cause) {
      throw new ApiError('network', 'A part of this page could not be loaded.', { cause });
    }
    this.#form.put('password', '');
    this.failure = null;
    this.second = challenge;
  }

  async #startOver(error: ApiError | null): Promise<void> {
    this.second = null;
    this.failure = error;
    if (error) this.waitAsAsked(error);
    await this.updateComplete;
    this.#form.focus(this.#form.values.email ? 'password' : 'email');
  }

  #finish({ session, userId, tenantId }: SignedIn): void {
    this.#ways.rest();
    this.#form.reset({ email: '', password: '' });
    this.onSession?.(session);
    emit(this, 'caas-signed-in', { userId, tenantId });
  }

  /** A refusal of a way beside the password. */
  #show(error: ApiError | null): void {
    this.failure = error;
    if (error) this.waitAsAsked(error);
  }

  /** A refused password goes and its field gets the focus; one that never arrived stays for the next try. */
  async #afterFailure({ kind, status }: ApiError): Promise<void> {
    if (kind === 'network' || status >= 500) return;
    this.#form.put('password', '');
    await this.updateComplete;
    this.#form.focus('password');
  }
}
