import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/ui/caas-pagination.js';
import '@caas/ui/caas-table.js';
import type { Column, Table } from '@caas/ui/caas-table.js';

interface Key {
  id: string;
  name: string;
  note: string;
  ending: string;
  created: string;
  tone: 'info' | 'neutral' | 'success' | 'warning';
  status: string;
  look?: 'pair' | 'sub' | 'off';
}

const KEYS: Key[] = [
  {
    id: '1',
    name: 'Production server',
    note: 'Primary',
    ending: '9f2C',
    created: '4 Mar 2026',
    tone: 'info',
    status: 'Rotating',
    look: 'pair',
  },
  {
    id: '2',
    name: 'Production server',
    note: 'Secondary, awaiting test',
    ending: 'e81B',
    created: '2 min ago',
    tone: 'neutral',
    status: 'Not promoted',
    look: 'sub',
  },
  {
    id: '3',
    name: 'Message ingest',
    note: 'Kafka bridge, eu-west',
    ending: '77aM',
    created: '19 Jan 2026',
    tone: 'success',
    status: 'Active',
  },
  {
    id: '4',
    name: 'Staging ETL',
    note: 'Nightly export',
    ending: 'c3D0',
    created: '21 Nov 2025',
    tone: 'warning',
    status: 'Expires in 6 days',
  },
  {
    id: '5',
    name: 'Old mobile gateway',
    note: 'Revoked by Tomás Rey',
    ending: 'd9E4',
    created: '2 Feb 2025',
    tone: 'neutral',
    status: 'Revoked',
    look: 'off',
  },
];

const badge = (key: Key): TemplateResult => html`<span class="badge ${key.tone}">${key.status}</span>`;
const COLUMNS: Column<Key>[] = [
  { id: 'name', label: 'Name', sort: true, render: (key) => html`<b>${key.name}</b><small>${key.note}</small>` },
  { id: 'key', label: 'Key', render: (key) => html`<span class="mono">caas_live_••••${key.ending}</span>` },
  { id: 'created_at', label: 'Created', align: 'end', sort: true, hideBelow: 860, render: (key) => key.created },
  { id: 'status', label: 'Status', render: badge },
];
const card = (key: Key): TemplateResult =>
  html`<span class="row"><b class="grow">${key.name}</b>${badge(key)}</span>
    <span class="mono">caas_live_••••${key.ending}</span><span class="subtle">Created ${key.created}</span>`;

function table({ rows = KEYS, busy = false, selectable = false, sort = '' }: Partial<Table<Key>> = {}): TemplateResult {
  return html`<caas-table
    caption="API keys"
    tall
    .columns=${COLUMNS}
    .rows=${rows}
    .rowId=${(key: Key) => key.id}
    .rowClass=${(key: Key) => key.look ?? ''}
    .card=${card}
    .rowMenuLabel=${(key: Key) => `Actions for ${key.name}`}
    .sort=${sort}
    .selected=${new Set(['3'])}
    ?busy=${busy}
    ?selectable=${selectable}
  >
    <span slot="empty">No keys match “etl”.</span>
    <caas-pagination slot="footer" count=${rows.length} .total=${rows.length}
      >Copying copies the key id.</caas-pagination
    >
  </caas-table>`;
}

const meta: Meta = {
  title: 'Kit/Table',
  component: 'caas-table',
  args: { selectable: false, busy: false, sort: '-created_at' },
};
export default meta;

type Story = StoryObj;

export const Filled: Story = { render: ({ selectable, busy, sort }) => table({ selectable, busy, sort }) };
export const Selected: Story = { render: () => table({ selectable: true, sort: 'name' }) };
export const Loading: Story = { render: () => table({ rows: [], busy: true }) };
export const NoResults: Story = { render: () => table({ rows: [] }) };
export const Cards: Story = {
  render: () => html`<div style="max-inline-size: 390px">${table({ sort: 'name' })}</div>`,
};
