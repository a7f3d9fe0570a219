import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-confirm.js';

const meta: Meta = {
  title: 'Kit/Confirm',
  component: 'caas-confirm',
  args: {
    heading: 'Remove 203.0.113.7?',
    verb: 'Remove IP',
    tone: 'default',
    expect: '',
    busy: false,
    error: '',
    open: true,
  },
};
export default meta;

type Story = StoryObj;

export const Recoverable: Story = {
  render: ({ heading, verb, tone, expect, busy, error, open }) => html`
    <caas-confirm
      heading=${heading}
      verb=${verb}
      tone=${tone}
      expect=${expect}
      error=${error}
      ?busy=${busy}
      ?open=${open}
    >
      <p>Calls with this name or address start failing at once.</p>
    </caas-confirm>
  `,
};

const danger = { heading: 'Delete Message ingest?', verb: 'Delete key', tone: 'danger' };

export const BreaksTraffic: Story = {
  ...Recoverable,
  args: { heading: 'Revoke CI?', verb: 'Revoke key', tone: 'danger' },
};
export const TypeToConfirm: Story = { ...Recoverable, args: { ...danger, expect: 'Message ingest' } };
export const Busy: Story = { ...Recoverable, args: { ...danger, busy: true } };
export const Failed: Story = { ...Recoverable, args: { ...danger, error: 'The key is in use. Revoke it first.' } };
