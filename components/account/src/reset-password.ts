import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiClient } from '@caas/base/client.js';
import type { ApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { controls } from '@caas/ui/controls.styles.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController } from '@caas/ui/form.controller.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { styles } from './account.styles.js';
import { message, offlineNote, submitButton, title } from './parts.js';
import { PasswordAdvice } from './password-advice.controller.js';
import { adviceStyles } from './password-advice.styles.js';
import { setPassword } from './recovery.data.js';
import { RecoveryElement } from './recovery-element.js';

/**
 * Sets a new password with the link of a mail. The page takes the link's secret out of its own address before it hands it over.
 *
 * @element caas-reset-password
 * @slot footer - Under the form: links of the page.
 * @fires {PasswordResetEvent} caas-password-reset - After the new password is set.
 * @csspart base - The box around the form.
 * @csspart title - The title.
 * @example <caas-reset-password api-url="https://console.example.com" login-url="/login" forgot-url="/forgot-password"></caas-reset-password>
 */
export class ResetPassword extends RecoveryElement {
  static override styles = [...ThemeRoot.styles, controls, fieldStyles, stateStyles, adviceStyles, styles];

  /** The secret of the mailed link. A property and never an attribute. */
  @property({ attribute: false }) token = '';
  /** Where another link is asked for; without it there is no such link. */
  @property({ attribute: 'forgot-url' }) forgotUrl = '';

  @state() private failure: ApiError | null = null;
  @state() private done = false;

  readonly #advice = new PasswordAdvice(this, this.texts);
  readonly #form: FormController<{ new_password: string }> = new FormController<{ new_password: string }>(this, {
    values: { new_password: '' },
    validate: ({ new_password }) => ({ new_password: this.#advice.fault(new_password) }),
    fieldText: (error) => this.#advice.refusal(error),
  });

  protected override renderContent(client: ApiClient): TemplateResult {
    const { own, loginUrl, forgotUrl, headingLevel } = this;
    if (this.done)
      return message({
        level: headingLevel,
        title: own.text('doneTitle'),
        text: own.text('doneText'),
        link: loginUrl ? { href: loginUrl, text: own.text('signIn') } : null,
      });
    if (!this.token || this.failure?.code === 'code_invalid' || this.failure?.code === 'code_expired')
      return message({
        level: headingLevel,
        title: own.text('linkTitle'),
        text: own.text('linkText'),
        link: forgotUrl ? { href: forgotUrl, text: own.text('newLink') } : null,
      });
    return html`<form class="inner" data-private novalidate @submit=${(event: Event) => this.#onSubmit(event, client)}>
      ${title(headingLevel, own.text('resetTitle'))}
      <p class="muted">${own.text('resetText')}</p>
      ${offlineNote(this.online.offline ? own.text('offline') : null)}
      ${field({ ...this.#form.bind('new_password'), type: 'password', label: own.text('newPassword'), autocomplete: 'new-password', hint: this.#advice.hint(this.#form.values.new_password) })}
      ${this.renderRefusal(this.failure)} ${submitButton(own.text('setPassword'), this.#form.busy, this.wait.left > 0)}
    </form>`;
  }

  async #onSubmit(event: Event, client: ApiClient): Promise<void> {
    event.preventDefault();
    if (this.wait.left > 0) return;
    this.failure = null;
    const done = await this.#form.submit(({ new_password }) =>
      setPassword(client, { token: this.token, new_password }),
    );
    const { refusal } = this.#form;
    if (done) {
      this.token = '';
      this.#form.reset({ new_password: '' });
      this.done = true;
      emit(this, 'caas-password-reset');
    } else if (refusal && !this.#form.errors.new_password) {
      this.failure = refusal;
      this.waitAsAsked(refusal);
    }
  }
}
