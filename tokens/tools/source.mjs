// Reads the DTCG files and writes their values as CSS.
import { readFileSync } from 'node:fs';

/** Where a token's CSS spelling lives, beside its DTCG value. */
export const EXTENSION = 'io.caas.css';
const ROOT = new URL('../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));
const trim = (number) => String(number).replace(/^(-?)0\./, '$1.');

/** Every token of a group tree: path -> { type, value, css, description }. */
export function flatten(group, path = [], type, found = new Map()) {
  const inherited = group.$type ?? type;
  if ('$value' in group) {
    found.set(path.join('.'), {
      type: inherited,
      value: group.$value,
      css: group.$extensions?.[EXTENSION] ?? {},
      description: group.$description,
    });
    return found;
  }
  for (const [key, child] of Object.entries(group)) {
    if (!key.startsWith('$')) flatten(child, [...path, key], inherited, found);
  }
  return found;
}

/** Reads the tokens of each layer and what the contexts of the resolver change; computed files under modes/ are left out. */
export function readSource() {
  const resolver = read('caas.resolver.json');
  const authored = (modifier, context) =>
    new Map(
      resolver.modifiers[modifier].contexts[context]
        .filter((source) => !source.$ref)
        .flatMap((source) => [...flatten(source)]),
    );
  return {
    primitive: flatten(read('primitive.tokens.json')),
    semantic: flatten(read('semantic.tokens.json')),
    component: flatten(read('component.tokens.json')),
    dark: authored('scheme', 'dark'),
    more: authored('contrast', 'more'),
    compact: authored('density', 'compact'),
  };
}

/** The custom property of a token. */
export const propertyOf = (path, token) => token?.css.name ?? `--caas-${path.replaceAll('.', '-')}`;

function colorToCss({ components, hex, alpha = 1 }) {
  const bytes = components.map((part) => Math.round(part * 255));
  const spelled = `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  if (hex !== spelled) throw new Error(`components of ${hex} spell ${spelled}`);
  if (alpha < 1) return `rgb(${bytes.join(' ')} / ${trim(alpha)})`;
  return hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
}

const length = ({ value, unit }) => (value === 0 ? '0' : `${trim(value)}${unit}`);

/** Turns source values into CSS: aliases of primitives become literals, aliases of semantic tokens become var(). */
export function writer({ primitive, semantic, dark }) {
  const reference = (path) => {
    if (primitive.has(path)) return literal(primitive.get(path));
    if (!semantic.has(path)) throw new Error(`{${path}} names no token`);
    return `var(${propertyOf(path, semantic.get(path))})`;
  };

  function literal({ type, value }) {
    const alias = typeof value === 'string' && /^\{(.+)\}$/.exec(value);
    if (alias) return reference(alias[1]);
    switch (type) {
      case 'color':
        return colorToCss(value);
      case 'dimension':
        return length(value);
      case 'duration':
        return `${trim(value.value)}${value.unit}`;
      case 'cubicBezier':
        return `cubic-bezier(${value.map(trim).join(', ')})`;
      case 'fontFamily':
        return [value]
          .flat()
          .map((family) => (/\s/.test(family) ? `'${family}'` : family))
          .join(', ');
      case 'number':
      case 'fontWeight':
        return trim(value);
      default:
        throw new Error(`no CSS for the type ${type}`);
    }
  }

  const pair = (light, shade) => (light === shade ? light : `light-dark(${light}, ${shade})`);

  function shadow(light, shade) {
    const layers = [light].flat();
    const shades = [shade].flat();
    return layers
      .map((layer, index) => {
        const sizes = [layer.offsetX, layer.offsetY, layer.blur, layer.spread].map(length).join(' ');
        return `${sizes} ${pair(...[layer, shades[index]].map(({ color }) => literal({ type: 'color', value: color })))}`;
      })
      .join(', ');
  }

  /** What a token's property is set to in the sheet. */
  function declaration(path, token) {
    const shade = dark.get(path)?.value ?? token.value;
    const { knob, formula } = token.css;
    // A formula's own value is its result; only a formula that says {value} takes it in.
    if (formula && !formula.includes('{value}')) return expand(formula);
    const plain =
      token.type === 'shadow' ? shadow(token.value, shade) : pair(literal(token), literal({ ...token, value: shade }));
    const value = knob ? `var(${knob}, ${plain})` : plain;
    return formula ? expand(formula.replace('{value}', value)) : value;
  }
  const expand = (formula) => formula.replace(/\{([^}]+)\}/g, (_, path) => reference(path));

  return { declaration, literal, reference };
}
