import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, fieldId, notes, type FieldBase } from './field.js';

export { styles as checkboxStyles } from './checkbox.styles.js';

/** A checkbox with its label. */
export interface CheckboxOptions extends Omit<FieldBase, 'label' | 'optional'> {
  label: string | TemplateResult;
  checked: boolean;
  indeterminate?: boolean | undefined;
  /** What the form sends; `on` where absent. */
  value?: string | undefined;
  onChange?: ((checked: boolean) => void) | undefined;
}

/** A labelled native checkbox in the caller's root. Needs `checkboxStyles` there, and `fieldStyles` for hint and error. */
export function checkbox(options: CheckboxOptions): TemplateResult {
  const id = fieldId(options.name);
  return html`<div class="check" part="field">
    <input
      type="checkbox"
      id=${id}
      name=${options.name}
      part="input"
      value=${options.value ?? 'on'}
      .checked=${live(options.checked)}
      .indeterminate=${live(options.indeterminate ?? false)}
      ?disabled=${options.disabled}
      ?autofocus=${options.autofocus}
      aria-invalid=${options.error ? 'true' : nothing}
      aria-describedby=${describedBy({ ...options, label: '' })}
      @change=${(event: Event) => options.onChange?.((event.target as HTMLInputElement).checked)}
    /><label for=${id} part="label" class=${options.labelHidden ? 'vh' : ''}>${options.label}</label
    >${notes(id, options.hint, options.error)}
  </div>`;
}
