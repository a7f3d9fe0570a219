import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { placeBeside } from './place.js';
import { styles } from './tooltip.styles.js';

/** How long the pointer rests before it shows, and how long it may be away on its way to the tooltip, in ms. */
const OPENS_AFTER = 300;
const CLOSES_AFTER = 120;

/**
 * Explains what it wraps, on hover and on focus; Esc hides it. The text is also the wrapped element's description.
 *
 * @element caas-tooltip
 * @slot - What is explained: something that can be focused.
 * @csspart base - The box with the text.
 * @example <caas-tooltip text="4 Mar 2026, 09:41:07 CET"><button>2 min ago</button></caas-tooltip>
 */
export class Tooltip extends LitElement {
  static override styles = styles;

  /** The explanation: one short sentence. */
  @property() text = '';

  @query('.tip') private tip!: HTMLElement;

  #timer: ReturnType<typeof setTimeout> | undefined;
  constructor() {
    super();
    this.addEventListener('pointerenter', () => this.#schedule(() => this.#show(), OPENS_AFTER));
    this.addEventListener('pointerleave', () => this.#schedule(() => this.#hide(), CLOSES_AFTER));
    this.addEventListener('focusin', (event) => {
      if ((event.target as Element).matches(':focus-visible')) this.#show();
    });
    this.addEventListener('focusout', () => this.#hide());
  }

  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation(); // this Esc was for the tooltip, not for the dialog around it
    event.preventDefault();
    this.#hide();
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.removeEventListener('keydown', this.#onEscape);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#describe();
  }

  override render(): TemplateResult {
    return html`<slot @slotchange=${this.#describe}></slot>
      <div class="tip" part="base" popover="manual">${this.text}</div>`;
  }

  /** A tooltip in this root cannot be pointed at from outside, so the wrapped element gets the words themselves. */
  #describe(): void {
    const target = this.firstElementChild;
    if (target && target.ariaLabel !== this.text) target.ariaDescription = this.text;
  }

  #schedule(act: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, delay);
  }

  #show(): void {
    clearTimeout(this.#timer);
    if (!this.text || !this.isConnected || this.tip.matches(':popover-open')) return;
    this.tip.showPopover();
    placeBeside(this.tip, this.firstElementChild ?? this, 'center', 'above');
    this.addEventListener('keydown', this.#onEscape);
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.removeEventListener('keydown', this.#onEscape);
    if (this.tip.matches(':popover-open')) this.tip.hidePopover();
  }
}
