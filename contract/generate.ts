/**
 * Writes `src/calls/*.ts`: the endpoints as browsers need them, with their answers' shapes, from the zod schemas;
 * and `docs/errors.md`: every error code with its texts.
 * Run by `npm run generate`; with `--check` it exits 1 when a file differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { format, resolveConfig } from 'prettier';
import type { Endpoint } from './src/endpoint.js';
import { ERRORS, type ErrorText } from './src/problem.js';
import type { Shape } from './src/shape.js';

const MODULES = [
  'accounts',
  'api-keys',
  'audit',
  'dashboard',
  'ip-whitelist',
  'mfa',
  'oauth',
  'origin-whitelist',
  'profile',
  'recovery',
  'security-policy',
  'sessions',
  'tenant',
];
const BROWSER = ['public', 'console', 'embed', 'refresh'];
const check = process.argv.includes('--check');
let stale = false;

for (const name of MODULES) {
  const module = (await import(`./src/${name}.ts`)) as Record<string, unknown>;
  const endpoints = Object.entries(module).filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1]));
  await write(
    `contract/src/calls/${name}.ts`,
    moduleText(
      name,
      module,
      endpoints.filter(([, { who }]) => who.some((caller) => BROWSER.includes(caller))),
    ),
  );
}
await write('docs/errors.md', errorsText());
process.exitCode = stale ? 1 : 0;

/** The error codes as a page of the docs; the gateway serves the same texts at `/docs/errors`. */
function errorsText(): string {
  const entries: [string, ErrorText][] = Object.entries(ERRORS);
  const index = entries.map(([code, { status, title }]) => `| [\`${code}\`](#${code}) | ${status} | ${title} |`);
  const texts = entries.map(
    ([code, { status, title, meaning, remedy }]) =>
      `## ${code}\n\n${status} · **${title}.** ${meaning}\n\n_What to do:_ ${remedy}`,
  );
  return `<!-- Made from contract/src/problem.ts by \`npm run generate\`. Do not edit. -->\n\n# Error codes\n\nEvery refusal is a problem (RFC 9457) with a \`code\` from this table. Codes never change; texts may.\n\n| code | status | meaning |\n| --- | --- | --- |\n${index.join('\n')}\n\n${texts.join('\n\n')}\n`;
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'answers' in value;
}

/** The schemas a module exports by name become constants, so that a shape used five times travels once. */
function moduleText(
  name: string,
  module: Record<string, unknown>,
  endpoints: readonly (readonly [string, Endpoint])[],
): string {
  const named = new Map<unknown, string>();
  for (const [key, value] of Object.entries(module))
    if (/^[A-Z][a-z]/.test(key) && isObjectSchema(value)) named.set(value, key);
  const used = new Set<string>();
  const print = (schema: z.ZodMiniType, self?: string): string => {
    const known = named.get(schema);
    if (known && known !== self) {
      used.add(known);
      return known;
    }
    return shapeText(schema, print);
  };
  const calls = endpoints.map(([key, { id, method, path, who, answers }]) => {
    const open = who.includes('public') || who.includes('refresh');
    const shapes = Object.entries(answers).map(
      ([status, schema]) => `${status}: ${schema ? print(schema as z.ZodMiniType) : 'null'}`,
    );
    return `export const ${key}: Call<typeof source.${key}> = { id: '${id}', method: '${method}', path: '${path}', open: ${open}, answers: { ${shapes.join(', ')} } };`;
  });
  const constants: string[] = [];
  const written = new Set<string>();
  const define = (key: string): void => {
    if (written.has(key)) return;
    written.add(key);
    const before = new Set(used);
    const text = print(module[key] as z.ZodMiniType, key);
    for (const inner of used) if (!before.has(inner) || !written.has(inner)) if (text.includes(inner)) define(inner);
    constants.push(`const ${key}: Shape = ${text};`);
  };
  for (const key of [...used]) define(key);
  const shapeImport = constants.length > 0 ? "import type { Shape } from '../shape.js';\n" : '';
  return `// Made from ../${name}.ts by \`npm run generate\`. Do not edit.\nimport type * as source from '../${name}.js';\nimport type { Call } from '../call.js';\n${shapeImport}\n${constants.join('\n')}\n\n${calls.join('\n')}\n`;
}

function isObjectSchema(value: unknown): value is z.ZodMiniType {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_zod' in value &&
    (value as { _zod: { def: { type: string } } })._zod.def.type === 'object'
  );
}

interface Def {
  type: string;
  format?: string;
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
  entries?: Record<string, string>;
  values?: Shape[];
}

/** One schema as the text of a shape. Answers use few kinds; a new kind has to be taught here and in `shape.ts`. */
function shapeText(schema: z.ZodMiniType, print: (schema: z.ZodMiniType) => string): string {
  const def = schema._zod.def as unknown as Def;
  const inner = (): string => print(def.innerType ?? def.element ?? def.valueType ?? schema);
  switch (def.type) {
    case 'string':
      return def.format === 'datetime' ? "'t'" : "'s'";
    case 'number':
      return def.format === 'safeint' ? "'i'" : "'n'";
    case 'boolean':
      return "'b'";
    case 'unknown':
      return "'x'";
    case 'nullable':
      return `['?', ${inner()}]`;
    case 'optional':
      return `['~', ${inner()}]`;
    case 'array':
      return `['a', ${inner()}]`;
    case 'record':
      return `['r', ${inner()}]`;
    case 'enum':
      return `['e', ${Object.values(def.entries ?? {})
        .map((value) => JSON.stringify(value))
        .join(', ')}]`;
    case 'literal':
      return `['e', ${(def.values ?? []).map((value) => JSON.stringify(value)).join(', ')}]`;
    case 'null':
      return "['e', null]";
    case 'union':
      return `['|', ${(def.options ?? []).map(print).join(', ')}]`;
    case 'object':
      return `{ ${Object.entries(def.shape ?? {})
        .map(([name, member]) => `${name}: ${print(member)}`)
        .join(', ')} }`;
    default:
      throw new Error(`An answer uses a schema of kind "${def.type}", which contract/src/shape.ts does not know.`);
  }
}

async function write(path: string, text: string): Promise<void> {
  const file = new URL(`../${path}`, import.meta.url);
  const formatted = await format(text, { ...(await resolveConfig(file.pathname)), filepath: file.pathname });
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (old === formatted) return;
  stale = check;
  if (check) console.error(`${path} is not what the contract says. Run npm run generate.`);
  else {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, formatted);
  }
}
