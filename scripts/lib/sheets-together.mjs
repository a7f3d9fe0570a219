// A Vite plugin that puts the style sheets of a chunk beside each other, before its code. Sheets repeat each other's words and code
// repeats code's, and gzip finds a repetition only within the last 32 kB. A sheet without expressions depends on nothing but `css`.
import { parseAst } from 'vite';

/** @returns {import('vite').Plugin} */
export function sheetsTogether() {
  return {
    name: 'caas:sheets-together',
    apply: 'build',
    renderChunk(code) {
      const { body } = parseAst(code);
      const sheets = body.filter(isSheet);
      if (sheets.length === 0) return null;
      const tag = sheets[0].declarations[0].init.tag.name;
      const start = body.findLast((node) => node.type === 'ImportDeclaration' || declares(node, tag))?.end ?? 0;
      let rest = code.slice(start);
      for (const sheet of sheets.toReversed())
        rest = rest.slice(0, sheet.start - start) + rest.slice(sheet.end - start);
      const moved = sheets.map((sheet) => `\n${code.slice(sheet.start, sheet.end)}`).join('');
      return { code: code.slice(0, start) + moved + rest, map: null };
    },
  };
}

/** In a chunk, Lit's `css` is called `i`, as in Lit's own files. */
function isSheet({ type, declarations }) {
  const init = type === 'VariableDeclaration' && declarations.length === 1 ? declarations[0].init : null;
  return (
    init?.type === 'TaggedTemplateExpression' &&
    /^(css|i)(\$\d+)?$/.test(init.tag.name) &&
    init.quasi.expressions.length === 0
  );
}

function declares({ type, declarations }, name) {
  return type === 'VariableDeclaration' && declarations.some(({ id }) => id.name === name);
}
