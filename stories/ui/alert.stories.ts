import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-alert.js';
import '@caas/ui/caas-button.js';
import { grid } from './grid.js';

const meta: Meta = {
  title: 'Kit/Alert',
  component: 'caas-alert',
  args: { tone: 'warning', heading: 'Any IP can use your keys', dismissible: false },
};
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ tone, heading, dismissible }) =>
    html`<caas-alert tone=${tone} heading=${heading} ?dismissible=${dismissible}
      >Add the addresses of your servers.</caas-alert
    >`,
};

export const AllStates: Story = {
  render: () =>
    grid(
      {
        info: html`<caas-alert tone="info">Two servers still use the old key.</caas-alert>`,
        success: html`<caas-alert tone="success" dismissible>Saved</caas-alert>`,
        warning: html`<caas-alert tone="warning" heading="Any IP can use your keys">
          Add the addresses of your servers.<caas-button slot="action" size="sm">Add IPs</caas-button>
        </caas-alert>`,
        danger: html`<caas-alert tone="danger" heading="The chain is broken"
          >Nothing after event 8f3c can be trusted.</caas-alert
        >`,
      },
      420,
    ),
};
