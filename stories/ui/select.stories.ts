import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-select.js';

import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Select', component: 'caas-select' };
export default meta;

type Story = StoryObj;

const options = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: 'never', label: 'Never' },
];

export const AllStates: Story = {
  render: () =>
    grid({
      'with hint': html`<caas-select
        label="Expires"
        value="90"
        hint="Shorter is safer."
        .options=${options}
      ></caas-select>`,
      error: html`<caas-select
        label="Expires"
        value="never"
        error="Choose an end: your policy allows 365 days."
        .options=${options}
      ></caas-select>`,
      optional: html`<caas-select label="Region" optional .options=${[{ value: '', label: 'Nearest' }]}></caas-select>`,
      disabled: html`<caas-select label="Expires" value="30" disabled .options=${options}></caas-select>`,
    }),
};
