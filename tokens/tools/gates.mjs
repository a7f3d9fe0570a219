// WCAG 2.2 contrast of every pairing the design allows, colour-vision separation of the chart series, and sweeps over what hosts may set.
import {
  clampRgb,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  rgb,
  wcagLuminance,
} from 'culori';
import { environment, painted } from './evaluate.mjs';

/** The four renderings every pairing is checked in, with the ratios they owe. */
export const MODES = {
  light: { scheme: 'light', contrast: 0, text: 4.5, control: 3 },
  dark: { scheme: 'dark', contrast: 0, text: 4.5, control: 3 },
  moreLight: { scheme: 'light', contrast: 1, text: 7, control: 4.5 },
  moreDark: { scheme: 'dark', contrast: 1, text: 7, control: 4.5 },
};
/** The lowest CIEDE2000 between any two series, under each kind of colour vision. */
export const SEPARATION = 10;

const SURFACES = ['canvas', 'surface', 'surface-sunken', 'surface-raised'];
const STATUSES = ['success', 'warning', 'danger', 'info'];
const SERIES = [1, 2, 3, 4, 5, 6, 7, 8];
const LABEL = 4.5;
const SHAPE = 3;
const round = (number) => Math.floor(number * 100) / 100;

function ratio(first, second) {
  const [a, b] = [wcagLuminance(painted(first)), wcagLuminance(painted(second))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
function over(top, under) {
  const [t, u] = [rgb(top), rgb(under)];
  const channel = (key) => t[key] * t.alpha + u[key] * (1 - t.alpha);
  return { mode: 'rgb', r: channel('r'), g: channel('g'), b: channel('b') };
}
const reader = (declared, options) => {
  const env = environment(declared, options);
  return (name) => env.color(`--caas-${name}`);
};

/** The pairings in one rendering: foreground, kind, backgrounds by name, owed ratio. */
function pairings(color, { contrast, text, control }) {
  const named = (...names) => names.map((name) => [name, color(`color-${name}`)]);
  const surfaces = named(...SURFACES);
  const overlaid = [
    ['canvas', 'hover'],
    ['surface', 'hover'],
    ['surface-raised', 'hover'],
    ['surface', 'active'],
    ['surface', 'selected'],
  ].map(([under, top]) => [`${under} + ${top}`, over(color(`color-${top}`), color(`color-${under}`))]);
  const all = [...surfaces, ...overlaid];
  const softs = named(...STATUSES.map((status) => `${status}-soft`));
  const row = (kind, name, backgrounds, minimum) => ({ kind, name, backgrounds, minimum });
  return [
    ...['text', 'text-muted', 'text-subtle', 'accent-text'].map((name) => row('text', `color-${name}`, all, text)),
    ...STATUSES.map((status, index) => row('text', `color-${status}-text`, [...all, softs[index]], text)),
    row('text', 'color-text', softs, text),
    row('text', 'color-text-muted', [...named('neutral-soft', 'accent-soft'), ...softs], text),
    row('text', 'color-on-accent', named('accent', 'accent-hover'), LABEL),
    ...STATUSES.map((status) => row('text', `color-on-${status}`, named(`${status}-solid`), LABEL)),
    row('text', 'color-on-inverse', named('inverse'), text),
    row('shape', 'color-border-control', surfaces, control),
    ...(contrast ? [row('shape', 'color-border', surfaces, SHAPE)] : []),
    row('shape', 'color-focus', all, SHAPE),
    row('shape', 'color-accent', surfaces, SHAPE),
    ...STATUSES.flatMap((status, index) => [
      row('shape', `color-${status}-icon`, [...surfaces, softs[index]], SHAPE),
      row('shape', `color-${status}-solid`, surfaces, SHAPE),
    ]),
    ...SERIES.map((index) => row('shape', `chart-${index}`, surfaces, SHAPE)),
  ];
}

/** Lowest ratio of every pairing per mode. */
export function pairingResults(declared) {
  const rows = new Map();
  for (const [mode, options] of Object.entries(MODES)) {
    const color = reader(declared, options);
    for (const { kind, name, backgrounds, minimum } of pairings(color, options)) {
      const ratios = backgrounds.map(([on, background]) => ({ on, ratio: ratio(color(name), background) }));
      const worst = ratios.reduce((low, next) => (next.ratio < low.ratio ? next : low));
      const key = `${name} ${backgrounds.length}`;
      const row = rows.get(key) ?? { kind, foreground: `--caas-${name}`, backgrounds: backgrounds.length };
      rows.set(key, {
        ...row,
        [mode]: { ratio: round(worst.ratio), on: worst.on, minimum, passes: worst.ratio >= minimum },
      });
    }
  }
  return [...rows.values()];
}

/** Lowest difference between two series, per scheme and kind of colour vision (Machado 2009, severity 1). */
export function separationResults(declared) {
  const distance = differenceCiede2000();
  const visions = {
    normal: (color) => color,
    protan: filterDeficiencyProt(1),
    deutan: filterDeficiencyDeuter(1),
    tritan: filterDeficiencyTrit(1),
  };
  return ['light', 'dark'].flatMap((scheme) => {
    const color = reader(declared, { scheme });
    return Object.entries(visions).map(([vision, filter]) => {
      const seen = SERIES.map((index) => filter(rgb(color(`chart-${index}`))));
      let closest = { difference: Infinity, series: '' };
      for (const [i, a] of seen.entries()) {
        for (const [j, b] of seen.entries()) {
          const difference = j > i ? distance(a, b) : Infinity;
          if (difference < closest.difference) closest = { difference, series: `${i + 1} and ${j + 1}` };
        }
      }
      return {
        scheme,
        vision,
        difference: round(closest.difference),
        series: closest.series,
        passes: closest.difference >= SEPARATION,
      };
    });
  });
}

function tally() {
  const lowest = new Map();
  return {
    note(claim, minimum, value, where) {
      if (value < (lowest.get(claim)?.value ?? Infinity)) lowest.set(claim, { minimum, value, where });
    },
    results: () =>
      [...lowest].map(([claim, { minimum, value, where }]) => ({
        claim,
        lowest: round(value),
        where,
        minimum,
        passes: value >= minimum,
      })),
  };
}

/** The accent guarantee: 729 accents (nine levels a channel) in both schemes. */
export function accentResults(declared) {
  const levels = [0, 32, 64, 96, 128, 160, 192, 224, 255];
  const { note, results } = tally();
  for (const scheme of ['light', 'dark']) {
    for (const [r, g, b] of levels.flatMap((x) => levels.flatMap((y) => levels.map((z) => [x, y, z])))) {
      const accent = formatHex({ mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 });
      const color = reader(declared, { scheme, knobs: { '--caas-accent': accent } });
      const label = color('color-on-accent');
      note('on-accent on accent', LABEL, ratio(label, color('color-accent')), `${accent} ${scheme}`);
      note('on-accent on accent-hover', LABEL, ratio(label, color('color-accent-hover')), `${accent} ${scheme}`);
      for (const surface of SURFACES) {
        const background = color(`color-${surface}`);
        note(`accent-text, ${scheme}`, LABEL, ratio(color('color-accent-text'), background), `${accent} on ${surface}`);
        note(`focus, ${scheme}`, SHAPE, ratio(color('color-focus'), background), `${accent} on ${surface}`);
      }
      const hovered = over(color('color-hover'), color('color-canvas'));
      note(`accent-text on hover, ${scheme}`, LABEL, ratio(color('color-accent-text'), hovered), accent);
    }
  }
  return results();
}

const toRgb = converter('rgb');
const hexOf = (l, c, h) => formatHex(clampRgb(toRgb({ mode: 'oklch', l, c, h })));

/** Backgrounds and texts inside the contract with hosts: OKLCH lightness of at least .97 or at most .26, text at 12:1 or more. */
export function hostResults(declared) {
  const { note, results } = tally();
  const contract = {
    light: { backgrounds: [0.97, 0.985, 1], texts: [0.15, 0.22, 0.27] },
    dark: { backgrounds: [0.14, 0.18, 0.22, 0.26], texts: [0.9, 0.95, 1] },
  };
  for (const [scheme, { backgrounds, texts }] of Object.entries(contract)) {
    for (const [h, c] of [0, 60, 120, 180, 240, 300].flatMap((hue) =>
      [0, 0.015, 0.03].map((chroma) => [hue, chroma]),
    )) {
      for (const [bl, tl] of backgrounds.flatMap((background) => texts.map((text) => [background, text]))) {
        const [background, text] = [hexOf(bl, bl === 1 ? 0 : c, h), hexOf(tl, c, h)];
        const color = reader(declared, { scheme, knobs: { '--caas-background': background, '--caas-text': text } });
        for (const surface of SURFACES) {
          const measure = (claim, minimum, name) =>
            note(
              `${claim}, ${scheme}`,
              minimum,
              ratio(color(name), color(`color-${surface}`)),
              `${text} in ${background}, ${name} on ${surface}`,
            );
          for (const name of ['text-muted', 'text-subtle', ...STATUSES.map((status) => `${status}-text`)])
            measure(name, LABEL, `color-${name}`);
          measure('border-control', SHAPE, 'color-border-control');
          for (const status of STATUSES) measure('status icons', SHAPE, `color-${status}-icon`);
          if (['surface', 'surface-raised'].includes(surface))
            for (const index of SERIES) measure('chart series', SHAPE, `chart-${index}`);
        }
      }
    }
  }
  return results();
}
