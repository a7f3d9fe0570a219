import { css, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { checkboxStyles } from './checkbox.js';
import { fieldStyles } from './field.js';
import { FormElement } from './form-element.js';
import { iconStyles } from './icon.js';
import { radioGroup, radioGroupStyles, type RadioChoice } from './radio-group.js';

/**
 * A few choices of which one holds, as lines or as cards.
 *
 * @element caas-radio-group
 * @fires {Event} change - After another choice; `value` is the new one.
 * @csspart field - The whole group.
 * @csspart label - The legend.
 * @csspart choice - One choice.
 * @csspart input - A native radio.
 * @csspart hint - The hint.
 * @csspart error - The error.
 * @example <caas-radio-group label="Plan" value="free" .options=${[{ value: 'free', label: 'Free' }]}></caas-radio-group>
 */
export class RadioGroup extends FormElement {
  static override styles = [
    iconStyles,
    fieldStyles,
    checkboxStyles,
    radioGroupStyles,
    css`
      :host {
        display: block;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** The chosen value; empty for none. */
  @property() value = '';
  /** The choices in order. */
  @property({ attribute: false }) options: readonly RadioChoice[] = [];
  /** Each choice as a bordered card. */
  @property({ type: Boolean }) cards = false;

  #first = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#first ||= this.value;
  }

  formResetCallback(): void {
    this.value = this.#first;
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  protected override formValue(): string | null {
    return this.value || null;
  }

  protected override render(): TemplateResult {
    return radioGroup({
      name: this.name || 'value',
      label: this.label,
      value: this.value,
      options: this.options,
      cards: this.cards,
      hint: this.hint,
      error: this.error,
      disabled: this.off,
      onChange: (value) => {
        this.value = value;
        this.announceChange();
      },
    });
  }
}
