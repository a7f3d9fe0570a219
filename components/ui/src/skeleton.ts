import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

/**
 * Grey lines in the place of text that is on its way. Nothing shows for the first 300 ms. The page says "Loading" itself, once.
 *
 * @element caas-skeleton
 * @csspart line - One line.
 * @cssprop [--caas-skeleton-inline-size=100%] - Width of a line.
 * @cssprop [--caas-skeleton-block-size=1em] - Height of a line.
 * @example <caas-skeleton lines="3"></caas-skeleton>
 */
export class Skeleton extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      gap: 0.5em;
      animation: caas-late calc(var(--caas-duration-pulse) * 0.15) steps(1, end) backwards;
    }
    :host([hidden]) {
      display: none;
    }
    i {
      display: block;
      inline-size: var(--caas-skeleton-inline-size, 100%);
      block-size: var(--caas-skeleton-block-size, 1em);
      border-radius: var(--caas-radius-xs);
      background: var(--caas-color-skeleton);
      animation: caas-breathe var(--caas-duration-pulse) ease-in-out infinite alternate;
    }
    i:last-child:not(:first-child) {
      inline-size: 62%;
    }
    @keyframes caas-late {
      from {
        visibility: hidden;
      }
    }
    @keyframes caas-breathe {
      to {
        opacity: 0.5;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      i {
        animation: none;
      }
    }
    @media (forced-colors: active) {
      i {
        border: var(--caas-border-width) solid GrayText;
      }
    }
  `;

  /** How many lines of text are expected. */
  @property({ type: Number }) lines = 1;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ariaHidden = 'true';
  }

  protected override render(): TemplateResult {
    return html`${Array.from({ length: this.lines }, () => html`<i part="line"></i>`)}`;
  }
}
