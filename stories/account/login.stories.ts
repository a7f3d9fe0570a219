import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/account/caas-login.js';
import { fill, offline } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import { SIGNED_IN, serve, type Answers } from '../../test/support/people.js';

const LOGIN = 'POST /api/v1/auth/client/login';
const origins: Record<string, Answers> = {};
serve(origins);

interface Args {
  reason: '' | 'expired' | 'reused' | 'signed-out';
  returnTo: string;
  locale: string;
  headingLevel: number;
}

/** A story with a gateway of its own, which answers every sign-in like this. */
function story(name: string, answers: Answers, args: Partial<Args> = {}): StoryObj<Args> {
  const origin = `https://login-${name}.caas.example`;
  origins[origin] = answers;
  return {
    args,
    render: ({ reason, returnTo, locale, headingLevel }): TemplateResult =>
      html`<caas-login
        api-url=${origin}
        register-url="#register"
        .email=${'ada@meridian.example'}
        .reason=${reason}
        .returnTo=${returnTo}
        .locale=${locale}
        .headingLevel=${headingLevel}
      ></caas-login>`,
  };
}

const meta: Meta<Args> = {
  title: 'Elements/Sign in',
  component: 'caas-login',
  args: { reason: '', returnTo: '', locale: '', headingLevel: 2 },
};
export default meta;

export const Filled = story('filled', { [LOGIN]: SIGNED_IN });

const signIn = fill('caas-login', [{ password: 'krtek blueprint sauna' }]);

/** The answer is on its way. */
export const SigningIn: StoryObj<Args> = {
  ...story('busy', { [LOGIN]: () => new Promise(() => undefined) }),
  play: signIn,
};

/** Any password is refused. */
export const WrongPassword: StoryObj<Args> = {
  ...story('wrong', { [LOGIN]: refusal(401, 'invalid_credentials') }),
  play: signIn,
};

/** The first attempt locks: a clock counts down. */
export const LockedOut: StoryObj<Args> = {
  ...story('locked', {
    [LOGIN]: () =>
      new Response(
        JSON.stringify({
          type: '/docs/errors/account_locked',
          title: 'Locked',
          status: 423,
          code: 'account_locked',
          detail: 'Too many attempts.',
          request_id: 'req_story',
        }),
        {
          status: 423,
          headers: { 'content-type': 'application/problem+json', 'retry-after': '872' },
        },
      ),
  }),
  play: signIn,
};

export const ExpiredSession = story('expired', { [LOGIN]: SIGNED_IN }, { reason: 'expired', returnTo: 'API keys' });

export const Failing: StoryObj<Args> = {
  ...story('failing', { [LOGIN]: refusal(503, 'unavailable') }),
  play: signIn,
};

export const Offline: StoryObj<Args> = { ...story('offline', { [LOGIN]: SIGNED_IN }), ...offline };

/** Neither an address nor a provider around it. */
export const NotSetUp: StoryObj<Args> = { render: () => html`<caas-login></caas-login>` };

export const German = story('german', { [LOGIN]: SIGNED_IN }, { locale: 'de' });
