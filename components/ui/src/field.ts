import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icon.js';
import { eye, eyeOff, search, triangleAlert, type Icon } from './icons.js';
import { text } from './messages.forms.js';

export { styles as fieldStyles } from './field.styles.js';

/** What every field template takes. Ids come from `name`, so a name stands once in a root. */
export interface FieldBase {
  name: string;
  label: string;
  /** Keeps the label for assistive technology only. */
  labelHidden?: boolean | undefined;
  hint?: string | TemplateResult | undefined;
  /** Takes the hint's place, and says how to fix it. */
  error?: string | undefined;
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  autofocus?: boolean | undefined;
}

/** A text field. Handlers take the new value. */
export interface FieldOptions extends FieldBase {
  type?: 'text' | 'email' | 'password' | 'search' | 'number' | 'date' | 'tel' | 'url' | 'textarea';
  value: string;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'search' | 'tel' | undefined;
  placeholder?: string | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  rows?: number | undefined;
  spellcheck?: boolean | undefined;
  readonly?: boolean | undefined;
  /** Identifiers, addresses, codes: monospaced, always left to right. */
  mono?: boolean | undefined;
  /** A small icon before the text. */
  icon?: Icon | undefined;
  onInput?: ((value: string) => void) | undefined;
  onChange?: ((value: string) => void) | undefined;
  onBlur?: (() => void) | undefined;
}

/** The id of a field's control, for links and focus. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** Label, hint and error around a control. A kit-internal frame. */
export function frame(options: FieldBase, control: TemplateResult, extra: unknown = nothing): TemplateResult {
  const { name, label, labelHidden, hint, error, optional } = options;
  const id = fieldId(name);
  return html`<div class="fld" part="field">
    <label class=${labelHidden ? 'vh' : ''} part="label" for=${id}
      >${label}${optional ? html` <span class="subtle">${text('optional')}</span>` : nothing}</label
    >
    ${control}${extra}${notes(id, hint, error)}
  </div>`;
}

/** The hint, or the error in its place, with the ids that `describedBy` names. */
export function notes(id: string, hint: FieldBase['hint'], error: string | undefined): TemplateResult | typeof nothing {
  if (error)
    return html`<p class="err" id="${id}-note" part="error">${icon(triangleAlert, 14)}<span>${error}</span></p>`;
  return hint ? html`<p class="hint" id="${id}-note" part="hint">${hint}</p>` : nothing;
}

/** The id for `aria-describedby`, where there is something to read. */
export function describedBy(options: FieldBase): string | typeof nothing {
  return options.error || options.hint ? `${fieldId(options.name)}-note` : nothing;
}

/**
 * A labelled native input in the caller's root (password managers need their inputs in one root). Needs `fieldStyles` there.
 * Hidden labels need the class `vh` of `controls`.
 */
export function field(options: FieldOptions): TemplateResult {
  const { type = 'text', error, onInput, onChange, onBlur } = options;
  const id = fieldId(options.name);
  const password = type === 'password';
  const input = (event: Event) => onInput?.((event.target as HTMLInputElement).value);
  const change = (event: Event) => onChange?.((event.target as HTMLInputElement).value);
  const control =
    type === 'textarea'
      ? html`<textarea
          id=${id}
          name=${options.name}
          part="input"
          .value=${live(options.value)}
          rows=${options.rows ?? 3}
          autocomplete=${options.autocomplete ?? nothing}
          placeholder=${options.placeholder ?? nothing}
          spellcheck=${options.spellcheck ?? nothing}
          ?disabled=${options.disabled}
          ?readonly=${options.readonly}
          ?autofocus=${options.autofocus}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${describedBy(options)}
          @input=${input}
          @change=${change}
          @blur=${() => onBlur?.()}
        ></textarea>`
      : html`<input
          id=${id}
          name=${options.name}
          part="input"
          type=${type}
          .value=${live(options.value)}
          autocomplete=${options.autocomplete ?? nothing}
          inputmode=${options.inputmode ?? nothing}
          placeholder=${options.placeholder ?? nothing}
          spellcheck=${options.spellcheck ?? (password ? 'false' : nothing)}
          autocapitalize=${password || type === 'email' ? 'none' : nothing}
          min=${options.min ?? nothing}
          max=${options.max ?? nothing}
          step=${options.step ?? nothing}
          ?disabled=${options.disabled}
          ?readonly=${options.readonly}
          ?autofocus=${options.autofocus}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${describedBy(options)}
          @input=${input}
          @change=${change}
          @blur=${() => onBlur?.()}
          @keydown=${password ? capsLock : null}
          @keyup=${password ? capsLock : null}
        />`;
  const before = options.icon ?? (type === 'search' ? search : null);
  return frame(
    options,
    html`<div class="field${error ? ' bad' : ''}${options.mono ? ' mono' : ''}" part="control">
      ${before ? icon(before, 14) : nothing}${control}${password ? reveal(id) : nothing}
    </div>`,
    password ? html`<p class="hint" data-caps role="status" hidden>${text('capsLock')}</p>` : nothing,
  );
}

function reveal(id: string): TemplateResult {
  return html`<button
    type="button"
    aria-pressed="false"
    aria-controls=${id}
    aria-label=${text('showPassword')}
    @click=${toggle}
  >
    ${icon(eye)}${icon(eyeOff)}
  </button>`;
}

// Both keep their state in the DOM alone: whether a password is readable is nobody else's business.
function toggle(event: Event): void {
  const button = event.currentTarget as HTMLButtonElement;
  const input = button.parentElement?.querySelector('input');
  const shown = button.ariaPressed !== 'true';
  button.ariaPressed = String(shown);
  if (input) input.type = shown ? 'text' : 'password';
}

function capsLock(event: KeyboardEvent): void {
  const hint = (event.currentTarget as HTMLElement).closest('.fld')?.querySelector<HTMLElement>('[data-caps]');
  if (hint) hint.hidden = !event.getModifierState('CapsLock');
}
