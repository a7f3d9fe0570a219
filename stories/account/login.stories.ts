import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/account/caas-login.js';
import type { SignInReason } from '@caas/account/caas-login.js';
import { fill, offline } from '../play.js';
import { refusal, type Reply } from '../../test/support/fetch.js';
import { SIGNED_IN, serve, signInOptions, type Answers } from '../../test/support/people.js';

const LOGIN = 'POST /api/v1/auth/client/login';
const origins: Record<string, Answers> = {};
serve(origins);

interface Args {
  reason: SignInReason;
  providerError: string;
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
    render: ({ reason, returnTo, locale, headingLevel, providerError }): TemplateResult =>
      html`<caas-login
        api-url=${origin}
        register-url="#register"
        forgot-url="#forgot"
        provider-error=${providerError}
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
  args: { reason: '', returnTo: '', locale: '', headingLevel: 2, providerError: '' },
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

const ASKED: Reply = {
  status: 200,
  json: { mfa_required: true, mfa_token: 'mfa-token-of-this-story', methods: ['totp', 'recovery_code', 'passkey'] },
};

/** The password was right; the code of the app is asked for. Any is refused. */
export const SecondStep: StoryObj<Args> = {
  ...story('second', {
    [LOGIN]: ASKED,
    'POST /v1/mfa/challenge': refusal(401, 'mfa_code_invalid', { attempts_left: 4 }),
  }),
  play: signIn,
};

/** All ways a gateway can have. */
export const EveryWay = story('ways', {
  [LOGIN]: SIGNED_IN,
  'GET /api/v1/auth/client/sign-in-options': signInOptions({ providers: ['google', 'github'], passkeys: true }),
});

/** The way back from a provider without an account here. */
export const ProviderFailed = story('provider', { [LOGIN]: SIGNED_IN }, { providerError: 'oauth_no_account' });

/** After a reset. */
export const PasswordChanged = story('changed', { [LOGIN]: SIGNED_IN }, { reason: 'password-changed' });

export const ExpiredSession = story('expired', { [LOGIN]: SIGNED_IN }, { reason: 'expired', returnTo: 'API keys' });

export const Failing: StoryObj<Args> = {
  ...story('failing', { [LOGIN]: refusal(503, 'unavailable') }),
  play: signIn,
};

export const Offline: StoryObj<Args> = { ...story('offline', { [LOGIN]: SIGNED_IN }), ...offline };

/** Neither an address nor a provider around it. */
export const NotSetUp: StoryObj<Args> = { render: () => html`<caas-login></caas-login>` };

export const German = story('german', { [LOGIN]: SIGNED_IN }, { locale: 'de' });
