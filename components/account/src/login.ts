import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isEmail } from '@caas/contract/text.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { controls } from '@caas/ui/controls.styles.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController } from '@caas/ui/form.controller.js';
import { fullError } from '@caas/ui/full-error.js';
import { notConfigured } from '@caas/ui/states.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { AccountElement } from './account-element.js';
import { signIn } from './account.data.js';
import { styles } from './account.styles.js';
import { notice, offlineNote, refusal, title } from './parts.js';

/** `caas-signed-in`: who signed in; never the token. */
export type SignedInEvent = CustomEvent<{ userId: string; tenantId: string }>;

/** Why the sign-in page is shown to somebody who was signed in. */
export type SignInReason = 'expired' | 'reused' | 'signed-out' | '';

/**
 * Signs a member of a tenant in with email and password. Its inputs are native and stand in one root, so that password managers fill
 * them. The access token goes to the `onSession` callback and nowhere else.
 *
 * @element caas-login
 * @slot footer - Under the form: links of the page.
 * @fires {SignedInEvent} caas-signed-in - After the gateway confirmed and `onSession` has the token. Carries ids only.
 * @csspart base - The box around the form.
 * @csspart title - The title.
 * @example <caas-login api-url="https://console.example.com" register-url="/register"></caas-login>
 */
export class Login extends AccountElement {
  static override styles = [...ThemeRoot.styles, controls, fieldStyles, stateStyles, styles];

  /** Known beforehand, the address is filled in. */
  @property() email = '';
  /** Why somebody who was signed in has to sign in: `expired`, `reused` or `signed-out`. */
  @property() reason: SignInReason = '';
  /** Name of the page that follows, for "Sign in to return to API keys". */
  @property({ attribute: 'return-to' }) returnTo = '';
  /** Where a new company registers; without it there is no such link. */
  @property({ attribute: 'register-url' }) registerUrl = '';

  @state() private failure: ApiError | null = null;

  readonly #form = new FormController<{ email: string; password: string }>(this, {
    values: { email: '', password: '' },
    validate: ({ email, password }) => ({
      email: this.#emailFault(email),
      password: password ? undefined : this.texts.text('passwordMissing'),
    }),
  });

  protected override firstUpdated(): void {
    if (this.email && !this.#form.values.email) this.#form.reset({ email: this.email, password: '' });
  }

  override render(): TemplateResult {
    if (!this.client) return fullError(this.base, notConfigured(), () => this.requestUpdate());
    const { texts, wait } = this;
    const form = this.#form;
    return html`<div class="box" part="base">
      <form class="inner" novalidate @submit=${this.#onSubmit}>
        ${title(this.headingLevel, texts.text('signInTitle'))} ${notice(this.#reasonText)}
        ${offlineNote(this.online.offline ? texts.text('offline') : null)}
        ${field({ ...form.bind('email'), type: 'email', label: texts.text('email'), autocomplete: 'username', inputmode: 'email', spellcheck: false })}
        ${field({ ...form.bind('password'), type: 'password', label: texts.text('password'), autocomplete: 'current-password' })}
        ${refusal(
          this.base,
          this.failure && { text: this.refusalText(this.failure), error: this.failure },
          this.failure?.retryAfter
            ? { left: wait.left, clock: wait.clock, label: texts.text('tryAgainIn'), over: texts.text('tryAgainNow') }
            : null,
        )}
        <button
          class="btn primary lg wideButton"
          type="submit"
          aria-busy=${form.busy ? 'true' : nothing}
          aria-disabled=${form.busy || wait.left > 0 ? 'true' : nothing}
        >
          ${texts.text('signIn')}
        </button>
      </form>
      <div class="below">
        ${this.registerUrl ? html`${texts.text('newHere')} <a href=${this.registerUrl}>${texts.text('createAccountLink')}</a>` : nothing}
        <slot name="footer"></slot>
      </div>
    </div>`;
  }

  get #reasonText(): string | null {
    const { texts } = this;
    if (this.failure) return null;
    if (this.reason === 'reused') return texts.text('sessionReused');
    if (this.reason === 'signed-out') return texts.text('signedOut');
    if (this.reason === 'expired')
      return this.returnTo ? texts.text('sessionExpiredReturn', this.returnTo) : texts.text('sessionExpired');
    return null;
  }

  #emailFault(email: string): string | undefined {
    if (!email.trim()) return this.texts.text('emailMissing');
    return isEmail(email.trim()) ? undefined : this.texts.text('emailInvalid');
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.wait.left > 0) return;
    this.failure = null;
    const done = await this.#form.submit(() => this.#signIn());
    if (!done && this.failure) await this.#afterFailure();
  }

  async #signIn(): Promise<void> {
    const { client } = this;
    const { email, password } = this.#form.values;
    if (!client) throw notConfigured();
    try {
      const { session, userId, tenantId } = await signIn(client, { email: email.trim(), password });
      this.#form.reset({ email: '', password: '' });
      this.onSession?.(session);
      emit(this, 'caas-signed-in', { userId, tenantId });
    } catch (cause) {
      this.failure = toApiError(cause);
      this.waitAsAsked(this.failure);
      throw this.failure;
    }
  }

  /** A refused password goes and its field gets the focus; one that never arrived stays for the next try. */
  async #afterFailure(): Promise<void> {
    if (this.failure?.kind === 'network' || (this.failure?.status ?? 0) >= 500) return;
    this.#form.set('password', '');
    await this.updateComplete;
    this.#form.focus('password');
  }
}
