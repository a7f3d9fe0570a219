import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-button.js';
import '@caas/ui/caas-tooltip.js';

const meta: Meta = { title: 'Kit/Tooltip', component: 'caas-tooltip', args: { text: '4 Mar 2026, 09:41:07 CET' } };
export default meta;

type Story = StoryObj;

export const Filled: Story = {
  render: ({ text }) =>
    html`<div style="padding: 64px">
      <caas-tooltip text=${text}><button>2 min ago</button></caas-tooltip>
    </div>`,
};

export const Open: Story = {
  ...Filled,
  play: ({ canvasElement }) => {
    canvasElement.querySelector('caas-tooltip')?.dispatchEvent(new PointerEvent('pointerenter'));
  },
};
