import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-time.js';

import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Time', component: 'caas-time' };
export default meta;

type Story = StoryObj;

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

export const AllStates: Story = {
  render: () =>
    grid(
      {
        'seconds ago': html`<caas-time datetime=${ago(20)}></caas-time>`,
        'minutes ago': html`<caas-time datetime=${ago(130)}></caas-time>`,
        'days ago': html`<caas-time datetime=${ago(3 * 86_400)}></caas-time>`,
        'older than a week': html`<caas-time datetime=${ago(30 * 86_400)}></caas-time>`,
        'in the future': html`<caas-time datetime=${ago(-6 * 86_400)}></caas-time>`,
        absolute: html`<caas-time mode="absolute" datetime=${ago(130)}></caas-time>`,
        unknown: html`<caas-time></caas-time>`,
      },
      180,
    ),
};
