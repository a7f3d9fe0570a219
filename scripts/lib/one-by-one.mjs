// A Vite plugin that makes every declaration of a list module (icons, the calls of the contract) a module of its own: bundles are cut
// along modules, so that otherwise the first row would carry every icon and every call that some dialog needs later.
import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';

const MARK = '?only=';

/**
 * @param {RegExp} lists Which files, by their absolute path. They hold `const` declarations and nothing that has an effect.
 * @returns {import('vite').Plugin}
 */
export function oneByOne(lists) {
  return {
    name: 'caas:one-by-one',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [path, name] = source.split(MARK);
      if (name === undefined) return null;
      const found = await this.resolve(path, importer?.split(MARK)[0]);
      return found && `${found.id}${MARK}${name}`;
    },
    load: {
      filter: { id: /\?only=/ },
      handler(id) {
        const [path, name] = id.split(MARK);
        this.addWatchFile(path);
        return declarationOf(readFileSync(path, 'utf8'), name, path);
      },
    },
    transform: {
      order: 'post',
      async handler(code, id) {
        if (!/^import\s/m.test(code) || id.includes('\0')) return null;
        let changed = code;
        for (const node of parseAst(code).body.toReversed()) {
          if (node.type !== 'ImportDeclaration' || node.specifiers.some(({ type }) => type !== 'ImportSpecifier'))
            continue;
          const source = node.source.value;
          if (source.includes(MARK) || !lists.test((await this.resolve(source, id))?.id ?? '')) continue;
          const imports = node.specifiers.map(
            ({ imported, local }) =>
              `import { ${imported.name} as ${local.name} } from ${JSON.stringify(source + MARK + imported.name)};`,
          );
          changed = changed.slice(0, node.start) + imports.join('') + changed.slice(node.end);
        }
        return changed === code ? null : { code: changed, map: null, moduleType: 'js' };
      },
    },
  };
}

/** The text of one declaration, and imports of what it uses of those beside it and of other files. */
export function declarationOf(code, name, path) {
  const declarations = new Map();
  const imports = [];
  for (const node of parseAst(code, { lang: 'ts' }).body) {
    if (node.type === 'ImportDeclaration' && node.importKind !== 'type') imports.push(node);
    const declaration = node.declaration ?? node;
    const id = declaration.id ?? (declaration.declarations?.length === 1 ? declaration.declarations[0].id : null);
    if (id && /^(Variable|Function)/.test(declaration.type))
      declarations.set(id.name, code.slice(declaration.start, declaration.end));
  }
  const text = declarations.get(name);
  if (!text) throw new Error(`${path} does not declare ${name}.`);
  const uses = (other) => new RegExp(`\\b${other}\\b`).test(text);
  const beside = [...declarations.keys()]
    .filter((other) => other !== name && uses(other))
    .map((other) => `import { ${other} } from ${JSON.stringify(path + MARK + other)};\n`);
  const further = imports
    .filter(({ specifiers }) => specifiers.some(({ local }) => uses(local.name)))
    .map(({ start, end }) => `${code.slice(start, end)}\n`);
  return `${beside.join('')}${further.join('')}export ${text}\n`;
}
