/**
 * What an answer looks like, small enough to travel with every element: made from the zod schemas by `contract/generate.ts`.
 * `s` string · `t` time · `i` whole number · `n` number · `b` boolean · `x` anything · `['?', s]` nullable · `['~', s]` optional ·
 * `['a', s]` array · `['r', s]` record · `['e', …]` one of · `['|', …]` any of the shapes · an object by its members.
 */
export type Shape =
  | Leaf
  | readonly ['?' | '~' | 'a' | 'r', Shape]
  | readonly ['e', ...Scalar[]]
  | readonly ['|', ...Shape[]]
  | { readonly [member: string]: Shape };

type Leaf = 's' | 't' | 'i' | 'n' | 'b' | 'x';
type Scalar = string | number | boolean | null;

/** A value that does not have its shape; `path` says where. */
export class ShapeError extends Error {
  constructor(readonly path: string) {
    super(`The answer does not have the agreed shape at ${path || 'its root'}.`);
    this.name = 'ShapeError';
  }
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

const LEAVES: Readonly<Record<Leaf, (value: unknown) => boolean>> = {
  s: (value) => typeof value === 'string',
  t: (value) => typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value)),
  i: Number.isSafeInteger,
  n: Number.isFinite,
  b: (value) => typeof value === 'boolean',
  x: () => true,
};

/** The part of `value` that the shape names; members it does not name are left out. Throws `ShapeError`. */
export function read(shape: Shape, value: unknown): unknown {
  if (typeof shape === 'string') {
    if (LEAVES[shape](value)) return value;
    throw new ShapeError('');
  }
  if (!isList(shape)) return readMembers(shape, value);
  const kind = shape[0];
  const inner = shape[1] as Shape;
  if (kind === '?') return value === null ? null : read(inner, value);
  if (kind === '~') return value === undefined ? undefined : read(inner, value);
  if (kind === 'a' && Array.isArray(value)) return value.map((item, index) => readMember(inner, item, index));
  if (kind === 'r' && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, readMember(inner, item, name)]));
  if (kind === 'e' && (shape as readonly unknown[]).indexOf(value, 1) > 0) return value;
  if (kind === '|') return readFirst(shape.slice(1) as Shape[], value);
  throw new ShapeError('');
}

function readMembers(shape: { readonly [member: string]: Shape }, value: unknown): unknown {
  if (!isObject(value)) throw new ShapeError('');
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(shape)) {
    const member = readMember(shape[name] as Shape, Object.hasOwn(value, name) ? value[name] : undefined, name);
    if (member !== undefined) result[name] = member;
  }
  return result;
}

/** Names the path on the way out only: making one for every member of every row would take longer than reading them. */
function readMember(shape: Shape, value: unknown, name: string | number): unknown {
  try {
    return read(shape, value);
  } catch (error) {
    if (error instanceof ShapeError) throw new ShapeError(`.${name}${error.path}`);
    throw error;
  }
}

function readFirst(shapes: readonly Shape[], value: unknown): unknown {
  for (const shape of shapes) {
    try {
      return read(shape, value);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  throw new ShapeError('');
}

const isList = (shape: Shape): shape is Exclude<Shape, Leaf | { readonly [member: string]: Shape }> =>
  Array.isArray(shape);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
