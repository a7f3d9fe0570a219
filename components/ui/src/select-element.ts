import { css, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fieldStyles } from './field.js';
import { FormElement } from './form-element.js';
import { iconStyles } from './icon.js';
import { select, type Choice } from './select.js';

/**
 * A labelled native select.
 *
 * @element caas-select
 * @fires {Event} change - After another choice; `value` is the new one.
 * @csspart field - Label, control and note.
 * @csspart label - The label.
 * @csspart control - The box around the select.
 * @csspart input - The native select.
 * @csspart hint - The hint.
 * @csspart error - The error.
 * @example <caas-select label="Expires" .options=${[{ value: '90', label: 'In 90 days' }]} value="90"></caas-select>
 */
export class Select extends FormElement {
  static override styles = [
    iconStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** The chosen value. */
  @property() value = '';
  /** The choices in order. */
  @property({ attribute: false }) options: readonly Choice[] = [];
  /** Marks it as one that may stay empty. */
  @property({ type: Boolean }) optional = false;
  /** Keeps the label for assistive technology only. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;

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

  protected override formValue(): string {
    return this.value || (this.options[0]?.value ?? ''); // a native select shows its first option
  }

  protected override render(): TemplateResult {
    return select({
      name: this.name || 'value',
      label: this.label,
      labelHidden: this.labelHidden,
      value: this.value,
      options: this.options,
      hint: this.hint,
      error: this.error,
      optional: this.optional,
      disabled: this.off,
      onChange: (value) => {
        this.value = value;
        this.announceChange();
      },
    });
  }
}
