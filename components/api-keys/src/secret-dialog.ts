import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '@caas/ui/caas-dialog.js';
import '@caas/ui/caas-secret.js';
import { KeyLayer } from './key-layer.js';

/** Shows a new key's secret, this once, and stays until it was taken. Says so where the answer came without it. */
export class SecretDialog extends KeyLayer {
  /** The secret; null where it was lost on the way. Gone with the dialog. */
  @property({ attribute: false }) secret: string | null = null;
  /** It belongs to the secondary of a rotation. */
  @property({ attribute: false }) rotated = false;
  /** Starts over where it was lost. */
  @property({ attribute: false }) again: ((key: NonNullable<SecretDialog['key']>, rotated: boolean) => void) | null =
    null;

  @state() private stored = false;
  @state() private reminded = false;

  protected override async firstUpdated(): Promise<void> {
    const shown = this.renderRoot.querySelector('caas-secret');
    await shown?.updateComplete;
    shown?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.secret = null;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.key) return nothing;
    return this.secret === null ? this.#renderLost(this.key) : this.#renderSecret(this.key, this.secret);
  }

  #renderSecret(key: NonNullable<this['key']>, secret: string): TemplateResult {
    const { texts } = this;
    return html`<caas-dialog
      open
      heading=${texts.text('secretTitle')}
      .dismissible=${this.stored}
      @caas-dialog-closed=${() => this.closed()}
    >
      <div class="stack" data-private translate="no">
        <p class="muted">${texts.text('secretText')}</p>
        <caas-secret
          name=${key.name}
          filename=${fileName(key.name)}
          env-name="CAAS_API_KEY"
          .secret=${secret}
          @caas-secret-stored=${() => (this.stored = true)}
        >
          <dl class="facts">
            <div>
              <dt>${texts.text('scopes')}</dt>
              <dd class="scopes">${key.scopes.map((scope) => html`<span class="scope">${scope}</span>`)}</dd>
            </div>
            <div>
              <dt>${texts.text('expires')}</dt>
              <dd>${key.expires_at ? texts.format.date(key.expires_at) : texts.text('never')}</dd>
            </div>
            <div>
              <dt>${texts.text('allowedFrom')}</dt>
              <dd>
                ${key.ip_restrictions.length > 0 ? html`<span class="mono">${key.ip_restrictions.join(', ')}</span>` : texts.text('anywhere')}
              </dd>
            </div>
          </dl>
        </caas-secret>
        <p class="muted" role="status">${this.reminded && !this.stored ? texts.text('secretFirst') : nothing}</p>
      </div>
      <button
        slot="footer"
        class="btn primary"
        type="button"
        aria-disabled=${this.stored ? nothing : 'true'}
        @click=${this.#onDone}
      >
        ${texts.text('done')}
      </button>
    </caas-dialog>`;
  }

  #renderLost(key: NonNullable<this['key']>): TemplateResult {
    const { again, rotated, texts } = this;
    return html`<caas-dialog open heading=${texts.text('lostTitle')} @caas-dialog-closed=${() => this.closed()}>
      <p>${texts.text(rotated ? 'lostRotated' : 'lostCreated', key.name)}</p>
      <button slot="footer" class="btn default" type="button" @click=${() => this.closed()}>
        ${texts.text('close')}
      </button>
      ${
        again
          ? html`<button slot="footer" class="btn primary" type="button" @click=${() => again(key, rotated)}>
              ${texts.text(rotated ? 'cancelRotation' : 'rotateLost')}
            </button>`
          : nothing
      }
    </caas-dialog>`;
  }

  #onDone(): void {
    if (this.stored) this.closed();
    else this.reminded = true;
  }
}

/** A name of letters that every file system takes. */
function fileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .toLowerCase();
  return `${plain || 'caas'}.env`;
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-secret': SecretDialog;
  }
}
