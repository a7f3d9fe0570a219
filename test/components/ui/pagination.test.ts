import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/ui/caas-pagination.js';
import type { PageChangedEvent } from '@caas/ui/caas-pagination.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  mountOne,
  press,
  record,
  settle,
  textOf,
} from '../../support/ui.js';

describe('caas-pagination', () => {
  it('says which rows are shown and asks for the pages around', async () => {
    const element = await mountOne(
      'caas-pagination',
      html`<caas-pagination first="26" count="25" total="312" has-previous has-next></caas-pagination>`,
    );
    expect(textOf(byRole(element, 'status'))).to.equal('26–50 of 312');
    const events = record(element, 'caas-page-changed') as PageChangedEvent[];
    await click(byName(element, 'Previous'));
    byName(element, 'Next').focus();
    await press('Enter');
    expect(events.map(({ detail }) => detail.to)).to.deep.equal(['previous', 'next']);
    await accessible(element);
  });

  it('keeps a button that leads nowhere in place, and ignores it', async () => {
    const element = await mountOne('caas-pagination', html`<caas-pagination count="25" has-next></caas-pagination>`);
    const events = record(element, 'caas-page-changed');
    expect(textOf(byRole(element, 'status'))).to.equal('1–25');
    await click(byName(element, 'Previous'));
    element.busy = true;
    await settle(element);
    await click(byName(element, 'Next'));
    expect(events).to.be.empty;
    await accessible(element);
  });

  it('shows no buttons where everything is on one page', async () => {
    const element = await mountOne('caas-pagination', html`<caas-pagination count="6" total="6"></caas-pagination>`);
    expect(allByRole(element, 'button').length).to.equal(0);
    expect(textOf(element)).to.contain('1–6 of 6');
  });
});
