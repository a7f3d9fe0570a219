// The custom elements manifest: read from the sources once, told per package, without anything private.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { ROOT } from './root.mjs';

const LIFECYCLE =
  /^(connectedCallback|disconnectedCallback|adoptedCallback|attributeChangedCallback|form\w+Callback|\w*[uU]pdated?|render|styles|shadowRootOptions|formAssociated)$/;
const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];

/** The manifest of all element packages, sorted, with what a class inherits from another package filled in. */
export async function readManifest() {
  const manifest = await cli({
    argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
    cwd: ROOT,
    noWrite: true,
  });
  const modules = manifest.modules
    .map((module) => ({ ...module, declarations: (module.declarations ?? []).map(publicPart) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const classes = new Map(modules.flatMap(({ declarations }) => declarations.map((one) => [one.name, one])));
  for (const one of classes.values()) inherit(one, classes);
  return {
    schemaVersion: manifest.schemaVersion,
    modules: modules
      .map((module) => ({
        ...module,
        declarations: module.declarations.filter((one) => one.kind === 'class' && (one.customElement || one.tagName)),
        exports: (module.exports ?? []).filter((one) => one.kind === 'custom-element-definition').map(withoutPath),
      }))
      .filter((module) => module.declarations.length > 0 || module.exports.length > 0),
  };
}

/** The share of one package, with the paths under which it is published. */
export function packageManifest(manifest, folder) {
  const own = manifest.modules.filter(({ path }) => path.startsWith(`${folder}/src/`));
  return {
    ...manifest,
    modules: own.map((module) => ({
      ...module,
      path: module.path.replace(`${folder}/src/`, 'dist/').replace(/\.ts$/, '.js'),
    })),
  };
}

/** The elements of a manifest by tag. */
export function elementsOf(manifest) {
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}

function publicPart(declaration) {
  if (declaration.kind !== 'class') return declaration;
  const members = (declaration.members ?? []).filter(
    ({ name, privacy, static: isStatic }) =>
      privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && !isStatic && !LIFECYCLE.test(name),
  );
  const fields = new Set(members.map(({ name }) => name));
  const attributes = (declaration.attributes ?? []).filter(({ fieldName }) => !fieldName || fields.has(fieldName));
  return { ...declaration, members, attributes };
}

/** Fills in what a superclass of another package gives; the analyzer follows relative imports only. */
function inherit(declaration, classes, seen = new Set()) {
  const parent = classes.get(declaration.superclass?.name);
  if (!parent || seen.has(parent)) return;
  inherit(parent, classes, seen.add(parent));
  for (const kind of KINDS) {
    const own = declaration[kind] ?? [];
    const names = new Set(own.map(({ name }) => name));
    const inherited = (parent[kind] ?? []).filter(({ name }) => !names.has(name));
    declaration[kind] = [
      ...own,
      ...inherited.map((one) => ({ ...one, inheritedFrom: one.inheritedFrom ?? { name: parent.name } })),
    ];
    if (declaration[kind].length === 0) delete declaration[kind];
  }
}

const withoutPath = ({ kind, name, declaration }) => ({ kind, name, declaration: { name: declaration.name } });
