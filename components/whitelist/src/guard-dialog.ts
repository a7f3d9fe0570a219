import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '@caas/ui/caas-dialog.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { callersTable } from './callers.js';
import type { Guard } from './layers.js';
import { ListLayer } from './list-layer.js';

/** Asks about callers that a change would cut off: list them too, change all the same for a minute, or leave it. */
export class GuardDialog extends ListLayer {
  /** Whom it is about, and what can be done. */
  @property({ attribute: false }) guard: Guard | null = null;

  override render(): TemplateResult | typeof nothing {
    const { guard, name, texts } = this;
    if (!guard) return nothing;
    const { addable, callers, total } = guard;
    const problem = this.offline ? texts.text('error.offline') : this.explain(this.failure);
    const off = this.busy || this.offline ? 'true' : nothing;
    return html`<caas-dialog
      open
      heading=${texts.text('guardTitle', total)}
      .dismissible=${!this.busy}
      @caas-dialog-closed=${() => this.closed()}
    >
      <div class="stack">
        <p class="muted">${texts.text(`guardText.${name}`)}</p>
        ${callersTable(texts, name, callers, this.now)}
        ${total > callers.length ? html`<p class="muted small">${texts.text('andMore', total - callers.length)}</p>` : nothing}
        ${addable.length < callers.length ? html`<p class="muted small">${texts.text('notAddable', callers.length - addable.length)}</p>` : nothing}
        <p class="small">${texts.text('forceText')}</p>
        <div role="alert">
          ${problem ? html`<div class="note danger">${icon(triangleAlert)}<span>${problem}</span></div>` : nothing}
        </div>
      </div>
      ${this.renderCancel(texts.text('cancel'))}
      <button
        slot="footer"
        class="btn ${addable.length > 0 ? 'default' : 'danger'}"
        type="button"
        aria-disabled=${off}
        @click=${this.#onForce}
      >
        ${texts.text('force')}
      </button>
      ${
        addable.length > 0
          ? html`<button
              slot="footer"
              class="btn primary"
              type="button"
              ?autofocus=${true}
              aria-busy=${this.busy ? 'true' : nothing}
              aria-disabled=${off}
              @click=${this.#onAdd}
            >
              ${texts.text('addAndGoOn', addable)}
            </button>`
          : nothing
      }
    </caas-dialog>`;
  }

  #onAdd(): void {
    const { guard } = this;
    if (guard && !this.offline) void this.attempt(() => guard.add(guard.addable));
  }

  #onForce(): void {
    const { guard } = this;
    if (guard && !this.offline) void this.attempt(() => guard.force());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-whitelist-guard': GuardDialog;
  }
}
