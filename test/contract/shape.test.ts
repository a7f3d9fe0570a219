import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as calls from '@caas/contract/calls/api-keys.js';
import type { Endpoint } from '@caas/contract/endpoint.js';
import { ENDPOINTS } from '@caas/contract/endpoints.js';
import { parse, type Parsed } from '@caas/contract/parse.js';
import { ShapeError, read, type Shape } from '@caas/contract/shape.js';

const CALLS = [
  ...Object.values(calls),
  ...Object.values(await import('@caas/contract/calls/accounts.js')),
  ...Object.values(await import('@caas/contract/calls/audit.js')),
  ...Object.values(await import('@caas/contract/calls/dashboard.js')),
  ...Object.values(await import('@caas/contract/calls/tenant.js')),
];

/** A value of a shape; `turn` varies what is optional, nullable or a choice. */
function sample(shape: Shape, turn: number): unknown {
  if (shape === 's') return ['', 'Ada', '<b>', '\u202e🔑'][turn % 4];
  if (shape === 't') return ['2026-11-20T09:41:07.214Z', '2026-11-20T09:41:07Z'][turn % 2];
  if (shape === 'i') return [0, 41_208, -1][turn % 3];
  if (shape === 'n') return [0.5, 3, -1e6][turn % 3];
  if (shape === 'b') return turn % 2 === 0;
  if (shape === 'x') return [null, { any: 1 }, 'x'][turn % 3];
  if (!Array.isArray(shape))
    return Object.fromEntries(
      Object.entries(shape as Record<string, Shape>).map(([name, inner], index) => [name, sample(inner, turn + index)]),
    );
  const [kind, ...rest] = shape as readonly [string, ...Shape[]];
  const [inner] = rest as [Shape];
  if (kind === 'e') return rest[turn % rest.length];
  if (kind === '|') return sample(rest[turn % rest.length] as Shape, turn);
  if (kind === '?') return turn % 2 === 0 ? null : sample(inner, turn);
  if (kind === '~') return turn % 2 === 0 ? undefined : sample(inner, turn);
  if (kind === 'a') return Array.from({ length: turn % 3 }, (_, index) => sample(inner, turn + index));
  return { some: sample(inner, turn) };
}

const WRONG = [undefined, null, 7, 1.5, Number.NaN, 2 ** 60, 'text', '2026-11-20', true, [], {}, [null], { a: 1 }];

/** Every copy of `value` in which one place holds something else, or a member is missing or added. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of spoilt(item)) yield value.with(index, other);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, unknown_member: 1 };
    for (const [name, item] of Object.entries(value))
      for (const other of spoilt(item)) yield { ...value, [name]: other };
  }
}

describe('the shapes that browsers read answers by', () => {
  for (const call of CALLS) {
    it(`${call.id} is read exactly as its schema reads it`, () => {
      const endpoint: Endpoint | undefined = ENDPOINTS.find(({ id }) => id === call.id);
      assert.ok(endpoint, 'the call has an endpoint');
      assert.deepEqual(
        [call.method, call.path, Object.keys(call.answers)],
        [endpoint.method, endpoint.path, Object.keys(endpoint.answers)],
      );
      let compared = 0;
      for (const [status, shape] of Object.entries(call.answers)) {
        const schema: Endpoint['answers'][number] | undefined = endpoint.answers[Number(status)];
        if (shape === null || !schema) {
          assert.equal(shape, schema);
          compared += 1;
          continue;
        }
        for (let turn = 0; turn < 6; turn += 1) {
          const good = sample(shape, turn);
          const values = turn < 3 ? [good, ...spoilt(good)] : [good];
          for (const value of values) {
            compared += 1;
            const bySchema: Parsed<unknown> = parse(schema, value);
            assert.deepEqual(
              readOrRefuse(shape, value),
              bySchema.ok ? JSON.parse(JSON.stringify(bySchema.data)) : 'refused',
              JSON.stringify(value),
            );
          }
        }
      }
      assert.ok(compared > 0);
    });
  }

  it('are what the schemas say now', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    execFileSync(process.execPath, ['--conditions=caas-source', '--import=tsx', 'contract/generate.ts', '--check'], {
      cwd: root,
    });
  });

  it('name the place of a wrong value, and never read inherited members', () => {
    assert.throws(
      () => read({ items: ['a', { id: 's' }] }, { items: [{ id: 'a' }, { id: 1 }] }),
      new ShapeError('.items.1.id'),
    );
    assert.throws(() => read({ valueOf: 'x', constructor: 's' } as Record<string, Shape>, {}), ShapeError);
  });
});

function readOrRefuse(shape: Shape, value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(read(shape, value)));
  } catch (error) {
    assert.ok(error instanceof ShapeError);
    return 'refused';
  }
}
