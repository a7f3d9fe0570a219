import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

/**
 * One panel of `<caas-tabs>`. It stays in the document while another is shown.
 *
 * @element caas-tab
 * @slot - What the panel shows.
 * @example <caas-tab value="profile" label="Profile">…</caas-tab>
 */
export class Tab extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    :host(:not([active])) {
      display: none;
    }
  `;

  /** Names the tab in `<caas-tabs value>`. */
  @property() value = '';
  /** Text of the tab. */
  @property() label = '';
  /** Whether it is shown; `<caas-tabs>` sets it. */
  @property({ type: Boolean, reflect: true }) active = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'tabpanel';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('label') && !changed.has('value')) return;
    this.ariaLabel = this.label;
    this.dispatchEvent(new CustomEvent('caas-tab-labelled', { bubbles: true })); // the row of tabs follows
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
