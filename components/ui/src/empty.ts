import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon, iconStyles } from './icon.js';
import type { Icon } from './icons.js';
import { styles } from './empty.styles.js';

/**
 * Says that there is nothing yet and what to do first. Not for errors, and not for filters that match nothing.
 *
 * @element caas-empty
 * @slot - One sentence.
 * @slot action - One primary button, then a link.
 * @csspart base - The centred block.
 * @csspart heading - The title.
 * @example <caas-empty heading="Create your first key">Your servers sign in with it.</caas-empty>
 */
export class Empty extends LitElement {
  static override styles = [iconStyles, styles];

  /** An active title: "Create your first key". */
  @property() heading = '';
  /** Level of the heading in the page's outline. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
  /** One of `@caas/ui/icons.js`. */
  @property({ attribute: false }) icon: Icon | null = null;

  @state() private hasAction = false;

  protected override render(): TemplateResult {
    return html`<div part="base">
      ${this.icon ? icon(this.icon, 32) : nothing}
      <p class="title" part="heading" role="heading" aria-level=${this.headingLevel}>${this.heading}</p>
      <span class="text"><slot></slot></span>
      <span class="action ${this.hasAction ? 'filled' : ''}"
        ><slot name="action" @slotchange=${this.#onSlot}></slot
      ></span>
    </div>`;
  }

  #onSlot(event: Event): void {
    this.hasAction = (event.target as HTMLSlotElement).assignedElements().length > 0;
  }
}
