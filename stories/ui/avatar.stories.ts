import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-avatar.js';

import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Avatar', component: 'caas-avatar', args: { name: 'Ada Okafor', size: 'md' } };
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ name, size }) => html`<caas-avatar name=${name} size=${size}></caas-avatar>`,
};

export const AllStates: Story = {
  render: () =>
    grid(
      {
        'two words': html`<caas-avatar name="Ada Okafor"></caas-avatar>`,
        'one word': html`<caas-avatar name="System"></caas-avatar>`,
        large: html`<caas-avatar name="Tomás Rey" size="lg"></caas-avatar>`,
      },
      120,
    ),
};
