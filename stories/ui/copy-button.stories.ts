import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-copy-button.js';
import { grid } from './grid.js';

const meta: Meta = {
  title: 'Kit/Copy button',
  component: 'caas-copy-button',
  args: { value: 'key_01J9', label: 'Copy key id of CI', labelled: false },
};
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ value, label, labelled }) =>
    html`<caas-copy-button value=${value} label=${label} ?labelled=${labelled}></caas-copy-button>`,
};

export const AllStates: Story = {
  render: () =>
    grid({
      icon: html`<caas-copy-button value="key_01J9" label="Copy key id of CI"></caas-copy-button>`,
      labelled: html`<caas-copy-button value="key_01J9" labelled></caas-copy-button>`,
    }),
};
