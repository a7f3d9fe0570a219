import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-checkbox.js';

import { grid } from './grid.js';

const meta: Meta = {
  title: 'Kit/Checkbox',
  component: 'caas-checkbox',
  args: { label: 'read', hint: 'List and read.', error: '', checked: true, indeterminate: false, disabled: false },
};
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ label, hint, error, checked, indeterminate, disabled }) =>
    html`<caas-checkbox
      label=${label}
      hint=${hint}
      error=${error}
      ?checked=${checked}
      ?indeterminate=${indeterminate}
      ?disabled=${disabled}
    ></caas-checkbox>`,
};

export const AllStates: Story = {
  render: () =>
    grid({
      clear: html`<caas-checkbox label="write"></caas-checkbox>`,
      ticked: html`<caas-checkbox label="read" hint="List and read." checked></caas-checkbox>`,
      'some of many': html`<caas-checkbox label="All keys" indeterminate></caas-checkbox>`,
      error: html`<caas-checkbox label="I agree to the terms" error="Agree to go on."></caas-checkbox>`,
      disabled: html`<caas-checkbox label="admin" disabled></caas-checkbox
        ><caas-checkbox label="read" disabled checked></caas-checkbox>`,
    }),
};
