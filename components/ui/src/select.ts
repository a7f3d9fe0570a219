import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, fieldId, frame, type FieldBase } from './field.js';

/** One choice of a select or a radio group. */
export interface Choice {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

/** A native select with its label. */
export interface SelectOptions extends FieldBase {
  value: string;
  options: readonly Choice[];
  autocomplete?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  onBlur?: (() => void) | undefined;
}

/** A labelled native select in the caller's root. Needs `fieldStyles` there. */
export function select(options: SelectOptions): TemplateResult {
  return frame(
    options,
    html`<div class="field${options.error ? ' bad' : ''}" part="control">
      <select
        id=${fieldId(options.name)}
        name=${options.name}
        part="input"
        autocomplete=${options.autocomplete ?? nothing}
        ?disabled=${options.disabled}
        ?autofocus=${options.autofocus}
        aria-invalid=${options.error ? 'true' : nothing}
        aria-describedby=${describedBy(options)}
        @change=${(event: Event) => options.onChange?.((event.target as HTMLSelectElement).value)}
        @blur=${() => options.onBlur?.()}
      >
        ${options.options.map(
          (choice) =>
            html`<option
              value=${choice.value}
              ?disabled=${choice.disabled}
              .selected=${live(choice.value === options.value)}
            >
              ${choice.label}
            </option>`,
        )}
      </select>
    </div>`,
  );
}
