import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isEmail } from '@caas/contract/text.js';
import type { ApiClient } from '@caas/base/client.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { codeField, isCode } from '@caas/ui/code-field.js';
import { controls } from '@caas/ui/controls.styles.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController } from '@caas/ui/form.controller.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { styles } from './account.styles.js';
import { Countdown } from './countdown.controller.js';
import { message, notice, offlineNote, submitButton, title } from './parts.js';
import { PasswordAdvice } from './password-advice.controller.js';
import { adviceStyles } from './password-advice.styles.js';
import { CODE_LIFE, PAUSE, askForReset, setPassword } from './recovery.data.js';
import { RecoveryElement } from './recovery-element.js';

/** `caas-password-reset`: a new password is set, and every session of the account has ended. Carries nothing. */
export type PasswordResetEvent = CustomEvent<undefined>;

type Values = { email: string; code: string; new_password: string };
const EMPTY: Values = { email: '', code: '', new_password: '' };

/**
 * Resets a forgotten password in three steps: the address; the mailed code with the new password, on one screen; done. Never tells
 * whether an address has an account.
 *
 * @element caas-forgot-password
 * @slot footer - Under the form: links of the page.
 * @fires {PasswordResetEvent} caas-password-reset - After the new password is set.
 * @csspart base - The box around the form.
 * @csspart title - The title.
 * @example <caas-forgot-password api-url="https://console.example.com" login-url="/login"></caas-forgot-password>
 */
export class ForgotPassword extends RecoveryElement {
  static override styles = [...ThemeRoot.styles, controls, fieldStyles, stateStyles, adviceStyles, styles];

  /** Known beforehand, the address is filled in. */
  @property() email = '';

  @state() private step: 'address' | 'code' | 'done' = 'address';
  @state() private again = false;
  @state() private failure: ApiError | null = null;

  readonly #pause = new Countdown(this);
  readonly #life = new Countdown(this);
  readonly #advice = new PasswordAdvice(this, this.texts, () => [this.#form.values.email]);
  readonly #form: FormController<Values> = new FormController<Values>(this, {
    values: EMPTY,
    validate: (values) => this.#faults(values),
    fieldText: (error) => this.#advice.refusal(error),
  });

  protected override firstUpdated(): void {
    if (this.email && !this.#form.values.email) this.#form.reset({ ...EMPTY, email: this.email });
  }

  protected override renderContent(client: ApiClient): TemplateResult {
    const { own } = this;
    if (this.step === 'done')
      return message({
        level: this.headingLevel,
        title: own.text('doneTitle'),
        text: own.text('doneText'),
        link: this.loginUrl ? { href: this.loginUrl, text: own.text('signIn') } : null,
      });
    return html`<form class="inner" data-private novalidate @submit=${(event: Event) => this.#onSubmit(event, client)}>
      ${title(this.headingLevel, own.text('forgotTitle'))}
      ${offlineNote(this.online.offline ? own.text('offline') : null)}
      ${this.step === 'address' ? this.#renderAddress() : this.#renderCode(client)}
    </form>`;
  }

  #renderAddress(): TemplateResult {
    const { texts, own } = this;
    return html`<p class="muted">${own.text('forgotText')}</p>
      ${field({ ...this.#form.bind('email'), type: 'email', label: texts.text('email'), autocomplete: 'username', inputmode: 'email', spellcheck: false })}
      ${this.renderRefusal(this.failure)} ${submitButton(own.text('sendCode'), this.#form.busy, this.wait.left > 0)}`;
  }

  /** The address stays in the form: password managers keep the new password with it. */
  #renderCode(client: ApiClient): TemplateResult {
    const { texts, own } = this;
    const form = this.#form;
    return html`<div role="status">${notice(own.text(this.again ? 'sentAgain' : 'sent'))}</div>
      ${field({ ...form.bind('email'), type: 'email', label: texts.text('email'), autocomplete: 'username', readonly: true })}
      ${codeField({ ...form.bind('code'), label: own.text('code'), hint: this.#renderLife() })}
      ${field({ ...form.bind('new_password'), type: 'password', label: own.text('newPassword'), autocomplete: 'new-password', hint: this.#advice.hint(form.values.new_password) })}
      ${this.renderRefusal(this.failure)} ${submitButton(own.text('setPassword'), form.busy, this.wait.left > 0)}
      <div class="others">
        <button
          class="btn ghost sm"
          type="button"
          aria-disabled=${this.#pause.left > 0 ? 'true' : nothing}
          @click=${() => void this.#resend(client)}
        >
          ${this.#pause.left > 0 ? html`${own.text('resendIn')} <span class="num">${this.#pause.clock}</span>` : own.text('resend')}
        </button>
        <button class="btn ghost sm" type="button" @click=${() => void this.#show('address', 'email')}>
          ${own.text('otherAddress')}
        </button>
      </div>`;
  }

  #renderLife(): TemplateResult {
    const { own } = this;
    if (this.#life.left === 0) return html`${own.text('codeOver')}`;
    return html`${own.text('codeGoodFor')} <span class="num" role="timer">${this.#life.clock}</span>`;
  }

  #faults({ email, code, new_password }: Values): Partial<Record<keyof Values, string | undefined>> {
    const address = email.trim();
    if (this.step === 'address')
      return {
        email: address
          ? isEmail(address)
            ? undefined
            : this.texts.text('emailInvalid')
          : this.texts.text('emailMissing'),
      };
    return {
      code: isCode(code) ? undefined : this.own.text('codeMissing'),
      new_password: this.#advice.fault(new_password),
    };
  }

  async #onSubmit(event: Event, client: ApiClient): Promise<void> {
    event.preventDefault();
    if (this.wait.left > 0) return;
    if (this.step === 'address') {
      if (await this.#attempt(() => this.#ask(client))) await this.#show('code', 'code');
      return;
    }
    const { email, code, new_password } = this.#form.values;
    if (!(await this.#attempt(() => setPassword(client, { email: email.trim(), code, new_password })))) return;
    this.#form.reset(EMPTY);
    await this.#show('done', null);
    emit(this, 'caas-password-reset');
  }

  async #resend(client: ApiClient): Promise<void> {
    if (this.#pause.left > 0 || this.#form.busy) return;
    this.failure = null;
    try {
      await this.#ask(client);
      this.again = true;
      this.#form.put('code', '');
      await this.#show('code', 'code');
    } catch (cause) {
      this.failure = toApiError(cause);
      this.waitAsAsked(this.failure);
    }
  }

  async #ask(client: ApiClient): Promise<void> {
    await askForReset(client, this.#form.values.email.trim());
    this.#pause.start(PAUSE);
    this.#life.start(CODE_LIFE);
  }

  /** Sends once. A refused code stands at its field, everything else over the button. */
  async #attempt(send: () => Promise<void>): Promise<boolean> {
    this.failure = null;
    const done = await this.#form.submit(send);
    const { refusal } = this.#form;
    if (refusal) this.#refuse(refusal);
    return done;
  }

  #refuse(error: ApiError): void {
    const fault = this.step === 'code' ? this.codeFault(error) : null;
    if (fault) this.#form.fail({ code: fault });
    else if (!Object.values(this.#form.errors).some(Boolean)) this.failure = error;
    this.waitAsAsked(error);
  }

  async #show(step: 'address' | 'code' | 'done', focus: 'email' | 'code' | null): Promise<void> {
    this.step = step;
    if (step === 'address') this.again = false;
    await this.updateComplete;
    if (focus) this.#form.focus(focus);
    else this.renderRoot.querySelector<HTMLElement>('a.btn')?.focus();
  }
}
