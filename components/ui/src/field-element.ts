import type { TemplateResult } from 'lit';
import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { field, fieldStyles, type FieldOptions } from './field.js';
import { iconStyles } from './icon.js';
import { FormElement } from './form-element.js';

/**
 * A labelled text field. For sign-in forms use the `field()` template: password managers need their inputs in one root.
 *
 * @element caas-field
 * @fires {InputEvent} input - On every keystroke; `value` is the new one.
 * @fires {Event} change - When the value was settled.
 * @csspart field - Label, control and note.
 * @csspart label - The label.
 * @csspart control - The box around the input.
 * @csspart input - The native input.
 * @csspart hint - The hint.
 * @csspart error - The error.
 * @cssprop [--caas-field-radius=var(--caas-radius-md)] - Corner radius.
 * @cssprop [--caas-field-background=var(--caas-color-surface)] - Background.
 * @cssprop [--caas-field-border-color=var(--caas-color-border-control)] - Border.
 * @example <caas-field name="name" label="Name" hint="Where the key is used."></caas-field>
 */
export class Field extends FormElement {
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

  /** Kind of input, or `textarea`. */
  @property() type: NonNullable<FieldOptions['type']> = 'text';
  /** The text. */
  @property() value = '';
  /** Marks it as one that may stay empty. */
  @property({ type: Boolean }) optional = false;
  /** What browsers and password managers may fill in. */
  @property() autocomplete = 'off';
  /** An example; never the label. */
  @property() placeholder = '';
  /** Identifiers, addresses and codes: monospaced, left to right. */
  @property({ type: Boolean }) mono = false;
  /** Keeps the label for assistive technology only. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;
  /** Lines of a textarea. */
  @property({ type: Number }) rows = 3;
  /** Least number or earliest date. */
  @property() min: string | null = null;
  /** Greatest number or latest date. */
  @property() max: string | null = null;
  /** Distance between allowed numbers. */
  @property() step: string | null = null;
  /** Which keyboard a touch screen shows. */
  @property() override inputMode = '';

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

  /** Selects the text. */
  select(): void {
    this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')?.select();
  }

  protected override formValue(): string {
    return this.value;
  }

  protected override render(): TemplateResult {
    return field({
      type: this.type,
      name: this.name || 'value',
      label: this.label,
      labelHidden: this.labelHidden,
      value: this.value,
      hint: this.hint,
      error: this.error,
      optional: this.optional,
      disabled: this.off,
      autocomplete: this.autocomplete,
      placeholder: this.placeholder || undefined,
      mono: this.mono,
      rows: this.rows,
      min: this.min ?? undefined,
      max: this.max ?? undefined,
      step: this.step ?? undefined,
      inputmode: (this.inputMode || undefined) as FieldOptions['inputmode'],
      onInput: (value) => {
        this.value = value;
      },
      onChange: () => this.announceChange(),
    });
  }
}
