import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { adopt, measured, page, pixels, rules, section, table } from './page.js';

const meta: Meta = { title: 'Tokens/Type', parameters: { controls: { disable: true } } };
export default meta;

interface Role {
  name: string;
  /** The size token's ending. */
  size: string;
  weight: 'regular' | 'medium' | 'strong';
  tracking: 'tight' | 'snug' | 'normal';
  sample: string;
  use: string;
  mono?: true;
}

const ROLES: readonly Role[] = [
  { name: 'metric', size: '3xl', weight: 'strong', tracking: 'tight', sample: '41,208', use: 'One live number a page' },
  { name: 'value', size: '2xl', weight: 'strong', tracking: 'tight', sample: '3.94 M', use: 'Key figures' },
  { name: 'title', size: 'xl', weight: 'strong', tracking: 'snug', sample: 'API keys', use: 'Page title' },
  { name: 'heading', size: 'lg', weight: 'strong', tracking: 'snug', sample: 'Save this key now', use: 'Dialog title' },
  { name: 'section', size: 'md', weight: 'strong', tracking: 'snug', sample: 'Recent activity', use: 'Panel title' },
  {
    name: 'body',
    size: 'md',
    weight: 'regular',
    tracking: 'normal',
    sample: 'Keys let your servers call CAAS.',
    use: 'Text, values of fields',
  },
  {
    name: 'ui',
    size: 'sm',
    weight: 'medium',
    tracking: 'normal',
    sample: 'Create key',
    use: 'Buttons, navigation, labels; table cells in regular',
  },
  {
    name: 'caption',
    size: 'xs',
    weight: 'regular',
    tracking: 'normal',
    sample: 'Last used 4 min ago',
    use: 'Hints, table heads, axes, badges',
  },
  {
    name: 'code',
    size: 'xs',
    weight: 'regular',
    tracking: 'normal',
    sample: 'caas_live_••••9f2C',
    use: 'Keys, ids, addresses',
    mono: true,
  },
];

const sheet = rules(
  ROLES.map(
    ({ name, size, weight, tracking, mono }) => `.doc .type-${name} {
      font-family: var(--caas-font-${mono ? 'mono' : 'family'}); font-size: var(--caas-font-size-${size});
      line-height: var(--caas-line-${size}); font-weight: var(--caas-weight-${weight});
      letter-spacing: var(--caas-tracking-${tracking}); white-space: nowrap; }`,
  ).join('\n'),
);

export const Type: StoryObj = {
  render: () => {
    adopt(sheet);
    return page(
      'Type',
      'Nine roles. Sizes are multiples of --caas-font-size, 14 px unless a host sets it; the numbers are measured in your browser.',
      section(
        'Roles',
        table(
          'Roles of type',
          ['Role', 'Sample', 'Token', { number: 'Size' }, { number: 'Line' }, { number: 'Weight' }, 'Use'],
          ROLES.map(
            ({ name, size, sample, use }) =>
              html`<tr>
                <td>${name}</td>
                <td><span class="sample type-${name}">${sample}</span></td>
                <td><code>--caas-font-size-${size}</code></td>
                <td class="number">${measured((style) => pixels(style.fontSize), '.sample')}</td>
                <td class="number">${measured((style) => pixels(style.lineHeight), '.sample')}</td>
                <td class="number">${measured((style) => style.fontWeight, '.sample')}</td>
                <td class="muted">${use}</td>
              </tr>`,
          ),
        ),
      ),
      section(
        'Rules',
        html`<ul>
          <li>Sentence case everywhere. No capitals for emphasis, no italics.</li>
          <li>Two weights a panel. Where the host’s font lacks 500, size and colour still carry the order.</li>
          <li>Numbers are tabular. Prose is at most 76 characters wide.</li>
          <li>Nothing smaller than 12 px. Under a coarse pointer fields use 16 px, so that no phone zooms in.</li>
          <li>Elements inherit the host’s font and load none. A serif 10 % wider has to fit.</li>
        </ul>`,
      ),
    );
  },
};
