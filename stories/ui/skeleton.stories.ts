import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-skeleton.js';

import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Skeleton', component: 'caas-skeleton' };
export default meta;

type Story = StoryObj;

export const AllStates: Story = {
  render: () =>
    grid({
      'one line': html`<caas-skeleton></caas-skeleton>`,
      'three lines': html`<caas-skeleton lines="3"></caas-skeleton>`,
      'a block': html`<caas-skeleton style="--caas-skeleton-block-size: 96px"></caas-skeleton>`,
    }),
};
