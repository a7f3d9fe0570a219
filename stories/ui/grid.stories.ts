import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { LitElement, html, type TemplateResult } from 'lit';
import '@caas/ui/caas-grid.js';
import {
  NO_SELECTION,
  type Grid,
  type GridColumn,
  type GridLoader,
  type GridRowMenuEvent,
  type GridSelectionChangedEvent,
  type GridSortChangedEvent,
} from '@caas/ui/caas-grid.js';

interface Session {
  id: string;
  index: number;
  user: string;
  device: string;
  address: string;
  region: string;
  minutes: number;
  messages: number;
}

const DEVICES = ['iPhone 17', 'Pixel 11', 'Chrome, Windows', 'Safari, macOS', 'Firefox, Linux'];
const REGIONS = ['eu-west', 'eu-central', 'us-east', 'ap-south'];
const NAMES = ['Ada', 'Björn', 'Chen', 'Dalia', 'Emre', 'Fatima', 'Grace', 'Hiro'];

/** Row number `index` of as many as one likes. */
function session(index: number): Session {
  return {
    id: `ses_${index}`,
    index,
    user: `${NAMES[index % NAMES.length]} ${index + 1}`,
    device: DEVICES[(index * 7) % DEVICES.length] ?? '',
    address: `10.${(index >> 16) % 256}.${(index >> 8) % 256}.${index % 256}`,
    region: REGIONS[(index * 3) % REGIONS.length] ?? '',
    minutes: (index * 37) % 1440,
    messages: (index * 7919) % 25000,
  };
}

/** Answers after `delay` ms, as a server would; the order is by number, forwards or backwards. */
function sessions(total: number, delay = 0): GridLoader<Session> {
  return async ({ page, pageSize, sort }) => {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const count = Math.max(0, Math.min(pageSize, total - page * pageSize));
    const at = (line: number): number =>
      sort.startsWith('-') ? total - 1 - page * pageSize - line : page * pageSize + line;
    return { items: Array.from({ length: count }, (_, line) => session(at(line))), total };
  };
}

const COLUMNS: GridColumn<Session>[] = [
  { id: 'user', label: 'User', sort: true, width: 180, pinned: 'start', render: (row) => html`<b>${row.user}</b>` },
  { id: 'id', label: 'Session', width: 140, render: (row) => html`<span class="mono">${row.id}</span>` },
  { id: 'device', label: 'Device', width: 180, render: (row) => row.device },
  { id: 'address', label: 'Address', sort: true, render: (row) => html`<span class="mono">${row.address}</span>` },
  { id: 'region', label: 'Region', width: 120, render: (row) => row.region },
  { id: 'messages', label: 'Messages', align: 'end', sort: true, width: 120, render: (row) => row.messages },
  {
    id: 'seen_at',
    label: 'Last seen',
    align: 'end',
    sort: true,
    width: 140,
    render: (row) => `${row.minutes} min ago`,
  },
];

const card = (row: Session): TemplateResult =>
  html`<span class="row"><b class="grow">${row.user}</b><span class="subtle">${row.minutes} min ago</span></span>
    <span class="mono">${row.address}</span><span class="subtle">${row.device}</span>`;

/** Keeps order and selection, as a page element does. */
class GridStory extends LitElement {
  static override properties = { given: { attribute: false }, kept: { state: true } };
  declare given: Partial<Grid<Session>>;
  declare kept: Partial<Grid<Session>>;

  constructor() {
    super();
    this.given = {};
    this.kept = {};
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const given = { selection: NO_SELECTION, sort: 'user', rowMenuLabel: null, ...this.given, ...this.kept };
    return html`<caas-grid
      caption="Sessions"
      .columns=${given.columns ?? COLUMNS}
      .loader=${given.loader ?? sessions(100_000)}
      .rowId=${(row: Session) => row.id}
      .card=${card}
      .rowMenuLabel=${given.rowMenuLabel}
      .selection=${given.selection}
      .sort=${given.sort}
      ?selectable=${given.selectable}
      ?openable=${given.openable}
      ?configurable=${given.configurable}
      @caas-grid-sort-changed=${({ detail }: GridSortChangedEvent) => (this.kept = { ...this.kept, sort: detail.sort })}
      @caas-grid-selection-changed=${({ detail }: GridSelectionChangedEvent) => (this.kept = { ...this.kept, selection: detail.selection })}
      @caas-grid-row-menu=${(event: GridRowMenuEvent<Session>) => event.stopPropagation()}
    >
      <span slot="empty">No sessions match “tablet”.</span>
    </caas-grid>`;
  }
}
if (!customElements.get('caas-story-grid')) customElements.define('caas-story-grid', GridStory);

const story = (given: Partial<Grid<Session>>): TemplateResult =>
  html`<div class="panel"><caas-story-grid .given=${given}></caas-story-grid></div>`;
const menu = (row: Session): string => `Actions for ${row.user}`;
const all = { selectable: true, openable: true, configurable: true, rowMenuLabel: menu };

const meta: Meta = { title: 'Kit/Grid', component: 'caas-grid' };
export default meta;

type Story = StoryObj;

/** A hundred thousand rows, read page by page. */
const hundredThousand = sessions(100_000, 30);
export const Filled: Story = { render: () => story({ ...all, loader: hundredThousand }) };
const selected = { all: true, ids: new Set(['ses_1', 'ses_4']) };
export const Selected: Story = { render: () => story({ ...all, loader: hundredThousand, selection: selected }) };
const few = sessions(4);
export const Few: Story = { render: () => story({ ...all, loader: few }) };
const never: GridLoader<Session> = () => new Promise(() => undefined);
export const Loading: Story = { render: () => story({ ...all, loader: never }) };
const none = sessions(0);
export const NoResults: Story = { render: () => story({ ...all, loader: none }) };
const failing: GridLoader<Session> = () => Promise.reject(new Error('The list could not be read.'));
export const Failed: Story = { render: () => story({ ...all, loader: failing }) };
export const Cards: Story = {
  render: () => html`<div style="max-inline-size: 390px">${story({ ...all, loader: hundredThousand })}</div>`,
};
