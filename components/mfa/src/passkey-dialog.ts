import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Passkey } from '@caas/contract/mfa.js';
import { define } from '@caas/base/define.js';
import '@caas/ui/caas-confirm.js';
import '@caas/ui/caas-dialog.js';
import { field } from '@caas/ui/field.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { changeName, createPasskey, forget } from './mfa.data.js';
import { MfaPart } from './mfa-part.js';
import { RecoveryCodes } from './recovery-codes.js';

define('caas-mfa-codes', RecoveryCodes);

/** Adds a passkey, renames one or asks before one is removed. */
export class PasskeyDialog extends MfaPart {
  /** What is asked for. */
  @property({ attribute: false }) act: 'add' | 'rename' | 'remove' = 'add';
  /** The passkey it is about; null for a new one. */
  @property({ attribute: false }) passkey: Passkey | null = null;
  /** Called after it was done, with the passkey's name. */
  @property({ attribute: false }) done: (name: string) => void = () => undefined;

  @state() private name = '';
  @state() private missing = false;
  @state() private codes: readonly string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.name = this.passkey?.name ?? '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.codes = [];
  }

  override render(): TemplateResult {
    const { texts, act, passkey } = this;
    if (this.codes.length > 0)
      return html`<caas-dialog
        open
        heading=${texts.text('codesTitle')}
        .dismissible=${false}
        @caas-dialog-closed=${() => this.closed()}
      >
        <caas-mfa-codes .codes=${this.codes} .finish=${() => this.closed()}></caas-mfa-codes>
      </caas-dialog>`;
    if (act === 'remove' && passkey)
      return html`<caas-confirm
        open
        heading=${texts.text('removeTitle', passkey.name)}
        verb=${texts.text('removeVerb')}
        tone="danger"
        .busy=${this.busy}
        .error=${this.explained}
        @caas-confirmed=${this.#run}
        @caas-dialog-closed=${() => this.closed()}
      >
        <p class="muted">${texts.text('removeText')}</p>
      </caas-confirm>`;
    return html`<caas-dialog
      open
      heading=${act === 'add' ? texts.text('addTitle') : texts.text('renameTitle', passkey?.name ?? '')}
      .dismissible=${!this.busy}
      @caas-dialog-closed=${() => this.closed()}
    >
      <form novalidate @submit=${this.#onSubmit}>
        ${act === 'add' ? html`<p class="muted">${texts.text('addText')}</p>` : nothing}
        <div class=${this.explained ? 'note danger' : 'vh'} role="alert">
          ${this.explained ? html`<span class="ic-danger">${icon(triangleAlert)}</span><span>${this.explained}</span>` : nothing}
        </div>
        ${field({
          name: 'name',
          label: texts.text('name'),
          hint: texts.text('nameHint'),
          error: this.missing ? texts.text('nameMissing') : undefined,
          value: this.name,
          autocomplete: 'off',
          autofocus: true,
          onInput: (value) => {
            this.name = value;
            this.missing = false;
          },
        })}
        <p class="vh" role="status">${this.busy && act === 'add' ? texts.text('waiting') : ''}</p>
      </form>
      <button slot="footer" class="btn default" type="button" @click=${() => this.closed()}>
        ${texts.text('cancel')}
      </button>
      <button
        slot="footer"
        class="btn primary"
        type="button"
        aria-busy=${this.busy ? 'true' : nothing}
        @click=${this.#run}
      >
        ${texts.text(act === 'add' ? 'addVerb' : 'renameVerb')}
      </button>
    </caas-dialog>`;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    void this.#run();
  }

  readonly #run = async (): Promise<void> => {
    const { act, passkey } = this;
    const name = this.name.trim();
    this.missing = act !== 'remove' && name === '';
    if (this.missing) return;
    const done = await this.change(async (client) => {
      if (act === 'add') this.codes = await createPasskey(client, name);
      else if (passkey && act === 'rename') await changeName(client, passkey.id, name);
      else if (passkey) await forget(client, passkey.id);
      this.done(act === 'remove' ? (passkey?.name ?? '') : name);
    });
    if (done && this.codes.length === 0) this.closed();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-mfa-passkey': PasskeyDialog;
  }
}
