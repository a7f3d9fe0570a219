import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-switch.js';

import { grid } from './grid.js';

const meta: Meta = {
  title: 'Kit/Switch',
  component: 'caas-switch',
  args: { label: 'Read receipts', hint: 'Others see what was read.', checked: false, disabled: false },
};
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ label, hint, checked, disabled }) =>
    html`<caas-switch label=${label} hint=${hint} ?checked=${checked} ?disabled=${disabled}></caas-switch>`,
};

export const AllStates: Story = {
  render: () =>
    grid({
      off: html`<caas-switch label="Read receipts" hint="Others see what was read."></caas-switch>`,
      on: html`<caas-switch label="Read receipts" checked></caas-switch>`,
      disabled: html`<caas-switch label="Calls" disabled></caas-switch>`,
      'disabled, on': html`<caas-switch label="Calls" disabled checked></caas-switch>`,
      error: html`<caas-switch label="Video" error="Your plan has no video."></caas-switch>`,
    }),
};
