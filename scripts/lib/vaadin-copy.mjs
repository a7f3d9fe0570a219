// Makes our own copy of @vaadin/grid: `npm run generate` writes it to components/ui/src/vaadin/grid.js, which is checked in and shipped.
// The original defines `vaadin-*` tags for the whole page, writes `<style>` into the document, `style` attributes and `innerHTML`, reports
// usage, and takes up a theme of the host. The copy does none of it. Every change names the source it expects, and fails where that is
// another: whoever renews Vaadin has to look again.
import { build } from 'vite';
import { at, readJson } from './root.mjs';

const VERSION = '25.3.0';

/** Modules replaced as a whole, by how their path ends. */
const REPLACED = {
  // Tags are defined by whoever calls the copy, never by loading it.
  'component-base/src/define.js': 'export const defineCustomElement = () => {};',
  // Sizes and colours come from our own sheet, on the grid itself.
  'component-base/src/styles/style-props.js': '',
  // Neither a Lumo sheet of the host nor a style registered for another copy reaches this one.
  'vaadin-themable-mixin/lumo-injection-mixin.js': 'export const LumoInjectionMixin = (superClass) => superClass;',
  'vaadin-themable-mixin/vaadin-themable-mixin.js': 'export const ThemableMixin = (superClass) => superClass;',
  // Without the registration for usage statistics and the globals that go with it.
  'component-base/src/element-mixin.js':
    "import { DirMixin } from './dir-mixin.js'; export const ElementMixin = (superClass) => class extends DirMixin(superClass) {};",
};

/** Changes of one place: how the path ends, what stands there, what it becomes, how often. */
const CHANGED = [
  ['grid/src/vaadin-grid-mixin.js', /row\.innerHTML = '';/g, 'row.replaceChildren();', 1],
  ['grid/src/vaadin-grid-column-mixin.js', /cell\._content\.innerHTML = '';/g, 'cell._content.replaceChildren();', 1],
  [
    'grid/src/vaadin-grid-header-footer-rendering-mixin.js',
    /style="\$\{styleMap\(\{\s*width: column\.width,\s*'flex-grow': column\.flexGrow,\s*\}\)\}"/g,
    '${columnSize(column)}',
    2,
  ],
  [
    'grid/src/vaadin-grid-header-footer-rendering-mixin.js',
    /import \{ styleMap \} from 'lit\/directives\/style-map\.js';/g,
    `import { directive, Directive } from 'lit/directive.js';
const columnSize = directive(class extends Directive {
  render() {}
  update({ element }, [{ width, flexGrow }]) {
    element.style.width = width;
    element.style.flexGrow = flexGrow;
  }
});`,
    1,
  ],
  // Every browser of ours has passive listeners: no probe on the host's window.
  [
    'component-base/src/gestures.js',
    /let supportsPassive = false;\n\(function \(\) \{[\s\S]*?\}\)\(\);/g,
    'const supportsPassive = true;',
    1,
  ],
  // The rows have no levels.
  ['grid/src/vaadin-grid.js', /role="treegrid"/g, 'role="grid"', 1],
  ['grid/src/vaadin-grid-column-mixin.js', /\/\^vaadin\.\*grid\(-pro\)\?\$\/u/g, '/^vaadin-grid$/u', 1],
];

/** What the copy may not hold any more. Words of comments do not count: there are none. */
const FORBIDDEN =
  /innerHTML|insertAdjacentHTML|styleMap|createElement\(["']style["']\)|window\.Vaadin|usage-?statistics|--lumo/i;

/** Stands in no folder: only its imports count. */
const ENTRY_ID = at('vaadin-grid-entry.js');
const ENTRY = `
export { Grid } from '@vaadin/grid/src/vaadin-grid.js';
export { GridColumn } from '@vaadin/grid/src/vaadin-grid-column.js';
`;

const HEAD = `// @vaadin/grid ${VERSION}, changed. Made by \`npm run generate\` from the package of that name; scripts/lib/vaadin-copy.mjs says what
// was changed and why. Tags are \`caas-vaadin-*\`; nothing is defined by loading this file.
// Copyright (c) 2016 - 2026 Vaadin Ltd. Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
// Parts: Copyright (c) 2016 The Polymer Project Authors, under https://polymer.github.io/LICENSE.txt (BSD 3-Clause).
`;

/** The text of the copy. Throws where the sources are not those it knows. */
export async function vaadinCopy() {
  const installed = readJson('node_modules/@vaadin/grid/package.json').version;
  if (installed !== VERSION) throw new Error(`vaadin-copy knows @vaadin/grid ${VERSION}, not ${installed}: review it.`);
  const [{ output }] = await build({
    root: at(),
    configFile: false,
    logLevel: 'error',
    plugins: [patches()],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: ENTRY_ID, formats: ['es'] },
      rolldownOptions: { external: /^lit(\/|$)/, output: { codeSplitting: false, comments: false } },
    },
  });
  const code = output
    .find(({ type }) => type === 'chunk')
    .code.replace(/^\/\/.*\n/gm, '')
    // Comments of its style sheets, which no build takes for comments.
    .replace(/^ *\/\*[^*]*\*\/\n/gm, '')
    // The custom properties keep their names.
    .replace(/(?<!--)\bvaadin-grid/g, 'caas-vaadin-grid');
  const found = FORBIDDEN.exec(code);
  if (found) throw new Error(`vaadin-copy: "${code.slice(found.index - 60, found.index + 60)}" is left in the copy.`);
  return HEAD + asFunction(code);
}

/** What the module does when it is loaded, done when it is called: it listens on the document, and servers import every file. */
function asFunction(code) {
  const imports = code.match(/^import .*;\n/gm).join('');
  const body = code.replace(/^import .*;\n/gm, '').replace(/^export \{ (.*) \};\n$/m, 'return { $1 };\n');
  return `${imports}\n/** Makes the classes anew with each call; the tags are the caller's to define. */\nexport function gridClasses() {\n${body}}\n`;
}

/** The changes, as a plugin that ends the build where it finds other sources than it knows. @returns {import('vite').Plugin} */
export function patches() {
  const replaced = new Set();
  const counts = CHANGED.map(() => 0);
  return {
    name: 'caas:vaadin-copy',
    enforce: 'pre',
    resolveId: (id) => (id === ENTRY_ID ? id : null),
    load(id) {
      if (id === ENTRY_ID) return ENTRY;
      const path = Object.keys(REPLACED).find((end) => id.endsWith(`/@vaadin/${end}`));
      if (!path) return null;
      replaced.add(path);
      return REPLACED[path];
    },
    transform(code, id) {
      let changed = code;
      CHANGED.forEach(([end, pattern, by], index) => {
        if (!id.endsWith(`/@vaadin/${end}`)) return;
        counts[index] += changed.match(pattern)?.length ?? 0;
        changed = changed.replace(pattern, () => by);
      });
      return changed === code ? null : { code: changed, map: null };
    },
    buildEnd(error) {
      if (error) return;
      const missing = [
        ...Object.keys(REPLACED).filter((path) => !replaced.has(path)),
        ...CHANGED.filter(([, , , times], index) => counts[index] !== times).map(
          ([path, pattern]) => `${path}: ${pattern}`,
        ),
      ];
      if (missing.length > 0) this.error(`vaadin-copy: not found any more, review it:\n${missing.join('\n')}`);
    },
  };
}
