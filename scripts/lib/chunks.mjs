// How the script-tag build is cut: few and large files, since they compress best and a page asks for few.
import { basename } from 'node:path';

/** Elements that every page element is or may stand in: what they import decides nothing. */
const ROOTS = ['caas-provider', 'caas-theme'];

/** What the key list brings by `import()`, and what that brings in turn. */
const KEY_ACTS =
  /^(key-actions|key-list\.states|table-more|rotation-panel|clipboard|(?!caas)(\w+-)*(dialog|drawer)|caas-(confirm|menu|copy-button))$/;

/** A locale's texts in several files: those of the base and the kit travel together, and those of the keys. */
const LOCALE = /\/components\/(base|ui|api-keys)\/src\/locales\/(?!en\.)(\w+)\./;

/**
 * Names of chunks, the widest first, since each takes along what its modules import. `first`: the page elements that need a module before
 * their first row; `later`: the modules brought by `import()` that need it.
 * @type {((users: { id: string, first: string[], later: string[] }) => string | null | undefined)[]}
 */
const RULES = [
  ({ id }) => {
    const [, room, locale] = LOCALE.exec(id) ?? [];
    return locale && `${locale}-${room === 'ui' ? 'base' : room}`;
  },
  ({ id, first, later }) => {
    if (!first.includes('api-keys')) return null;
    // Sheets compress best beside each other.
    return first.length > 1 || acts(later) < later.length || id.endsWith('.styles.ts') ? 'base' : null;
  },
  ({ id, first }) =>
    (first.includes('dashboard') && first.length > 1) || id.endsWith('/problem-error.ts') ? 'failures' : null,
  // Parts of forms and the like, which others bring with their dialogs.
  ({ first, later }) => {
    if (first[0]) return later.length > 0 && first[0] !== 'api-keys' ? `kit-${first.at(-1)}` : null;
    return mixed(later) && later.includes('panels') ? 'kit-dashboard' : null;
  },
  ({ first }) => (first.length > 1 ? 'account' : first[0]),
  ({ later }) => (mixed(later) ? 'kit' : null),
  ({ later }) => (acts(later) > 0 && !/^(key-list\.states|table-more)$/.test(later[0]) ? 'key-acts' : null),
];

function acts(later) {
  return later.filter((name) => KEY_ACTS.test(name)).length;
}

function mixed(later) {
  return acts(later) > 0 && acts(later) < later.length;
}

/** For `output.codeSplitting.groups`. */
export const groups = RULES.map((rule, index) => ({
  name: (id, context) => rule(usersOf(id, (each) => context.getModuleInfo(each))) ?? null,
  debugName: `rule ${index}`,
  priority: RULES.length - index,
}));

/** Follows the static imports of a module backwards. */
function usersOf(id, infoOf) {
  const first = new Set();
  const later = new Set();
  const seen = new Set();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const info = infoOf(next);
    if (!info || seen.has(next)) continue;
    seen.add(next);
    const name = basename(next, '.ts');
    if (name.endsWith('.start')) continue; // it stands alone
    if (info.isEntry && !ROOTS.includes(name)) first.add(name.replace('caas-', ''));
    if (info.dynamicImporters.length > 0) later.add(name);
    queue.push(...info.importers);
  }
  return { id, first: [...first].toSorted(), later: [...later] };
}
