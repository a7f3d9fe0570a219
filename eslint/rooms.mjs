// The walls of the house: which room a file stands in, and which rooms it may import. The table is the one of docs/architecture.md.

/** Rooms of this repository by workspace name. */
const WORKSPACE_ROOMS = {
  '@caas/tokens': 'tokens',
  '@caas/contract': 'contract',
  '@caas/verify': 'verify',
  '@caas/base': 'base',
  '@caas/ui': 'ui',
  '@caas/gateway': 'gateway',
  '@caas/sdk': 'sdk',
};

/** Room -> rooms it may import besides itself. A room that is missing here may import everything. */
const MAY_IMPORT = {
  tokens: [],
  contract: [],
  verify: ['contract'],
  base: ['contract', 'tokens'],
  ui: ['base', 'tokens'],
  feature: ['base', 'ui', 'contract', 'tokens'],
  shell: ['feature', 'base', 'ui', 'contract', 'tokens'],
  gateway: ['contract', 'verify'],
  sdk: ['contract'],
};

/** Feature elements that may import one more room. */
const ALSO = { 'components/audit-log': ['verify'] };

/** @param {string} path repository-relative, with forward slashes */
export function roomOf(path) {
  const [first, second] = path.split('/');
  if (first === 'components') return second === 'base' || second === 'ui' ? second : 'feature';
  if (first === 'src') return 'shell';
  if (['tokens', 'contract', 'verify', 'gateway', 'sdk'].includes(first)) return first;
  return 'open';
}

/** The room of a bare import, or undefined when it is not a workspace. */
export function roomOfPackage(name) {
  if (!name.startsWith('@caas/')) return undefined;
  return WORKSPACE_ROOMS[name] ?? 'feature';
}

/** The folder of the package (or top-level room) that a file belongs to. */
export function packageOf(path) {
  const parts = path.split('/');
  return parts[0] === 'components' ? parts.slice(0, 2).join('/') : parts[0];
}

/** Why `from` may not import `target`, or undefined when it may. Both are repository-relative paths or package names. */
export function wall(from, target, { relative }) {
  const room = roomOf(from);
  const own = packageOf(from);
  if (relative) return relativeWall(from, target, room, own);
  const targetRoom = roomOfPackage(target);
  if (targetRoom === undefined || room === 'open') return undefined;
  if (target === `@caas/${own.split('/').pop()}`) return `Import files of your own package by a relative path.`;
  const allowed = [...(MAY_IMPORT[room] ?? []), ...(ALSO[own] ?? [])];
  return allowed.includes(targetRoom)
    ? undefined
    : `${own} may not import ${target} (docs/architecture.md, who may import whom).`;
}

function relativeWall(from, target, room, own) {
  const targetOwn = packageOf(target);
  if (targetOwn === own) return room === 'gateway' ? moduleWall(from, target) : undefined;
  if (room !== 'open') return `A relative path may not leave ${own}; import the package by its name.`;
  const targetRoom = roomOf(target);
  if (targetRoom === 'open' || targetRoom === 'gateway' || targetRoom === 'shell') return undefined;
  return `${targetOwn} is entered by its package name, never by a path into it.`;
}

/** gateway/src/<module> may reach its own folder and gateway/src/platform only. */
function moduleWall(from, target) {
  const module = /^gateway\/src\/([^/]+)\//.exec(from)?.[1];
  if (module === undefined) return undefined;
  const other = /^gateway\/src\/([^/]+)\//.exec(target)?.[1];
  if (other === module || other === 'platform') return undefined;
  return `gateway/src/${module} may import its own files and gateway/src/platform only.`;
}
