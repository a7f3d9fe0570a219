import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-stepper.js';
import type { Step } from '@caas/ui/stepper.js';
import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Stepper', component: 'caas-stepper' };
export default meta;

type Story = StoryObj;

const at = (current: number): Step[] =>
  [
    { label: 'Secondary created', detail: 'Ada Okafor, 2 min ago' },
    { label: 'Test it', detail: 'Deploy the new key, then run the test.' },
    { label: 'Promote', detail: 'Secondary becomes primary.' },
    { label: 'Old key retires', detail: '24 h after promotion, automatically.' },
  ].map((step, index) => ({ ...step, state: index < current ? 'done' : index === current ? 'current' : 'todo' }));

export const AllStates: Story = {
  render: () =>
    grid(
      {
        begun: html`<caas-stepper label="Rotation" .steps=${at(0)}></caas-stepper>`,
        'under way': html`<caas-stepper label="Rotation" .steps=${at(1)}></caas-stepper>`,
        finished: html`<caas-stepper label="Rotation" .steps=${at(4)}></caas-stepper>`,
      },
      900,
    ),
};

/** A bar and the current step below 620 px. */
export const Narrow: Story = {
  render: () =>
    html`<div style="max-inline-size: 390px"><caas-stepper label="Rotation" .steps=${at(2)}></caas-stepper></div>`,
};
