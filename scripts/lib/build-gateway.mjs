// The gateway as one file: workspaces are bundled from their sources, packages from the registry stay outside. Files that the
// code reads at run time (migrations, word lists) are copied beside it under their old paths.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { at, filesBelow, readJson } from './root.mjs';

const OUTPUT = 'dist/gateway';

/** Packages from the registry stay imports; `@caas/*` is resolved to its sources. */
const external = {
  name: 'external-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@caas/') ? undefined : { path, external: true },
    );
  },
};

/** `import.meta.url` of a gateway source keeps pointing at its own place, now below dist/gateway. */
const ownUrl = {
  name: 'own-url',
  setup({ onLoad }) {
    onLoad({ filter: /gateway\/src\/.*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const place = JSON.stringify(`./${path.slice(at('gateway').length + 1)}`);
      return {
        loader: 'ts',
        contents: source.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
      };
    });
  },
};

export async function buildGateway() {
  rmSync(at(OUTPUT), { recursive: true, force: true });
  const { version } = readJson('package.json');
  await build({
    absWorkingDir: at(),
    entryPoints: ['gateway/src/main.ts'],
    outdir: OUTPUT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['caas-source'],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [external, ownUrl],
    banner: { js: `// CAAS gateway ${version}` },
  });
  for (const file of filesBelow('gateway', (path) => !/\.(ts|md)$|package\.json$/.test(path))) {
    const target = at(OUTPUT, file.slice('gateway/'.length));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(at(file), target);
  }
}
