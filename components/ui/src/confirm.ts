import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { copyText } from './clipboard.js';
import { styles } from './confirm.styles.js';
import { Dialog } from './dialog.js';
import { icon } from './icon.js';
import { check, copy, triangleAlert } from './icons.js';

/**
 * Asks before an act with consequences. It only asks: the caller acts on `caas-confirmed`, shows `busy` and `error` meanwhile, and closes
 * it by `open`. With `expect`, the exact text has to be typed first.
 *
 * @element caas-confirm
 * @slot - What the act does: live impact, and the safer alternative.
 * @fires {CustomEvent} caas-confirmed - After a click on the verb. The dialog stays open.
 * @fires {CustomEvent} caas-dismissed - After Cancel or Esc; the dialog has closed itself.
 * @csspart base - The dialog box.
 * @csspart header - The heading.
 * @csspart body - Around the impact.
 * @csspart footer - Around the buttons.
 * @cssprop [--caas-dialog-width=520px] - Width where there is room.
 * @example <caas-confirm heading="Revoke CI?" verb="Revoke key" tone="danger" open>Calls with this key start failing.</caas-confirm>
 */
export class Confirm extends Dialog {
  static override styles: CSSResultGroup = [Dialog.styles, styles];

  /** Verb and object, on the button: "Revoke key". */
  @property() verb = '';
  /** `danger` fills the button red. */
  @property() tone: 'default' | 'danger' = 'default';
  /** The text to type before the button works; none where empty. */
  @property() expect = '';
  /** The act is under way: nothing can be clicked, but Close where `dismissible` is set meanwhile. */
  @property({ type: Boolean }) busy = false;
  /** Why the act failed, shown above the buttons. */
  @property() error = '';

  @state() private typed = '';
  @state() private mismatch = false;
  @state() private copied = false;
  @query('#typed') private input!: HTMLInputElement | null;
  @query('#cancel') private cancel!: HTMLButtonElement | null;

  protected override readonly kind = 'alertdialog';

  protected override get focusTarget(): HTMLElement | null {
    return this.input ?? this.cancel;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('open') && this.open) {
      this.typed = '';
      this.mismatch = false;
      this.copied = false;
    }
    if (changed.has('busy')) this.dismissible = !this.busy;
  }

  protected override renderContent(): TemplateResult {
    const { expect, busy, tone } = this;
    return html`
      <div class="head" part="header"><h2 id="heading">${this.heading}</h2></div>
      <form class="body" part="body" id="form" @submit=${this.#onSubmit}>
        <div class="impact"><slot></slot></div>
        ${expect ? this.#renderExpect() : nothing} ${alert('failure', this.error)}
      </form>
      <div class="actions" part="footer">
        <button
          class="btn default"
          type="button"
          id="cancel"
          aria-disabled=${this.dismissible ? nothing : 'true'}
          @click=${this.dismiss}
        >
          ${this.localize.text(busy && this.dismissible ? 'close' : 'cancel')}
        </button>
        <button
          class=${`btn ${tone === 'danger' ? 'danger' : 'primary'}`}
          type="submit"
          form="form"
          aria-busy=${busy ? 'true' : nothing}
          aria-disabled=${busy || !this.#matches ? 'true' : nothing}
        >
          ${this.verb}
        </button>
      </div>
    `;
  }

  #renderExpect(): TemplateResult {
    const text = this.localize;
    return html`
      <div class="expect">
        <div class="row">
          <label for="typed"
            >${text.text('typeBefore')} <span class="mono">${this.expect}</span> ${text.text('typeAfter')}</label
          >
          <button class="iconbtn" type="button" aria-label=${text.text('copyText', this.expect)} @click=${this.#onCopy}>
            ${icon(this.copied ? check : copy, 14)}
          </button>
          <span class="vh" role="status">${this.copied ? text.text('copied') : nothing}</span>
        </div>
        <input
          id="typed"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          translate="no"
          .value=${this.typed}
          aria-invalid=${this.mismatch ? 'true' : nothing}
          aria-describedby="mismatch"
          @input=${this.#onInput}
        />
        ${alert('mismatch', this.mismatch ? text.text('typeMismatch', this.expect) : '')}
      </div>
    `;
  }

  protected override dismiss(): void {
    if (!this.dismissible) return;
    this.close();
    this.dispatchEvent(new CustomEvent('caas-dismissed'));
  }

  get #matches(): boolean {
    return !this.expect || this.typed.trim() === this.expect.trim();
  }

  #onInput(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    if (this.#matches) this.mismatch = false;
  }

  async #onCopy(): Promise<void> {
    this.copied = await copyText(this.expect);
    this.input?.focus();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (this.busy) return;
    this.mismatch = !this.#matches;
    if (this.mismatch) this.input?.focus();
    else this.dispatchEvent(new CustomEvent('caas-confirmed'));
  }
}

function alert(id: string, text: string): TemplateResult {
  return html`<p class="failure" id=${id} role="alert" ?hidden=${!text}>
    ${text ? html`${icon(triangleAlert)}<span>${text}</span>` : nothing}
  </p>`;
}
