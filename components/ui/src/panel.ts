import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from './controls.styles.js';
import { styles } from './panel.styles.js';

/**
 * A bordered part of a page with a title. Never a panel in a panel.
 *
 * @element caas-panel
 * @slot - The content.
 * @slot actions - Ghost or default buttons, at the end of the title's line.
 * @slot footer - Counts and freshness.
 * @csspart base - The panel.
 * @csspart header - The line of the title.
 * @csspart body - Around the content.
 * @csspart footer - The foot.
 * @cssprop [--caas-card-radius=var(--caas-radius-lg)] - Corner radius.
 * @cssprop [--caas-card-padding=var(--caas-space-card)] - Inner distance at start and end.
 * @cssprop [--caas-card-shadow=none] - Shadow.
 * @cssprop [--caas-card-border-color=var(--caas-color-border)] - Border.
 * @example <caas-panel heading="Recent activity" padded>…</caas-panel>
 */
export class Panel extends LitElement {
  static override styles = [controls, styles];

  /** The title. */
  @property() heading = '';
  /** A few muted words beside the title. */
  @property() subheading = '';
  /** Level of the heading in the page's outline. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Puts the panel's distance around the content. */
  @property({ type: Boolean, reflect: true }) padded = false;

  @state() private hasFooter = false;

  protected override render(): TemplateResult {
    return html`<section class="panel" part="base" aria-label=${this.heading || nothing}>
      <header part="header" ?hidden=${!this.heading}>
        <h2 aria-level=${this.headingLevel}>${this.heading}</h2>
        ${this.subheading ? html`<span class="muted">${this.subheading}</span>` : nothing}
        <span class="grow"></span><slot name="actions"></slot>
      </header>
      <div class="body" part="body"><slot></slot></div>
      <div class="foot ${this.hasFooter ? 'filled' : ''}" part="footer">
        <slot name="footer" @slotchange=${this.#onFooter}></slot>
      </div>
    </section>`;
  }

  #onFooter(event: Event): void {
    this.hasFooter = (event.target as HTMLSlotElement).assignedNodes().length > 0;
  }
}
