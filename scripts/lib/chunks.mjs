// How the script-tag build is cut: few and large files, since they compress best and a page asks for few, and none that brings a page
// what only others use. What decides is who needs a module, by rooms: the packages of the page elements.
import { basename } from 'node:path';

/** Elements that every page element is or may stand in: what they import decides nothing. */
const ROOTS = ['caas-provider', 'caas-theme'];

/** A locale's texts in several files: those of the base and the kit travel together, and those of the keys. English that comes on demand, too. */
const LOCALE = /\/components\/(base|ui|api-keys)\/src\/locales\/(?!en\.(?!actions))(\w+)\./;

/** What only signed-in members can be asked for: a page with an embed's token never loads it, so what it needs stands apart. */
const STEP_UP = 'caas-step-up';

/** Brought by `import()` right after the first row, each alone. */
const SOON = /^(key-list\.states|table-more)$/;

/** Rooms whose first rows bring forms all the same. */
const FORMED = ['sessions', 'whitelist'];

/**
 * Names of chunks, the widest first, since each takes along what its modules import.
 * `first`: the page elements that need a module before their first row, and `rooms` their packages; `later`: the modules brought by
 * `import()` that need it; `ever`: the packages of all page elements that can come to need it.
 * @typedef {{ id: string, first: string[], rooms: string[], later: string[], ever: string[] }} Users
 * @type {((users: Users) => string | null | undefined | false)[]}
 */
const RULES = [
  ({ id }) => {
    const [, room, locale] = LOCALE.exec(id) ?? [];
    return locale && `${locale}-${room === 'ui' ? 'base' : room}`;
  },
  // Of two rooms that have nothing else in common: one would load what the other shares with third ones.
  ({ id }) => id.endsWith('/compact.ts') && 'compact',
  ({ rooms, ever }) => rooms.includes('api-keys') && (rooms.length > 1 || ever.length > 1) && 'base',
  ({ id, rooms }) =>
    ((rooms.includes('dashboard') && rooms.length > 1) || id.endsWith('/problem-error.ts')) && 'failures',
  // Styles that all but first rows need: pages without forms would load those of forms for them.
  ({ id, rooms }) => rooms.length > 1 && /\/(controls|btn-more)\.styles\.ts$/.test(id) && 'controls',
  // What pages of forms are made of, which others bring with their dialogs.
  ({ rooms, ever }) =>
    (rooms.length > 1 || (rooms[0] === 'account' && ever.length > 1)) &&
    (ever.includes('api-keys') ? 'forms' : 'forms-more'),
  ({ rooms, ever }) =>
    rooms.length === 1 &&
    ever.length > 1 &&
    (FORMED.includes(rooms[0]) && ever.includes('api-keys') ? 'forms' : `kit-${rooms[0]}`),
  ({ first, rooms }) => (first.length > 1 ? `${rooms[0]}-parts` : first[0]),
  ({ later, ever }) =>
    later.length > 1 && ever.includes('api-keys') && ever.length > 1 && (ever.includes('mfa') ? 'kit' : 'kit-more'),
  ({ later, ever }) => ever.join() === 'api-keys' && later.some((name) => !SOON.test(name)) && 'key-acts',
];

/** For `output.codeSplitting.groups`. */
export const groups = RULES.map((rule, index) => ({
  name: (id, context) => rule(usersOf(id, (each) => context.getModuleInfo(each))) || null,
  debugName: `rule ${index}`,
  priority: RULES.length - index,
}));

/** Follows the imports of a module backwards: the static ones to `first` and `later`, all of them to `ever`. */
function usersOf(id, infoOf) {
  const { entries: first, targets } = follow(id, infoOf, ({ importers }) => importers);
  const { entries: ever } = follow(id, infoOf, ({ importers, dynamicImporters }) => [
    ...importers,
    ...dynamicImporters,
  ]);
  return {
    id,
    first: [...first].map((entry) => basename(entry, '.ts').replace('caas-', '')).toSorted(),
    rooms: roomsOf(first),
    later: [...targets].map((target) => basename(target, '.ts')).toSorted(),
    ever: roomsOf(ever),
  };
}

function roomsOf(entries) {
  return [...new Set([...entries].map((entry) => /\/components\/([\w-]+)\//.exec(entry)?.[1] ?? 'other'))].toSorted();
}

function follow(id, infoOf, importersOf) {
  const entries = new Set();
  const targets = new Set();
  const seen = new Set();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const info = infoOf(next);
    if (!info || seen.has(next)) continue;
    seen.add(next);
    const name = basename(next, '.ts');
    if (name.endsWith('.start')) continue; // it stands alone
    if (info.isEntry && !ROOTS.includes(name)) entries.add(next);
    if (info.dynamicImporters.length > 0) targets.add(next);
    if (name !== STEP_UP) queue.push(...importersOf(info));
  }
  return { entries, targets };
}
