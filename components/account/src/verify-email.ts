import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Connection } from '@caas/base/connection.js';
import { errorText } from '@caas/base/error-text.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import { refresh } from '@caas/base/query.controller.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { codeField, isCode } from '@caas/ui/code-field.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fieldStyles } from '@caas/ui/field.js';
import { FormController, formAlert } from '@caas/ui/form.controller.js';
import { icon } from '@caas/ui/icon.js';
import { circleCheck, triangleAlert } from '@caas/ui/icons.js';
import { Countdown } from './countdown.controller.js';
import { recoveryMessages } from './messages.recovery.js';
import { attemptsLeft } from './parts.js';
import { PAUSE, confirmAddress, resendCode } from './recovery.data.js';
import { styles } from './verify-email.styles.js';

/** `caas-email-verified`: the member's address is confirmed. Carries nothing. */
export type EmailVerifiedEvent = CustomEvent<undefined>;

/**
 * A strip that asks a member to confirm their address with the mailed code. Shows nothing to members whose address is confirmed, and to
 * embeds.
 *
 * @element caas-verify-email
 * @fires {EmailVerifiedEvent} caas-email-verified - After the gateway took the code.
 * @csspart base - The strip.
 * @example <caas-verify-email></caas-verify-email>
 */
export class VerifyEmail extends PageElement {
  static override styles = [...ThemeRoot.styles, controls, fieldStyles, styles];

  @state() private sent = false;
  @state() private done = false;

  readonly #texts = new Localize(this, recoveryMessages, () => this.ownLocale);
  readonly #pause = new Countdown(this);
  readonly #form = new FormController<{ code: string }>(this, {
    values: { code: '' },
    validate: ({ code }) => ({ code: isCode(code) ? undefined : this.#texts.text('codeMissing') }),
    errorText: (error) => this.#explain(error),
  });

  override render(): TemplateResult | typeof nothing {
    const { connection } = this;
    const user = this.identity.data?.user;
    if (this.done)
      return html`<div class="strip done" part="base" role="status">
        ${icon(circleCheck)}<span>${this.#texts.text('verified')}</span>
      </div>`;
    if (!connection || !user || user.email_verified) return nothing;
    return this.#renderAsk(connection, user.email);
  }

  #renderAsk(connection: Connection, email: string): TemplateResult {
    const texts = this.#texts;
    const waits = this.#pause.left > 0;
    const news = this.online.offline ? texts.text('offline') : this.sent ? texts.text('verifySent') : '';
    return html`<section class="strip" part="base" aria-label=${texts.text('verifyLabel')}>
      <p><span class="ic-warning">${icon(triangleAlert)}</span><span>${texts.text('verifyText', email)}</span></p>
      <form novalidate @submit=${(event: Event) => this.#onSubmit(event, connection)}>
        ${codeField({
          ...this.#form.bind('code'),
          label: texts.text('code'),
          labelHidden: true,
          onWhole: () => void this.#send(connection),
        })}
        <button
          class="btn default"
          type="submit"
          aria-busy=${this.#form.busy ? 'true' : nothing}
          aria-disabled=${this.#form.busy || this.online.offline ? 'true' : nothing}
        >
          ${texts.text('verify')}
        </button>
        <button
          class="btn ghost"
          type="button"
          aria-disabled=${waits || this.online.offline ? 'true' : nothing}
          @click=${() => void this.#resend(connection)}
        >
          ${waits ? html`${texts.text('resendIn')} <span class="num">${this.#pause.clock}</span>` : texts.text('resend')}
        </button>
      </form>
      <p role="status" class=${news ? 'muted' : 'quiet'}>${news}</p>
      ${formAlert(this.#form)}
    </section>`;
  }

  #explain(error: ApiError): string {
    const texts = this.#texts;
    if (error.code === 'code_expired') return texts.text('codeOver');
    if (error.code !== 'code_invalid') return errorText(this.base, error);
    const left = attemptsLeft(error);
    return left === null ? texts.text('codeWrong') : texts.text('codeLeft', left);
  }

  #onSubmit(event: Event, connection: Connection): void {
    event.preventDefault();
    void this.#send(connection);
  }

  async #send(connection: Connection): Promise<void> {
    if (this.online.offline) return;
    this.sent = false;
    const done = await this.#form.submit(({ code }) => confirmAddress(connection.client, code));
    if (!done) {
      if (this.#form.formError) this.#form.focus('code');
      return;
    }
    this.done = true;
    emit(this, 'caas-email-verified');
    await Promise.all([refresh(connection, 'me'), refresh(connection, 'profile')]);
  }

  async #resend(connection: Connection): Promise<void> {
    if (this.#pause.left > 0 || this.online.offline) return;
    this.#form.reset({ code: '' });
    try {
      await resendCode(connection.client);
      this.sent = true;
      this.#pause.start(PAUSE);
    } catch (cause) {
      const error = toApiError(cause);
      if (error.code === 'rate_limited') this.#pause.start(error.retryAfter ?? PAUSE);
      else this.#form.fail({}, { text: errorText(this.base, error), requestId: error.requestId });
    }
    this.#form.focus('code');
  }
}
