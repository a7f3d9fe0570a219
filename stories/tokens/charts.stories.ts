import { chartSeries, comparisonDash, comparisonOpacity } from '@caas/tokens/chart.js';
import contrast from '@caas/tokens/contrast.json' with { type: 'json' };
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, svg, type SVGTemplateResult } from 'lit';
import { adopt, page, rules, section, table } from './page.js';

interface Args {
  vision: 'normal' | 'protan' | 'deutan' | 'tritan';
}

const meta: Meta<Args> = {
  title: 'Tokens/Charts',
  args: { vision: 'normal' },
  argTypes: {
    vision: {
      control: 'inline-radio',
      options: ['normal', 'protan', 'deutan', 'tritan'],
      description: 'Simulates how the colours look to somebody who lacks one kind of cone.',
    },
  },
};
export default meta;

/** What a retina without one kind of cone sees, in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const CONES: Record<Exclude<Args['vision'], 'normal'>, readonly number[]> = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

const WIDTH = 900;
const HEIGHT = 360;
const POINTS = 24;

const sheet = rules(`
  .doc .chart { inline-size: 100%; block-size: auto; display: block; background: var(--caas-color-surface); }
  .doc .chart text { font: var(--caas-font-size-xs) var(--caas-font-family); fill: var(--caas-chart-axis); }
  .doc .chart .grid { stroke: var(--caas-chart-grid); }
  .doc .chart path { fill: none; stroke-width: 2; stroke-linejoin: round; }
  .doc .chart .before { opacity: ${comparisonOpacity}; }
  ${chartSeries.map(({ property }) => `.doc .${property.slice(2)} { stroke: var(${property}); }`).join('\n')}
  ${Object.keys(CONES)
    .map((vision) => `.doc .vision-${vision} { filter: url(#${vision}); }`)
    .join('\n')}
`);

/** A line that differs from the others and is the same every time. */
function line(index: number): string {
  const left = HEIGHT - 40;
  const points = Array.from({ length: POINTS }, (_, step) => {
    const x = 10 + (step / (POINTS - 1)) * (WIDTH - 160);
    const y = left - index * 38 - 9 * Math.sin(step / (2 + (index % 3)) + index) - (step / POINTS) * 24;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

const endOf = (path: string) =>
  path
    .slice(path.lastIndexOf('L') + 1)
    .split(' ')
    .map(Number);

function series(index: number, { property, hue, dash }: (typeof chartSeries)[number]): SVGTemplateResult {
  const path = line(index);
  const [x = 0, y = 0] = endOf(path);
  return svg`<path class=${property.slice(2)} d=${path} stroke-dasharray=${dash || 'none'}></path>
    <text x=${x + 8} y=${y + 4}>${index + 1} ${hue}</text>`;
}

function chart(vision: Args['vision']) {
  return html`<svg
    class="chart vision-${vision}"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="Eight lines, one for each series, labelled at their ends"
  >
    <defs>
      ${Object.entries(CONES).map(
        ([id, [rr, rg, rb, gr, gg, gb, br, bg, bb]]) => svg`<filter id=${id} color-interpolation-filters="linearRGB">
          <feColorMatrix values="${rr} ${rg} ${rb} 0 0 ${gr} ${gg} ${gb} 0 0 ${br} ${bg} ${bb} 0 0 0 0 0 1 0"></feColorMatrix>
        </filter>`,
      )}
    </defs>
    ${[0, 1, 2, 3, 4].map((step) => svg`<line class="grid" x1="10" x2=${WIDTH - 150} y1=${20 + step * 78} y2=${20 + step * 78}></line>`)}
    ${chartSeries.map((each, index) => series(index, each))}
  </svg>`;
}

export const Series: StoryObj<Args> = {
  render: ({ vision }) => {
    adopt(sheet);
    return page(
      'Charts',
      'Eight series, assigned in order and never cycled: a ninth becomes “Other”. Status colours are never series colours.',
      section('Series', html`<div class="card">${chart(vision)}</div>`),
      section(
        'Never colour alone',
        html`<ul>
          <li>Each line is labelled at its end. From the fourth series on, lines are dashed as well.</li>
          <li>
            Stacked areas are split by a line in the surface’s colour. Behind every chart stands a table of its numbers.
          </li>
          <li>
            Bars start at 0. Gaps stay gaps. A comparison period keeps its hue at ${comparisonOpacity * 100} %, dashed
            <code>${comparisonDash}</code>.
          </li>
        </ul>`,
        table(
          'Series and their dashes',
          [{ number: 'Series' }, 'Token', 'Hue', 'Dash'],
          chartSeries.map(
            ({ property, hue, dash }, index) =>
              html`<tr>
                <td class="number">${index + 1}</td>
                <td><code>${property}</code></td>
                <td>${hue}</td>
                <td><code>${dash || 'solid'}</code></td>
              </tr>`,
          ),
        ),
      ),
      section(
        'Colour vision',
        html`<p class="muted">
          The smallest difference (CIEDE2000) between any two of the eight; the test fails below 10. Choose a vision in
          the controls to see it.
        </p>`,
        table(
          'Smallest difference between two series',
          ['Scheme', 'Vision', { number: 'Difference' }, 'Between'],
          contrast.chartSeparation.map(
            ({ scheme, vision: seenBy, difference, series: between }) =>
              html`<tr>
                <td>${scheme}</td>
                <td>${seenBy}</td>
                <td class="number">${difference.toFixed(1)}</td>
                <td>${between}</td>
              </tr>`,
          ),
        ),
      ),
    );
  },
};

export const ColourBlind: StoryObj<Args> = { ...Series, args: { vision: 'deutan' } };
