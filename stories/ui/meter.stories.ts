import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-meter.js';

import { grid } from './grid.js';

const meta: Meta = {
  title: 'Kit/Meter',
  component: 'caas-meter',
  args: { label: 'Messages this month', value: 3_940_000, max: 5_000_000 },
};
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ label, value, max }) => html`<caas-meter label=${label} .value=${value} .max=${max}></caas-meter>`,
};

export const AllStates: Story = {
  render: () =>
    grid({
      fine: html`<caas-meter label="Messages this month" value="3100000" max="5000000">resets 1 Dec</caas-meter>`,
      'from 80 %': html`<caas-meter label="Keys" value="9" max="10"></caas-meter>`,
      reached: html`<caas-meter label="Keys" value="10" max="10"></caas-meter>`,
      nothing: html`<caas-meter label="Seats" value="0" max="5"></caas-meter>`,
    }),
};
