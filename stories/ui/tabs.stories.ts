import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-tab.js';
import '@caas/ui/caas-tabs.js';

const meta: Meta = { title: 'Kit/Tabs', component: 'caas-tabs', args: { label: 'Settings', value: 'webhooks' } };
export default meta;

type Story = StoryObj;

export const Filled: Story = {
  render: ({ label, value }) => html`
    <caas-tabs label=${label} value=${value}>
      <caas-tab value="profile" label="Profile">Name, logo, zone and language.</caas-tab>
      <caas-tab value="webhooks" label="Webhooks">Where CAAS sends events.</caas-tab>
      <caas-tab value="retention" label="Retention">How long messages stay.</caas-tab>
    </caas-tabs>
  `,
};

export const Narrow: Story = {
  render: (args, context) => html`<div style="max-inline-size: 360px">${Filled.render?.(args, context)}</div>`,
};
