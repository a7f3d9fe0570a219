import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

/**
 * The initials of a name in a circle. Decoration: the name itself stands beside it.
 *
 * @element caas-avatar
 * @csspart base - The circle.
 * @example <caas-avatar name="Ada Okafor"></caas-avatar>
 */
export class Avatar extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }
    :host([hidden]) {
      display: none;
    }
    span {
      display: grid;
      place-items: center;
      inline-size: calc(var(--caas-space-1) * 5.5);
      block-size: calc(var(--caas-space-1) * 5.5);
      border-radius: 50%;
      background: var(--caas-color-active);
      color: var(--caas-color-text-muted);
      font-size: calc(var(--caas-font-size-xs) * 0.8333);
      line-height: var(--caas-line-xs);
      font-weight: var(--caas-weight-strong);
      letter-spacing: 0.02em;
      user-select: none;
    }
    .lg {
      inline-size: calc(var(--caas-space-1) * 7);
      block-size: calc(var(--caas-space-1) * 7);
      font-size: calc(var(--caas-font-size-xs) * 0.9167);
    }
    @media (forced-colors: active) {
      span {
        border: var(--caas-border-width) solid CanvasText;
      }
    }
  `;

  /** Whose initials. */
  @property() name = '';
  /** 22 or 28 px. */
  @property() size: 'md' | 'lg' = 'md';

  protected override render(): TemplateResult {
    return html`<span part="base" aria-hidden="true" class=${this.size}>${initials(this.name)}</span>`;
  }
}

/** First letters of the first and the last word: `AO` of Ada Okafor. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
