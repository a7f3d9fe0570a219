// House rules that no published ESLint plugin keeps.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageOf, roomOf, wall } from './rooms.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const toPath = (file) => relative(ROOT, file).split(sep).join('/');
const packageName = (source) => source.split('/', source.startsWith('@') ? 2 : 1).join('/');

/** Visits the source of every static and dynamic import and re-export. */
function onImport(visit) {
  const check = (node) => {
    if (typeof node.source?.value === 'string') visit(node.source, node.source.value);
  };
  return {
    ImportDeclaration: check,
    ImportExpression: check,
    ExportAllDeclaration: check,
    ExportNamedDeclaration: check,
  };
}

const problem = (description) => ({ type: 'problem', docs: { description }, schema: [] });

const walls = {
  meta: problem('Keep the rooms of the house apart.'),
  create(context) {
    const from = toPath(context.filename);
    return onImport((node, source) => {
      const isRelative = source.startsWith('.');
      const target = isRelative ? toPath(resolve(dirname(context.filename), source)) : packageName(source);
      const message = wall(from, target, { relative: isRelative });
      if (message) context.report({ node, message });
    });
  },
};

const relativeExtension = {
  meta: { ...problem('Relative imports name the file as the browser will.'), fixable: 'code' },
  create(context) {
    return onImport((node, source) => {
      if (!source.startsWith('.') || /\.(m?js|css|json)(\?\w+)?$/.test(source)) return;
      context.report({ node, message: 'A relative import ends in .js.' });
    });
  },
};

const endpointTable = {
  meta: problem('Only the gateway, OpenAPI and the SDK load the table of all endpoints.'),
  create(context) {
    const room = roomOf(toPath(context.filename));
    if (['gateway', 'sdk', 'contract', 'open'].includes(room)) return {};
    return onImport((node, source) => {
      if (source !== '@caas/contract/endpoints.js') return;
      context.report({
        node,
        message: 'Import the endpoints you call one by one; the whole table is for the gateway.',
      });
    });
  },
};

const manifests = new Map();
function dependenciesOf(folder) {
  if (!manifests.has(folder)) {
    const json = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    const names = ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) =>
      Object.keys(json[kind] ?? {}),
    );
    manifests.set(folder, new Set(names));
  }
  return manifests.get(folder);
}

const declaredDependencies = {
  meta: problem('A package imports only what its package.json names.'),
  create(context) {
    const from = toPath(context.filename);
    const room = roomOf(from);
    if (room === 'open') return {};
    const folder = room === 'shell' ? '.' : packageOf(from);
    const builtins = new Set(builtinModules);
    return onImport((node, source) => {
      if (source.startsWith('.') || source.startsWith('node:')) return;
      const name = packageName(source);
      if (builtins.has(name)) {
        context.report({ node, message: `Write node:${source}.` });
      } else if (!dependenciesOf(folder).has(name) && !(room === 'shell' && name.startsWith('@caas/'))) {
        context.report({ node, message: `${folder}/package.json does not name ${name}.` });
      }
    });
  },
};

const templateStyle = {
  meta: problem('No style attribute in a template: a strict content security policy blocks it.'),
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        if (!['html', 'svg'].includes(node.tag.name)) return;
        for (const quasi of node.quasi.quasis) {
          if (/[\s"'.]style\s*=/.test(quasi.value.raw) || /<style[\s>]/.test(quasi.value.raw)) {
            context.report({
              node: quasi,
              message:
                'No style= and no <style> in a template; use the style sheet or a custom property set in updated().',
            });
          }
        }
      },
    };
  },
};

export default {
  meta: { name: 'caas' },
  rules: {
    walls,
    'relative-extension': relativeExtension,
    'endpoint-table': endpointTable,
    'declared-dependencies': declaredDependencies,
    'template-style': templateStyle,
  },
};
