import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/account/caas-register.js';
import { fill, offline } from '../play.js';
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

const COMPANY = { company_name: 'Meridian Freight' };
const ACCOUNT = { email: 'ada@meridian.example', password: 'krtek blueprint sauna' };
const PLAN = { accept_terms: true };
const register = fill('caas-register', [COMPANY, ACCOUNT, PLAN]);

/** Goes through to the first key. */
export const Filled = story('filled', { [REGISTER]: registered() });

/** The second step, and what it asks for. */
export const Account: StoryObj<Args> = {
  ...story('account', { [REGISTER]: registered() }),
  play: fill('caas-register', [COMPANY, {}]),
};

/** The third step. */
export const Plan: StoryObj<Args> = {
  ...story('plan', { [REGISTER]: registered() }),
  play: fill('caas-register', [COMPANY, ACCOUNT]),
};

/** The answer is on its way. */
export const Registering: StoryObj<Args> = {
  ...story('busy', { [REGISTER]: () => new Promise(() => undefined) }),
  play: register,
};

/** The first key, once. */
export const FirstKey: StoryObj<Args> = { ...story('key', { [REGISTER]: registered() }), play: register };

/** Every address has an account: back to the field. */
export const EmailTaken: StoryObj<Args> = {
  ...story('taken', { [REGISTER]: refusal(409, 'email_taken') }),
  play: register,
};

/** The gateway knows the password from lists: back to the field. */
export const CommonPassword: StoryObj<Args> = {
  ...story('common', {
    [REGISTER]: refusal(400, 'invalid_request', { errors: [{ path: 'password', code: 'too_common', message: '' }] }),
  }),
  play: register,
};

/** Registration is by invitation. */
export const Closed: StoryObj<Args> = {
  ...story('closed', { [REGISTER]: refusal(403, 'registration_closed') }),
  play: register,
};

export const Failing: StoryObj<Args> = {
  ...story('failing', { [REGISTER]: refusal(503, 'unavailable') }),
  play: register,
};

export const Offline: StoryObj<Args> = { ...story('offline', { [REGISTER]: registered() }), ...offline };

/** Neither an address nor a provider around it. */
export const NotSetUp: StoryObj<Args> = { render: () => html`<caas-register></caas-register>` };

export const German = story('german', { [REGISTER]: registered() }, { locale: 'de' });
