// Texts that break naive code, and the places of the API that take text, read from the contract's schemas.
import type { Endpoint } from '@caas/contract/endpoint.js';
import * as z from 'zod/mini';

/** A request's parts as tests build them. */
export interface Parts {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

/** One field that takes text. */
export interface TextField {
  readonly part: keyof Parts;
  /** Dotted, as a problem names it. */
  readonly path: string;
  /** Whether the API may ever show it: passwords are not. */
  readonly shown: boolean;
}

/** By name; each once harmful somewhere. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  image: '<img src=x onerror=alert(1)>',
  script: '"><script>alert(1)</script>',
  formula: '=HYPERLINK("https://evil.example","x")',
  'formula by plus': '+1+1',
  'formula by minus': '-2+3',
  'formula by at': '@SUM(A1:A9)',
  'right-to-left override': 'annex\u202egpj.exe\u202c',
  isolates: '\u2066abc\u2069 \u061c',
  'zero width': 'a\u200bb\ufeffc',
  emoji: '👩🏽‍🚀🏳️‍🌈🔑',
  'combining marks': `Z${'\u0351'.repeat(40)}`,
  'line separators': 'a\u2028b\u2029c',
  'carriage return': 'a\r\nset-cookie: role=owner',
  NUL: 'a\0b',
  'lone high surrogate': 'a\ud83d',
  'lone low surrogate': '\udd11a',
  '64 KB': 'a'.repeat(65_536),
  '64 KB of blanks': `a${' '.repeat(65_534)}b`,
  '64 KB of at signs': '@'.repeat(65_536),
  __proto__: '__proto__',
  constructor: 'constructor',
  SQL: "'; drop table tenants; --",
  'like pattern': '%_\\%',
  path: '../../etc/passwd',
  'percent NUL': '%00%0d%0a',
  template: '${7*7}{{7*7}}',
  null: 'null',
  number: '9007199254740993',
};

interface Schema {
  type?: string;
  enum?: unknown;
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
}

function* textPaths(schema: Schema, path: string): Generator<string> {
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (schema.type === 'string' && schema.enum === undefined && schema.const === undefined) yield path;
  for (const [name, member] of Object.entries(schema.properties ?? {})) yield* textPaths(member, inside(name));
  if (schema.items) yield* textPaths(schema.items, inside('0'));
  // A record of anything takes text under any name.
  if (typeof schema.additionalProperties === 'object') yield inside('text');
  for (const choice of schema.anyOf ?? []) yield* textPaths(choice, path);
}

/** Every place of an endpoint's request that takes free text. */
export function textFields(endpoint: Endpoint): TextField[] {
  return (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = endpoint[part];
    if (!schema) return [];
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
    return [...new Set(textPaths(json, ''))].map((path) => ({ part, path, shown: !path.endsWith('password') }));
  });
}

function put(container: unknown, [name = '', ...rest]: readonly string[], value: string): unknown {
  if (Array.isArray(container))
    return container.with(Number(name), rest.length ? put(container[Number(name)], rest, value) : value);
  const object = z.parse(z.record(z.string(), z.unknown()), container ?? {});
  return { ...object, [name]: rest.length ? put(object[name], rest, value) : value };
}

/** The request with `value` in one of its fields. */
export function withText(parts: Parts, { part, path }: TextField, value: string): Parts {
  return { ...parts, [part]: put(parts[part], path.split('.'), value) };
}

/** Whether a value holds exactly this text somewhere, as a text or as a member's name. */
export function holdsText(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value === text;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => name === text || holdsText(member, text));
}
