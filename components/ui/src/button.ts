import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from './controls.styles.js';
import { styles } from './button.styles.js';

/**
 * A button, or a link that looks like one. While busy it keeps its width and label, shows a spinner and ignores clicks.
 *
 * @element caas-button
 * @slot - The label: verb and object.
 * @csspart base - The native button or link.
 * @cssprop [--caas-button-radius=var(--caas-radius-md)] - Corner radius.
 * @cssprop [--caas-button-height=var(--caas-size-control)] - Least height.
 * @cssprop [--caas-button-font-weight=var(--caas-weight-medium)] - Weight of the label.
 * @example <caas-button variant="primary" type="submit">Create key</caas-button>
 */
export class Button extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static formAssociated = true;
  static override styles = [controls, styles];

  /** How much it asks for attention; one primary a page, danger only inside a dialog. */
  @property() variant: 'primary' | 'default' | 'ghost' | 'danger' = 'default';
  /** Small inside panels, large on pages of one form. */
  @property() size: 'sm' | 'md' | 'lg' = 'md';
  /** The action is under way. */
  @property({ type: Boolean }) busy = false;
  /** Can't be used now; say why nearby. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** `submit` sends the form around it. */
  @property() type: 'button' | 'submit' = 'button';
  /** Makes it a link. */
  @property() href: string | null = null;
  /** Accessible name, when the content is only an icon. */
  @property() label = '';

  @state() private fieldsetDisabled = false;

  readonly #internals = this.attachInternals();
  #form: HTMLFormElement | null = null;

  constructor() {
    super();
    this.addEventListener('click', this.#onAnyClick, { capture: true });
    this.addEventListener('click', this.#onClick);
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('keydown', this.#onKey);
    form?.addEventListener('keydown', this.#onKey);
    this.#form = form;
  }

  formDisabledCallback(disabled: boolean): void {
    this.fieldsetDisabled = disabled;
  }

  protected override render(): TemplateResult {
    const classes = `btn ${this.variant} ${this.size}`;
    if (this.href !== null && !this.#blocked) {
      return html`<a class=${classes} part="base" href=${this.href} aria-label=${this.label || nothing}
        ><slot></slot
      ></a>`;
    }
    return html`<button
      class=${classes}
      part="base"
      type="button"
      ?disabled=${this.#off}
      aria-disabled=${this.busy ? 'true' : nothing}
      aria-busy=${this.busy ? 'true' : nothing}
      aria-label=${this.label || nothing}
    >
      <slot></slot>
    </button>`;
  }

  get #off(): boolean {
    return this.disabled || this.fieldsetDisabled;
  }

  get #blocked(): boolean {
    return this.#off || this.busy;
  }

  readonly #onAnyClick = (event: Event): void => {
    if (!this.#blocked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  readonly #onClick = (event: Event): void => {
    if (this.type === 'submit' && !event.defaultPrevented) this.#internals.form?.requestSubmit();
  };

  // Browsers submit on Enter only where the form holds a native submit button.
  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    if (this.type !== 'submit' || event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    if (!(target instanceof HTMLInputElement) || target.type === 'checkbox' || target.type === 'radio') return;
    event.preventDefault();
    if (!this.#blocked) this.#form?.requestSubmit();
  };
}
