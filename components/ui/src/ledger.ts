import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { rowControls } from './row-controls.styles.js';
import { icon } from './icon.js';
import { arrowDown, arrowUp } from './icons.js';
import { styles } from './ledger.styles.js';

/** One value of a ledger strip. */
export interface LedgerItem {
  label: string;
  /** The formatted value; null where it can't be known, which shows as a dash and never as 0. */
  value: string | null;
  /** The exact value, where `value` is rounded; shown on hover. */
  exact?: string | undefined;
  /** How it changed, formatted, and against what. Neutral, unless it is known to be bad. */
  delta?: { text: string; direction: 'up' | 'down' | 'flat'; bad?: boolean | undefined } | undefined;
  /** The compared period, or another few words below. */
  note?: string | TemplateResult | undefined;
  /** Numbers of a small line under it, oldest first; an empty list keeps its place. */
  spark?: readonly number[] | undefined;
  /** Puts the pulsing dot of live values before the label. */
  live?: boolean | undefined;
  /** A link for the label. */
  href?: string | undefined;
}

/**
 * A few values in one bordered row, split by hairlines; two by two below 860 px of its own width.
 *
 * @element caas-ledger
 * @csspart base - The list of values.
 * @csspart item - One value with its label.
 * @example <caas-ledger .items=${[{ label: 'API calls', value: '3.94 M' }]}></caas-ledger>
 */
export class Ledger extends LitElement {
  static override styles = [rowControls, styles];

  /** The values in order; four look best. */
  @property({ attribute: false }) items: readonly LedgerItem[] = [];
  /** The values are on their way: grey bars in their places. */
  @property({ type: Boolean }) busy = false;

  protected override render(): TemplateResult {
    return html`<dl class="panel" part="base" aria-busy=${this.busy ? 'true' : 'false'}>
      ${this.items.map((item) => this.#renderItem(item))}
    </dl>`;
  }

  #renderItem(item: LedgerItem): TemplateResult {
    const label = item.href ? html`<a href=${item.href}>${item.label}</a>` : item.label;
    return html`<div class="kpi" part="item">
      <dt>${item.live ? html`<span class="live"></span>` : nothing}${label}</dt>
      <dd class="v">
        ${this.busy ? html`<span class="sk">&ZeroWidthSpace;</span>` : html`<span title=${item.exact ?? nothing}>${item.value ?? '–'}</span>${this.#renderDelta(item)}`}
      </dd>
      ${item.note ? html`<dd class="detail">${item.note}</dd>` : nothing}
      ${item.spark ? html`<dd aria-hidden="true">${sparkline(this.busy ? [] : item.spark)}</dd>` : nothing}
    </div>`;
  }

  #renderDelta({ delta }: LedgerItem): TemplateResult | typeof nothing {
    if (!delta) return nothing;
    const arrow = delta.direction === 'flat' ? nothing : icon(delta.direction === 'up' ? arrowUp : arrowDown, 12);
    return html`<span class="delta ${delta.bad ? 'bad' : ''}">${arrow}${delta.text}</span>`;
  }
}

/** A small line over its whole width; time runs from left to right in every locale. */
function sparkline(values: readonly number[]): TemplateResult {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map(
    (value, index) =>
      `${((index / (values.length - 1)) * 97 + 0.5).toFixed(2)} ${(33 - ((value - low) / span) * 29).toFixed(2)}`,
  );
  const line = values.length > 1 ? points.join('L') : null;
  return html`<svg class="spark" viewBox="0 0 100 36" preserveAspectRatio="none">
    <path class="base" d="M0 35.5H100"></path>
    <path d=${line ? `M${line}` : nothing}></path>
    <path class="now" d=${line ? `M${points.at(-1)}h0` : nothing}></path>
  </svg>`;
}
