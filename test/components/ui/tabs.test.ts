import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/ui/caas-tab.js';
import '@caas/ui/caas-tabs.js';
import type { TabChangedEvent } from '@caas/ui/caas-tabs.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  focused,
  mountOne,
  press,
  record,
  settle,
  textOf,
} from '../../support/ui.js';

const tabs = html`<caas-tabs label="Settings" value="webhooks">
  <caas-tab value="profile" label="Profile">Your name</caas-tab>
  <caas-tab value="webhooks" label="Webhooks">Your addresses</caas-tab>
  <caas-tab value="retention" label="Retention">Your periods</caas-tab>
</caas-tabs>`;

describe('caas-tabs', () => {
  it('shows one of its panels', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const element = await mountOne('caas-tabs', tabs, { theme });
      expect(allByRole(element, 'tab').map((tab) => textOf(tab))).to.deep.equal(['Profile', 'Webhooks', 'Retention']);
      expect(byRole(element, 'tab', 'Webhooks').ariaSelected).to.equal('true');
      expect(textOf(byRole(element, 'tabpanel', 'Webhooks'))).to.equal('Your addresses');
      await accessible(element);
      await click(byName(element, 'Profile'));
      expect(textOf(byRole(element, 'tabpanel', 'Profile'))).to.equal('Your name');
    }
  });

  it('is one stop for Tab, walked by arrows in reading direction', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const element = await mountOne('caas-tabs', tabs, { dir });
      const events = record(element, 'caas-tab-changed') as TabChangedEvent[];
      byName(element, 'Webhooks').focus();
      const onward = dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
      await press(onward, onward, 'End', 'Home');
      expect(events.map(({ detail }) => detail.value)).to.deep.equal(['retention', 'profile', 'retention', 'profile']);
      expect(textOf(focused() ?? element)).to.equal('Profile');
      expect(allByRole(element, 'tab').map((tab) => tab.tabIndex)).to.deep.equal([0, -1, -1]);
    }
  });

  it('is a select where it is narrow', async () => {
    const element = await mountOne('caas-tabs', tabs, { width: 360 });
    const events = record(element, 'caas-tab-changed') as TabChangedEvent[];
    expect(allByRole(element, 'tab').length).to.equal(0);
    const select = byRole(element, 'combobox', 'Settings') as HTMLSelectElement;
    expect(select.value).to.equal('webhooks');
    select.value = 'retention';
    select.dispatchEvent(new Event('change'));
    await settle(element);
    expect(events.map(({ detail }) => detail.value)).to.deep.equal(['retention']);
    expect(textOf(byRole(element, 'tabpanel'))).to.equal('Your periods');
    await accessible(element);
  });

  it('follows panels that come, go and change their label', async () => {
    const element = await mountOne('caas-tabs', tabs);
    const [first, second] = element.querySelectorAll('caas-tab');
    if (first) first.label = 'You';
    second?.remove();
    await settle(element);
    expect(allByRole(element, 'tab').map((tab) => textOf(tab))).to.deep.equal(['You', 'Retention']);
    expect(textOf(byRole(element, 'tabpanel'))).to.equal('Your name');
  });
});
