import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-ledger.js';

import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Ledger', component: 'caas-ledger' };
export default meta;

type Story = StoryObj;

const items = [
  {
    label: 'Active users',
    value: '48,213',
    delta: { text: '6.4%', direction: 'up' as const },
    spark: [3, 4, 3, 5, 6, 5, 7, 8, 7, 9],
  },
  {
    label: 'Messages sent',
    value: '3.94 M',
    exact: '3,940,112',
    delta: { text: '11.2%', direction: 'up' as const },
    spark: [1, 2, 2, 3, 5, 4, 6, 7],
  },
  {
    label: 'Errors',
    value: '2.1%',
    delta: { text: '0.8%', direction: 'up' as const, bad: true },
    spark: [2, 2, 3, 2, 4, 5],
  },
  { label: 'Connected now', value: '9,486', live: true, spark: [4, 5, 4, 6, 5, 6, 5, 7] },
];

export const AllStates: Story = {
  render: () =>
    grid(
      {
        filled: html`<caas-ledger .items=${items}></caas-ledger>`,
        loading: html`<caas-ledger busy .items=${items}></caas-ledger>`,
        'one value unknown': html`<caas-ledger
          .items=${items.map((item, index) => (index === 1 ? { label: item.label, value: null } : item))}
        ></caas-ledger>`,
      },
      900,
    ),
};

/** Two by two where it is narrow. */
export const Narrow: Story = {
  render: () => html`<div style="max-inline-size: 390px"><caas-ledger .items=${items}></caas-ledger></div>`,
};
