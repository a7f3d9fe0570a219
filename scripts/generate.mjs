// `npm run generate`: everything in the repository that is made from something else in it. What it writes is checked in, so that
// a reader sees it, and CI fails when it is stale.
//   tokens            tokens/*.tokens.json -> tokens/src
//   manifests         components/*/src -> custom-elements.json, at the root and per package
//   contract          contract/src/*.ts -> contract/src/calls, docs/errors.md
//   @vaadin/grid      node_modules/@vaadin/grid -> components/ui/src/vaadin/grid.js
//   README tables     the manifests -> components/*/README.md
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { withApiTables } from './lib/api-tables.mjs';
import { packageManifest, readManifest } from './lib/manifest.mjs';
import { at, workspaces } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { vaadinCopy } from './lib/vaadin-copy.mjs';

if (existsSync(at('tokens/generate.mjs'))) {
  const { ok, output } = await run(process.execPath, ['tokens/generate.mjs']);
  if (!ok) throw new Error(output);
}

const contract = await run(process.execPath, ['--conditions=caas-source', '--import=tsx', 'contract/generate.ts']);
if (!contract.ok) throw new Error(contract.output);

write('components/ui/src/vaadin/grid.js', await vaadinCopy());

const manifest = await readManifest();
write('custom-elements.json', json(manifest));

for (const { folder } of workspaces().filter((one) => one.folder.startsWith('components/'))) {
  const own = packageManifest(manifest, folder);
  write(`${folder}/custom-elements.json`, json(own));
  const readme = `${folder}/README.md`;
  if (!existsSync(at(readme))) continue;
  const text = withApiTables(readFileSync(at(readme), 'utf8'), own);
  write(readme, await format(text, { ...(await resolveConfig(at(readme))), filepath: readme }));
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Leaves a file alone that already says the same, so that nothing that watches it wakes up. */
function write(path, text) {
  if (existsSync(at(path)) && readFileSync(at(path), 'utf8') === text) return;
  writeFileSync(at(path), text);
  console.log(`wrote ${path}`);
}
