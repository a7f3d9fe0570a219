import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { newIdempotencyKey, type ApiClient } from '@caas/base/client.js';
import { notConfigured, type ApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { checkboxStyles } from '@caas/ui/checkbox.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fieldStyles } from '@caas/ui/field.js';
import { FormController } from '@caas/ui/form.controller.js';
import { radioGroupStyles } from '@caas/ui/radio-group.js';
import { fullError } from '@caas/ui/full-error.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { AccountElement } from './account-element.js';
import { registerCompany, signInOptionsOf, type Registered, type SignInOptions } from './account.data.js';
import { styles } from './account.styles.js';
import { offlineNote, refusal, title } from './parts.js';
import { PasswordAdvice } from './password-advice.controller.js';
import { adviceStyles } from './password-advice.styles.js';
import { STEPS, faults, fieldsOf, renderStep, stepOf, type RegisterValues } from './register-steps.js';

/** `caas-registered`: what was made; never the key's secret and never the token. */
export type RegisteredEvent = CustomEvent<{ tenantId: string; userId: string; keyId: string }>;

const EMPTY: RegisterValues = {
  company_name: '',
  name: '',
  email: '',
  password: '',
  plan: 'free',
  accept_terms: false,
};

/**
 * Registers a company in three steps: company, account, plan. Shows the first API key once, and goes on only when it is stored.
 * All inputs stand in one form in one root, so that password managers see address and password together.
 *
 * @element caas-register
 * @slot footer - Under the form: links of the page.
 * @fires {RegisteredEvent} caas-registered - After the first key was stored by the user. Carries ids only.
 * @csspart base - The box around the form.
 * @csspart title - The title.
 * @example <caas-register api-url="https://console.example.com" login-url="/login"></caas-register>
 */
export class Register extends AccountElement {
  static override styles = [
    ...ThemeRoot.styles,
    controls,
    fieldStyles,
    checkboxStyles,
    radioGroupStyles,
    stateStyles,
    adviceStyles,
    styles,
  ];

  /** Where members sign in; without it there is no such link. */
  @property({ attribute: 'login-url' }) loginUrl = '';
  /** Where the terms can be read; else what the gateway is configured with, as for the two below. */
  @property({ attribute: 'terms-url' }) termsUrl = '';
  /** Where the data processing agreement can be read. */
  @property({ attribute: 'dpa-url' }) dpaUrl = '';
  /** Email or phone for Enterprise; named only where it is set. */
  @property({ attribute: 'sales-contact' }) salesContact = '';

  @state() private step = 0;
  @state() private failure: ApiError | null = null;
  @state() private made: Registered | null = null;
  @state() private stored = false;
  /** What the gateway names where the page does not. */
  @state() private options: SignInOptions | null = null;

  readonly #advice = new PasswordAdvice(this, this.texts, () => {
    const { company_name, name, email } = this.#form.values;
    return [company_name, name, email];
  });
  readonly #form: FormController<RegisterValues> = new FormController<RegisterValues>(this, {
    values: EMPTY,
    validate: (values) => faults(values, this.texts, this.#advice),
    fieldText: (error) => this.#advice.refusal(error),
  });
  /** One attempt at one set of values; a repeat after a lost answer must not register twice. */
  #attempt: { values: string; key: string } | null = null;
  #asked: ApiClient | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.client !== this.#asked) void this.#readOptions(this.client);
  }

  override render(): TemplateResult {
    if (!this.client) return fullError(this.base, notConfigured(), () => this.requestUpdate());
    const { texts } = this;
    return html`<div class="box wide" part="base">
        <form class="inner" novalidate @submit=${this.#onSubmit}>
          ${title(this.headingLevel, texts.text('registerTitle'))} ${this.#renderProgress()}
          ${offlineNote(this.online.offline ? texts.text('offlineRegister') : null)}
          ${STEPS.map((name, index) =>
            renderStep(name, {
              texts,
              form: this.#form,
              advice: this.#advice,
              hidden: index !== this.step,
              level: this.headingLevel + 1,
              termsUrl: this.termsUrl || (this.options?.terms_url ?? ''),
              dpaUrl: this.dpaUrl || (this.options?.dpa_url ?? ''),
              salesContact: this.salesContact || (this.options?.sales_email ?? ''),
              loginUrl: this.failure?.code === 'email_taken' ? this.loginUrl : '',
            }),
          )}
          ${this.#renderRefusal()}
          <div class="actions">${this.#renderActions()}</div>
        </form>
        <div class="below">
          ${this.loginUrl ? html`${texts.text('haveAccount')} <a href=${this.loginUrl}>${texts.text('signInLink')}</a>` : nothing}
          <slot name="footer"></slot>
        </div>
      </div>
      ${this.made ? this.#renderKey(this.made) : nothing}`;
  }

  #renderProgress(): TemplateResult {
    const { texts } = this;
    const names = { company: 'stepCompany', account: 'stepAccount', plan: 'stepPlan' } as const;
    return html`<ol class="steps" aria-label=${texts.text('stepOf', this.step + 1, STEPS.length)}>
      ${STEPS.map((name, index) => html`<li class=${index < this.step ? 'done' : ''} aria-current=${index === this.step ? 'step' : nothing}>${texts.text(names[name])}</li>`)}
    </ol>`;
  }

  #renderRefusal(): TemplateResult {
    const { texts, wait, failure } = this;
    const shown =
      failure && failure.code !== 'email_taken' && !this.#hasFieldErrors
        ? { text: this.refusalText(failure), error: failure }
        : null;
    const clock = failure?.retryAfter
      ? { left: wait.left, clock: wait.clock, label: texts.text('tryAgainIn'), over: texts.text('tryAgainNow') }
      : null;
    return refusal(this.base, shown, clock);
  }

  #renderActions(): TemplateResult {
    const { texts, wait } = this;
    const last = this.step === STEPS.length - 1;
    const waiting = last && wait.left > 0;
    return html` ${this.step > 0 ? html`<button class="btn ghost" type="button" @click=${this.#onBack}>${texts.text('back')}</button>` : nothing}
      <button
        class="btn primary"
        type="submit"
        aria-busy=${this.#form.busy ? 'true' : nothing}
        aria-disabled=${this.#form.busy || waiting ? 'true' : nothing}
      >
        ${texts.text(last ? 'createAccount' : 'next')}
      </button>`;
  }

  #renderKey(made: Registered): TemplateResult {
    const { texts } = this;
    const open = made.secret === null || this.stored;
    return html`<caas-dialog .dismissible=${false} .heading=${texts.text('keyTitle')} open>
      <div class="dialog" @caas-secret-stored=${() => (this.stored = true)}>
        <p class="muted">${texts.text(made.secret === null ? 'keyLost' : 'keyText')}</p>
        ${made.secret === null ? nothing : html`<caas-secret .name=${made.key.name} .secret=${made.secret} filename="caas.env" env-name="CAAS_KEY"></caas-secret>`}
      </div>
      <button
        slot="footer"
        class="btn primary"
        type="button"
        aria-disabled=${open ? nothing : 'true'}
        @click=${() => open && this.#onDone(made)}
      >
        ${texts.text('keyDone')}
      </button>
    </caas-dialog>`;
  }

  /** Without an answer the page's own links stand alone. */
  async #readOptions(client: ApiClient | null): Promise<void> {
    this.#asked = client;
    const options = client && (await signInOptionsOf(client, AbortSignal.timeout(15_000)).catch(() => null));
    if (client === this.#asked) this.options = options;
  }

  get #hasFieldErrors(): boolean {
    return Object.values(this.#form.errors).some(Boolean);
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.#form.busy) return;
    if (this.step < STEPS.length - 1) this.#advance();
    else if (this.wait.left === 0) await this.#register();
  }

  /** On to the next step, if this one has no faults. */
  #advance(): void {
    const found = faults(this.#form.values, this.texts, this.#advice);
    const own = Object.fromEntries(
      fieldsOf(this.step)
        .filter((name) => found[name])
        .map((name) => [name, found[name]]),
    );
    this.#form.fail(own);
    if (Object.keys(own).length > 0) return;
    if (this.failure?.code === 'email_taken') this.failure = null;
    this.#show(this.step + 1);
    if (this.step === STEPS.length - 1) void loadKeyDialog().catch(() => undefined); // asked for again, and judged, before registering
  }

  /** Back keeps what was typed, but never the password. */
  #onBack(): void {
    this.#form.set('password', '');
    this.#form.fail({});
    this.#show(this.step - 1);
  }

  #show(step: number): void {
    this.step = step;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('section:not([hidden]) :is(input, select)')?.focus(),
    );
  }

  async #register(): Promise<void> {
    this.failure = null;
    const done = await this.#form.submit(() => this.#send());
    this.failure = this.#form.refusal;
    if (this.failure) this.waitAsAsked(this.failure);
    if (!done) await this.#showRefusal();
  }

  /** Leads to the step and the field that the gateway refused. */
  async #showRefusal(): Promise<void> {
    if (this.failure?.code === 'email_taken') this.#form.fail({ email: this.texts.text('emailTaken') });
    const faulty = STEPS.findIndex((_, index) => fieldsOf(index).some((name) => this.#form.errors[name]));
    if (faulty < 0 || faulty === this.step) return;
    this.step = faulty;
    await this.updateComplete;
    this.#form.focus(fieldsOf(faulty).find((name) => this.#form.errors[name]) ?? 'email');
  }

  async #send(): Promise<void> {
    const { client } = this;
    if (!client) throw notConfigured();
    await loadKeyDialog(); // first: a key that can't be shown would be lost
    const values = this.#form.values;
    const body = {
      company_name: values.company_name.trim(),
      email: values.email.trim(),
      password: values.password,
      plan: values.plan,
      accept_terms: true as const,
      ...(values.name.trim() ? { name: values.name.trim() } : {}),
    };
    const text = JSON.stringify(body);
    if (this.#attempt?.values !== text) this.#attempt = { values: text, key: newIdempotencyKey() };
    const made = await registerCompany(client, body, this.#attempt.key);
    this.#attempt = null;
    this.#form.set('password', '');
    this.onSession?.(made.session);
    this.stored = false;
    this.made = made;
    void this.#focusKey();
  }

  async #focusKey(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('caas-dialog')?.updateComplete;
    const secret = this.renderRoot.querySelector('caas-secret');
    await secret?.updateComplete;
    secret?.focus();
  }

  #onDone(made: Registered): void {
    this.made = null;
    this.#form.reset(EMPTY);
    this.step = stepOf('company_name');
    emit(this, 'caas-registered', { tenantId: made.tenantId, userId: made.userId, keyId: made.key.id });
  }
}

/** The dialog of the first key, loaded when it is near. */
async function loadKeyDialog(): Promise<void> {
  await Promise.all([import('@caas/ui/caas-dialog.js'), import('@caas/ui/caas-secret.js')]);
}
