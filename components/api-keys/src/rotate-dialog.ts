import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '@caas/ui/caas-confirm.js';
import { fieldStyles } from '@caas/ui/field.js';
import { icon } from '@caas/ui/icon.js';
import { info } from '@caas/ui/icons.js';
import { select } from '@caas/ui/select.js';
import { KeyLayer } from './key-layer.js';

/** How long the old key may go on after promotion, in seconds. */
const OVERLAPS = [3_600, 86_400, 259_200, 604_800];

/** Asks before a secondary key is made, and for how long the old one shall work once the new one is promoted. */
export class RotateDialog extends KeyLayer {
  static override styles = [KeyLayer.styles, fieldStyles];

  /** Makes the secondary; `overlap` in seconds. */
  @property({ attribute: false }) run: (overlap: number) => Promise<void> = () => Promise.resolve();

  @state() private overlap = 86_400;

  override render(): TemplateResult | typeof nothing {
    const { key, texts } = this;
    if (!key) return nothing;
    return html`<caas-confirm
      open
      heading=${texts.text('rotateTitle', key.name)}
      verb=${texts.text('rotateVerb')}
      .busy=${this.busy}
      .dismissible=${!this.holds()}
      .error=${this.failure ? this.explain(this.failure) : this.offline ? texts.text('offline') : ''}
      @caas-confirmed=${() => void this.attempt(() => this.run(this.overlap))}
      @caas-dialog-closed=${() => this.closed()}
    >
      <div class="stack">
        <p class="muted">${texts.text('rotateText')}</p>
        <div class="note">${icon(info)}<span>${texts.text('rotateWarning')}</span></div>
        ${select({
          name: 'overlap',
          label: texts.text('overlap'),
          hint: texts.text('overlapHint'),
          value: String(this.overlap),
          options: [
            { value: '0', label: texts.text('overlapNone') },
            ...OVERLAPS.map((seconds) => ({ value: String(seconds), label: texts.text('duration', seconds) })),
          ],
          onChange: (value) => (this.overlap = Number(value)),
        })}
        ${this.renderPatience('mayLeave')}
      </div>
    </caas-confirm>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-rotate': RotateDialog;
  }
}
