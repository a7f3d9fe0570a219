import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/account/caas-register.js';
import { refusal } from '../../test/support/fetch.js';
import { registered, serve, type Answers } from '../../test/support/people.js';

const REGISTER = 'POST /api/v1/auth/client/register';
const origins: Record<string, Answers> = {};
serve(origins);

interface Args {
  locale: string;
  headingLevel: number;
  salesContact: string;
}

/** A story with a gateway of its own. */
function story(name: string, answers: Answers, args: Partial<Args> = {}): StoryObj<Args> {
  const origin = `https://register-${name}.caas.example`;
  origins[origin] = answers;
  return {
    args,
    render: ({ locale, headingLevel, salesContact }): TemplateResult =>
      html`<caas-register
        api-url=${origin}
        login-url="#login"
        .locale=${locale}
        .headingLevel=${headingLevel}
        .salesContact=${salesContact}
      ></caas-register>`,
  };
}

const meta: Meta<Args> = {
  title: 'Elements/Registration',
  component: 'caas-register',
  args: { locale: '', headingLevel: 2, salesContact: 'sales@caas.example' },
};
export default meta;

/** Goes through to the first key. */
export const Filled = story('filled', { [REGISTER]: registered() });

/** Every address has an account. */
export const EmailTaken = story('taken', { [REGISTER]: refusal(409, 'email_taken') });

/** Registration is by invitation. */
export const Closed = story('closed', { [REGISTER]: refusal(403, 'registration_closed') });

export const Failing = story('failing', { [REGISTER]: refusal(503, 'unavailable') });

export const German = story('german', { [REGISTER]: registered() }, { locale: 'de' });
