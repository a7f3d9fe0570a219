import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-panel.js';
import '@caas/ui/caas-button.js';
import { grid } from './grid.js';

const meta: Meta = { title: 'Kit/Panel', component: 'caas-panel' };
export default meta;

type Story = StoryObj;

export const AllStates: Story = {
  render: () =>
    grid(
      {
        'title and body': html`<caas-panel heading="Needs attention" padded>Nothing needs you.</caas-panel>`,
        'with actions and foot': html`<caas-panel heading="Messages" subheading="per day, by type" padded>
          <caas-button slot="actions" variant="ghost" size="sm">CSV</caas-button>
          The chart stands here.<span slot="footer">Updated 12 s ago</span>
        </caas-panel>`,
        'without a title': html`<caas-panel padded>Body alone.</caas-panel>`,
      },
      320,
    ),
};
