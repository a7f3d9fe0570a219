import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-field.js';
import { search } from '@caas/ui/icons.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { grid } from './grid.js';

const meta: Meta = {
  title: 'Kit/Field',
  component: 'caas-field',
  args: { label: 'Name', hint: 'Where the key is used.', error: '', value: 'Production server', disabled: false },
};
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ label, hint, error, value, disabled }) =>
    html`<caas-field label=${label} hint=${hint} error=${error} .value=${value} ?disabled=${disabled}></caas-field>`,
};

export const AllStates: Story = {
  render: () =>
    grid({
      'with hint': html`<caas-field label="Name" hint="Where the key is used." value="Production server"></caas-field>`,
      error: html`<caas-field
        label="Address"
        mono
        error="Enter an address like 203.0.113.7 or 203.0.113.0/24."
        value="203.0.113"
      ></caas-field>`,
      optional: html`<caas-field label="Note" optional></caas-field>`,
      disabled: html`<caas-field label="Id" disabled value="key_01JC"></caas-field>`,
      password: html`<caas-field label="Password" type="password" value="correct horse"></caas-field>`,
      search: html`<caas-field
        label="Search keys"
        label-hidden
        type="search"
        placeholder="Search name or key ending"
      ></caas-field>`,
      number: html`<caas-field label="Days" type="number" min="1" max="365" value="90"></caas-field>`,
      date: html`<caas-field label="From" type="date" value="2026-11-13"></caas-field>`,
      textarea: html`<caas-field label="Addresses" type="textarea" mono value="203.0.113.0/24 # Office"></caas-field>`,
    }),
};

/** With show, and a hint while Caps Lock is on. */
export const Password: Story = {
  render: () => html`<caas-field label="Password" type="password" value="correct horse"></caas-field>`,
};

/** The template puts native inputs into the caller's root, which password managers need. */
export const AsTemplate: Story = {
  render: () =>
    html`<style>
        ${fieldStyles}</style
      >${field({ name: 'address', label: 'Address', value: '', icon: search, mono: true, hint: 'One address or a range.' })}`,
};
