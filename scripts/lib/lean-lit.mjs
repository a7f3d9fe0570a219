// A Vite plugin for the script-tag build: Lit's style sheets without what only old browsers need, which the elements' own colours
// (`light-dark()`, relative colours) rule out anyway: sheets that can't be adopted, polyfills. The build fails where Lit no longer looks
// like this.
import { parseAst } from 'vite';

const CSS_TAG = `
const ours = Symbol();
export class CSSResult {
  constructor(text, token) {
    if (token !== ours) throw Error('Use css or unsafeCSS.');
    this._$cssResult$ = true;
    this.cssText = text;
  }
  get styleSheet() {
    if (!this.o) (this.o = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.o;
  }
  toString() {
    return this.cssText;
  }
}
export const unsafeCSS = (text) => new CSSResult(String(text), ours);
const textOf = (value) => {
  if (value._$cssResult$ === true) return value.cssText;
  if (typeof value === 'number') return value;
  throw Error('css takes results of css, of unsafeCSS, and numbers.');
};
export const css = (strings, ...values) =>
  new CSSResult(values.reduce((text, value, index) => text + textOf(value) + strings[index + 1], strings[0]), ours);
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => (style instanceof CSSStyleSheet ? style : style.styleSheet));
};
export const getCompatibleStyle = (style) => style;
export const supportsAdoptingStyleSheets = true;
`;

/** What else is left out, by file: calls of polyfills that a page may have loaded, and what standard decorators need, which this build has none of. */
const CALLS = [
  [/reactive-element\.js$/, /,\w=\w\.reactiveElementPolyfillSupport/, ''],
  [/reactive-element\.js$/, /\w\?\.\(\{ReactiveElement:\w\}\),/, ''],
  [/reactive-element\.js$/, /Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/, ''],
  [
    /reactive-element\.js$/,
    /const (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{const \w=litPropertyMetadata.*?\}(?=this\._\$Eh=)/,
    '',
  ],
  [/lit-html\.js$/, /,\w=\w\.litHtmlPolyfillSupport;\w\?\.\(\w,\w\),(?=\(\w\.litHtmlVersions)/, ';'],
  [/lit-element\.js$/, /,\w\.litElementHydrateSupport\S+;const \w=\w\.litElementPolyfillSupport;\S+?;/, ';'],
];

/** @returns {import('vite').Plugin} */
export function leanLit() {
  const done = new Set();
  return {
    name: 'caas:lean-lit',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      done.clear();
    },
    transform: {
      filter: {
        id: /\/(@lit\/reactive-element\/(css-tag|reactive-element)|lit-html\/lit-html|lit-element\/lit-element)\.js$/,
      },
      handler(code, id) {
        if (id.endsWith('/css-tag.js')) {
          if (exportsOf(code) !== exportsOf(CSS_TAG))
            this.error('Lit’s css-tag.js no longer exports what this build knows.');
          done.add(id);
          return { code: CSS_TAG, map: null };
        }
        const lean = CALLS.filter(([file]) => file.test(id)).reduce((text, [, call, instead]) => {
          if (!call.test(text)) this.error(`${id} has no more what this build leaves out: ${call}`);
          return text.replace(call, instead);
        }, code);
        done.add(id);
        return { code: lean, map: null };
      },
    },
    buildEnd(error) {
      if (!error && done.size < 4) this.error('Lit no longer has the files that this build makes lean.');
    },
  };
}

/** The names that a module exports, in alphabetical order. */
function exportsOf(code) {
  return parseAst(code)
    .body.filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration, specifiers }) =>
      declaration
        ? (declaration.declarations ?? [declaration]).map(({ id }) => id.name)
        : specifiers.map(({ exported }) => exported.name),
    )
    .toSorted()
    .join();
}
