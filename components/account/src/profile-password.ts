import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { emit } from '@caas/base/events.js';
import { field } from '@caas/ui/field.js';
import { FormController, formAlert } from '@caas/ui/form.controller.js';
import { withStepUp } from '@caas/ui/step-up.js';
import { PasswordAdvice } from './password-advice.controller.js';
import { adviceStyles } from './password-advice.styles.js';
import { savePassword, type Profile } from './profile.data.js';
import { ProfilePart } from './profile-part.js';

type Values = { current_password: string; new_password: string };
const EMPTY: Values = { current_password: '', new_password: '' };

/** Changes the password, or sets the first one of a member who signs in otherwise. */
export class ProfilePassword extends ProfilePart {
  static override styles: CSSResultGroup = [ProfilePart.styles, adviceStyles];

  readonly #advice = new PasswordAdvice(this, this.account, () => [
    this.profile?.name ?? '',
    this.profile?.email ?? '',
  ]);
  readonly #form: FormController<Values> = new FormController<Values>(this, {
    values: EMPTY,
    validate: ({ current_password, new_password }) => ({
      current_password: this.profile?.has_password && !current_password ? this.texts.text('currentMissing') : undefined,
      new_password: this.#advice.fault(new_password),
    }),
    fieldText: (error) => this.#advice.refusal(error),
    errorText: (error) => this.explain(error),
  });

  protected override get heading(): string {
    return this.texts.text('password');
  }

  protected override renderBody(profile: Profile): TemplateResult {
    const { texts } = this;
    const form = this.#form;
    return html`<p class="muted">${texts.text(profile.has_password ? 'passwordText' : 'passwordNone')}</p>
      <form data-private novalidate @submit=${(event: Event) => this.#onSubmit(event, profile)}>
        <input type="email" name="username" autocomplete="username" .value=${profile.email} readonly hidden />
        ${profile.has_password ? field({ ...form.bind('current_password'), type: 'password', label: texts.text('currentPassword'), autocomplete: 'current-password' }) : nothing}
        ${field({ ...form.bind('new_password'), type: 'password', label: texts.text('newPassword'), autocomplete: 'new-password', hint: this.#advice.hint(form.values.new_password) })}
        ${formAlert(form)}
        ${this.renderSubmit(texts.text(profile.has_password ? 'changePassword' : 'setPassword'), form.busy)}
      </form>`;
  }

  async #onSubmit(event: Event, profile: Profile): Promise<void> {
    event.preventDefault();
    this.said = '';
    const done = await this.#form.submit(async ({ current_password, new_password }) => {
      const client = this.writer;
      const current = profile.has_password ? current_password : null;
      await withStepUp(this, client, () => savePassword(client, new_password, current));
    });
    if (this.#form.refusal?.code === 'password_wrong') {
      this.#form.put('current_password', '');
      this.#form.fail({ current_password: this.texts.text('currentWrong') });
    }
    if (!done) return;
    this.#form.reset(EMPTY);
    this.said = this.texts.text('passwordChanged');
    emit(this, 'caas-password-changed');
    this.written(null);
  }
}
