import '@caas/ui/caas-alert.js';
import '@caas/ui/caas-badge.js';
import '@caas/ui/caas-button.js';
import '@caas/ui/caas-checkbox.js';
import '@caas/ui/caas-code-block.js';
import '@caas/ui/caas-field.js';
import { hooks, knobs, rareKnobs } from '@caas/tokens/chart.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { adopt, page, rules, section, table } from './page.js';

interface Args {
  accent: string;
  background: string;
  text: string;
  radius: number;
  font: string;
}

const FONTS = ['inherit', 'Georgia, serif', 'ui-monospace, Menlo, monospace', 'system-ui, sans-serif'];
const DEFAULTS: Args = { accent: '', background: '', text: '', radius: 8, font: 'inherit' };
/** Below this ratio of text to background our derived greys are no longer proved legible. */
const LEAST_TEXT_RATIO = 12;

const meta: Meta<Args> = {
  title: 'Tokens/Knobs',
  args: DEFAULTS,
  argTypes: {
    accent: { control: 'color' },
    background: { control: 'color' },
    text: { control: 'color' },
    radius: { control: { type: 'range', min: 0, max: 20 } },
    font: { control: 'select', options: FONTS },
  },
};
export default meta;

const sheet = rules(`
  .doc .preview { display: grid; gap: 16px; padding: 24px; background: var(--caas-color-canvas); color: var(--caas-color-text);
    font-family: var(--caas-font-family); border: var(--caas-border-width) solid var(--caas-color-border); border-radius: var(--caas-radius-lg); }
  .doc .preview .line { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }
  .doc .preview a { color: var(--caas-color-accent-text); }
`);

/** The knobs that differ from their defaults, as declarations. */
function declarations(args: Args): [property: string, value: string][] {
  const { accent, background, text, radius, font } = { ...DEFAULTS, ...args };
  const all: [string, string, boolean][] = [
    ['--caas-accent', accent, accent !== ''],
    ['--caas-background', background, background !== ''],
    ['--caas-text', text, text !== ''],
    ['--caas-radius', `${radius}px`, radius !== DEFAULTS.radius],
    ['--caas-font', font, font !== DEFAULTS.font],
  ];
  return all.filter(([, , set]) => set).map(([property, value]) => [property, value]);
}

function snippet(set: readonly [string, string][]): string {
  if (set.length === 0) return '/* Every knob has its default: nothing to write. */';
  return `caas-api-keys {\n${set.map(([property, value]) => `  ${property}: ${value};`).join('\n')}\n}`;
}

/** Contrast of two colours by WCAG 2, or null where one is not a plain hex or rgb() colour. */
function ratioOf(one: string, other: string): number | null {
  const luminance = (colour: string) => {
    const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i
      .exec(colour)
      ?.slice(1)
      .map((part) => Number.parseInt(part, 16));
    const parts = hex ?? /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(colour)?.slice(1).map(Number);
    if (!parts) return null;
    const [red = 0, green = 0, blue = 0] = parts.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return a === null || b === null ? null : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function warning({ background, text }: Args): TemplateResult | typeof nothing {
  const ratio = background && text ? ratioOf(text, background) : null;
  if (ratio === null || ratio >= LEAST_TEXT_RATIO) return nothing;
  return html`<caas-alert tone="warning" heading="Text and background are too close">
    Their ratio is ${ratio.toFixed(1)}; below ${LEAST_TEXT_RATIO} the greys between them are not proved legible. The
    product never changes a host’s colour by itself.
  </caas-alert>`;
}

function preview(args: Args, theme: string): TemplateResult {
  // Knobs are set as a host would set them: on an element around ours.
  const turn = (element?: Element) => {
    if (!(element instanceof HTMLElement)) return;
    for (const { property } of knobs) element.style.removeProperty(property);
    for (const [property, value] of declarations(args)) element.style.setProperty(property, value);
  };
  return html`<div ${ref((element) => turn(element))}>
    <caas-theme theme=${theme}>
      <div class="preview">
        <div class="line">
          <caas-button variant="primary">Create key</caas-button>
          <caas-button>Filter</caas-button>
          <caas-button variant="ghost">Cancel</caas-button>
          <caas-button variant="danger">Revoke</caas-button>
          <a href="#knobs">How keys work</a>
        </div>
        <div class="line">
          <caas-badge tone="success">Active</caas-badge>
          <caas-badge tone="warning">Expires in 6 days</caas-badge>
          <caas-badge tone="info">Rotating</caas-badge>
          <caas-badge>Revoked</caas-badge>
          <caas-checkbox checked label="Read"></caas-checkbox>
        </div>
        <caas-field label="Name" value="Build server"></caas-field>
        <caas-alert tone="info" heading="The old key works until 4 Mar 2026"
          >Promote when your servers use the new one.</caas-alert
        >
      </div>
    </caas-theme>
  </div>`;
}

export const Playground: StoryObj<Args> = {
  render: (args, { globals }) => {
    adopt(sheet);
    const samples = [{ label: 'CSS', code: snippet(declarations(args)) }];
    return page(
      'Knobs playground',
      'Turn the five knobs in the controls; the rest follows. What you see is what a host gets by writing the lines below.',
      section('Preview', preview(args, String(globals.theme)), html`${warning(args)}`),
      section('Write this', html`<caas-code-block label="Knobs as CSS" .samples=${samples}></caas-code-block>`),
    );
  },
};

export const Harborline: StoryObj<Args> = {
  ...Playground,
  args: { accent: '#7b3fb5', background: '#fffdf9', text: '#2b2118', radius: 3, font: 'Georgia, serif' },
  globals: { theme: 'light' },
  tags: ['own-theme'],
};

export const Yellow: StoryObj<Args> = { ...Playground, args: { ...DEFAULTS, accent: '#ffd400', radius: 14 } };

export const Sharp: StoryObj<Args> = {
  ...Playground,
  args: { ...DEFAULTS, accent: '#d6006f', radius: 0, font: 'ui-monospace, Menlo, monospace' },
};

export const Reference: StoryObj<Args> = {
  parameters: { controls: { disable: true } },
  render: () =>
    page(
      'Knobs and hooks',
      'Knobs and hooks are only read, never declared: what a host writes always wins.',
      section('Five knobs', table('Knobs', ['Knob', 'Default', 'Feeds'], knobs.map(knobRow))),
      section('Seldom needed', table('Rare knobs', ['Knob', 'Default', 'Feeds'], rareKnobs.map(knobRow))),
      section(
        'Hooks of single components, a last resort',
        table(
          'Hooks',
          ['Hook', 'Default'],
          hooks.map(
            ({ property, fallback }) =>
              html`<tr>
                <td><code>${property}</code></td>
                <td><code>${fallback}</code></td>
              </tr>`,
          ),
        ),
      ),
    ),
};

function knobRow({ property, initial, feeds }: (typeof knobs)[number]): TemplateResult {
  return html`<tr>
    <td><code>${property}</code></td>
    <td><code>${initial}</code></td>
    <td class="muted">${feeds}</td>
  </tr>`;
}
