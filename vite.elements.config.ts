import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { at, tagsOf, workspaces } from './scripts/lib/root.mjs';
import { minifyLiterals } from './scripts/lib/minify-literals.mjs';
import { renameTrustedTypesPolicy } from './scripts/lib/trusted-types.mjs';

/** Every tag that a host page may write: all of them but the kit's, which come with the elements that use them. */
const entries = workspaces()
  .filter(({ folder }) => folder.startsWith('components/') && folder !== 'components/ui')
  .flatMap(({ folder }) => tagsOf(folder).map((tag) => [tag, at(folder, 'src', `${tag}.ts`)]));

/** Vite wraps each import() to preload its styles and chunks; these have none, so the wrapper only costs bytes. */
const plainImports: Plugin = {
  name: 'caas:plain-imports',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

/** The script-tag build: one entry file per element beside the chunks they share, nothing fetched from elsewhere. */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [plainImports, renameTrustedTypesPolicy('caas'), minifyLiterals()],
  resolve: { conditions: ['caas-source', ...defaultClientConditions], dedupe: ['lit', '@lit/context'] },
  build: {
    outDir: 'dist/elements',
    target: 'es2022',
    modulePreload: false,
    sourcemap: false,
    rolldownOptions: {
      input: Object.fromEntries(entries),
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'lit', test: /node_modules\/(lit|lit-html|lit-element|@lit)\/|oxc-project/ },
            {
              // What every element stands on: one request, and loaded once however many elements a page has.
              name: 'base',
              test: /components\/base\/|contract\/src\/(endpoint|fields|problem|permissions|accounts)|tokens\/src|node_modules\/(zod|@tanstack)/,
              minShareCount: 3,
            },
            {
              // What the key list shares with its own dialogs: beside the entry, not a request after it.
              name: 'keys',
              test: /components\/api-keys\/src|contract\/src\/(api-keys|key-status)|ui\/src\/(locales\/en\.overlays|messages\.overlays)/,
              tags: ['$initial'],
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
