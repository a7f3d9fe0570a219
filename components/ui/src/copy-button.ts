import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { copyText, hasMacKeys } from './clipboard.js';
import { rowControls } from './row-controls.styles.js';
import { styles } from './copy-button.styles.js';
import { icon } from './icon.js';
import { check, copy } from './icons.js';
import { messages } from './messages.overlays.js';

/** How long the check shows, in ms. */
const SHOWN = 2000;

/**
 * Copies a text that is no secret. Says so for two seconds; where the browser refuses, it shows the text selected and names the keys.
 *
 * @element caas-copy-button
 * @fires {CustomEvent} caas-copied - After the text reached the clipboard.
 * @csspart base - The button.
 * @example <caas-copy-button value="key_01J9" label="Copy key id of CI"></caas-copy-button>
 */
export class CopyButton extends LitElement {
  static override styles: CSSResultGroup = [rowControls, styles];

  /** The text to copy. */
  @property() value = '';
  /** Names the button; "Copy" where absent. */
  @property() label = '';
  /** Shows the word beside the icon, as a button with a border. */
  @property({ type: Boolean }) labelled = false;

  @state() private outcome: 'copied' | 'refused' | null = null;
  @query('input') private input!: HTMLInputElement | null;

  readonly #localize = new Localize(this, messages);
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.outcome = null;
  }

  override render(): TemplateResult {
    const text = this.#localize;
    const copied = this.outcome === 'copied';
    const word = text.text(copied ? 'copied' : 'copy');
    return html`
      <button
        class=${this.labelled ? 'btn default sm' : 'iconbtn'}
        part="base"
        type="button"
        aria-label=${this.label || text.text('copy')}
        @click=${this.#onClick}
      >
        ${icon(copied ? check : copy, 14)}${this.labelled ? html`<span>${word}</span>` : nothing}
      </button>
      ${this.outcome === 'refused' ? html`<input readonly .value=${this.value} aria-label=${this.#keys} />` : nothing}
      <span class=${this.outcome === 'refused' ? 'hint' : 'vh'} role="status">${this.#announcement}</span>
    `;
  }

  get #announcement(): string {
    if (this.outcome === 'copied') return this.#localize.text('copied');
    return this.outcome === 'refused' ? this.#keys : '';
  }

  get #keys(): string {
    return this.#localize.text(hasMacKeys() ? 'pressCopyMac' : 'pressCopy');
  }

  async #onClick(): Promise<void> {
    clearTimeout(this.#timer);
    this.outcome = (await copyText(this.value)) ? 'copied' : 'refused';
    if (!this.isConnected) return;
    if (this.outcome === 'refused') {
      await this.updateComplete;
      this.input?.select();
      return;
    }
    this.dispatchEvent(new CustomEvent('caas-copied', { bubbles: true }));
    this.#timer = setTimeout(() => (this.outcome = null), SHOWN);
  }
}
