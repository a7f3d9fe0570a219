import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-radio-group.js';

import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Radio group', component: 'caas-radio-group' };
export default meta;

type Story = StoryObj;

const plans = [
  { value: 'free', label: 'Free', hint: '10,000 messages a month' },
  { value: 'business', label: 'Business', hint: '5 million messages a month' },
  { value: 'enterprise', label: 'Enterprise', hint: 'By contract', disabled: true },
];

export const AllStates: Story = {
  render: () =>
    grid(
      {
        lines: html`<caas-radio-group name="a" label="Plan" value="free" .options=${plans}></caas-radio-group>`,
        error: html`<caas-radio-group
          name="b"
          label="Plan"
          error="Choose a plan."
          .options=${plans}
        ></caas-radio-group>`,
        disabled: html`<caas-radio-group
          name="c"
          label="Plan"
          value="free"
          disabled
          .options=${plans}
        ></caas-radio-group>`,
      },
      280,
    ),
};

/** Each choice as a bordered card. */
export const Cards: Story = {
  render: () =>
    html`<caas-radio-group
      name="d"
      label="Plan"
      value="business"
      cards
      hint="You can change it later."
      .options=${plans}
    ></caas-radio-group>`,
};
