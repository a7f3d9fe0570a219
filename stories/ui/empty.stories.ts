import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-empty.js';
import '@caas/ui/caas-button.js';
import { keyRound } from '@caas/ui/icons.js';
import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Empty', component: 'caas-empty' };
export default meta;

type Story = StoryObj;

export const AllStates: Story = {
  render: () =>
    grid(
      {
        'with action': html`<caas-empty heading="Create your first key" .icon=${keyRound}>
          Your servers sign in with it. It is shown once.
          <caas-button slot="action" variant="primary">Create key</caas-button
          ><a slot="action" href="#docs">How keys work</a>
        </caas-empty>`,
        'text alone': html`<caas-empty heading="No one is connected"
          >Sessions appear when the first person connects.</caas-empty
        >`,
      },
      360,
    ),
};
