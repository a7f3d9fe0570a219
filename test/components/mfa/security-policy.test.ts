import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/mfa/caas-security-policy.js';
import type { SecurityPolicyChangedEvent, SecurityPolicyPanel } from '@caas/mfa/caas-security-policy.js';
import { accessibleAtRest } from '../../support/at-rest.js';
import { POLICY, SET_POLICY, policy, policyAnswers } from '../../support/factors.js';
import { refusal, type Seen } from '../../support/fetch.js';
import { serve, type Answers } from '../../support/people.js';
import {
  allByRole,
  byName,
  click,
  everything,
  mountOne,
  record,
  settle,
  textOf,
  type,
  type Around,
} from '../../support/ui.js';

const API = 'https://policy.test';

describe('caas-security-policy', () => {
  let end = (): void => undefined;
  let seen: Seen[] = [];
  afterEach(() => end());

  async function open(answers: Answers, around: Around = {}): Promise<SecurityPolicyPanel> {
    const server = serve({ [API]: answers });
    end = server.restore;
    seen = server.seen;
    const element = await mountOne(
      'caas-security-policy',
      html`<caas-security-policy api-url=${API} .getToken=${() => 'token'} locale="en"></caas-security-policy>`,
      around,
    );
    await waitUntil(
      () => !everything(element).some(({ localName }) => localName === 'caas-skeleton'),
      'content is there',
    );
    await settle(element);
    return element;
  }

  const saved = (): unknown[] =>
    seen.filter(({ method, url }) => `${method} ${url.pathname}` === SET_POLICY).map(({ body }) => body);
  const shows = (element: Element, text: string): Promise<void> =>
    waitUntil(() => textOf(element).includes(text), `shows "${text}"`);

  it('names who lacks a second factor, and requires one of everyone with days of grace', async () => {
    const element = await open(policyAnswers());
    const changes = record(document, 'caas-security-policy-changed') as SecurityPolicyChangedEvent[];
    await shows(element, '2 people have no second factor');
    expect(textOf(element)).to.contain('Tomás Rey').and.to.contain('lena.vogt@meridian.example');
    expect(textOf(element)).not.to.contain('Jun Park');
    await click(byName(element, 'Require a second factor of everyone'));
    await settle(element);
    await type(byName(element, 'Days of grace'), '14');
    await accessibleAtRest(element);
    await click(byName(element, 'Save policy'));
    await waitUntil(() => changes.length === 1);
    expect(saved()).to.deep.equal([
      {
        mfa_required: true,
        mfa_grace_days: 14,
        session_idle_seconds: 604_800,
        session_max_seconds: 2_592_000,
        version: 1,
      },
    ]);
    expect(changes[0]?.detail).to.deep.equal({ mfaRequired: true, graceDays: 14 });
  });

  it('sends nothing for a wrong number, and nothing where nothing was changed', async () => {
    const element = await open(policyAnswers(policy({ mfa_required: true })));
    await click(byName(element, 'Save policy'));
    await shows(element, 'Nothing was changed.');
    await type(byName(element, 'Days of grace'), '91');
    await click(byName(element, 'Save policy'));
    await shows(element, 'Type a whole number from 0 to 90.');
    expect(saved()).to.have.length(0);
  });

  it('refuses an idle limit longer than the whole life of a session', async () => {
    const element = await open(policyAnswers());
    const whole = byName(element, 'Sign out in any case after') as HTMLSelectElement;
    whole.value = '86400';
    whole.dispatchEvent(new Event('change'));
    await click(byName(element, 'Save policy'));
    await shows(element, 'This can’t be longer than the limit below.');
    expect(saved()).to.have.length(0);
  });

  it('shows the present state after somebody else changed it, and saves on top of that', async () => {
    let version = 1;
    const element = await open(
      policyAnswers(policy(), 'owner', {
        [POLICY]: () => ({ status: 200, json: policy({ version, mfa_grace_days: version === 1 ? 7 : 30 }) }),
        [SET_POLICY]: ({ body }) => {
          if ((body as { version: number }).version === version && version === 2)
            return { status: 200, json: policy({ mfa_required: true, version: 3 }) };
          version = 2;
          return refusal(409, 'version_conflict', { current: policy({ version: 2 }) });
        },
      }),
    );
    await click(byName(element, 'Require a second factor of everyone'));
    await click(byName(element, 'Save policy'));
    await shows(element, 'Somebody changed the policy meanwhile');
    await click(byName(element, 'Require a second factor of everyone'));
    await settle(element);
    expect((byName(element, 'Days of grace') as HTMLInputElement).value).to.equal('30');
    await click(byName(element, 'Save policy'));
    await waitUntil(() => saved().length === 2);
    expect((saved()[1] as { version: number }).version).to.equal(2);
  });

  it('shows a viewer what holds, without any control', async () => {
    const element = await open(
      policyAnswers(policy({ mfa_required: true, mfa_required_since: '2026-03-04T09:00:00.000Z' }), 'viewer'),
      { theme: 'dark', width: 320 },
    );
    await shows(element, 'Required since 4 Mar 2026');
    await shows(element, 'Viewer access');
    expect(allByRole(element, 'button')).to.have.length(0);
    expect(element.scrollWidth).to.be.at.most(320);
    await accessibleAtRest(element);
  });
});
