import { css, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { checkbox, checkboxStyles } from './checkbox.js';
import { fieldStyles } from './field.js';
import { FormElement } from './form-element.js';
import { iconStyles } from './icon.js';

/**
 * A labelled checkbox.
 *
 * @element caas-checkbox
 * @fires {Event} change - After it was ticked or cleared; `checked` is the new state.
 * @csspart field - Box, label and note.
 * @csspart label - The label.
 * @csspart input - The native checkbox.
 * @csspart hint - The hint.
 * @csspart error - The error.
 * @example <caas-checkbox name="scopes" value="read" label="read" hint="List and read."></caas-checkbox>
 */
export class Checkbox extends FormElement {
  static override styles = [
    iconStyles,
    fieldStyles,
    checkboxStyles,
    css`
      :host {
        display: block;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** It is ticked. */
  @property({ type: Boolean }) checked = false;
  /** Some, but not all, of what it stands for. */
  @property({ type: Boolean }) indeterminate = false;
  /** What the form sends when ticked. */
  @property() value = 'on';

  #first = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#first ||= this.checked;
  }

  formResetCallback(): void {
    this.checked = this.#first;
  }

  formStateRestoreCallback(state: string | null): void {
    this.checked = state !== null;
  }

  protected override formValue(): string | null {
    return this.checked ? this.value : null;
  }

  protected onToggle(checked: boolean): void {
    this.checked = checked;
    this.indeterminate = false;
    this.announceChange();
  }

  protected override render(): TemplateResult {
    return checkbox({
      name: this.name || 'value',
      label: this.label,
      hint: this.hint,
      error: this.error,
      checked: this.checked,
      indeterminate: this.indeterminate,
      value: this.value,
      disabled: this.off,
      onChange: (checked) => this.onToggle(checked),
    });
  }
}
