import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { Checkbox } from './checkbox-element.js';
import { describedBy, fieldId, fieldStyles, notes } from './field.js';
import { iconStyles } from './icon.js';
import { styles } from './switch.styles.js';

/**
 * Turns something on or off at once; a choice that waits for Save is a checkbox.
 *
 * @element caas-switch
 * @fires {Event} change - After it was turned; `checked` is the new state.
 * @csspart field - Label, switch and note.
 * @csspart label - The label.
 * @csspart input - The native checkbox, drawn as a switch.
 * @csspart hint - The hint.
 * @csspart error - The error.
 * @example <caas-switch label="Read receipts" checked></caas-switch>
 */
export class Switch extends Checkbox {
  static override styles = [iconStyles, fieldStyles, styles];

  protected override render(): TemplateResult {
    const name = this.name || 'value';
    const id = fieldId(name);
    return html`<div class="switch" part="field">
      <label part="label" for=${id}>${this.label}</label>
      <input
        type="checkbox"
        role="switch"
        aria-checked=${this.checked ? 'true' : 'false'}
        part="input"
        id=${id}
        .checked=${live(this.checked)}
        ?disabled=${this.off}
        aria-invalid=${this.error ? 'true' : nothing}
        aria-describedby=${describedBy(this)}
        @change=${(event: Event) => this.onToggle((event.target as HTMLInputElement).checked)}
      />
      ${notes(id, this.hint, this.error)}
    </div>`;
  }
}
