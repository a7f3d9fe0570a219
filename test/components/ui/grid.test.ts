import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { css, html, type TemplateResult } from 'lit';
import '@caas/ui/caas-grid.js';
import {
  NO_SELECTION,
  selectedCount,
  type Grid,
  type GridColumn,
  type GridLayoutChangedEvent,
  type GridLoader,
  type GridRequest,
  type GridRowMenuEvent,
  type GridRowOpenedEvent,
  type GridSelection,
  type GridSelectionChangedEvent,
  type GridSortChangedEvent,
} from '@caas/ui/caas-grid.js';
import { cursorLoader, type CursorRequest } from '@caas/ui/grid-cursor.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  everything,
  focused,
  mountOne,
  nameOf,
  press,
  record,
  settle,
  textOf,
  type Around,
} from '../../support/ui.js';

interface Session {
  id: string;
  name: string;
  address: string;
  seen: string;
}

const session = (index: number): Session => ({
  id: `ses_${index}`,
  name: `Session ${index}`,
  address: `10.0.${Math.floor(index / 250)}.${index % 250}`,
  seen: `${index} min`,
});
const sessions = (from: number, to: number): Session[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, line) => session(from + line));

const COLUMNS: GridColumn<Session>[] = [
  { id: 'name', label: 'Name', sort: true, render: (row) => html`<b>${row.name}</b>` },
  { id: 'address', label: 'Address', render: (row) => html`<span class="tinted">${row.address}</span>` },
  { id: 'seen_at', label: 'Seen', align: 'end', sort: true, render: (row) => row.seen },
];

/** A server's list of `total` rows; `asked` notes what it is asked for. */
function listOf(total: number, asked: GridRequest[] = []): GridLoader<Session> {
  return (request) => {
    asked.push(request);
    const from = request.page * request.pageSize;
    return Promise.resolve({ items: sessions(from, Math.min(total, from + request.pageSize)), total });
  };
}

function grid(more: Partial<Grid<Session>>): TemplateResult {
  return html`<caas-grid
    caption="Sessions"
    .columns=${more.columns ?? COLUMNS}
    .loader=${more.loader ?? listOf(5)}
    .rowId=${(row: Session) => row.id}
    .rowMenuLabel=${more.rowMenuLabel ?? null}
    .cellStyles=${more.cellStyles ?? null}
    .card=${more.card ?? null}
    .selection=${more.selection ?? NO_SELECTION}
    .sort=${more.sort ?? ''}
    ?selectable=${more.selectable ?? false}
    ?openable=${more.openable ?? false}
    ?configurable=${more.configurable ?? false}
    ><p slot="empty">No sessions match.</p></caas-grid
  >`;
}

/** Rows follow their data by some frames. */
async function rest(element: Element): Promise<void> {
  await settle(element);
  for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 80));
  await settle(element);
}

async function mountGrid(more: Partial<Grid<Session>> = {}, around?: Around): Promise<Grid> {
  const element = await mountOne('caas-grid', grid(more), around);
  await rest(element);
  return element;
}

/** Texts of the rows in sight, the head left out. Cells are slotted. */
function rows(element: Element): string[] {
  return bodyRows(element).map((row) =>
    [...row.querySelectorAll('slot')]
      .flatMap((slot) => slot.assignedElements())
      .map((cell) => textOf(cell))
      .filter((text) => text !== '')
      .join(' '),
  );
}

function bodyRows(element: Element): HTMLElement[] {
  const box = byRole(element, 'grid').getBoundingClientRect();
  return allByRole(element, 'row')
    .filter((row) => row.closest('tbody'))
    .filter((row) => row.getBoundingClientRect().bottom > box.top + 37 && row.getBoundingClientRect().top < box.bottom)
    .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
}

async function scrollTo(element: Element, where: 'start' | 'end'): Promise<void> {
  const table = byRole(element, 'grid');
  table.scrollTop = where === 'end' ? table.scrollHeight : 0;
  await rest(element);
  // Heights are known only once the rows are drawn.
  table.scrollTop = where === 'end' ? table.scrollHeight : 0;
  await rest(element);
}

/** A key with another held down. */
async function chord(held: string, key: string): Promise<void> {
  await sendKeys({ down: held });
  await press(key);
  await sendKeys({ up: held });
}

/** The caller's part: what is asked for is given. */
function obey(element: Grid): GridSelection[] {
  const selections: GridSelection[] = [];
  element.addEventListener('caas-grid-selection-changed', (event) => {
    element.selection = (event as GridSelectionChangedEvent).detail.selection;
    selections.push(element.selection);
  });
  return selections;
}

