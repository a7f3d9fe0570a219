import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { controls } from './controls.styles.js';
import { icon } from './icon.js';
import { chevronLeft, chevronRight } from './icons.js';
import { messages } from './messages.overlays.js';
import { followPage } from './page-turn.js';
import { styles } from './pagination.styles.js';

/** `caas-page-changed`: which way the user goes. */
export type PageChangedEvent = CustomEvent<{ to: 'previous' | 'next' }>;

/**
 * Previous and Next for lists that the gateway pages by cursor, with the range shown: `1–25 of 312`. Belongs into a table's footer, or
 * beside the table: the next page is shown from its first row on.
 *
 * @element caas-pagination
 * @slot - Beside the count: a hint or how fresh the rows are.
 * @fires {PageChangedEvent} caas-page-changed - After a click on Previous or Next.
 * @csspart base - The inner box.
 * @example <caas-pagination first="26" count="25" total="312" has-previous has-next></caas-pagination>
 */
export class Pagination extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** Number of the first row shown, counted from 1. */
  @property({ type: Number }) first = 1;
  /** How many rows are shown. */
  @property({ type: Number }) count = 0;
  /** How many there are; null where nobody counted them. */
  @property({ type: Number }) total: number | null = null;
  @property({ type: Boolean, attribute: 'has-previous' }) hasPrevious = false;
  @property({ type: Boolean, attribute: 'has-next' }) hasNext = false;
  /** The next page is on its way: clicks do nothing. */
  @property({ type: Boolean }) busy = false;

  readonly #localize = new Localize(this, messages);

  override render(): TemplateResult {
    const text = this.#localize;
    const paged = this.hasPrevious || this.hasNext;
    return html`
      <div class="foot" part="base">
        <slot></slot>
        <span class="grow"></span>
        <span class="num" role="status">${this.#range}</span>
        ${
          paged
            ? html`<nav aria-label=${text.text('pages')}>
                <button
                  class="btn default sm"
                  type="button"
                  aria-disabled=${this.#off(this.hasPrevious)}
                  @click=${() => this.#go('previous', this.hasPrevious)}
                >
                  <span class="flip">${icon(chevronLeft, 14)}</span>${text.text('previous')}
                </button>
                <button
                  class="btn default sm"
                  type="button"
                  aria-disabled=${this.#off(this.hasNext)}
                  @click=${() => this.#go('next', this.hasNext)}
                >
                  ${text.text('next')}<span class="flip">${icon(chevronRight, 14)}</span>
                </button>
              </nav>`
            : nothing
        }
      </div>
    `;
  }

  get #range(): string {
    if (this.count === 0) return '';
    const last = this.first + this.count - 1;
    if (this.total === null) return this.#localize.text('rangeOpen', this.first, last);
    return this.#localize.text('range', this.first, last, this.total);
  }

  #off(there: boolean): 'true' | typeof nothing {
    return there && !this.busy ? nothing : 'true';
  }

  #go(to: 'previous' | 'next', there: boolean): void {
    if (!there || this.busy) return;
    followPage(this);
    this.dispatchEvent(new CustomEvent('caas-page-changed', { bubbles: true, detail: { to } }));
  }
}
