import { expect } from '@open-wc/testing';
import { css, html, type TemplateResult } from 'lit';
import '@caas/ui/caas-table.js';
import type { Column, RowMenuEvent, SelectionChangedEvent, SortChangedEvent, Table } from '@caas/ui/caas-table.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  focused,
  mountOne,
  nameOf,
  press,
  record,
  settle,
  textOf,
  type Around,
} from '../../support/ui.js';

interface Key {
  id: string;
  name: string;
  created: string;
}

const KEYS: Key[] = [
  { id: 'key_1', name: 'CI', created: '4 Mar 2026' },
  { id: 'key_2', name: 'Staging', created: '19 Jan 2026' },
];

const COLUMNS: Column<Key>[] = [
  { id: 'name', label: 'Name', sort: true, render: (key) => html`<b>${key.name}</b>` },
  { id: 'note', label: 'Note', hideBelow: 860, render: () => html`<span class="tinted">note</span>` },
  { id: 'created_at', label: 'Created', align: 'end', sort: true, render: (key) => key.created },
];

function table(more: Partial<Table<Key>> = {}): TemplateResult {
  const given = { rows: KEYS, sort: '', selectable: false, busy: false, rowMenuLabel: null, ...more };
  return html`<caas-table
    caption="API keys"
    .columns=${COLUMNS}
    .rows=${given.rows}
    .rowId=${(key: Key) => key.id}
    .rowClass=${given.rowClass ?? null}
    .rowMenuLabel=${given.rowMenuLabel}
    .card=${given.card ?? null}
    .cellStyles=${given.cellStyles ?? null}
    .selected=${given.selected ?? new Set()}
    .sort=${given.sort}
    ?selectable=${given.selectable}
    ?busy=${given.busy}
    ><p slot="empty">No keys match.</p></caas-table
  >`;
}

