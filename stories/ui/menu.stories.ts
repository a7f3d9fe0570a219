import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-button.js';
import '@caas/ui/caas-menu.js';
import type { Menu, MenuItem } from '@caas/ui/caas-menu.js';
import { ban, pencil, rotateCw, trash2 } from '@caas/ui/icons.js';

const items: MenuItem[] = [
  { id: 'rotate', label: 'Rotate', icon: rotateCw },
  { id: 'rename', label: 'Rename', icon: pencil },
  { id: 'test', label: 'Run test', disabled: true, hint: 'Needs a secondary key' },
  'divider',
  { id: 'revoke', label: 'Revoke', danger: true, icon: ban },
  { id: 'delete', label: 'Delete', danger: true, icon: trash2 },
];

const meta: Meta = { title: 'Kit/Menu', component: 'caas-menu', args: { items } };
export default meta;

type Story = StoryObj;

function open(event: Event): void {
  const opener = event.currentTarget as HTMLElement;
  void (opener.nextElementSibling as Menu | null)?.openAt(opener);
}

export const Filled: Story = {
  render: ({ items: given }) =>
    html`<caas-button aria-haspopup="menu" @click=${open}>Actions</caas-button><caas-menu .items=${given}></caas-menu>`,
};

export const Open: Story = {
  ...Filled,
  play: ({ canvasElement }) => canvasElement.querySelector('caas-button')?.click(),
};
