import { html, nothing, type TemplateResult } from 'lit';
import { isEmail } from '@caas/contract/text.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { codeField, isCode } from '@caas/ui/code-field.js';
import { field } from '@caas/ui/field.js';
import { FormController, formAlert } from '@caas/ui/form.controller.js';
import { withStepUp } from '@caas/ui/step-up.js';
import { Countdown } from './countdown.controller.js';
import { recoveryMessages } from './messages.recovery.js';
import { attemptsLeft } from './parts.js';
import { confirmEmail, saveProfile, type Profile } from './profile.data.js';
import { ProfilePart } from './profile-part.js';
import { PAUSE } from './recovery.data.js';

/** The address somebody signs in with, and its change: a new one waits for the code that is mailed to it. */
export class ProfileEmail extends ProfilePart {
  readonly #pause = new Countdown(this);
  readonly #address = new FormController<{ email: string }>(this, {
    values: { email: '' },
    validate: ({ email }) => ({ email: this.#fault(email.trim()) }),
    errorText: (error) => this.#explain(error),
  });
  readonly #code = new FormController<{ code: string }>(this, {
    values: { code: '' },
    validate: ({ code }) => ({ code: isCode(code) ? undefined : this.texts.text('codeMissing') }),
    errorText: (error) => this.#explain(error),
  });

  protected override get heading(): string {
    return this.texts.text('email');
  }

  protected override renderBody(profile: Profile): TemplateResult {
    const { texts } = this;
    return html`<p class="line">
        <span>${texts.text('emailNow', profile.email)}</span>
        <span class="badge ${profile.email_verified ? 'success' : 'warning'}"
          >${texts.text(profile.email_verified ? 'confirmed' : 'unconfirmed')}</span
        >
      </p>
      ${profile.pending_email ? this.#renderCode(profile, profile.pending_email) : this.#renderAddress(profile)}`;
  }

  #renderAddress(profile: Profile): TemplateResult {
    const { texts } = this;
    return html`<form novalidate @submit=${(event: Event) => this.#onAddress(event, profile)}>
      ${field({ ...this.#address.bind('email'), type: 'email', label: texts.text('newEmail'), hint: texts.text('emailHint'), autocomplete: 'email', inputmode: 'email', spellcheck: false })}
      ${formAlert(this.#address)} ${this.renderSubmit(texts.text('changeEmail'), this.#address.busy)}
    </form>`;
  }

  #renderCode(profile: Profile, pending: string): TemplateResult {
    const { texts } = this;
    const waits = this.#pause.left > 0;
    return html`<form class="digits" novalidate @submit=${(event: Event) => this.#onCode(event)}>
      <p>${texts.text('pendingEmail', pending)}</p>
      ${codeField({ ...this.#code.bind('code'), label: texts.text('code'), onWhole: () => void this.#confirm() })}
      ${formAlert(this.#code)} ${this.renderSubmit(texts.text('confirmEmail'), this.#code.busy)}
      <div class="actions">
        <button
          class="btn ghost sm"
          type="button"
          aria-disabled=${waits ? 'true' : nothing}
          @click=${() => void this.#resend(profile, pending)}
        >
          ${waits ? html`${texts.text('resendIn')} <span class="num">${this.#pause.clock}</span>` : texts.text('resend')}
        </button>
        <button class="btn ghost sm" type="button" @click=${() => void this.#keep(profile)}>
          ${texts.text('keepEmail')}
        </button>
      </div>
    </form>`;
  }

  #fault(email: string): string | undefined {
    if (!email) return this.texts.text('emailMissing');
    if (!isEmail(email)) return this.texts.text('emailInvalid');
    return email.toLowerCase() === this.profile?.email.toLowerCase() ? this.texts.text('emailSame') : undefined;
  }

  #explain(error: ApiError): string {
    const find = (name: string, ...values: unknown[]) => this.texts.findIn(recoveryMessages, name, ...values);
    if (error.code === 'code_expired') return find('codeOver') ?? error.message;
    if (error.code !== 'code_invalid') return this.explain(error);
    const left = attemptsLeft(error);
    return (left === null ? find('codeWrong') : find('codeLeft', left)) ?? error.message;
  }

  async #onAddress(event: Event, profile: Profile): Promise<void> {
    event.preventDefault();
    this.said = '';
    const done = await this.#address.submit(({ email }) => this.#ask(profile, email.trim()));
    if (!done) return;
    this.#address.reset({ email: '' });
    this.#code.reset({ code: '' });
    await this.updateComplete;
    this.#code.focus('code');
  }

  /** Mails a code to the new address. */
  async #ask(profile: Profile, email: string): Promise<void> {
    const client = this.writer;
    try {
      const next = await withStepUp(this, client, () => saveProfile(client, { email, version: profile.version }));
      this.#pause.start(PAUSE);
      this.written(next);
    } catch (cause) {
      this.#afterRefusal(toApiError(cause));
      throw cause;
    }
  }

  #afterRefusal(error: ApiError): void {
    if (error.code === 'rate_limited') this.#pause.start(error.retryAfter ?? PAUSE);
    if (error.code === 'version_conflict') this.written(null);
  }

  async #resend(profile: Profile, pending: string): Promise<void> {
    if (this.#pause.left > 0) return;
    this.#code.reset({ code: '' });
    try {
      await this.#ask(profile, pending);
    } catch (cause) {
      const error = toApiError(cause);
      this.#code.fail({}, { text: this.#explain(error), requestId: error.requestId });
    }
    this.#code.focus('code');
  }

  /** The present address as the new one gives the change up. */
  async #keep(profile: Profile): Promise<void> {
    try {
      this.written(await saveProfile(this.writer, { email: profile.email, version: profile.version }));
      this.said = this.texts.text('emailKept');
    } catch (cause) {
      const error = toApiError(cause);
      this.#afterRefusal(error);
      this.#code.fail({}, { text: this.#explain(error), requestId: error.requestId });
    }
  }

  #onCode(event: Event): void {
    event.preventDefault();
    void this.#confirm();
  }

  async #confirm(): Promise<void> {
    this.said = '';
    let next: Profile | null = null;
    const done = await this.#code.submit(async ({ code }) => (next = await confirmEmail(this.writer, code)));
    if (!done) {
      this.#code.focus('code');
      return;
    }
    this.#code.reset({ code: '' });
    this.said = this.texts.text('emailChanged');
    if (next) this.written(next);
  }
}
