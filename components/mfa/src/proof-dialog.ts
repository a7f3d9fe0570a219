import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '@caas/base/define.js';
import '@caas/ui/caas-dialog.js';
import { codeField, isCode } from '@caas/ui/code-field.js';
import { field } from '@caas/ui/field.js';
import { renewCodes, turnOff } from './mfa.data.js';
import { MfaPart } from './mfa-part.js';
import { RecoveryCodes } from './recovery-codes.js';

define('caas-mfa-codes', RecoveryCodes);

/** Asks for a code of the app before it is turned off or its recovery codes are made anew; shows the new codes in place. */
export class ProofDialog extends MfaPart {
  /** What is asked for. */
  @property({ attribute: false }) act: 'off' | 'renew' = 'off';
  /** The member has an authenticator app, so its code is the proof. */
  @property({ attribute: false }) app = true;
  /** Called after it was done, while new codes may still show. */
  @property({ attribute: false }) done: () => void = () => undefined;

  @state() private code = '';
  @state() private recovery = false;
  @state() private missing = false;
  @state() private codes: readonly string[] | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.codes = null;
  }

  override render(): TemplateResult {
    const { texts, act, codes } = this;
    if (codes)
      return html`<caas-dialog
        open
        heading=${texts.text('codesTitle')}
        .dismissible=${codes.length === 0}
        @caas-dialog-closed=${() => this.closed()}
      >
        ${
          codes.length > 0
            ? html`<caas-mfa-codes .codes=${codes} .finish=${() => this.closed()}></caas-mfa-codes>`
            : html`<p>${texts.text('codesLost')}</p>`
        }
      </caas-dialog>`;
    return html`<caas-dialog
      open
      heading=${texts.text(`${act}Title`)}
      .dismissible=${!this.busy}
      @caas-dialog-closed=${() => this.closed()}
    >
      <form id="proof" novalidate @submit=${this.#onSubmit}>
        <p class="muted">${texts.text(`${act}Text`)}</p>
        ${this.app ? this.#renderField() : this.#renderFailure()}
        ${
          act === 'off'
            ? html`<button class="btn ghost sm link" type="button" @click=${this.#onSwitch}>
                ${texts.text(this.recovery ? 'useApp' : 'useRecovery')}
              </button>`
            : nothing
        }
      </form>
      <button slot="footer" class="btn default" type="button" @click=${() => this.closed()}>
        ${texts.text('cancel')}
      </button>
      <button
        slot="footer"
        class="btn ${act === 'off' ? 'danger' : 'primary'}"
        type="button"
        aria-busy=${this.busy ? 'true' : nothing}
        @click=${this.#submit}
      >
        ${texts.text(`${act}Verb`)}
      </button>
    </caas-dialog>`;
  }

  #renderField(): TemplateResult {
    const { texts } = this;
    const onInput = (value: string): void => {
      this.code = value;
      this.missing = false;
    };
    const shared = { name: 'proof', value: this.code, autofocus: true, onInput };
    if (!this.recovery)
      return codeField({
        ...shared,
        label: texts.text('code'),
        hint: texts.text('codeHint'),
        error: this.missing ? texts.text('codeMissing') : this.explained || undefined,
      });
    return field({
      ...shared,
      label: texts.text('recoveryCode'),
      error: this.missing ? texts.text('recoveryMissing') : this.explained || undefined,
      autocomplete: 'off',
      spellcheck: false,
      mono: true,
    });
  }

  #renderFailure(): TemplateResult {
    return html`<p class=${this.explained ? 'note danger' : 'vh'} role="alert">${this.explained}</p>`;
  }

  #onSwitch(): void {
    this.recovery = !this.recovery;
    this.code = '';
    this.missing = false;
    this.failure = null;
    this.renderRoot.querySelector('input')?.focus();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    void this.#submit();
  }

  readonly #submit = async (): Promise<void> => {
    const { act, app, recovery } = this;
    const code = this.code.trim();
    this.missing = app && (recovery ? code.length < 10 : !isCode(code));
    if (this.missing) return;
    const done = await this.change(async (client) => {
      if (act === 'renew') this.codes = await renewCodes(client, app ? code : null);
      else await turnOff(client, recovery ? { recovery_code: code } : { code });
      this.done();
    });
    if (done && act === 'off') this.closed();
    if (!done) this.code = '';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-mfa-proof': ProofDialog;
  }
}
