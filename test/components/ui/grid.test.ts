import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '@caas/ui/caas-grid.js';
import type { Grid, GridColumn, GridLoader } from '@caas/ui/caas-grid.js';
import { accessible, mountOne, nameOf, byRole, textOf, settle, type Around } from '../../support/ui.js';

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

const COLUMNS: GridColumn<Session>[] = [
  { id: 'name', label: 'Name', sort: true, render: (row) => html`<b>${row.name}</b>` },
  { id: 'address', label: 'Address', render: (row) => row.address },
  { id: 'seen_at', label: 'Seen', align: 'end', sort: true, render: (row) => row.seen },
];

function loaderOf(total: number): GridLoader<Session> {
  return ({ page, pageSize }) =>
    Promise.resolve({
      items: Array.from({ length: Math.max(0, Math.min(pageSize, total - page * pageSize)) }, (_, index) =>
        session(page * pageSize + index),
      ),
      total,
    });
}

function grid(more: Partial<Grid<Session>> = {}): TemplateResult {
  return html`<caas-grid
    caption="Sessions"
    .columns=${more.columns ?? COLUMNS}
    .loader=${more.loader ?? loaderOf(5)}
    .rowId=${(row: Session) => row.id}
    .rowMenuLabel=${more.rowMenuLabel ?? null}
    .selection=${more.selection ?? { all: false, ids: new Set<string>() }}
    ?selectable=${more.selectable ?? false}
    ?openable=${more.openable ?? false}
    ?configurable=${more.configurable ?? false}
    .sort=${more.sort ?? ''}
    ><p slot="empty">No sessions.</p></caas-grid
  >`;
}
const frames = async (): Promise<void> => {
  for (let i = 0; i < 8; i += 1) await new Promise(requestAnimationFrame);
};

async function mountGrid(more?: Partial<Grid<Session>>, around?: Around): Promise<Grid> {
  const element = await mountOne('caas-grid', grid(more), around);
  await settle(element);
  await frames();
  return element;
}

describe('caas-grid', () => {
  it('shows rows under their heads', async () => {
    const element = await mountGrid();
    expect(nameOf(byRole(element, 'grid'))).to.equal('Sessions');
  });
});
