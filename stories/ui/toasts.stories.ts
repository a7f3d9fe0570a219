import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-button.js';
import '@caas/ui/caas-toasts.js';
import type { Toast } from '@caas/ui/caas-toasts.js';

const meta: Meta = { title: 'Kit/Toasts', component: 'caas-toasts' };
export default meta;

type Story = StoryObj;

const TOASTS: Toast[] = [
  { tone: 'success', text: 'Production server rotated', duration: 0 },
  { text: 'Removed 203.0.113.7', action: { label: 'Undo', run: () => undefined }, duration: 0 },
  { tone: 'warning', text: 'Two servers still use the old key', duration: 0 },
  { tone: 'danger', text: 'Could not end the session', duration: 0 },
];

export const AllStates: Story = {
  render: () => html`<caas-button>Run test</caas-button><caas-toasts></caas-toasts>`,
  play: ({ canvasElement }) => {
    for (const toast of TOASTS) canvasElement.querySelector('caas-toasts')?.show(toast);
  },
};
