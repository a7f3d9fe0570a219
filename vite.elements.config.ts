import { defaultClientConditions, defineConfig } from 'vite';
import { at, tagsOf, workspaces } from './scripts/lib/root.mjs';
import { minifyLiterals } from './scripts/lib/minify-literals.mjs';
import { renameTrustedTypesPolicy } from './scripts/lib/trusted-types.mjs';

/** Every tag that a host page may write: all of them but the kit's, which come with the elements that use them. */
const entries = workspaces()
  .filter(({ folder }) => folder.startsWith('components/') && folder !== 'components/ui')
  .flatMap(({ folder }) => tagsOf(folder).map((tag) => [tag, at(folder, 'src', `${tag}.ts`)]));

/** The script-tag build: one entry file per element beside the chunks they share, nothing fetched from elsewhere. */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [renameTrustedTypesPolicy('caas'), minifyLiterals()],
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
        codeSplitting: { groups: [{ name: 'lit', test: /node_modules\/(lit|lit-html|lit-element|@lit)\/|oxc-project/ }] },
      },
    },
  },
});
