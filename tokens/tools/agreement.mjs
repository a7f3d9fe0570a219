// Holds formulas against the values written beside them, and computes them in the other modes.
import { environment, literalOf } from './evaluate.mjs';
import { MODES } from './gates.mjs';
import { propertyOf } from './source.mjs';

const COMPUTED = ['color', 'dimension', 'number'];
const CLOSE = 0.002;

/** The computed result of a formula, as a DTCG value. */
function compute(env, token, property) {
  if (token.type === 'color') {
    const { hex, alpha } = literalOf(env.color(property));
    const components = [1, 3, 5].map((at) => Number((parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(4)));
    return { colorSpace: 'srgb', components, ...(alpha < 1 ? { alpha } : {}), hex };
  }
  const number = Number(env.number(property).toFixed(3));
  if (token.type === 'dimension') return { value: number, unit: 'px' };
  return token.css.formula.includes('%') ? number / 100 : number;
}

function same(a, b) {
  if (typeof a === 'number') return Math.abs(a - b) < CLOSE;
  if (a.hex) return a.hex === b.hex && (a.alpha ?? 1) === (b.alpha ?? 1);
  return a.unit === b.unit && Math.abs(a.value - b.value) < CLOSE;
}

function formulas(source, declared, mode) {
  const env = environment(declared, MODES[mode]);
  return [...source.semantic]
    .filter(([, token]) => token.css.formula && COMPUTED.includes(token.type))
    .map(([path, token]) => [path, token, compute(env, token, propertyOf(path, token))]);
}

/** One line for each `$value` that is not what its formula computes to. */
export function disagreements(source, declared) {
  const literal = (value) => {
    const alias = typeof value === 'string' && /^\{(.+)\}$/.exec(value)?.[1];
    return alias ? literal((source.semantic.get(alias) ?? source.primitive.get(alias)).value) : value;
  };
  return formulas(source, declared, 'light')
    .filter(([, token, value]) => !same(literal(token.value), value))
    .map(
      ([path, token, value]) =>
        `${path}: $value is ${JSON.stringify(token.value)}, its formula computes ${JSON.stringify(value)}`,
    );
}

/**
 * What formulas compute to outside the default, as token trees for the resolver. Results under more contrast depend on the
 * scheme too, and a modifier cannot see another: they stand in a group `more` that the scheme overrides and contrast points at.
 */
export function modes(source, declared) {
  const results = Object.fromEntries(Object.keys(MODES).map((mode) => [mode, formulas(source, declared, mode)]));
  const files = { dark: [], more: [], contrast: [] };
  for (const [index, [path, token, light]] of results.light.entries()) {
    const [dark, moreLight, moreDark] = ['dark', 'moreLight', 'moreDark'].map((mode) => results[mode][index][2]);
    const put = (file, at, value) => files[file].push([at, { $type: token.type, $value: value }]);
    if (!same(light, dark) && !token.css.knob) put('dark', path, dark);
    if (same(light, moreLight) && same(dark, moreDark)) continue;
    put('more', `more.${path}`, moreLight);
    if (!same(moreLight, moreDark)) put('dark', `more.${path}`, moreDark);
    put('contrast', path, `{more.${path}}`);
  }
  return files;
}
