import { tokenGroups } from '@caas/tokens/chart.js';
import contrast from '@caas/tokens/contrast.json' with { type: 'json' };
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { adopt, page, rules, section, table } from './page.js';

const meta: Meta = { title: 'Tokens/Colour', parameters: { controls: { disable: true } } };
export default meta;

type Mode = 'light' | 'dark' | 'moreLight' | 'moreDark';
type Values = Record<string, Record<Mode, string> | undefined>;

const MODES: readonly [mode: Mode, label: string][] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['moreLight', 'More contrast, light'],
  ['moreDark', 'More contrast, dark'],
];

const FAMILIES: readonly [title: string, lead: string, of: RegExp][] = [
  [
    'Surfaces and overlays',
    'From the background knob. Overlays are the text or the accent with alpha.',
    /^--caas-color-(surface|canvas|hover|active|selected|skeleton|scrim|inverse|on-inverse)/,
  ],
  [
    'Lines',
    'Fields need border-control (3:1); buttons, chips and cards carry a label and may use the softer two.',
    /-color-border/,
  ],
  ['Text', 'From the text knob.', /-color-text/],
  [
    'Accent',
    'Only filled buttons use accent, because their label carries the contrast. Shapes without a label use accent-text.',
    /-(accent|on-accent|focus)/,
  ],
  [
    'Status',
    'Never derived from the host: red stays red in a red page. Text on soft uses text, dots use icon, filled buttons use solid.',
    /-(success|warning|danger|info|neutral)/,
  ],
];

const className = (name: string) => `colour${name.slice(1)}`;
const sheet = rules(`
  .swatch { display: block; inline-size: 56px; block-size: 28px; border-radius: var(--caas-radius-sm);
    border: var(--caas-border-width) solid var(--caas-color-border); }
  .doc td small { display: block; font-size: var(--caas-font-size-xs); line-height: var(--caas-line-xs); }
  ${tokenGroups.color.map((name) => `.${className(name)} { background: var(${name}); }`).join('\n')}
`);

/** The lowest ratio a colour has in a mode over every background it may stand on. */
function lowest(name: string, mode: Mode): TemplateResult | string {
  const found = contrast.pairings.filter(({ foreground }) => foreground === name).map((pairing) => pairing[mode]);
  const known = found.filter((each) => each !== undefined && each !== null);
  const worst = known.sort((a, b) => a.ratio / a.minimum - b.ratio / b.minimum)[0];
  if (!worst) return '';
  return html`<small class="muted" title=${`on ${worst.on}; at least ${worst.minimum}`}
    >${worst.ratio.toFixed(2)} : 1</small
  >`;
}

function row(name: string): TemplateResult {
  const values = (contrast.values as Values)[name];
  return html`<tr>
    <td><span class="swatch ${className(name)}"></span></td>
    <td><code>${name}</code></td>
    ${MODES.map(
      ([mode]) =>
        html`<td>
          <code>${values?.[mode] ?? ''}</code>
          ${lowest(name, mode)}
        </td>`,
    )}
  </tr>`;
}

export const Colour: StoryObj = {
  render: () => {
    adopt(sheet);
    const heads = ['Now', 'Token', ...MODES.map(([, label]) => label)];
    let left: string[] = [...tokenGroups.color];
    const families = FAMILIES.map(([title, lead, of]) => {
      const names = left.filter((name) => of.test(name));
      left = left.filter((name) => !of.test(name));
      return section(
        title,
        html`<p class="muted">${lead}</p>`,
        table(`${title}: values and ratios`, heads, names.map(row)),
      );
    });
    return page(
      'Colour',
      'Values without a knob set. The swatch shows what the toolbar’s theme, contrast and host make of it now; below each value stands its lowest ratio over every background it may stand on, and the test that made them fails below 4.5 for text, 3 for shapes, 7 for text under more contrast.',
      ...families,
    );
  },
};

export const Guarantees: StoryObj = {
  render: () =>
    page(
      'Guarantees',
      'What holds for colours that hosts choose, proved over a grid of them.',
      section('Any accent', claims('Any accent', contrast.accents)),
      section('Backgrounds and texts within the contract', claims('Backgrounds and texts', contrast.hosts)),
    ),
};

function claims(
  label: string,
  all: readonly { claim: string; lowest: number; where: string; minimum: number }[],
): TemplateResult {
  return table(
    label,
    ['Claim', { number: 'Lowest' }, { number: 'At least' }, 'Where'],
    all.map(
      ({ claim, lowest: ratio, where, minimum }) =>
        html`<tr>
          <td>${claim}</td>
          <td class="number">${ratio.toFixed(2)}</td>
          <td class="number">${minimum}</td>
          <td><code>${where}</code></td>
        </tr>`,
    ),
  );
}
