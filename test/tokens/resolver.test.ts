import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import report from '@caas/tokens/contrast.json' with { type: 'json' };

/** A DTCG document as any tool reads it: groups, references and values by key. */
type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function read(path: string): Tree {
  const parsed: unknown = JSON.parse(readFileSync(new URL(`../../tokens/${path}`, import.meta.url), 'utf8'));
  assert.ok(isTree(parsed));
  return parsed;
}
function walk(tree: Tree, keys: readonly string[]): Tree {
  const found = keys.reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), tree);
  assert.ok(isTree(found), keys.join('.'));
  return found;
}

const resolver = read('caas.resolver.json');

/** Every `$value` by path once the sources are merged in resolution order; the last one wins. */
function resolve(inputs: Readonly<Record<string, string>>): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const collect = (tree: Tree, path: readonly string[]): void => {
    if ('$value' in tree) values.set(path.join('.'), tree.$value);
    for (const [key, child] of Object.entries(tree)) {
      if (!key.startsWith('$') && isTree(child)) collect(child, [...path, key]);
    }
  };
  assert.ok(Array.isArray(resolver.resolutionOrder));
  for (const { $ref } of resolver.resolutionOrder) {
    const keys = String($ref).slice(2).split('/');
    const part = walk(resolver, keys);
    const sources = part.sources ?? walk(part, ['contexts'])[inputs[keys[1] ?? ''] ?? String(part.default)];
    assert.ok(Array.isArray(sources), String($ref));
    for (const source of sources) {
      assert.ok(isTree(source));
      collect(typeof source.$ref === 'string' ? read(source.$ref) : source, []);
    }
  }
  return values;
}

function literal(values: ReadonlyMap<string, unknown>, value: unknown): Tree {
  const alias = typeof value === 'string' ? /^\{(.+)\}$/.exec(value)?.[1] : undefined;
  if (alias === undefined) {
    assert.ok(isTree(value), String(value));
    return value;
  }
  assert.ok(values.has(alias), `${alias} names a token`);
  return literal(values, values.get(alias));
}

describe('DTCG resolver', () => {
  const MODES = {
    light: {},
    dark: { scheme: 'dark' },
    moreLight: { contrast: 'more' },
    moreDark: { scheme: 'dark', contrast: 'more' },
  } as const;

  for (const mode of ['light', 'dark', 'moreLight', 'moreDark'] as const) {
    it(`gives design tools the colours the sheet paints: ${mode}`, () => {
      const values = resolve(MODES[mode]);
      for (const [name, byMode] of Object.entries(report.values)) {
        const path = name.replace(/^--caas-(color|chart)-/, '$1.');
        const { hex, alpha } = literal(values, `{${path}}`);
        const spelled = typeof alpha === 'number' ? `${String(hex)} at ${Math.round(alpha * 100)}%` : hex;
        assert.equal(spelled, byMode[mode], path);
      }
    });
  }

  it('narrows rows in compact density', () => {
    const row = (density: string) => literal(resolve({ density }), '{size.row}').value;
    assert.deepEqual([row('comfortable'), row('compact')], [44, 36]);
  });

  it('gives every component hook a fallback that exists', () => {
    const values = resolve({});
    const hooks = ['button.radius', 'field.border-color', 'table.row-height', 'dialog.width', 'code.background'];
    for (const hook of hooks) assert.ok(literal(values, `{${hook}}`));
  });
});
