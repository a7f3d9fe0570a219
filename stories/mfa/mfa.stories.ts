import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { MfaStatus } from '@caas/contract/mfa.js';
import '@caas/mfa/caas-mfa.js';
import { clickIn, offline } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import { MFA, VERIFY, bothFactors, mfaAnswers, noFactor, passkey } from '../../test/support/factors.js';
import { serve, type Answers } from '../../test/support/people.js';

const origins: Record<string, Answers> = {};
serve(origins);

interface Args {
  readonly: boolean;
  locale: string;
  headingLevel: number;
}

/** A story with a gateway of its own. */
function story(name: string, status: MfaStatus, more: Answers = {}, args: Partial<Args> = {}): StoryObj<Args> {
  const origin = `https://mfa-${name}.caas.example`;
  origins[origin] = mfaAnswers(status, more);
  return {
    args,
    render: ({ readonly, locale, headingLevel }): TemplateResult =>
      html`<caas-mfa
        api-url=${origin}
        .getToken=${() => 'story'}
        .readonly=${readonly}
        .locale=${locale}
        .headingLevel=${headingLevel}
      ></caas-mfa>`,
  };
}

const meta: Meta<Args> = {
  title: 'Elements/Two-factor sign-in',
  component: 'caas-mfa',
  args: { readonly: false, locale: '', headingLevel: 2 },
};
export default meta;

/** An app and two passkeys. */
export const On = story('on', bothFactors());

/** Nothing is set up yet: the empty state. */
export const Off = story('off', noFactor());

export const Loading = story('loading', noFactor(), { [MFA]: () => new Promise(() => undefined) });

/** Step 1 of 3. */
export const Scan: StoryObj<Args> = {
  ...story('scan', noFactor()),
  play: ({ canvasElement }) => clickIn(canvasElement, 'Set up'),
};

/** Step 2 of 3, with a wrong code behind it. */
export const Confirm: StoryObj<Args> = {
  ...story('confirm', noFactor(), { [VERIFY]: refusal(400, 'code_invalid', { attempts_left: 4 }) }),
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'Set up');
    await clickIn(canvasElement, 'Next');
  },
};

/** Few recovery codes left. */
export const FewCodes = story('few', bothFactors({ recovery_codes_left: 1 }));

/** The company requires a second factor, and this member has some days left. */
export const Grace = story(
  'grace',
  noFactor({ enforced: true, grace_until: new Date(Date.now() + 5 * 86_400_000).toISOString() }),
);

/** The time to set one up is over. */
export const GraceOver = story('grace-over', noFactor({ enforced: true, grace_until: '2026-01-05T09:00:00.000Z' }));

/** Required, and the app is the last factor: it can't be turned off. */
export const Enforced = story('enforced', bothFactors({ enforced: true, passkeys: [] }));

/** An address without passkeys. */
export const NoPasskeys = story('no-passkeys', bothFactors({ passkey_host: null, passkeys: [] }));

/** Asks for a code before the app is turned off. */
export const TurnOff: StoryObj<Args> = {
  ...story('turn-off', bothFactors()),
  play: ({ canvasElement }) => clickIn(canvasElement, 'Turn off'),
};

/** Asks for a name, then the browser asks for the finger. */
export const AddPasskey: StoryObj<Args> = {
  ...story('add-passkey', bothFactors()),
  play: ({ canvasElement }) => clickIn(canvasElement, 'Add passkey'),
};

export const Failing = story('failing', noFactor(), { [MFA]: refusal(400, 'invalid_request') });

/** Shown without any action. */
export const ReadOnly = story('readonly', bothFactors(), {}, { readonly: true });

/** What is known stays; nothing can be changed. */
export const Offline: StoryObj<Args> = { ...story('offline', bothFactors()), ...offline };

/** A name of 80 emoji. */
export const HostileName = story('hostile', bothFactors({ passkeys: [passkey({ name: '🔑'.repeat(80) })] }));

/** Neither an address nor a provider around it. */
export const NotSetUp: StoryObj<Args> = { render: () => html`<caas-mfa></caas-mfa>` };

export const German = story('german', bothFactors(), {}, { locale: 'de' });
