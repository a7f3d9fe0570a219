// The two pages that are compared: `<caas-api-keys>` as the script-tag build ships it, and the React page.
import { existsSync, readFileSync } from 'node:fs';
import { build } from 'vite';
import { at } from '../../scripts/lib/root.mjs';
import { run } from '../../scripts/lib/run.mjs';

const REACT = '.build/bench-react';

/** What a host's page with the element looks like, as its README says: one tag, one script, what it imports, and its own `getToken`. */
const elementPage = (imports) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>API keys</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/elements/caas-api-keys.js"></script>
${imports.map((file) => `    <link rel="modulepreload" href="/elements/${file}" />`).join('\n')}
  </head>
  <body>
    <caas-api-keys api-url="/"></caas-api-keys>
    <script>
      document.querySelector('caas-api-keys').getToken = () => ({ token: 'token', expires_in: 300 });
    </script>
  </body>
</html>
`;

/** Builds the element files as the product does, if they changed. */
export async function buildElements() {
  const { ok, output } = await run(process.execPath, ['scripts/build.mjs', 'elements']);
  if (!ok) throw new Error(output);
}

/** Installs what the React page needs where it is missing, and builds it with the product's own bundler and settings. */
export async function buildReactPage() {
  if (!existsSync(at('bench/node_modules/react'))) {
    const { ok, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: at('bench'),
    });
    if (!ok) throw new Error(output);
  }
  await build({
    root: at('bench/react'),
    configFile: false,
    logLevel: 'error',
    base: '/react/',
    oxc: { jsx: { runtime: 'automatic' } },
    build: { outDir: at(REACT), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  });
}

/** What a server of both pages serves. */
export function bothPages() {
  const { 'caas-api-keys.js': imports } = JSON.parse(readFileSync(at('dist/elements/preload.json'), 'utf8'));
  return {
    pages: { '/element': elementPage(imports), '/react': readFileSync(at(REACT, 'index.html'), 'utf8') },
    folders: { '/elements/': at('dist/elements'), '/react/': at(REACT) },
  };
}
