import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sheetsTogether } from '../../scripts/lib/sheets-together.mjs';

function moved(code: string): string | null {
  const { renderChunk } = sheetsTogether();
  assert.ok(typeof renderChunk === 'function');
  const result = Reflect.apply(renderChunk, undefined, [code]) as { code: string } | null;
  return result && result.code;
}

describe('style sheets of a chunk', () => {
  it('stand after what they need, before the code, in their order', () => {
    const code = [
      "import { x } from './x.js';",
      'var i = (strings) => strings;',
      'var one = i`.a{}`;',
      'var use = [one];',
      'var two = i`.b{}`;',
      'var three = i`${one}`;',
    ].join('\n');
    assert.deepEqual(moved(code)?.split('\n').filter(Boolean), [
      "import { x } from './x.js';",
      'var i = (strings) => strings;',
      'var one = i`.a{}`;',
      'var two = i`.b{}`;',
      'var use = [one];',
      'var three = i`${one}`;',
    ]);
  });

  it('are left alone where there are none', () => {
    assert.equal(moved('var one = html`<b></b>`;'), null);
  });
});
