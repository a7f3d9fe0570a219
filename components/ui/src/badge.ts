import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from './controls.styles.js';

/**
 * A short state with its colour and a dot. The text carries the meaning, never the colour alone.
 *
 * @element caas-badge
 * @slot - One or two words.
 * @csspart base - The pill.
 * @cssprop [--caas-badge-radius=var(--caas-radius-full)] - Corner radius.
 * @example <caas-badge tone="success">Active</caas-badge>
 */
export class Badge extends LitElement {
  static override styles = [
    controls,
    css`
      .badge.plain::before {
        content: none;
      }
      :host {
        display: inline-flex;
        max-inline-size: 100%;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** What kind of state it is. */
  @property() tone: 'success' | 'warning' | 'danger' | 'info' | 'neutral' = 'neutral';
  /** Without the dot. */
  @property({ type: Boolean }) plain = false;

  protected override render(): TemplateResult {
    return html`<span part="base" class="badge ${this.tone} ${this.plain ? 'plain' : ''}"><slot></slot></span>`;
  }
}
