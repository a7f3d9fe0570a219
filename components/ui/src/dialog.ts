import { LitElement, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { controls } from './controls.styles.js';
import { styles } from './dialog.styles.js';
import { firstFocusable } from './focus.js';
import { keepFocus } from './focus-return.js';
import { icon } from './icon.js';
import { x } from './icons.js';
import { messages } from './messages.overlays.js';

/**
 * Asks for something above the page: traps focus and gives it back (to what took the place of its opener, where that is gone), closes on Esc and on a click beside it. On a small screen it is a sheet.
 *
 * @element caas-dialog
 * @slot - What the dialog asks for. The first field, or what has `autofocus`, gets the focus.
 * @slot footer - The buttons, the one that goes on last.
 * @fires {CustomEvent} caas-dialog-closed - After it closed, by whomever. Does not bubble.
 * @csspart base - The dialog box.
 * @csspart header - Heading and close button.
 * @csspart body - Around the content.
 * @csspart footer - Around the buttons.
 * @cssprop [--caas-dialog-width=520px] - Width where there is room.
 * @cssprop [--caas-dialog-radius=var(--caas-radius-lg)] - Its corners.
 * @example <caas-dialog heading="Create key" open><p>…</p><button slot="footer">Create key</button></caas-dialog>
 */
export class Dialog extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** Names the dialog. */
  @property() heading = '';
  /** Whether it shows. Turns false by itself when the user closes it. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Whether Esc, the close button and a click beside it close it. True unless set to false. */
  @property({ attribute: false }) dismissible = true;
  /** Asks "Discard changes?" before the user's closing: set it while something typed is not saved. */
  @property({ type: Boolean, attribute: 'confirm-discard' }) confirmDiscard = false;

  @state() private hasFooter = false;
  @state() private asking = false;
  @query('.dlg') private dialog!: HTMLDialogElement;
  @query('.ask') private ask!: HTMLDialogElement;

  protected readonly localize = new Localize(this, messages);
  /** Role of the box. */
  protected readonly kind: 'dialog' | 'alertdialog' = 'dialog';
  /** Whether the close button shows though the footer has buttons. */
  protected readonly alwaysCloses: boolean = false;
  #giveFocusBack!: () => void;
  #pressedBeside = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.open) this.#showModal(); // moved within the page
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.open) this.#giveFocusBack();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Before slotchange says so: what gets the focus may stand in the footer.
    if (changed.has('open')) this.hasFooter = this.querySelector(':scope > [slot="footer"]') !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open) this.#showModal();
    else if (changed.get('open')) this.#hide();
  }

  /** Opens it. */
  show(): void {
    this.open = true;
  }

  /** Closes it without asking. */
  close(): void {
    this.open = false;
  }

  override render(): TemplateResult {
    return html`
      <dialog
        class="dlg"
        part="base"
        role=${this.kind}
        aria-labelledby="heading"
        @keydown=${this.#onKeydown}
        @cancel=${this.#onCancel}
        @close=${this.#onClose}
        @pointerdown=${this.#onPointerdown}
        @click=${this.#onClick}
      >
        ${this.renderContent()}
      </dialog>
      <dialog
        class="dlg ask"
        role="alertdialog"
        aria-labelledby="ask"
        @keydown=${this.#onAskKeydown}
        @close=${this.#onAskClose}
      >
        ${this.asking ? this.#renderAsk() : nothing}
      </dialog>
    `;
  }

  /** What gets the focus when it opens; the box itself where null. */
  protected get focusTarget(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[autofocus]') ?? firstFocusable(this);
  }

  protected renderContent(): TemplateResult {
    return html`
      <div class="head" part="header">
        <h2 id="heading">${this.heading}</h2>
        ${this.dismissible && (this.alwaysCloses || !this.hasFooter) ? this.#renderClose() : nothing}
      </div>
      <div class="body" part="body"><slot></slot></div>
      <div class="actions" part="footer" ?hidden=${!this.hasFooter}>
        <slot name="footer" @slotchange=${this.#onFooterChange}></slot>
      </div>
    `;
  }

  #renderClose(): TemplateResult {
    return html`<button class="iconbtn" type="button" aria-label=${this.localize.text('close')} @click=${this.dismiss}>
      ${icon(x)}
    </button>`;
  }

  #renderAsk(): TemplateResult {
    const text = this.localize;
    return html`
      <div class="head"><h2 id="ask">${text.text('discardTitle')}</h2></div>
      <div class="body"><p class="muted">${text.text('discardText')}</p></div>
      <div class="actions">
        <button class="btn default" type="button" @click=${this.#endAsk}>${text.text('keepEditing')}</button>
        <button class="btn danger" type="button" @click=${this.#onDiscard}>${text.text('discard')}</button>
      </div>
    `;
  }

  /** The user wants out: closes, asks first, or does nothing where it may not be dismissed. */
  protected dismiss(): void {
    if (!this.dismissible) return;
    if (!this.confirmDiscard) {
      this.close();
      return;
    }
    this.asking = true;
    void this.updateComplete.then(() => this.ask.showModal());
  }

  #showModal(): void {
    if (this.dialog.open) return;
    this.#giveFocusBack = keepFocus();
    this.dialog.showModal();
    this.focusTarget?.focus();
  }

  #hide(): void {
    this.#endAsk();
    this.dialog.close();
    this.#giveFocusBack();
    this.dispatchEvent(new CustomEvent('caas-dialog-closed'));
  }

  #onFooterChange(event: Event): void {
    this.hasFooter = (event.target as HTMLSlotElement).assignedNodes({ flatten: true }).length > 0;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault(); // a second Esc would close the box past its cancel event
    this.dismiss();
  }

  #onCancel(event: Event): void {
    if (event.target !== this.dialog) return; // a file picker inside was cancelled
    event.preventDefault();
    this.dismiss();
  }

  #onClose(event: Event): void {
    // the event comes late: by then the box may be open anew
    if (event.target !== this.dialog || !this.open || this.dialog.open) return;
    if (this.dismissible) this.close();
    else this.dialog.showModal(); // some browsers close on a second back gesture whatever the cancel event said
  }

  #onPointerdown(event: PointerEvent): void {
    this.#pressedBeside = event.target === this.dialog;
  }

  /** The box has no padding, so what hits the box itself hits its backdrop; a selection dragged out of it does not count. */
  #onClick(event: MouseEvent): void {
    if (event.target === this.dialog && this.#pressedBeside) this.dismiss();
    this.#pressedBeside = false;
  }

  #onAskKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#endAsk();
  }

  #onAskClose(): void {
    this.asking = this.ask.open;
  }

  #endAsk(): void {
    this.ask.close();
    this.asking = false;
  }

  #onDiscard(): void {
    this.#endAsk();
    this.close();
  }
}
