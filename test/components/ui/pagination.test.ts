import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/ui/caas-pagination.js';
import '@caas/ui/caas-table.js';
import type { PageChangedEvent } from '@caas/ui/caas-pagination.js';
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

  it('shows the next page from its first row on, with the focus where it can be seen', async () => {
    const columns = [{ id: 'name', label: 'Name', sort: true as const, render: (row: unknown) => String(row) }];
    const page = (from: number): string[] => Array.from({ length: 40 }, (_, line) => `Row ${from + line}`);
    const table = await mountOne(
      'caas-table',
      html`<caas-table caption="Rows" .columns=${columns} .rows=${page(0)}
        ><caas-pagination slot="footer" count="40" total="80" has-next></caas-pagination
      ></caas-table>`,
    );
    const pagination = table.querySelector('caas-pagination') ?? table;
    const next = byName(pagination, 'Next');
    table.addEventListener('caas-page-changed', () => setTimeout(() => (table.rows = page(40)), 20), { once: true });
    next.focus(); // which scrolls to it, in WebKit a moment later
    await waitUntil(() => table.getBoundingClientRect().top < 0);
    await press('Enter');
    await waitUntil(() => table.getBoundingClientRect().top >= -1);
    expect(textOf(table)).to.contain('Row 79');
    await waitUntil(() => focused() === byName(table, 'Name'));
    // Where the start is in sight, a reader can go on turning pages.
    table.addEventListener('caas-page-changed', () => (table.rows = page(0).slice(0, 3)), { once: true });
    next.focus({ preventScroll: true });
    await press('Enter');
    await settle(table);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(focused() === next).to.equal(true);
  });
});
