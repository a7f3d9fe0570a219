import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-secret.js';

const meta: Meta = {
  title: 'Kit/Secret',
  component: 'caas-secret',
  args: {
    heading: '',
    name: 'Telemetry worker',
    filename: 'caas.env',
    envName: 'CAAS_KEY',
    secret: 'caas_live_X8vR2kQm7TzLw4HsNc0JpYb5DfGe9AuK',
  },
};
export default meta;

type Story = StoryObj;

export const Filled: Story = {
  render: ({ heading, name, filename, envName, secret }) => html`
    <div style="max-inline-size: 480px">
      <caas-secret
        heading=${heading}
        name=${name}
        filename=${filename}
        env-name=${envName}
        .secret=${secret}
      ></caas-secret>
    </div>
  `,
};

export const WithHeading: Story = { ...Filled, args: { heading: 'Signing secret' } };
