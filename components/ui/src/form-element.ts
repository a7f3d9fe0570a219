import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { forms } from './messages.forms.js';

/** What the kit's form-associated elements share: a name, a label, hint, error and validity in the form around them. */
export abstract class FormElement extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static formAssociated = true;

  /** The name its value is sent under. */
  @property({ reflect: true }) name = '';
  /** What it is; stands above or beside the control. */
  @property() label = '';
  /** How to fill it in; one line. */
  @property() hint = '';
  /** What is wrong and how to fix it; stands in the hint's place and makes the element invalid. */
  @property({ reflect: true }) error = '';
  /** Can't be changed now, and is not sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The form can't be sent without it. Not marked: mark the optional ones. */
  @property({ type: Boolean }) required = false;

  @state() private fieldsetDisabled = false;

  protected readonly internals = this.attachInternals();
  readonly #localize = new Localize(this, forms);

  /** The form around it. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formDisabledCallback(disabled: boolean): void {
    this.fieldsetDisabled = disabled;
  }

  /** What the form sends; null for nothing. */
  protected abstract formValue(): string | null;

  protected get off(): boolean {
    return this.disabled || this.fieldsetDisabled;
  }

  protected override updated(): void {
    const value = this.formValue();
    const anchor = this.renderRoot.querySelector<HTMLElement>('input, select, textarea') ?? undefined;
    this.internals.setFormValue(value);
    if (this.error) this.internals.setValidity({ customError: true }, this.error, anchor);
    else if (this.required && !value)
      this.internals.setValidity({ valueMissing: true }, this.#localize.text('fieldRequired'), anchor);
    else this.internals.setValidity({});
  }

  /** `change` stays inside a shadow root; says it again outside. */
  protected announceChange(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
