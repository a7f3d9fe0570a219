import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minifyCss, minifyHtml } from '../../scripts/lib/minify-literals.mjs';

const pieces = (...raws: string[]) => raws.map((raw) => ({ value: { raw } }));

describe('templates lose their air and nothing else', () => {
  it('squeezes a sheet and keeps descendants, operators and strings', () => {
    const css = `
      /* why */
      :host( [busy] ) .a :hover ,  .b > .c {
        inline-size: calc(1px + var(--x) * 2);
        content: '  a ;  b ';
      }
    `;
    assert.deepEqual(minifyCss(pieces(css)), [
      ":host( [busy] ) .a :hover,.b > .c{inline-size:calc(1px + var(--x) * 2);content:'  a ;  b '}",
    ]);
  });

  it('keeps the space between two expressions of a sheet', () => {
    assert.deepEqual(minifyCss(pieces('  a { margin: ', '  ', ';\n }  ')), ['a{margin:', ' ', '}']);
  });

  it('keeps one space where a template has some, so that inline elements stay apart', () => {
    assert.deepEqual(minifyHtml(pieces('\n  <b>', '</b>\n  <!-- x --> <i  class="a\n b">', '</i>')), [
      ' <b>',
      '</b> <i class="a b">',
      '</i>',
    ]);
  });

  it('leaves a template alone whose white space is shown', () => {
    assert.deepEqual(minifyHtml(pieces('<pre>  a\n  b</pre>')), []);
  });
});
