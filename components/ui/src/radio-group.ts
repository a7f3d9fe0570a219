import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, fieldId, notes, type FieldBase } from './field.js';
import type { Choice } from './select.js';

export { styles as radioGroupStyles } from './radio-group.styles.js';

/** One choice of a radio group. */
export interface RadioChoice extends Choice {
  /** What it means: one line. */
  hint?: string | TemplateResult | undefined;
}

/** A few choices of which one holds. */
export interface RadioGroupOptions extends FieldBase {
  value: string;
  options: readonly RadioChoice[];
  /** Each choice as a bordered card. */
  cards?: boolean | undefined;
  onChange?: ((value: string) => void) | undefined;
}

/** Native radios under a legend in the caller's root. Needs `radioGroupStyles`, `checkboxStyles` and `fieldStyles` there. */
export function radioGroup(options: RadioGroupOptions): TemplateResult {
  const id = fieldId(options.name);
  return html`<fieldset
    class="radios"
    part="field"
    aria-describedby=${describedBy(options)}
    ?disabled=${options.disabled}
  >
    <legend part="label" class=${options.labelHidden ? 'vh' : ''}>${options.label}</legend>
    <div class="choices">
      ${options.options.map((choice, index) => {
        const checked = choice.value === options.value;
        return html`<label class=${options.cards ? 'card' : ''} part="choice">
          <input
            type="radio"
            part="input"
            id=${index === 0 ? id : `${id}-${index}`}
            name=${options.name}
            value=${choice.value}
            .checked=${live(checked)}
            ?disabled=${choice.disabled}
            aria-invalid=${options.error ? 'true' : nothing}
            aria-describedby=${choice.hint ? `${id}-${index}-hint` : nothing}
            @change=${() => options.onChange?.(choice.value)}
          /><span>${choice.label}</span
          >${choice.hint ? html`<small id="${id}-${index}-hint">${choice.hint}</small>` : nothing}
        </label>`;
      })}
    </div>
    ${notes(id, options.hint, options.error)}
  </fieldset>`;
}
