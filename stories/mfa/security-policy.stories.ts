import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/mfa/caas-security-policy.js';
import { offline } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import { MEMBERS, POLICY, member, policy, policyAnswers } from '../../test/support/factors.js';
import { serve, type Answers } from '../../test/support/people.js';

const origins: Record<string, Answers> = {};
serve(origins);

interface Args {
  readonly: boolean;
  locale: string;
}

/** A story with a gateway of its own. */
function story(name: string, answers: Answers, args: Partial<Args> = {}): StoryObj<Args> {
  const origin = `https://policy-${name}.caas.example`;
  origins[origin] = answers;
  return {
    args,
    render: ({ readonly, locale }): TemplateResult =>
      html`<caas-security-policy
        api-url=${origin}
        .getToken=${() => 'story'}
        .readonly=${readonly}
        .locale=${locale}
      ></caas-security-policy>`,
  };
}

const required = policy({ mfa_required: true, mfa_required_since: '2026-03-04T09:00:00.000Z' });

const meta: Meta<Args> = {
  title: 'Elements/Security policy',
  component: 'caas-security-policy',
  args: { readonly: false, locale: '' },
};
export default meta;

/** Nothing is required yet; two people have no second factor. */
export const NotRequired = story('off', policyAnswers());

export const Required = story('on', policyAnswers(required));

/** Nobody is missing. */
export const Everyone = story(
  'everyone',
  policyAnswers(required, 'owner', {
    [MEMBERS]: { status: 200, json: { items: [member('Ada Okafor', { totp: true })], next_cursor: null } },
  }),
);

export const Loading = story(
  'loading',
  policyAnswers(policy(), 'owner', { [POLICY]: () => new Promise(() => undefined) }),
);

/** The list of people fails, the policy works. */
export const PartlyFailing = story(
  'partly',
  policyAnswers(required, 'owner', { [MEMBERS]: refusal(400, 'invalid_request') }),
);

export const Failing = story(
  'failing',
  policyAnswers(policy(), 'owner', { [POLICY]: refusal(400, 'invalid_request') }),
);

/** A viewer sees what holds. */
export const ReadOnly = story('readonly', policyAnswers(required, 'viewer'));

export const Offline: StoryObj<Args> = { ...story('offline', policyAnswers(required)), ...offline };

export const German = story('german', policyAnswers(required), { locale: 'de' });
