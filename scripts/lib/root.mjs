// Where the repository stands, and what stands in it. Every script works from here, whatever folder it was called from.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The path of a file or folder of the repository. */
export const at = (...parts) => join(ROOT, ...parts);

/** Every file below a folder, repository-relative with forward slashes and sorted; an absent folder holds none, a file itself. */
export function filesBelow(folder, accept = () => true) {
  if (!existsSync(at(folder))) return [];
  if (statSync(at(folder)).isFile()) return accept(folder) ? [folder] : [];
  const skip = new Set(['node_modules', 'dist', '.build', '.git']);
  const walk = (path) =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      if (skip.has(entry.name)) return [];
      const full = join(path, entry.name);
      return entry.isDirectory() ? walk(full) : [relative(ROOT, full).split(sep).join('/')];
    });
  return walk(at(folder)).filter(accept).sort();
}

export const readJson = (path) => JSON.parse(readFileSync(at(path), 'utf8'));

/** The workspaces that exist, as `{ folder, manifest }`, in the order of the root package.json. */
export function workspaces() {
  const folders = readJson('package.json').workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return existsSync(at(parent))
      ? readdirSync(at(parent))
          .sort()
          .map((name) => `${parent}/${name}`)
      : [];
  });
  return folders
    .filter((folder) => existsSync(at(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readJson(`${folder}/package.json`) }));
}

/** The packages that are published: every workspace that is not private. */
export const publishedPackages = () => workspaces().filter(({ manifest }) => !manifest.private);

/** The tags defined by a package: the names of its `src/caas-*.ts` files. */
export function tagsOf(folder) {
  return filesBelow(`${folder}/src`, (file) => /\/src\/caas-[a-z0-9-]+\.ts$/.test(file)).map((file) =>
    file.split('/').pop().slice(0, -'.ts'.length),
  );
}
