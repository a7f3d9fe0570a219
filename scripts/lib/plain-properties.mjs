// A Vite plugin for the script-tag build: writes `@property`, `@state` and `@query` as the static `properties` and getters that they
// stand for, as Lit describes them for JavaScript. Bundles then need neither the decorators nor the calls that apply them.
import MagicString from 'magic-string';
import { parseAst } from 'vite';

const DECORATORS = ['property', 'state', 'query'];
const FROM = 'lit/decorators.js';

/** @returns {import('vite').Plugin} */
export function plainProperties() {
  return {
    name: 'caas:plain-properties',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/components\/[\w-]+\/src\/.*\.ts$/, code: FROM },
      handler: (code) => ({ code: withoutDecorators(code), map: null }),
    },
  };
}

/** The same TypeScript, without the three decorators. */
export function withoutDecorators(code) {
  const text = new MagicString(code);
  const program = parseAst(code, { lang: 'ts' });
  visit(program, (node) => {
    if (node.type === 'ClassBody') rewriteClass(node, code, text);
    if (node.type === 'ImportDeclaration' && node.source.value === FROM) removeImport(node, text);
  });
  return text.toString();
}

function rewriteClass(body, code, text) {
  const properties = [];
  for (const member of body.body) {
    for (const decorator of member.decorators ?? []) {
      const { callee, arguments: given } = decorator.expression;
      const argument = given?.[0] && code.slice(given[0].start, given[0].end);
      if (!DECORATORS.includes(callee?.name))
        throw new Error(`This build does not know the decorator ${code.slice(decorator.start, decorator.end)}.`);
      if (callee.name === 'query') {
        const { name } = member.key;
        text.overwrite(
          member.start,
          member.end,
          `get ${name}() { return this.renderRoot?.querySelector(${argument}) ?? null; }`,
        );
        continue;
      }
      properties.push(`${member.key.name}: ${callee.name === 'state' ? '{ state: true }' : (argument ?? '{}')}`);
      text.remove(decorator.start, decorator.end);
    }
  }
  if (properties.length > 0) text.appendLeft(body.start + 1, `static properties = { ${properties.join(', ')} };`);
}

function removeImport(node, text) {
  const others = node.specifiers.filter(({ imported }) => !DECORATORS.includes(imported.name));
  if (others.length > 0)
    throw new Error(`This build does not know ${others.map(({ imported }) => imported.name).join(', ')} of ${FROM}.`);
  text.remove(node.start, node.end);
}

function visit(node, enter) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') enter(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach((child) => visit(child, enter));
    else if (value && typeof value === 'object') visit(value, enter);
  }
}
