import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '@caas/ui/caas-dialog.js';
import type { KeysPage } from './api-keys.data.js';
import { KeyLayer } from './key-layer.js';

/** Says why there can be no further key, and what to do. */
export class QuotaDialog extends KeyLayer {
  /** Where use and limit stand. */
  @property({ attribute: false }) page: KeysPage | undefined = undefined;
  /** Leads to the plans; null where the host page follows no links. */
  @property({ attribute: false }) upgrade: (() => void) | null = null;

  override render(): TemplateResult {
    const { page, texts } = this;
    return html`<caas-dialog open heading=${texts.text('quotaTitle')} @caas-dialog-closed=${() => this.closed()}>
      <div class="stack">
        <p>${texts.text('quotaText', page?.used ?? 0, page?.limit_allowed ?? 0)}</p>
        <p class="muted">${texts.text('quotaWhat')}</p>
      </div>
      <button slot="footer" class="btn default" type="button" @click=${() => this.closed()}>
        ${texts.text('close')}
      </button>
      ${this.upgrade ? html`<button slot="footer" class="btn primary" type="button" @click=${this.upgrade}>${texts.text('upgrade')}</button>` : nothing}
    </caas-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-quota': QuotaDialog;
  }
}
