import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-button.js';
import '@caas/ui/caas-drawer.js';

const meta: Meta = {
  title: 'Kit/Drawer',
  component: 'caas-drawer',
  args: { heading: 'Create key', open: true, confirmDiscard: false },
};
export default meta;

type Story = StoryObj;

export const Filled: Story = {
  render: ({ heading, open, confirmDiscard }) => html`
    <caas-drawer heading=${heading} ?open=${open} ?confirm-discard=${confirmDiscard}>
      <p>A key belongs to one server or job, so that you can rotate it alone.</p>
      <caas-button slot="footer">Cancel</caas-button
      ><caas-button slot="footer" variant="primary">Create key</caas-button>
    </caas-drawer>
  `,
};

export const AsksBeforeClosing: Story = { ...Filled, args: { confirmDiscard: true } };
