// A Vite plugin for the script-tag build: where a tag has a `.start.ts`, its entry runs that at once and imports the rest, instead of
// running after all that it imports has come.
import { parseAst } from 'vite';

/** @returns {import('vite').Plugin} */
export function startEarly() {
  return {
    name: 'caas:start-early',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const start of Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.start.js'))) {
        if (start.imports.length > 0)
          throw new Error(`${start.fileName} has to stand alone; it imports ${start.imports}.`);
        const entry = bundle[start.fileName.replace('.start.js', '.js')];
        entry.code = `${start.code.trim()}\n${importedLater(entry.code)}\n`;
        delete bundle[start.fileName];
      }
    },
  };
}

/** `export{a as B}from"x"` as `export const{a:B}=await import("x")`. */
function importedLater(code) {
  const [from, ...more] = parseAst(code).body;
  if (from?.type !== 'ExportNamedDeclaration' || !from.source || more.length > 0)
    throw new Error(`An entry that starts early may only export what another file has: ${code}`);
  const names = from.specifiers.map(({ local, exported }) => `${local.name}:${exported.name}`);
  return `export const{${names}}=await import(${JSON.stringify(from.source.value)});`;
}
