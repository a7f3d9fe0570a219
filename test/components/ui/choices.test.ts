import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/ui/caas-checkbox.js';
import '@caas/ui/caas-radio-group.js';
import '@caas/ui/caas-switch.js';
import {
  accessible,
  allByRole,
  byRole,
  click,
  focused,
  mount,
  mountOne,
  press,
  record,
  settle,
} from '../../support/ui.js';

const plans = [
  { value: 'free', label: 'Free', hint: '10,000 messages a month' },
  { value: 'business', label: 'Business', hint: '5 million messages a month' },
  { value: 'enterprise', label: 'Enterprise', disabled: true },
];

describe('caas-checkbox', () => {
  it('is ticked by key and label and says so', async () => {
    const root = await mount(
      html`<form><caas-checkbox name="scope" value="read" label="read" hint="List and read."></caas-checkbox></form>`,
    );
    const element = root.querySelector('caas-checkbox') as HTMLElementTagNameMap['caas-checkbox'];
    const form = root.querySelector('form') as HTMLFormElement;
    const changes = record(element, 'change');
    byRole(root, 'checkbox', 'read').focus();
    await press('Space');
    expect(element.checked).to.equal(true);
    expect(new FormData(form).get('scope')).to.equal('read');
    await press('Space');
    expect(new FormData(form).has('scope')).to.equal(false);
    expect(changes).to.have.length(2);
    await accessible(root);
  });

  it('shows some-of-many, error and disabled', async () => {
    const root = await mount(
      html`<caas-checkbox label="All" indeterminate></caas-checkbox
        ><caas-checkbox label="Terms" error="Agree to go on."></caas-checkbox
        ><caas-checkbox label="Off" disabled checked></caas-checkbox>`,
      { theme: 'dark' },
    );
    expect((byRole(root, 'checkbox', 'All') as HTMLInputElement).indeterminate).to.equal(true);
    expect(byRole(root, 'checkbox', 'Terms').ariaInvalid).to.equal('true');
    await accessible(root);
    await click(byRole(root, 'checkbox', 'All'));
    expect(root.querySelector('caas-checkbox')?.indeterminate).to.equal(false);
  });

  it('goes back on reset', async () => {
    const root = await mount(html`<form><caas-checkbox name="a" label="A" checked></caas-checkbox></form>`);
    await click(byRole(root, 'checkbox', 'A'));
    (root.querySelector('form') as HTMLFormElement).reset();
    await settle(root);
    expect((byRole(root, 'checkbox', 'A') as HTMLInputElement).checked).to.equal(true);
  });
});

describe('caas-radio-group', () => {
  it('moves by arrows, skips what is off, and sends the choice', async () => {
    for (const cards of [false, true]) {
      const root = await mount(
        html`<form>
          <caas-radio-group name="plan" label="Plan" value="free" .options=${plans} ?cards=${cards}></caas-radio-group>
        </form>`,
      );
      const element = root.querySelector('caas-radio-group') as HTMLElementTagNameMap['caas-radio-group'];
      const changes = record(element, 'change');
      expect(byRole(root, 'group', 'Plan')).to.exist;
      (allByRole(root, 'radio')[0] as HTMLElement).focus();
      await press('ArrowDown');
      expect(element.value).to.equal('business');
      expect(focused()).to.equal(allByRole(root, 'radio')[1]);
      expect(new FormData(root.querySelector('form') as HTMLFormElement).get('plan')).to.equal('business');
      expect(changes).to.have.length(1);
      await accessible(root);
    }
  });

  it('shows an error under the choices', async () => {
    const element = await mountOne(
      'caas-radio-group',
      html`<caas-radio-group label="Plan" .options=${plans} error="Choose a plan."></caas-radio-group>`,
    );
    expect(allByRole(element, 'radio').every((radio) => radio.ariaInvalid === 'true')).to.equal(true);
    await accessible(element);
  });
});

describe('caas-switch', () => {
  it('is a switch with a state', async () => {
    const root = await mount(
      html`<caas-switch label="Read receipts" hint="Others see what was read."></caas-switch
        ><caas-switch label="Typing" checked></caas-switch><caas-switch label="Calls" disabled></caas-switch>`,
    );
    const element = root.querySelector('caas-switch') as HTMLElementTagNameMap['caas-switch'];
    const changes = record(element, 'change');
    byRole(root, 'switch', 'Read receipts').focus();
    await press('Space');
    expect(element.checked).to.equal(true);
    expect(byRole(root, 'switch', 'Read receipts').ariaChecked).to.equal('true');
    expect(changes).to.have.length(1);
    await accessible(root);
  });
});