/** The table knows its width one frame after the page does. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

async function mountTable(more?: Partial<Table<Key>>, around?: Around): Promise<Table> {
  const element = await mountOne('caas-table', table(more), around);
  await frames();
  return element;
}

const names = (element: Element): string[] =>
  allByRole(element, 'row')
    .slice(1)
    .map((row) => textOf(row));

describe('caas-table', () => {
  it('draws the branch of a second row once, also where it is narrow and can be selected', async () => {
    const element = await mountTable({ selectable: true, rowClass: () => 'sub' }, { width: 320 });
    await element.updateComplete;
    const tick = byRole(element, 'checkbox', /CI/);
    expect(getComputedStyle(tick, '::before').content).to.equal('none');
  });

  it('shows rows under their heads, in a table with a name', async () => {
    const element = await mountTable();
    expect(nameOf(byRole(element, 'table'))).to.equal('API keys');
    expect(allByRole(element, 'columnheader').map((head) => textOf(head))).to.deep.equal(['Name', 'Note', 'Created']);
    expect(names(element)).to.deep.equal(['CI note 4 Mar 2026', 'Staging note 19 Jan 2026']);
    await accessible(element);
  });

  it('asks for an order and shows only the one it is given', async () => {
    const element = await mountTable({ sort: 'name' });
    const events = record(element, 'caas-sort-changed') as SortChangedEvent[];
    await click(byName(element, 'Name'));
    await click(byName(element, 'Created'));
    expect(events.map(({ detail }) => detail.sort)).to.deep.equal(['-name', '-created_at']);
    expect(byRole(element, 'columnheader', 'Name').ariaSort).to.equal('ascending');
    element.sort = '-name';
    await settle(element);
    expect(byRole(element, 'columnheader', 'Name').ariaSort).to.equal('descending');
    expect(byRole(element, 'columnheader', 'Created').ariaSort).to.equal('none');
    await accessible(element);
  });

  it('is sorted by keyboard', async () => {
    const element = await mountTable();
    const events = record(element, 'caas-sort-changed') as SortChangedEvent[];
    byName(element, 'Name').focus();
    await press('Enter');
    expect(events.map(({ detail }) => detail.sort)).to.deep.equal(['name']);
  });

  it('asks for the menu of a row, and offers none where there is no label', async () => {
    const element = await mountTable({
      rowMenuLabel: (key) => (key.id === 'key_1' ? `Actions for ${key.name}` : null),
    });
    const events = record(element, 'caas-row-menu') as RowMenuEvent<Key>[];
    const button = byName(element, 'Actions for CI');
    await click(button);
    expect(events.map(({ detail }) => detail.row)).to.deep.equal([KEYS[0]]);
    expect(events[0]?.detail.anchor === button).to.equal(true);
    expect(allByRole(element, 'button', /^Actions/)).to.have.length(1);
    await accessible(element);
  });

  it('asks for a selection by row and for all', async () => {
    const element = await mountTable({ selectable: true, selected: new Set(['key_2']) });
    const events = record(element, 'caas-selection-changed') as SelectionChangedEvent[];
    const all = byName(element, 'Select all rows');
    expect((all as HTMLInputElement).indeterminate).to.equal(true);
    await click(byRole(element, 'checkbox', 'CI'));
    await click(all);
    await click(byRole(element, 'checkbox', 'Staging'));
    expect(events.map(({ detail }) => detail.ids)).to.deep.equal([['key_2', 'key_1'], ['key_2', 'key_1'], []]);
    await accessible(element);
  });

  it('says that there is nothing, and stands in for what is on its way', async () => {
    const element = await mountTable({ rows: [] });
    expect(textOf(element)).to.contain('No keys match.');
    element.busy = true;
    await settle(element);
    expect(textOf(element)).not.to.contain('No keys match.');
    expect(byRole(element, 'table').ariaBusy).to.equal('true');
    element.busy = false;
    element.rows = KEYS;
    await settle(element);
    expect(names(element)).to.have.length(2);
    await accessible(element);
  });

  it('keeps the focus on a row that moves', async () => {
    const element = await mountTable({ rowMenuLabel: (key) => `Actions for ${key.name}` });
    byName(element, 'Actions for Staging').focus();
    element.rows = [...KEYS].reverse();
    await settle(element);
    expect(focused() === byName(element, 'Actions for Staging')).to.equal(true);
  });

  it('keeps the elements and the focus of rows that move, wherever they go, and lets go of rows that are gone', async () => {
    const element = await mountTable({ rowMenuLabel: (key) => `Actions for ${key.name}` });
    const [ci, staging] = KEYS as [Key, Key];
    const added = { id: 'key_3', name: 'Laptop', created: '2 Feb 2026' };
    const button = byName(element, 'Actions for CI');
    const other = byName(element, 'Actions for Staging');
    button.focus();
    for (const rows of [[staging, ci], [added, staging, ci], [ci, added, staging], [added, { ...ci }, staging], [ci]]) {
      element.rows = rows;
      await settle(element);
      expect(names(element).map((row) => row.split(' ')[0])).to.deep.equal(rows.map(({ name }) => name));
      expect(byName(element, 'Actions for CI') === button).to.equal(true);
      expect(focused() === button).to.equal(true);
    }
    expect(other.isConnected).to.equal(false);
    element.columns = [{ id: 'name', label: 'Name', render: () => 'Drawn again' }];
    await settle(element);
    expect(names(element)).to.deep.equal(['Drawn again']);
    expect(focused() === button).to.equal(true);
  });

  it('puts styles of the caller on its cells', async () => {
    const element = await mountTable({
      cellStyles: css`
        .tinted {
          color: rgb(1, 2, 3);
        }
      `,
    });
    const cell = element.shadowRoot?.querySelector('.tinted');
    expect(cell && getComputedStyle(cell).color).to.equal('rgb(1, 2, 3)');
  });

  it('hides columns where it is narrower, and is a list of cards below 620 px', async () => {
    const element = await mountTable({ rowMenuLabel: (key) => `Actions for ${key.name}` }, { width: 800 });
    expect(allByRole(element, 'columnheader', 'Note').length).to.equal(0);
    const narrow = await mountTable(
      { rowMenuLabel: (key) => `Actions for ${key.name}`, card: (key) => html`<b>${key.name}</b>` },
      { width: 360 },
    );
    expect(allByRole(narrow, 'table').length).to.equal(0);
    expect(allByRole(narrow, 'listitem').map((item) => textOf(item))).to.deep.equal(['CI', 'Staging']);
    const events = record(narrow, 'caas-row-menu') as RowMenuEvent<Key>[];
    await click(byName(narrow, 'Actions for Staging'));
    expect(events[0]?.detail.row).to.equal(KEYS[1]);
    await accessible(narrow);
  });

  it('keeps the name of every row in sight where it scrolls sideways, also of one that belongs to the row before', async () => {
    const long = KEYS.map((key) => ({ ...key, created: 'A long word about its making '.repeat(9) }));
    const rowClass = (key: Key): string => (key.id === 'key_2' ? 'sub' : 'pair');
    const element = await mountTable({ rows: long, rowClass }, { width: 700 });
    const region = byRole(element, 'region', 'API keys');
    region.scrollLeft = region.scrollWidth;
    expect(region.scrollLeft).to.be.above(100);
    const start = region.getBoundingClientRect().left;
    for (const key of KEYS) {
      const cell = element.renderRoot.querySelector(`#name-${key.id}`);
      expect(cell?.getBoundingClientRect().left, key.name).to.be.closeTo(start, 1);
    }
  });

  it('offers the order as a menu on a narrow screen', async () => {
    const element = await mountTable({ sort: 'name' }, { width: 360 });
    const events = record(element, 'caas-sort-changed') as SortChangedEvent[];
    const select = byRole(element, 'combobox', /^Sort by/) as HTMLSelectElement;
    expect(select.value).to.equal('name');
    select.value = '-created_at';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(events.map(({ detail }) => detail.sort)).to.deep.equal(['-created_at']);
  });

  it('becomes a list when it is made narrow, and a table again', async () => {
    const element = await mountTable();
    const root = element.closest('caas-theme');
    root?.style.setProperty('inline-size', '400px');
    await frames();
    expect(allByRole(element, 'listitem')).to.have.length(2);
    root?.style.setProperty('inline-size', '900px');
    await frames();
    expect(names(element)).to.have.length(2);
  });

  it('runs right to left and in the dark', async () => {
    const element = await mountTable({ selectable: true, rowClass: () => 'sub' }, { theme: 'dark', dir: 'rtl' });
    const heads = allByRole(element, 'columnheader').map((head) => head.getBoundingClientRect().left);
    expect(heads).to.deep.equal([...heads].sort((a, b) => b - a));
    await accessible(element);
  });

  it('works again after it was taken out and put back', async () => {
    const element = await mountTable();
    const parent = element.parentElement;
    element.remove();
    element.rows = KEYS.slice(0, 1);
    parent?.append(element);
    await settle(element);
    expect(names(element)).to.deep.equal(['CI note 4 Mar 2026']);
  });
});
