import { html, nothing, type TemplateResult } from 'lit';
import { codePoints, isEmail } from '@caas/contract/text.js';
import type { Plan } from '@caas/contract/tenant.js';
import type { Localize } from '@caas/base/localize.js';
import { checkbox } from '@caas/ui/checkbox.js';
import { field } from '@caas/ui/field.js';
import type { FormController } from '@caas/ui/form.controller.js';
import { icon } from '@caas/ui/icon.js';
import { building2 } from '@caas/ui/icons.js';
import { radioGroup } from '@caas/ui/radio-group.js';
import type { en } from './locales/en.js';
import type { PasswordAdvice } from './password-advice.controller.js';

/** What registration asks for, as typed. */
export type RegisterValues = {
  company_name: string;
  name: string;
  email: string;
  password: string;
  plan: Plan;
  accept_terms: boolean;
};
type Field = keyof RegisterValues;
type Texts = Localize<typeof en>;

export const STEPS = ['company', 'account', 'plan'] as const;
export type Step = (typeof STEPS)[number];

const FIELDS: Readonly<Record<Step, readonly Field[]>> = {
  company: ['company_name'],
  account: ['name', 'email', 'password'],
  plan: ['plan', 'accept_terms'],
};

/** Fields of the step with this number. */
export function fieldsOf(index: number): readonly Field[] {
  const step = STEPS[index];
  return step ? FIELDS[step] : [];
}

/** Number of the step that asks for a field. */
export function stepOf(name: Field): number {
  return STEPS.findIndex((step) => FIELDS[step].includes(name));
}

/** What is wrong with the values, by field. */
export function faults(values: RegisterValues, texts: Texts, advice: PasswordAdvice): Partial<Record<Field, string>> {
  const company = codePoints(values.company_name.trim());
  return {
    company_name: company < 2 ? texts.text('companyShort') : company > 100 ? texts.text('companyLong') : undefined,
    name: codePoints(values.name.trim()) > 100 ? texts.text('nameLong') : undefined,
    email: emailFault(values.email.trim(), texts),
    password: advice.fault(values.password),
    accept_terms: values.accept_terms ? undefined : texts.text('termsMissing'),
  };
}

function emailFault(email: string, texts: Texts): string | undefined {
  if (!email) return texts.text('emailMissing');
  return isEmail(email.trim()) ? undefined : texts.text('emailInvalid');
}

interface StepOptions {
  texts: Texts;
  form: FormController<RegisterValues>;
  advice: PasswordAdvice;
  hidden: boolean;
  level: number;
  termsUrl: string;
  dpaUrl: string;
  salesContact: string;
  /** Set when the address has an account already. */
  loginUrl: string;
}

/** One step. All three stay in the form, the others hidden, so that values last and password managers see one form. */
export function renderStep(step: Step, options: StepOptions): TemplateResult {
  const titles = { company: 'stepCompany', account: 'stepAccount', plan: 'stepPlan' } as const;
  const content = { company: companyStep, account: accountStep, plan: planStep }[step](options);
  return html`<section ?hidden=${options.hidden} aria-labelledby="step-${step}">
    <div class="step" id="step-${step}" role="heading" aria-level=${options.level}>
      ${options.texts.text(titles[step])}
    </div>
    ${content}
  </section>`;
}

function companyStep({ texts, form }: StepOptions): TemplateResult {
  return field({
    ...form.bind('company_name'),
    label: texts.text('companyName'),
    hint: texts.text('companyHint'),
    autocomplete: 'organization',
  });
}

function accountStep({ texts, form, advice, loginUrl }: StepOptions): TemplateResult {
  return html`
    ${field({ ...form.bind('name'), label: texts.text('name'), autocomplete: 'name', optional: true })}
    ${field({ ...form.bind('email'), type: 'email', label: texts.text('workEmail'), autocomplete: 'username', inputmode: 'email', spellcheck: false })}
    ${loginUrl ? html`<p class="links"><a href=${loginUrl}>${texts.text('signInLink')}</a></p>` : nothing}
    ${field({ ...form.bind('password'), type: 'password', label: texts.text('password'), autocomplete: 'new-password', hint: advice.hint(form.values.password) })}
  `;
}

function planStep({ texts, form, termsUrl, dpaUrl, salesContact }: StepOptions): TemplateResult {
  const links = [
    [termsUrl, texts.text('termsLink')],
    [dpaUrl, texts.text('dpaLink')],
  ].filter(([url]) => url);
  return html`
    ${radioGroup({
      ...form.choose('plan'),
      onChange: (value) => form.set('plan', value as Plan),
      label: texts.text('plan'),
      labelHidden: true,
      cards: true,
      options: [
        { value: 'free', label: texts.text('planFree'), hint: texts.text('planFreeHint') },
        { value: 'business', label: texts.text('planBusiness'), hint: texts.text('planBusinessHint') },
        { value: 'enterprise', label: texts.text('planEnterprise'), hint: texts.text('planEnterpriseHint') },
      ],
    })}
    <div role="status" class=${form.values.plan === 'enterprise' ? '' : 'quiet'}>
      ${form.values.plan === 'enterprise' ? enterprise(texts, salesContact) : nothing}
    </div>
    ${checkbox({ ...form.choose('accept_terms'), checked: form.values.accept_terms, value: 'yes', label: texts.text('terms') })}
    ${links.length > 0 ? html`<div class="links">${links.map(([url, label]) => html`<a href=${url ?? ''} target="_blank" rel="noopener">${label}</a>`)}</div>` : nothing}
  `;
}

function enterprise(texts: Texts, contact: string): TemplateResult {
  return html`<div class="note info">
    ${icon(building2)}
    <div>
      <strong>${texts.text('enterpriseTitle')}</strong>
      <div>${texts.text('enterpriseText')} ${contact ? texts.text('enterpriseContact', contact) : nothing}</div>
    </div>
  </div>`;
}
