import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-button.js';
import { icon } from '@caas/ui/icon.js';
import { plus } from '@caas/ui/icons.js';
import { grid } from './grid.js';

const meta: Meta = {
  title: 'Kit/Button',
  component: 'caas-button',
  args: { variant: 'primary', size: 'md', busy: false, disabled: false },
};
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ variant, size, busy, disabled }) =>
    html`<caas-button variant=${variant} size=${size} ?busy=${busy} ?disabled=${disabled}>Create key</caas-button>`,
};

/** Every look, in every size and state. */
export const AllStates: Story = {
  render: () =>
    grid(
      Object.fromEntries(
        (['primary', 'default', 'ghost', 'danger'] as const).map((variant) => [
          variant,
          html`<caas-button variant=${variant}>Create key</caas-button>
            <caas-button variant=${variant} busy>Create key</caas-button>
            <caas-button variant=${variant} disabled>Create key</caas-button>
            <caas-button variant=${variant} size="sm">Small</caas-button>
            <caas-button variant=${variant} size="sm" busy>Small</caas-button>
            <caas-button variant=${variant} size="lg">Large</caas-button>`,
        ]),
      ),
      420,
    ),
};

/** Keeps its width and label, ignores clicks. */
export const Busy: Story = { render: () => html`<caas-button variant="primary" busy>Save changes</caas-button>` };
export const WithIcon: Story = {
  render: () => html`<caas-button variant="primary">${icon(plus)}Create key</caas-button>`,
};
export const Link: Story = { render: () => html`<caas-button href="#docs">Read the docs</caas-button>` };
