import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-badge.js';

import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Badge', component: 'caas-badge', args: { tone: 'success', plain: false } };
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ tone, plain }) => html`<caas-badge tone=${tone} ?plain=${plain}>Active</caas-badge>`,
};

export const AllStates: Story = {
  render: () =>
    grid(
      {
        success: html`<caas-badge tone="success">Active</caas-badge>`,
        warning: html`<caas-badge tone="warning">Expires in 6 days</caas-badge>`,
        danger: html`<caas-badge tone="danger">Expired</caas-badge>`,
        info: html`<caas-badge tone="info">Rotating</caas-badge>`,
        neutral: html`<caas-badge>Revoked</caas-badge>`,
        plain: html`<caas-badge plain>3 of 10</caas-badge>`,
      },
      140,
    ),
};
