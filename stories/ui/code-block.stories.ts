import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-code-block.js';
import type { CodeSample } from '@caas/ui/caas-code-block.js';

const samples: CodeSample[] = [
  {
    label: 'JavaScript',
    code: "import { Caas } from '@caas/sdk';\n\nconst caas = new Caas({ key: process.env.CAAS_KEY });",
  },
  { label: 'Flutter', code: 'final caas = Caas();' },
];

const meta: Meta = {
  title: 'Kit/Code block',
  component: 'caas-code-block',
  args: { label: 'Create a session', value: '', samples },
};
export default meta;

type Story = StoryObj;

export const Filled: Story = {
  render: ({ label, value, samples: given }) =>
    html`<caas-code-block label=${label} value=${value} .samples=${given}></caas-code-block>`,
};

export const OneLanguage: Story = {
  ...Filled,
  args: { label: 'Install', samples: [{ label: 'npm', code: 'npm install @caas/sdk' }] },
};
