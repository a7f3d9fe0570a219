import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { page, section } from './page.js';

const meta: Meta = { title: 'Principles', parameters: { controls: { disable: true } } };
export default meta;

const PRINCIPLES: readonly [title: string, text: string][] = [
  [
    'Ink acts, colour reports',
    'Actions, headings and navigation are near-black, or near-white in the dark. Colour appears only where the system knows something: a state, a series of data, where the focus is. A rise in traffic is not green, because we do not know that it is good.',
  ],
  [
    'The host is the brand',
    'Inside a tenant’s own page we own structure, they own appearance. Five knobs go in; everything else is derived from them.',
  ],
  [
    'Contrast is arithmetic, not taste',
    'Any accent a host can type yields legible labels, links and focus rings. The formulas prove it, and a test runs them.',
  ],
  [
    'Hairlines before boxes, boxes before shadows',
    'One line of 1 px groups things. A shadow means one thing only: this floats above the page.',
  ],
  [
    'Numbers line up',
    'Tabular figures, aligned at the end, one unit a column. The exact value is one hover or one focus away.',
  ],
  [
    'Never lie about state',
    'Stale, partial, paused, masked and read-only each look like what they are. A change that concerns security shows as done when the gateway has said so, never before.',
  ],
  [
    'Dangerous things are slow, safe things are fast',
    'Friction grows with what an act can break. Renaming asks nothing; deleting a key in use asks for its name.',
  ],
];

const SIGNATURES: readonly [name: string, text: string][] = [
  ['Ledger strip', 'Key figures in one bordered row, split by hairlines.'],
  ['Tick rail', 'Sixty bars for the last sixty seconds, the newest in the success colour.'],
  ['Pair connector', 'A secondary key hangs from its primary.'],
];

export const Principles: StoryObj = {
  render: () =>
    page(
      'Principles',
      'What decides when two designs both look right.',
      ...PRINCIPLES.map(([title, text], index) => section(`${index + 1}. ${title}`, html`<p>${text}</p>`)),
      section(
        'What makes it ours',
        html`<p>Three elements of the console are its signature. Use them; do not invent a fourth.</p>
          <ul>
            ${SIGNATURES.map(([name, text]) => html`<li><strong>${name}.</strong> ${text}</li>`)}
          </ul>`,
      ),
    ),
};
