// A Vite plugin that takes the air out of Lit templates and style sheets: indentation, line ends and comments. It changes
// nothing a browser would show: a run of white space in a template stays one space.
import MagicString from 'magic-string';
import { parseAst } from 'vite';

const HTML_TAGS = new Set(['html', 'svg', 'mathml']);

/** @returns {import('vite').Plugin} */
export function minifyLiterals() {
  return {
    name: 'caas:minify-literals',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { code: /\b(html|svg|mathml|css)`/, id: { exclude: /\.css$/ } },
      handler(code) {
        const text = new MagicString(code);
        visit(parseAst(code), (node) => {
          if (node.type !== 'TaggedTemplateExpression' || node.tag.type !== 'Identifier') return;
          const { quasis } = node.quasi;
          const minified =
            node.tag.name === 'css' ? minifyCss(quasis) : HTML_TAGS.has(node.tag.name) ? minifyHtml(quasis) : [];
          minified.forEach((raw, index) => {
            const { start, end } = quasis[index];
            if (raw === quasis[index].value.raw) return;
            if (start === end || raw === '') text.remove(start, end);
            else text.overwrite(start, end, raw);
          });
        });
        return text.hasChanged()
          ? { code: text.toString(), map: text.generateMap({ hires: 'boundary' }), moduleType: 'js' }
          : null;
      },
    },
  };
}

/** @param {{ value: { raw: string } }[]} quasis */
export function minifyCss(quasis) {
  const last = quasis.length - 1;
  return quasis.map(({ value: { raw } }, index) => {
    // Strings stay as they are; what stands between them is squeezed.
    const squeezed = raw
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/)
      .map((part, at) =>
        at % 2
          ? part
          : part
              .replace(/\s+/g, ' ')
              .replace(/ ?([{};,>]) ?/g, '$1')
              .replace(/: /g, ':')
              .replace(/\( | (?=\))/g, (air) => air.trim())
              // A product; a `*` of selectors has no number beside it.
              .replace(/(?<=[\d)%]|[\d)][a-z]+) \* (?=-?[\d.(]|var\(|calc\()/g, '*')
              .replace(/(?<![\d\w.])0(?=\.\d)/g, '')
              .replace(/;}/g, '}'),
      )
      .join('')
      .replace(/=(['"])([a-z][\w-]*)\1\]/gi, '=$2]');
    return trimEnds(squeezed, index === 0, index === last);
  });
}

/** @param {{ value: { raw: string } }[]} quasis */
export function minifyHtml(quasis) {
  if (quasis.some(({ value }) => /<(pre|textarea)\b/i.test(value.raw))) return [];
  let within = TEXT;
  return quasis.map(({ value: { raw } }) => {
    const squeezed = raw.replace(/<!--[\s\S]*?-->/g, '').replace(/\s+/g, ' ');
    let html = '';
    for (let rest = squeezed; rest !== '';) {
      const [piece, next] = within(rest);
      html += within === TAG ? piece.replace(QUOTES, '=$1').replace(/ >$/, '>') : piece;
      rest = rest.slice(piece.length);
      within = next;
    }
    return html;
  });
}

/** A value that needs no quotes, with something behind it. */
const QUOTES = /="([\w-]+)"(?=[ >])/g;

/** What a template is made of, each with how far it goes from here and what follows: texts, tags, and quoted values that hold an expression. */
const TEXT = (rest) => upTo(rest, /<(?=[a-z/])/i, TAG, TEXT);
const TAG = (rest) => {
  const [, open] = /^(?:[^">]|"[^"]*")*?("[^"]*$|>)/.exec(rest) ?? [];
  if (open?.startsWith('"')) return [rest, VALUE];
  return open ? upTo(rest, /(?<=^(?:[^">]|"[^"]*")*)>/, TEXT, TAG) : [rest, TAG];
};
const VALUE = (rest) => upTo(rest, /"/, TAG, VALUE);

function upTo(rest, end, then, same) {
  const found = end.exec(rest);
  return found ? [rest.slice(0, found.index + 1), then] : [rest, same];
}

const trimEnds = (text, start, end) => {
  const left = start ? text.trimStart() : text;
  return end ? left.trimEnd() : left;
};

function visit(node, enter) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') enter(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach((child) => visit(child, enter));
    else if (value && typeof value === 'object') visit(value, enter);
  }
}
