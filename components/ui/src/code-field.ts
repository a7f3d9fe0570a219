import type { TemplateResult } from 'lit';
import { field, type FieldBase } from './field.js';

const WHOLE = /^\d{6}$/;

/** A field for a code of six digits, from a mail or an app. */
export interface CodeFieldOptions extends FieldBase {
  value: string;
  /** Takes what was typed or pasted, without blanks and dashes. */
  onInput: (value: string) => void;
  onBlur?: (() => void) | undefined;
  /** The sixth digit is there: a place to send the code without a click. */
  onWhole?: (() => void) | undefined;
}

/** One field, not six: paste, autofill and screen readers work, and devices offer the code they got. Needs `fieldStyles` in the root. */
export function codeField({ onInput, onWhole, ...options }: CodeFieldOptions): TemplateResult {
  return field({
    ...options,
    mono: true,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    spellcheck: false,
    onInput: (typed) => {
      const value = typed.replace(/[\s-]+/g, '');
      onInput(value);
      if (WHOLE.test(value) && value !== options.value) onWhole?.();
    },
  });
}

/** Whether this is a whole code. */
export function isCode(value: string): boolean {
  return WHOLE.test(value);
}
