import { existsSync } from 'node:fs';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { groups } from './scripts/lib/chunks.mjs';
import { leanLit } from './scripts/lib/lean-lit.mjs';
import { leanQueries } from './scripts/lib/lean-queries.mjs';
import { minifyLiterals } from './scripts/lib/minify-literals.mjs';
import { oneByOne } from './scripts/lib/one-by-one.mjs';
import { at, tagsOf, workspaces } from './scripts/lib/root.mjs';
import { plainProperties } from './scripts/lib/plain-properties.mjs';
import { preloadLists } from './scripts/lib/preload-lists.mjs';
import { sheetsTogether } from './scripts/lib/sheets-together.mjs';
import { startEarly } from './scripts/lib/start-early.mjs';
import { renameTrustedTypesPolicy } from './scripts/lib/trusted-types.mjs';

/** Every tag that a host page may write: all of them but the kit's, which come with the elements that use them. */
const entries = workspaces()
  .filter(({ folder }) => folder.startsWith('components/') && folder !== 'components/ui')
  .flatMap(({ folder }) =>
    tagsOf(folder).flatMap((tag) => [tag, `${tag}.start`].map((name) => [name, at(folder, 'src', `${name}.ts`)])),
  )
  .filter(([, path]) => existsSync(path ?? ''));

const WRAPPER = 'native:import-analysis-build';

/** Vite wraps each import() to preload its styles and chunks; these have none, so the wrapper would only cost bytes. */
const plainImports: Plugin = {
  name: 'caas:plain-imports',
  configResolved({ plugins }) {
    const at = plugins.findIndex(({ name }) => name === WRAPPER);
    if (at < 0) throw new Error(`Vite has no plugin ${WRAPPER} any more.`);
    (plugins as Plugin[]).splice(at, 1);
  },
};

/** Files of many small things of which each element uses a few. */
const LISTS =
  /\/contract\/src\/(calls\/[\w-]+|key-status|permissions|text)\.ts$|\/base\/src\/events\.ts$|\/ui\/src\/(icons|table-parts)\.ts$/;

/** The script-tag build: one entry file per element beside the chunks they share, nothing fetched from elsewhere. */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [
    plainImports,
    plainProperties(),
    leanLit(),
    leanQueries(),
    oneByOne(LISTS),
    renameTrustedTypesPolicy('caas'),
    minifyLiterals(),
    sheetsTogether(),
    preloadLists(),
    startEarly(),
  ],
  resolve: { conditions: ['caas-source', ...defaultClientConditions], dedupe: ['lit', '@lit/context'] },
  build: {
    outDir: 'dist/elements',
    target: 'es2022',
    modulePreload: false,
    sourcemap: false,
    rolldownOptions: {
      input: Object.fromEntries(entries),
      preserveEntrySignatures: 'exports-only',
      // Else the list of public suffixes, one long text, stands in its chunk twice.
      optimization: { inlineConst: false },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups },
      },
    },
  },
});
