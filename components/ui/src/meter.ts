import { LitElement, html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { compact } from '@caas/base/compact.js';
import { percent } from '@caas/base/figures.js';
import { Localize } from '@caas/base/localize.js';
import { forms } from './messages.forms.js';
import { styles } from './meter.styles.js';

/**
 * How much of a limit is used: a warning from 80 %, a danger at 100 %, always with the numbers.
 *
 * @element caas-meter
 * @slot - A note after the numbers: "resets 1 Dec".
 * @csspart base - The bar.
 * @example <caas-meter label="Messages this month" value="3940000" max="5000000">resets 1 Dec</caas-meter>
 */
export class Meter extends LitElement {
  static override styles = styles;

  /** What is limited. */
  @property() label = '';
  /** How much is used. */
  @property({ type: Number }) value = 0;
  /** The limit. */
  @property({ type: Number }) max = 100;

  @query('.bar') private readonly bar!: HTMLElement;

  readonly #localize = new Localize(this, forms);

  protected override updated(): void {
    this.bar.style.setProperty('--_share', `${Math.min(1, this.#share) * 100}%`);
  }

  protected override render(): TemplateResult {
    const { format } = this.#localize;
    const tone = this.#share >= 1 ? 'danger' : this.#share >= 0.8 ? 'warning' : '';
    const numbers = this.#localize.text('of', compact(format, this.value), compact(format, this.max));
    return html`<div class="line">
        <span>${this.label}</span><span>${percent(format, Math.floor(this.#share * 100) / 100)}</span>
      </div>
      <div
        class="bar ${tone}"
        part="base"
        role="meter"
        aria-label=${this.label}
        aria-valuemin="0"
        aria-valuemax=${this.max}
        aria-valuenow=${Math.min(this.value, this.max)}
        aria-valuetext=${numbers}
      >
        <i></i>
      </div>
      <span class="note">${numbers} <slot></slot></span>`;
  }

  get #share(): number {
    return this.max > 0 ? this.value / this.max : 0;
  }
}
