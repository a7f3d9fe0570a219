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
      ":host([busy]) .a :hover,.b>.c{inline-size:calc(1px + var(--x)*2);content:'  a ;  b '}",
    ]);
  });

  it('takes the space from products and the zero from fractions, never from selectors', () => {
    const css =
      ':is(.a *, b * i)[type="a-b"][width="12"] { margin: calc(1px * -0.5) 0.25em; padding: calc(var(--a) * var(--b) * 1.05) 10.5px; }';
    assert.deepEqual(minifyCss(pieces(css)), [
      ':is(.a *,b * i)[type=a-b][width="12"]{margin:calc(1px*-.5) .25em;padding:calc(var(--a)*var(--b)*1.05) 10.5px}',
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

  it('takes the quotes from words in tags, and leaves texts, expressions and what needs them alone', () => {
    assert.deepEqual(minifyHtml(pieces('<a class="x" href="#" title="a > b" >a="b" c</a> <b id="y">', '</b>')), [
      '<a class=x href="#" title="a > b">a="b" c</a> <b id=y>',
      '</b>',
    ]);
    assert.deepEqual(
      minifyHtml(pieces('<p class="a ', ' b" title="t">x="y" ', '</p><br x="1" /><i hidden id="', '"></i>')),
      ['<p class="a ', ' b" title=t>x="y" ', '</p><br x=1 /><i hidden id="', '"></i>'],
    );
    assert.deepEqual(minifyHtml(pieces('<button type="button" @click=', ' name="n"', '>x</button>')), [
      '<button type=button @click=',
      ' name="n"',
      '>x</button>',
    ]);
  });

  it('leaves a template alone whose white space is shown', () => {
    assert.deepEqual(minifyHtml(pieces('<pre>  a\n  b</pre>')), []);
  });
});
