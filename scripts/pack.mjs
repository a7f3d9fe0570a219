// `node scripts/pack.mjs [folder]`: packs what goes to npm (default .build/tarballs), after `npm run build -- packages`.
// A package is staged first: its manifest loses what only this repository needs, and it gains the licence.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, filesBelow, publishedPackages } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const STAGED = '.build/staged';
const SOURCE_CONDITION = 'caas-source';

/** Packs every package that has sources into `folder` and gives `{ name, folder, tarball }` of each. */
export async function packPackages(folder) {
  const packages = publishedPackages().filter((each) => filesBelow(`${each.folder}/src`).length > 0);
  const unbuilt = packages.filter((each) => !existsSync(at(each.folder, 'dist'))).map(({ manifest }) => manifest.name);
  if (unbuilt.length > 0)
    throw new Error(`Not built yet: ${unbuilt.join(', ')}. Run \`npm run build -- packages\` first.`);
  rmSync(at(STAGED), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const each of packages) stage(each);
  const staged = packages.map((each) => `./${STAGED}/${each.folder}`);
  const { ok, output } = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, ...staged]);
  if (!ok) throw new Error(output);
  const tarballs = readdirSync(folder);
  return packages.map(({ folder: source, manifest }) => {
    const file = `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`;
    if (!tarballs.includes(file)) throw new Error(`npm pack made no ${file}:\n${output}`);
    return { name: manifest.name, folder: source, tarball: join(folder, file) };
  });
}

function stage({ folder, manifest }) {
  const target = at(STAGED, folder);
  mkdirSync(target, { recursive: true });
  for (const path of [...(manifest.files ?? []), 'README.md', 'CHANGELOG.md']) {
    if (existsSync(at(folder, path))) cpSync(at(folder, path), join(target, path), { recursive: true });
  }
  cpSync(at('LICENSE'), join(target, 'LICENSE'));
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(forNpm(manifest), null, 2)}\n`);
}

/** The manifest as it is published: the condition that leads to sources is ours alone, and sources are not shipped. */
function forNpm(manifest) {
  const exports = Object.fromEntries(
    Object.entries(manifest.exports).map(([path, target]) => [
      path,
      typeof target === 'string' ? target : published(target),
    ]),
  );
  const { sideEffects } = manifest;
  const shipped = Array.isArray(sideEffects) ? sideEffects.filter((path) => !path.startsWith('./src/')) : sideEffects;
  return { ...manifest, exports, sideEffects: shipped };
}

function published(target) {
  return Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== SOURCE_CONDITION));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, tarball } of await packPackages(process.argv[2] ?? at('.build/tarballs'))) {
    console.log(`${name}: ${tarball}`);
  }
}
