import { html, nothing, type TemplateResult } from 'lit';
import { codePoints } from '@caas/contract/text.js';
import type { Localize } from '@caas/base/localize.js';
import { field } from '@caas/ui/field.js';
import { select } from '@caas/ui/select.js';
import { EXPIRIES, expiresAt, type Expiry } from './expiry.js';
import type { en } from './locales/en.actions.js';

/** Label and end of new entries. */
export interface EntryOptions {
  readonly label: string;
  readonly expiry: Expiry;
  /** `2026-12-31`; counts where `expiry` is `date`. */
  readonly date: string;
}

export const NO_OPTIONS: EntryOptions = { label: '', expiry: 'never', date: '' };

const LABEL_LENGTH = 200;

/** What is wrong with them, by field. */
export function optionErrors(
  texts: Localize<typeof en>,
  { label, expiry, date }: { label: string; expiry: Expiry | 'keep'; date: string },
  now: number,
): { label?: string; date?: string } {
  return {
    ...(codePoints(label.trim()) > LABEL_LENGTH ? { label: texts.text('labelLong') } : {}),
    ...(expiry === 'date' && !expiresAt('date', date, now, texts.setting.timeZone)
      ? { date: texts.text('datePast') }
      : {}),
  };
}

/** Their fields. */
export function optionFields(
  texts: Localize<typeof en>,
  options: EntryOptions,
  errors: { label?: string; date?: string },
  onChange: (options: EntryOptions) => void,
): TemplateResult {
  return html`${field({
    name: 'label',
    label: texts.text('label'),
    hint: texts.text('labelHint'),
    optional: true,
    autocomplete: 'off',
    value: options.label,
    error: errors.label,
    onInput: (label) => onChange({ ...options, label }),
  })}
  ${select({
    name: 'expiry',
    label: texts.text('expires'),
    hint: texts.text('expiresHint'),
    value: options.expiry,
    options: EXPIRIES.map((value) => ({ value, label: texts.text(`expiry.${value}`) })),
    onChange: (value) => onChange({ ...options, expiry: EXPIRIES.find((expiry) => expiry === value) ?? 'never' }),
  })}
  ${
    options.expiry === 'date'
      ? field({
          name: 'date',
          type: 'date',
          label: texts.text('date'),
          value: options.date,
          error: errors.date,
          onInput: (date) => onChange({ ...options, date }),
        })
      : nothing
  }`;
}
