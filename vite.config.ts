import { defaultClientConditions, defineConfig } from 'vite';
import { minifyLiterals } from './scripts/lib/minify-literals.mjs';

/** Whether the entry imports a module statically, directly or not. */
function isFirst(id: string, infoOf: (id: string) => { isEntry: boolean; importers: string[] } | null): boolean {
  const seen = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const info = infoOf(next);
    if (info?.isEntry) return true;
    if (!info || seen.has(next)) continue;
    seen.add(next);
    queue.push(...info.importers);
  }
  return false;
}

/** The shell: index.html and src/ to dist/shell, workspaces straight from their sources. */
export default defineConfig({
  plugins: [minifyLiterals()],
  // The dev server would look for packages in every page of the tree, bench/ and examples/ too.
  optimizeDeps: { entries: ['index.html'] },
  resolve: { conditions: ['caas-source', ...defaultClientConditions], dedupe: ['lit', '@lit/context'] },
  build: {
    outDir: 'dist/shell',
    target: 'es2022',
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    sourcemap: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Else the list of public suffixes, one long text, stands in its chunk twice.
      optimization: { inlineConst: false },
      output: {
        // Pages keep their name, for scripts/sizes.mjs and for whoever reads a network log.
        chunkFileNames: ({ facadeModuleId }) =>
          /\/src\/pages\/[^/]+\.ts$/.test(facadeModuleId ?? '')
            ? 'assets/page-[name]-[hash].js'
            : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'lit', test: /node_modules\/(lit|lit-html|lit-element|@lit)\/|oxc-project/ },
            // What the first page always needs travels in one file: split by who shares it, it compresses worse.
            {
              debugName: 'first',
              name: (id, context) => (isFirst(id, (each) => context.getModuleInfo(each)) ? 'first' : null),
            },
          ],
        },
      },
    },
  },
});
