import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { controls } from './controls.styles.js';
import { icon } from './icon.js';
import { circleCheck, circleX, info, triangleAlert, x } from './icons.js';
import { forms } from './messages.forms.js';
import { styles } from './alert.styles.js';

const ICONS = { info, success: circleCheck, warning: triangleAlert, danger: circleX };

/**
 * A message about the page or a part of it, with its icon. Warnings and dangers interrupt assistive technology when they appear; the others wait.
 *
 * @element caas-alert
 * @slot - What happened and what to do.
 * @slot action - One small button or link.
 * @fires {Event} caas-alert-dismissed - After it was closed; it hides itself.
 * @csspart base - The tinted box.
 * @example <caas-alert tone="warning" heading="Any IP can use your keys">Add the addresses of your servers.</caas-alert>
 */
export class Alert extends LitElement {
  static override styles = [controls, styles];

  /** How serious it is: colour and icon. */
  @property() tone: 'info' | 'success' | 'warning' | 'danger' = 'info';
  /** A few words before the text. */
  @property() heading = '';
  /** Offers to close it. */
  @property({ type: Boolean }) dismissible = false;

  readonly #localize = new Localize(this, forms);

  protected override render(): TemplateResult {
    const urgent = this.tone === 'warning' || this.tone === 'danger';
    return html`<div class="note ${this.tone}" part="base" role=${urgent ? 'alert' : 'status'}>
      <span class="lead ic-${this.tone}">${icon(ICONS[this.tone])}</span>
      <div class="body">
        <div class="text">${this.heading ? html`<b>${this.heading}</b>` : nothing}<slot></slot></div>
        <slot name="action"></slot>
      </div>
      ${this.dismissible ? html`<button class="iconbtn" type="button" aria-label=${this.#localize.text('dismiss')} @click=${this.#onDismiss}>${icon(x)}</button>` : nothing}
    </div>`;
  }

  #onDismiss(): void {
    this.hidden = true;
    this.dispatchEvent(new Event('caas-alert-dismissed', { bubbles: true, composed: true }));
  }
}