const cell = (element: Element, text: string): HTMLElement => {
  const found = everything(element).find(
    (each) => each.localName === 'caas-vaadin-grid-cell-content' && each.assignedSlot && textOf(each) === text,
  );
  const holder = found?.assignedSlot?.closest<HTMLElement>('td, th');
  if (!holder) throw new Error(`No cell says ${text}`);
  return holder;
};

describe('caas-grid', () => {
  it('shows rows under their heads, in a grid with a name', async () => {
    const element = await mountGrid();
    expect(nameOf(byRole(element, 'grid'))).to.equal('Sessions');
    expect(byRole(element, 'grid').getAttribute('aria-rowcount')).to.equal('6');
    expect(rows(element)).to.deep.equal(sessions(0, 5).map(({ name, address, seen }) => `${name} ${address} ${seen}`));
    await accessible(element);
  });

  it('scrolls through a hundred thousand rows to the end and back, without a blank row at rest', async () => {
    const asked: GridRequest[] = [];
    const element = await mountGrid({ loader: listOf(100_000, asked) });
    expect(byRole(element, 'grid').getAttribute('aria-rowcount')).to.equal('100001');
    await scrollTo(element, 'end');
    expect(rows(element).at(-1)).to.contain('Session 99999');
    expect(rows(element)).not.to.include('');
    expect(bodyRows(element).at(-1)?.getAttribute('aria-rowindex')).to.equal('100001');
    await scrollTo(element, 'start');
    expect(rows(element)[0]).to.contain('Session 0 ');
    expect(rows(element)).not.to.include('');
    expect(asked.length, 'pages scrolled past are not asked for').to.be.below(8);
    expect(everything(element).length, 'only rows in sight are drawn').to.be.below(2000);
    await accessible(element);
  });

  it('asks for an order and reads it from the start', async () => {
    const asked: GridRequest[] = [];
    const element = await mountGrid({ loader: listOf(500, asked), sort: 'name' });
    const events = record(element, 'caas-grid-sort-changed') as GridSortChangedEvent[];
    await scrollTo(element, 'end');
    await click(byName(element, 'Name'));
    await click(byName(element, 'Seen'));
    expect(events.map(({ detail }) => detail.sort)).to.deep.equal(['-name', '-seen_at']);
    expect(byRole(element, 'columnheader', 'Name').getAttribute('aria-sort')).to.equal('ascending');
    element.sort = '-name';
    await rest(element);
    expect(asked.at(-1)?.sort).to.equal('-name');
    expect(asked[0]?.signal.aborted, 'the old reading has ended').to.equal(true);
    expect(byRole(element, 'columnheader', 'Name').getAttribute('aria-sort')).to.equal('descending');
    expect(rows(element)[0]).to.contain('Session 0 ');
  });

  it('is walked by keyboard: one tab stop, arrows, Home and End, pages', async () => {
    const element = await mountGrid({ loader: listOf(1000), openable: true });
    element.focus();
    expect(focused()?.textContent, 'a cell of the first row').to.equal(cell(element, 'Session 0').textContent);
    await press('ArrowDown', 'ArrowRight');
    expect(focused() === cell(element, '10.0.0.1')).to.equal(true);
    await press('End');
    expect(focused() === cell(element, '1 min')).to.equal(true);
    await press('Home', 'PageDown');
    expect(Number(focused()?.parentElement?.getAttribute('aria-rowindex'))).to.be.above(6);
    await chord('Control', 'End');
    await rest(element);
    expect(focused() === cell(element, 'Session 999')).to.equal(true);
    const opened = record(element, 'caas-grid-row-opened') as GridRowOpenedEvent<Session>[];
    await press('Enter');
    expect(opened.map(({ detail }) => detail.row.id)).to.deep.equal(['ses_999']);
    await press('Tab');
    expect(element.contains(document.activeElement) || element === document.activeElement).to.equal(false);
  });

  it('opens the menu of a row, by pointer and by key', async () => {
    const element = await mountGrid({
      rowMenuLabel: (row) => (row.id === 'ses_4' ? null : `Actions for ${row.name}`),
    });
    const events = record(element, 'caas-grid-row-menu') as GridRowMenuEvent<Session>[];
    await click(byName(element, 'Actions for Session 1'));
    expect(allByRole(element, 'button', /^Actions/)).to.have.length(4);
    element.focus();
    await press('ArrowDown', 'ArrowDown');
    await chord('Shift', 'F10');
    expect(events.map(({ detail }) => detail.row.id)).to.deep.equal(['ses_1', 'ses_2']);
    expect(nameOf(events[1]?.detail.anchor ?? element)).to.equal('Actions for Session 2');
    await accessible(element);
  });

  it('selects one, a range with Shift, and every row of the list', async () => {
    const element = await mountGrid({ loader: listOf(10_000), selectable: true });
    const selections = obey(element);
    await click(byRole(element, 'checkbox', 'Session 1'));
    const third = byRole(element, 'checkbox', 'Session 3');
    third.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true, composed: true }));
    await rest(element);
    expect([...element.selection.ids]).to.deep.equal(['ses_1', 'ses_2', 'ses_3']);
    await click(byName(element, 'Select all rows'));
    await click(byRole(element, 'checkbox', 'Session 0'));
    expect(selections.at(-1)).to.deep.equal({ all: true, ids: new Set(['ses_0']) });
    expect(selectedCount(element.selection, 10_000)).to.equal(9999);
    await rest(element);
    expect(
      bodyRows(element)
        .map((row) => row.getAttribute('aria-selected'))
        .slice(0, 2),
    ).to.deep.equal(['false', 'true']);
    await accessible(element);
  });

  it('selects a range over rows that were not read yet', async () => {
    const asked: GridRequest[] = [];
    const element = await mountGrid({ loader: listOf(1000, asked), selectable: true });
    obey(element);
    element.focus();
    await press('ArrowRight', 'Space');
    expect([...element.selection.ids]).to.deep.equal(['ses_0']);
    await chord('Control', 'End');
    await chord('Shift', 'Space');
    await rest(element);
    expect(element.selection.ids.size).to.equal(1000);
    expect(new Set(asked.map(({ page }) => page)).size, 'all ten pages, once').to.equal(asked.length);
    await chord('Control', 'a');
    expect(element.selection.all).to.equal(true);
  });

  it('says that there is nothing, that rows are on their way, and that they could not be read', async () => {
    let answer = (_: { items: Session[]; total: number }): void => undefined;
    const element = await mountGrid({ loader: () => new Promise((resolve) => (answer = resolve)) });
    expect(byRole(element, 'table').getAttribute('aria-busy')).to.equal('true');
    await accessible(element);
    answer({ items: [], total: 0 });
    await rest(element);
    expect(textOf(element)).to.contain('No sessions match.');
    let broken = true;
    const failures = record(element, 'caas-grid-load-failed');
    element.loader = () =>
      broken ? Promise.reject(new Error('down')) : Promise.resolve({ items: sessions(0, 2), total: 2 });
    await rest(element);
    expect(failures).to.have.length(1);
    expect(textOf(byRole(element, 'alert'))).to.contain('Try again');
    await accessible(element);
    broken = false;
    await click(byName(element, 'Try again'));
    await rest(element);
    expect(rows(element)).to.have.length(2);
  });

  it('shows which rows could not be read, and reads them on request', async () => {
    let broken = true;
    const good = listOf(1000);
    const element = await mountGrid({
      loader: (request) => (broken && request.page > 0 ? Promise.reject(new Error('down')) : good(request)),
    });
    await scrollTo(element, 'end');
    expect(rows(element).at(-1)).to.equal('Could not load.');
    broken = false;
    const table = byRole(element, 'grid');
    table.scrollTop = table.scrollHeight * 0.9;
    await rest(element);
    await click(byName(element, 'Try again'));
    await scrollTo(element, 'end');
    expect(rows(element).at(-1)).to.contain('Session 999');
  });

  it('reads what is in sight anew and keeps the place; a refresh that fails leaves the rows', async () => {
    const asked: GridRequest[] = [];
    const good = listOf(1000, asked);
    let broken = false;
    const element = await mountGrid({
      loader: (request) => (broken ? Promise.reject(new Error('down')) : good(request)),
    });
    await scrollTo(element, 'end');
    const before = rows(element);
    asked.length = 0;
    await element.refresh();
    await rest(element);
    expect(asked.map(({ page }) => page)).to.deep.equal([9]);
    expect(rows(element)).to.deep.equal(before);
    broken = true;
    await element.refresh();
    await rest(element);
    expect(rows(element)).to.deep.equal(before);
  });

  it('walks a list that is paged by cursor', async () => {
    const asked: Omit<CursorRequest, 'signal'>[] = [];
    const loader = cursorLoader<Session>(({ signal: _, ...request }) => {
      asked.push(request);
      const from = Number(request.cursor ?? 0);
      const to = Math.min(5000, from + request.limit);
      return Promise.resolve({ items: sessions(from, to), next_cursor: to < 5000 ? String(to) : null, total: 5000 });
    });
    const element = await mountGrid({ loader });
    expect(asked).to.deep.equal([{ limit: 100, sort: '' }]);
    expect(byRole(element, 'grid').getAttribute('aria-rowcount')).to.equal('5001');
    await scrollTo(element, 'end');
    expect(asked[1]).to.deep.equal({ cursor: '100', limit: 200, sort: '' });
    for (let end = 0; end < 6; end += 1) await scrollTo(element, 'end');
    expect(rows(element).at(-1)).to.contain('Session 4999');
    const calls = asked.length;
    await scrollTo(element, 'start');
    expect(rows(element)[0]).to.contain('Session 0 ');
    expect(asked.length, 'going back asks for nothing').to.equal(calls);
  });

  it('lets the reader hide, move, pin and widen columns, by button alone', async () => {
    const element = await mountGrid({ configurable: true });
    const events = record(element, 'caas-grid-layout-changed') as GridLayoutChangedEvent[];
    await click(byName(element, 'Columns'));
    await rest(element);
    expect(nameOf(byRole(element, 'dialog'))).to.equal('Columns');
    await accessible(element);
    await click(byName(element, 'Show Address'));
    await click(byName(element, 'Move Seen up'));
    await click(byName(element, 'Pin Seen'));
    await click(byName(element, 'Make Name wider'));
    expect(nameOf(focused() as HTMLElement)).to.equal('Make Name wider');
    await click(byName(element, 'Done'));
    await rest(element);
    expect(events.at(-1)?.detail.layout).to.deep.equal([
      { id: 'seen_at', hidden: false, pinned: 'start' },
      { id: 'name', width: 184, hidden: false, pinned: null },
      { id: 'address', hidden: true, pinned: null },
    ]);
    expect(allByRole(element, 'columnheader').map(headText)).to.deep.equal(['Seen', 'Name', '']);
    const again = await mountGrid({ columns: COLUMNS });
    again.layout = element.layout;
    await rest(again);
    expect(allByRole(again, 'columnheader').map(headText)).to.deep.equal(['Seen', 'Name']);
  });

  it('is a list of cards where it is narrow, with the order as a menu', async () => {
    const more = {
      card: (row: Session) => html`<b>${row.name}</b>`,
      rowMenuLabel: (row: Session) => `Actions for ${row.name}`,
    };
    const element = await mountGrid({ ...more, sort: 'name', selectable: true }, { width: 360 });
    expect(rows(element)).to.deep.equal(sessions(0, 5).map(({ name }) => name));
    const events = record(element, 'caas-grid-sort-changed') as GridSortChangedEvent[];
    const select = byRole(element, 'combobox', /^Sort by/) as HTMLSelectElement;
    expect(select.value).to.equal('name');
    select.value = '-seen_at';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(events.map(({ detail }) => detail.sort)).to.deep.equal(['-seen_at']);
    expect(element.scrollWidth).to.be.at.most(360);
    await accessible(element);
  });

  it('runs right to left and in the dark, with styles of the caller on its cells', async () => {
    const element = await mountGrid(
      {
        selectable: true,
        cellStyles: css`
          .tinted {
            color: rgb(200, 210, 220);
          }
        `,
      },
      { theme: 'dark', dir: 'rtl' },
    );
    const heads = allByRole(element, 'columnheader').map((head) => head.getBoundingClientRect().left);
    expect(heads).to.deep.equal([...heads].sort((a, b) => b - a));
    const tinted = element.shadowRoot?.querySelector('.tinted');
    expect(tinted && getComputedStyle(tinted).color).to.equal('rgb(200, 210, 220)');
    await accessible(element);
  });

  it('works again after it was taken out and put back', async () => {
    const element = await mountGrid();
    const parent = element.parentElement;
    element.remove();
    element.loader = listOf(3);
    parent?.append(element);
    await rest(element);
    expect(rows(element)).to.have.length(3);
  });
});

function headText(head: Element): string {
  return [...head.querySelectorAll('slot')]
    .flatMap((slot) => slot.assignedElements())
    .map((each) => textOf(each))
    .join(' ');
}
