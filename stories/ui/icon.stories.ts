import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-icon.js';
import * as icons from '@caas/ui/icons.js';
import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Icon', component: 'caas-icon' };
export default meta;

type Story = StoryObj;

/** All icons by the name of their constant. */
export const All: Story = {
  render: () =>
    grid(
      Object.fromEntries(
        Object.entries(icons).map(([name, paths]) => [name, html`<caas-icon .paths=${paths}></caas-icon>`]),
      ),
      96,
    ),
};

/** With a label it is an image; without, decoration. */
export const Labelled: Story = {
  render: () => html`<caas-icon .paths=${icons.keyRound} label="API key" size="32"></caas-icon>`,
};
