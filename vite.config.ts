import { defaultClientConditions, defineConfig } from 'vite';
import { minifyLiterals } from './scripts/lib/minify-literals.mjs';

/** The shell: index.html and src/ to dist/shell, workspaces straight from their sources. */
export default defineConfig({
  plugins: [minifyLiterals()],
  resolve: { conditions: ['caas-source', ...defaultClientConditions], dedupe: ['lit', '@lit/context'] },
  build: {
    outDir: 'dist/shell',
    target: 'es2022',
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    sourcemap: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Pages keep their name, for scripts/sizes.mjs and for whoever reads a network log.
        chunkFileNames: ({ facadeModuleId }) =>
          /\/src\/pages\/[^/]+\.ts$/.test(facadeModuleId ?? '')
            ? 'assets/page-[name]-[hash].js'
            : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [{ name: 'lit', test: /node_modules\/(lit|lit-html|lit-element|@lit)\/|oxc-project/ }],
        },
      },
    },
  },
});
