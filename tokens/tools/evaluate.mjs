// Evaluates the colour and number formulas of a generated sheet, so that every check reads what browsers get.
import { clampRgb, converter, formatHex, parse, rgb, xyz65 } from 'culori';

const oklab = converter('oklab');
const TOKEN =
  /\s+|--[\w-]+|[a-z][a-z\d-]*\(|[a-z][a-z\d-]*|#[\da-f]+|-?(?:\d+\.?\d*|\.\d+)(?:e\d+)?(?:px|em|ms|%)?|[(),*/+-]/giy;

/** The custom properties of the first rule of a sheet, by name. */
export function declarations(css) {
  const body = css.slice(css.indexOf('{') + 1, css.indexOf('}')).replace(/\/\*[\s\S]*?\*\//g, '');
  const entries = body.split(';').map((line) => line.trim());
  return new Map(
    entries.filter((line) => line.startsWith('--')).map((line) => /^(--[\w-]+):\s*([\s\S]*)$/.exec(line).slice(1)),
  );
}

/** Reads a value into closures over an environment: `color(env)` or `number(env)`. */
function reader(source) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`cannot read "${source.slice(at)}"`);
    if (match[0].trim()) tokens.push(match[0]);
  }
  let next = 0;
  const peek = () => tokens[next];
  const take = (expected) => {
    const token = tokens[next++];
    if (token === undefined || (expected && token !== expected))
      throw new Error(`expected ${expected} in "${source}", got ${token}`);
    return token;
  };
  const list = (read) => {
    const items = [read()];
    while (peek() === ',') items.push((take(), read()));
    take(')');
    return items;
  };

  function variable(read, kind) {
    const name = take();
    const fallback = peek() === ',' ? (take(), read()) : undefined;
    take(')');
    return (env) => {
      if (env.has(name)) return env[kind](name);
      if (!fallback) throw new Error(`${name} is not declared`);
      return fallback(env);
    };
  }

  function factor() {
    const token = take();
    if (token === '(' || token === 'calc(') return list(sum)[0];
    if (token === 'var(') return variable(sum, 'number');
    if (token === 'min(' || token === 'max(') {
      const items = list(sum);
      return (env) => Math[token.slice(0, -1)](...items.map((item) => item(env)));
    }
    if (token === 'clamp(') {
      const [low, value, high] = list(sum);
      return (env) => Math.max(low(env), Math.min(value(env), high(env)));
    }
    if (/^[xyz]$/.test(token)) return (env) => env.channels[token];
    const value = parseFloat(token);
    if (Number.isNaN(value)) throw new Error(`"${token}" is no number in "${source}"`);
    return () => value;
  }
  function product() {
    let left = factor();
    while (peek() === '*' || peek() === '/') {
      const [a, divide, b] = [left, take() === '/', factor()];
      left = (env) => (divide ? a(env) / b(env) : a(env) * b(env));
    }
    return left;
  }
  function sum() {
    let left = product();
    while (peek() === '+' || peek() === '-') {
      const [a, sign, b] = [left, take() === '+' ? 1 : -1, product()];
      left = (env) => a(env) + sign * b(env);
    }
    return left;
  }

  function part() {
    const read = color();
    return [read, peek() === ',' || peek() === ')' ? undefined : factor()];
  }
  function mix() {
    take('in');
    take('oklab');
    take(',');
    const [[first, share], [second, rest]] = list(part);
    return (env) => {
      const weight = share ? share(env) / 100 : 1 - (rest ? rest(env) : 50) / 100;
      return blend(oklab(first(env)), oklab(second(env)), weight);
    };
  }
  function relative() {
    take('from');
    const base = color();
    take('xyz-d65');
    const [x, y, z] = [factor(), factor(), factor()];
    take(')');
    return (env) => {
      const inner = { ...env, channels: xyz65(base(env)) };
      return { mode: 'xyz65', x: x(inner), y: y(inner), z: z(inner) };
    };
  }
  function literal() {
    const [r, g, b] = [factor(), factor(), factor()].map((read) => read({}) / 255);
    const alpha = peek() === '/' ? (take(), factor()({})) : 1;
    take(')');
    return () => ({ mode: 'rgb', r, g, b, alpha });
  }
  function color() {
    const token = take();
    if (token === 'var(') return variable(color, 'color');
    if (token === 'light-dark(') {
      const [light, dark] = list(color);
      return (env) => (env.scheme === 'dark' ? dark : light)(env);
    }
    if (token === 'color-mix(') return mix();
    if (token === 'color(') return relative();
    if (token === 'rgb(') return literal();
    const value = token === 'transparent' ? { mode: 'rgb', r: 0, g: 0, b: 0, alpha: 0 } : rgb(parse(token));
    if (!value) throw new Error(`"${token}" is no colour in "${source}"`);
    return () => value;
  }
  return { color, number: sum };
}

/** color-mix() in OKLab: channels are premultiplied by alpha, as browsers do. */
function blend(first, second, weight) {
  const [a, b] = [(first.alpha ?? 1) * weight, (second.alpha ?? 1) * (1 - weight)];
  const alpha = a + b;
  const channel = (key) => (alpha ? (first[key] * a + second[key] * b) / alpha : 0);
  return { mode: 'oklab', l: channel('l'), a: channel('a'), b: channel('b'), alpha };
}

const compiled = { color: new Map(), number: new Map() };
function compile(kind, source) {
  const known = compiled[kind];
  if (!known.has(source)) known.set(source, reader(source)[kind]());
  return known.get(source);
}

/**
 * One rendering of a sheet.
 * @param {Map<string, string>} declared from `declarations()`
 * @param {{ scheme?: 'light' | 'dark', contrast?: 0 | 1, knobs?: Record<string, string> }} options
 */
export function environment(declared, { scheme = 'light', contrast = 0, knobs = {} } = {}) {
  const over = new Map([...Object.entries(knobs), ['--_caas-c', String(contrast)]]);
  const cache = new Map();
  const evaluate = (kind) => (name) => {
    if (!cache.has(name)) cache.set(name, compile(kind, over.get(name) ?? declared.get(name))(env));
    return cache.get(name);
  };
  const env = {
    scheme,
    has: (name) => over.has(name) || declared.has(name),
    color: evaluate('color'),
    number: evaluate('number'),
  };
  return env;
}

/** The eight-bit colour a screen shows. */
export const painted = (color) => clampRgb(parse(formatHex(clampRgb(rgb({ ...color, alpha: 1 })))));

/** Hex and alpha of a colour, alpha rounded to a percent. */
export const literalOf = (color) => ({
  hex: formatHex(painted(color)),
  alpha: Math.round((color.alpha ?? 1) * 100) / 100,
});
