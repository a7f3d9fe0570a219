import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/ui/caas-button.js';
import '@caas/ui/caas-dialog.js';
import '@caas/ui/caas-secret.js';

/** Opens the overlay that stands after the button. */
const opens = (event: Event): void => {
  const next = (event.currentTarget as HTMLElement).nextElementSibling;
  if (next && 'open' in next) next.open = true;
};
const withButton = (label: string, overlay: TemplateResult): TemplateResult =>
  html`<caas-button @click=${opens}>${label}</caas-button>${overlay}`;

const meta: Meta = {
  title: 'Kit/Dialog',
  component: 'caas-dialog',
  args: { heading: 'Rename key', open: true, confirmDiscard: false },
};
export default meta;

type Story = StoryObj;

export const Filled: Story = {
  render: ({ heading, open, confirmDiscard }) =>
    withButton(
      'Rename',
      html`<caas-dialog heading=${heading} ?open=${open} ?confirm-discard=${confirmDiscard}>
        <p>The name is for people. Calls do not notice.</p>
        <caas-button slot="footer">Cancel</caas-button
        ><caas-button slot="footer" variant="primary">Rename key</caas-button>
      </caas-dialog>`,
    ),
};

export const WithoutButtons: Story = {
  render: () =>
    withButton('About', html`<caas-dialog heading="About" open><p>CAAS Console, version 0.1.0</p></caas-dialog>`),
};

export const MustBeAnswered: Story = {
  render: () =>
    withButton(
      'Create key',
      html`<caas-dialog heading="Save this key now" open .dismissible=${false}>
        <p>This is the only time CAAS can show it. If you lose it, rotate the key.</p>
        <caas-secret name="Telemetry worker" .secret=${'caas_live_X8vR2kQm7TzLw4HsNc0JpYb5DfGe9AuK'}></caas-secret>
        <caas-button slot="footer" variant="primary">Done</caas-button>
      </caas-dialog>`,
    ),
};
