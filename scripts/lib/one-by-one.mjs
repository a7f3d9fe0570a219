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

/** The text of one declaration, and imports of those beside it that it uses. */
export function declarationOf(code, name, path) {
  const declarations = new Map();
  for (const node of parseAst(code, { lang: 'ts' }).body) {
    const { declarations: found, start, end } = node.declaration ?? node;
    if (found?.length === 1) declarations.set(found[0].id.name, { start, end });
  }
  const own = declarations.get(name);
  if (!own) throw new Error(`${path} does not declare ${name}.`);
  const text = code.slice(own.start, own.end);
  const used = [...declarations.keys()].filter((other) => other !== name && new RegExp(`\\b${other}\\b`).test(text));
  const imports = used.map((other) => `import { ${other} } from ${JSON.stringify(path + MARK + other)};\n`);
  return `${imports.join('')}export ${text}\n`;
}
