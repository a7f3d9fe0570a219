// `npm run build [-- <part> ...]`: builds the parts that changed since the last time. `--force` builds them all the same.
//   shell     index.html and src/ -> dist/shell
//   elements  the script-tag build -> dist/elements
//   gateway   the server as one file -> dist/gateway
//   packages  what goes to npm -> <package>/dist
//   storybook the stories as a static site -> storybook-static (only when named)
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build as viteBuild } from 'vite';
import { buildGateway } from './lib/build-gateway.mjs';
import { precompress, writeIntegrity } from './lib/compress.mjs';
import { at, filesBelow } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { buildIfChanged } from './lib/stamp.mjs';

const { values, positionals } = parseArgs({
  options: { force: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const TOOLS = ['package-lock.json', 'tsconfig.json', 'scripts'];
const BROWSER = ['components', 'contract', 'tokens', 'verify', ...TOOLS];

const PARTS = {
  shell: {
    inputs: ['index.html', 'src', 'public', 'vite.config.ts', ...BROWSER],
    output: 'dist/shell/index.html',
    ready: () => existsSync(at('index.html')),
    async build() {
      await viteBuild({ root: at(), configFile: at('vite.config.ts'), logLevel: 'warn' });
      await precompress('dist/shell');
    },
  },
  elements: {
    inputs: ['vite.elements.config.ts', ...BROWSER],
    output: 'dist/elements/integrity.json',
    ready: () => filesBelow('components', (file) => /\/src\/caas-[a-z-]+\.ts$/.test(file)).length > 0,
    async build() {
      await viteBuild({ root: at(), configFile: at('vite.elements.config.ts'), logLevel: 'warn' });
      writeIntegrity('dist/elements');
      await precompress('dist/elements');
    },
  },
  gateway: {
    inputs: ['gateway', 'contract', 'verify', ...TOOLS],
    output: 'dist/gateway/main.js',
    ready: () => existsSync(at('gateway/src/main.ts')),
    build: buildGateway,
  },
  packages: {
    inputs: BROWSER,
    output: 'contract/dist',
    ready: () => true,
    async build() {
      const { ok, output } = await run(process.execPath, ['scripts/build-packages.mjs']);
      if (!ok) throw new Error(output);
    },
  },
  storybook: {
    inputs: ['stories', '.storybook', 'test/support', 'vite.config.ts', ...BROWSER],
    output: 'storybook-static/index.json',
    ready: () => filesBelow('stories', (file) => file.endsWith('.stories.ts')).length > 0,
    optional: true,
    async build() {
      const { ok, output } = await run(process.execPath, ['scripts/storybook.mjs', 'build']);
      if (!ok) throw new Error(output);
    },
  },
};

const names = positionals.length > 0 ? positionals : Object.keys(PARTS).filter((name) => !PARTS[name].optional);
const unknown = names.filter((name) => !PARTS[name]);
if (unknown.length > 0)
  throw new Error(`No part is called ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);

for (const name of names) {
  const part = PARTS[name];
  if (!part.ready()) {
    console.log(`${name}: has no source yet`);
    continue;
  }
  if (values.force) rmSync(at('.build', `${name}.stamp`), { force: true });
  const started = performance.now();
  try {
    const built = await buildIfChanged(name, part, part.build);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(built ? `${name}: built in ${seconds} s` : `${name}: up to date`);
  } catch (error) {
    console.error(`${name}: FAILED\n${error.message.trimEnd()}`);
    process.exitCode = 1;
  }
}
