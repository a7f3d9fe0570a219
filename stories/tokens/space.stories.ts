import { tokenGroups } from '@caas/tokens/chart.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { adopt, measured, page, pixels, rules, section } from './page.js';

const meta: Meta = { title: 'Tokens/Space and sizes', parameters: { controls: { disable: true } } };
export default meta;

const slug = (name: string) => name.slice('--caas-'.length);
const lengths = [...tokenGroups.space, ...tokenGroups.size];
const DENSITY = /-(cell|card|gap|section)$/;
const fixed = tokenGroups.space.filter((name) => !DENSITY.test(name));
const dense = [...tokenGroups.space.filter((name) => DENSITY.test(name)), ...tokenGroups.size];

const sheet = rules(`
  .doc .steps { list-style: none; padding: 0; display: grid; gap: 8px; }
  .doc .steps li { display: grid; grid-template-columns: minmax(0, 240px) 64px minmax(64px, 1fr); gap: 12px; align-items: center; }
  .doc .bar { display: block; block-size: 12px; border-radius: 2px; background: var(--caas-chart-1); }
  .doc .two { display: grid; gap: 24px; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); }
  .doc .surface { background: var(--caas-color-surface); border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-lg); padding: 16px; display: grid; gap: 12px; }
  .doc .tiles { display: flex; flex-wrap: wrap; gap: 24px; padding: 0; list-style: none; }
  .doc .tiles li { display: grid; gap: 8px; justify-items: start; }
  .doc .tile { inline-size: 120px; block-size: 72px; background: var(--caas-color-surface-raised); }
  .doc .tile.radius { border: var(--caas-border-width) solid var(--caas-color-border-control); }
  ${lengths.map((name) => `.doc .bar.${slug(name)} { inline-size: var(${name}); }`).join('\n')}
  ${tokenGroups.radius.map((name) => `.doc .tile.${slug(name)} { border-radius: var(${name}); }`).join('\n')}
  ${tokenGroups.shadow.map((name) => `.doc .tile.${slug(name)} { box-shadow: var(${name}); border-radius: var(--caas-radius-lg); }`).join('\n')}
`);

function steps(names: readonly string[]): TemplateResult {
  return html`<ul class="steps">
    ${names.map(
      (name) =>
        html`<li>
          <code>${name}</code>
          <span class="number">${measured((style) => pixels(style.inlineSize), '.bar')}</span>
          <span class="bar ${slug(name)}"></span>
        </li>`,
    )}
  </ul>`;
}

const tiles = (names: readonly string[], kind: string) =>
  html`<ul class="tiles">
    ${names.map((name) => html`<li><span class="tile ${kind} ${slug(name)}"></span><code>${name}</code></li>`)}
  </ul>`;

export const SpaceAndSizes: StoryObj = {
  render: (_args, { globals }) => {
    adopt(sheet);
    const theme = String(globals.theme);
    return page(
      'Space and sizes',
      'Density changes space, never the size of type. Under a coarse pointer controls and rows grow, whatever the density; the numbers are measured in your browser.',
      section('Steps', html`<div class="surface">${steps(fixed)}</div>`),
      section(
        'Two densities',
        html`<div class="two">
          ${['comfortable', 'compact'].map(
            (density) =>
              html`<caas-theme theme=${theme} density=${density}>
                <div class="surface"><strong>${density}</strong>${steps(dense)}</div>
              </caas-theme>`,
          )}
        </div>`,
      ),
      section(
        'Corners',
        html`<p class="muted">
          All are multiples of --caas-radius. An inner corner is the outer one less the padding.
        </p>`,
        tiles(tokenGroups.radius, 'radius'),
      ),
      section(
        'Depth',
        html`<p class="muted">
          A shadow says: this floats. Cards have none; in the dark a raised surface comes first.
        </p>`,
        tiles(tokenGroups.shadow, 'shadow'),
      ),
    );
  },
};
