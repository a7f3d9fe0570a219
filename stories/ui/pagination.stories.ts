import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@caas/ui/caas-pagination.js';
import { grid } from './grid.js';

const meta: Meta = {
  title: 'Kit/Pagination',
  component: 'caas-pagination',
  args: { first: 26, count: 25, total: 312, hasPrevious: true, hasNext: true, busy: false },
};
export default meta;

type Story = StoryObj;

export const Playground: Story = {
  render: ({ first, count, total, hasPrevious, hasNext, busy }) =>
    html`<caas-pagination
      .first=${first}
      .count=${count}
      .total=${total}
      ?has-previous=${hasPrevious}
      ?has-next=${hasNext}
      ?busy=${busy}
    ></caas-pagination>`,
};

export const AllStates: Story = {
  render: () =>
    grid(
      {
        'first page': html`<caas-pagination count="25" total="312" has-next></caas-pagination>`,
        middle: html`<caas-pagination first="26" count="25" total="312" has-previous has-next></caas-pagination>`,
        'last page': html`<caas-pagination first="301" count="12" total="312" has-previous></caas-pagination>`,
        'nobody counted': html`<caas-pagination count="25" has-next></caas-pagination>`,
        'one page': html`<caas-pagination count="6" total="6">Copying copies the key id.</caas-pagination>`,
      },
      480,
    ),
};
