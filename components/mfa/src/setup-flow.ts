import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '@caas/base/define.js';
import '@caas/ui/caas-copy-button.js';
import '@caas/ui/caas-stepper.js';
import type { Step } from '@caas/ui/stepper.js';
import { codeField, isCode } from '@caas/ui/code-field.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { withStepUp } from '@caas/ui/step-up.js';
import { confirmSetup, startSetup, type MfaSetup } from './mfa.data.js';
import { MfaPart } from './mfa-part.js';
import { qrImage } from './qr.js';
import { RecoveryCodes } from './recovery-codes.js';

define('caas-mfa-codes', RecoveryCodes);

/** Sets the authenticator app up: scan, confirm with the first code, save the recovery codes. */
export class SetupFlow extends MfaPart {
  /** The set-up that waits; kept by the caller, so that it can be continued. */
  @property({ attribute: false }) setup: MfaSetup | null = null;
  /** Takes a set-up that was begun; null when it ended. */
  @property({ attribute: false }) began: (setup: MfaSetup | null) => void = () => undefined;
  /** Called once two-factor is on, while the codes still show. */
  @property({ attribute: false }) turnedOn: () => void = () => undefined;

  @state() private step: 'scan' | 'confirm' | 'save' = 'scan';
  @state() private code = '';
  @state() private missing = false;
  @state() private codes: readonly string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.setup) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.codes = [];
  }

  override render(): TemplateResult {
    const { texts, step } = this;
    const order = ['scan', 'confirm', 'save'] as const;
    const labels = { scan: 'stepScan', confirm: 'stepConfirm', save: 'stepSave' } as const;
    const steps: Step[] = order.map((name, index) => ({
      label: texts.text(labels[name]),
      state: index < order.indexOf(step) ? 'done' : name === step ? 'current' : 'todo',
    }));
    return html`<div class="stack" data-private>
      <caas-stepper label=${texts.text('steps')} .steps=${steps}></caas-stepper>
      ${step === 'scan' ? this.#renderScan() : step === 'confirm' ? this.#renderConfirm() : this.#renderCodes()}
    </div>`;
  }

  #renderFailure(): TemplateResult {
    return html`<div class=${this.explained ? 'note danger' : 'vh'} role="alert">
      ${this.explained ? html`<span class="ic-danger">${icon(triangleAlert)}</span><span>${this.explained}</span>` : nothing}
    </div>`;
  }

  #renderScan(): TemplateResult {
    const { texts, setup } = this;
    const key = setup?.secret.match(/.{1,4}/g)?.join(' ') ?? '';
    return html`
      ${this.#renderFailure()}
      ${
        setup
          ? html`<div class="scan">
              ${qrImage(setup.otpauth_uri, texts.text('qr', key))}
              <div class="stack">
                <p>${texts.text('scanText')}</p>
                <div>
                  <p class="muted">${texts.text('cantScan')}</p>
                  <code class="mono key" translate="no">${key}</code>
                  <caas-copy-button labelled value=${setup.secret} label=${texts.text('copyKey')}></caas-copy-button>
                </div>
              </div>
            </div>`
          : nothing
      }
      <div class="actions">
        ${
          setup
            ? html`<button class="btn primary" type="button" @click=${() => this.#go('confirm')}>
                ${texts.text('next')}
              </button>`
            : html`<button
                class="btn primary"
                type="button"
                aria-busy=${this.busy ? 'true' : nothing}
                @click=${this.#start}
              >
                ${texts.text('restart')}
              </button>`
        }
        <button class="btn default" type="button" @click=${() => this.closed()}>${texts.text('cancel')}</button>
      </div>
    `;
  }

  #renderConfirm(): TemplateResult {
    const { texts } = this;
    return html`<form novalidate @submit=${this.#onConfirm}>
      <div class="digits">
        ${codeField({
          name: 'code',
          label: texts.text('code'),
          hint: texts.text('codeHint'),
          error: this.missing ? texts.text('codeMissing') : this.explained || undefined,
          value: this.code,
          onInput: (value) => {
            this.code = value;
            this.missing = false;
          },
          onWhole: () => void this.#confirm(),
        })}
      </div>
      <div class="actions">
        <button class="btn primary" type="submit" aria-busy=${this.busy ? 'true' : nothing}>
          ${texts.text('confirm')}
        </button>
        ${
          this.failure?.code === 'mfa_setup_expired'
            ? html`<button class="btn default" type="button" @click=${this.#start}>${texts.text('restart')}</button>`
            : html`<button class="btn default" type="button" @click=${() => this.#go('scan')}>
                ${texts.text('back')}
              </button>`
        }
      </div>
    </form>`;
  }

  #renderCodes(): TemplateResult {
    const { texts } = this;
    if (this.codes.length > 0)
      return html`<caas-mfa-codes .codes=${this.codes} .finish=${() => this.closed()}></caas-mfa-codes>`;
    return html`<p role="alert">${texts.text('codesLost')}</p>
      <div class="actions">
        <button class="btn default" type="button" @click=${() => this.closed()}>${texts.text('close')}</button>
      </div>`;
  }

  readonly #start = async (): Promise<void> => {
    this.began(null);
    const done = await this.write(async (client) =>
      this.began(await withStepUp(this, client, () => startSetup(client))),
    );
    if (done) this.#go('scan');
  };

  #go(step: 'scan' | 'confirm'): void {
    this.step = step;
    this.code = '';
    this.missing = false;
    this.failure = null;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(step === 'confirm' ? 'input' : '.btn.primary')?.focus(),
    );
  }

  #onConfirm(event: SubmitEvent): void {
    event.preventDefault();
    this.missing = !isCode(this.code);
    if (!this.missing) void this.#confirm();
  }

  async #confirm(): Promise<void> {
    const { code } = this;
    const done = await this.change(async (client) => {
      this.codes = await confirmSetup(client, code);
    });
    if (done) {
      this.began(null);
      this.step = 'save';
      this.turnedOn();
    } else {
      this.code = '';
      await this.updateComplete;
      this.renderRoot.querySelector('input')?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-mfa-setup': SetupFlow;
  }
}
