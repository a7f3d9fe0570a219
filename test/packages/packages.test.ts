import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { at } from '../../scripts/lib/root.mjs';
import { packPackages, type PackedPackage } from '../../scripts/pack.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { launchChromium } from '../support/chromium.js';
import { serveConsole } from '../support/console-api.mjs';

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];

/** What Lit (its registry for servers, its counts of copies) and zod keep on the global object. */
const OF_LIBRARIES = /^(lit[A-Z]|reactiveElementVersions$|customElements$|__zod_)/;

/** What a host's developer writes. It must compile against the published types alone, and draw rows. */
const HOST_PAGE = `
import '@caas/api-keys';

const element = document.querySelector('caas-api-keys')!;
element.getToken = () => ({ token: 'token', expires_in: 300 });
element.addEventListener('caas-key-created', (event) => {
  const id: string = event.detail.id;
  console.info(id.toUpperCase());
});
element.addEventListener('caas-error', ({ detail }) => console.info(detail.code === 'network', detail.requestId));
element.addEventListener('caas-before-key-create', ({ detail }) => detail.waitUntil(Promise.resolve(detail.name)));

/** For the compiler alone. */
export function wrong(): void {
  // @ts-expect-error An API address is a text.
  element.apiUrl = 1;
}
`;

const TSCONFIG = {
  compilerOptions: { target: 'ES2022', strict: true, noEmit: true, types: [], lib: ['ES2023', 'DOM', 'DOM.Iterable'] },
  include: ['host.ts'],
};

describe('what goes to npm works in an empty folder', { timeout: 120_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'caas-packages-'));
  let packages: PackedPackage[] = [];

  before(async () => {
    packages = await packPackages(join(home, 'tarballs'));
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
    const installed = await run('npm', ['install', ...QUIET, ...packages.map(({ tarball }) => tarball)], { cwd: home });
    assert.ok(installed.ok, installed.output);
  });

  after(() => rmSync(home, { recursive: true, force: true }));

  it('installs one copy of each package and nothing with an install script', () => {
    const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    const paths = Object.keys(lock.packages).filter((path) => path !== '');
    const names = paths.map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    assert.deepEqual(names, [...new Set(names)]);
    assert.deepEqual(
      paths.filter((path) => lock.packages[path]?.hasInstallScript),
      [],
    );
  });

  it('names every file it ships, and ships every file it names (publint)', async () => {
    for (const { name, tarball } of packages) {
      const bytes = readFileSync(tarball);
      const { messages, pkg } = await publint({
        strict: true,
        pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
      });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg)),
        [],
        name,
      );
    }
  });

  it('has types that resolve as the modules do (attw)', async () => {
    const results = await Promise.all(
      packages.map(async (each) => {
        const entries = entriesOf(home, each.name).map((entry) => entry.slice(each.name.length + 1) || '.');
        const args = [each.tarball, '--profile', 'esm-only', '--format', 'json', '--no-definitely-typed'];
        const { ok, output } = await run('node_modules/.bin/attw', [...args, '--entrypoints', ...entries]);
        return ok ? null : `${each.name}: ${output}`;
      }),
    );
    assert.deepEqual(results.filter(Boolean), []);
  });

  it('imports in plain Node, where there is no window, without doing anything', async () => {
    const entries = packages.flatMap(({ name }) => entriesOf(home, name));
    writeFileSync(
      join(home, 'server.js'),
      `const before = new Set(Object.keys(globalThis));
for (const entry of ${JSON.stringify(entries)}) await import(entry);
if ('window' in globalThis || 'document' in globalThis) throw new Error('A package made itself a window.');
const left = Object.keys(globalThis).filter((name) => !before.has(name) && !${OF_LIBRARIES}.test(name));
if (left.length > 0) throw new Error('A package left globals behind: ' + left);
`,
    );
    const { ok, output, seconds } = await run(process.execPath, ['server.js'], { cwd: home });
    assert.ok(ok, output);
    assert.equal(output, '');
    assert.ok(seconds < 30, 'Something kept the process alive.');
  });

  for (const [module, moduleResolution] of [
    ['ESNext', 'bundler'],
    ['NodeNext', 'NodeNext'],
  ]) {
    it(`type-checks a host page under moduleResolution ${moduleResolution}`, async () => {
      writeFileSync(join(home, 'host.ts'), HOST_PAGE);
      const compilerOptions = { ...TSCONFIG.compilerOptions, module, moduleResolution };
      writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ ...TSCONFIG, compilerOptions }));
      const { ok, output } = await run(at('node_modules/.bin/tsc'), ['-p', home], { cwd: home });
      assert.ok(ok, output);
    });
  }

  it('draws rows in a Vite app that knows only the published packages', async () => {
    writeFileSync(join(home, 'host.ts'), HOST_PAGE);
    writeFileSync(
      join(home, 'index.html'),
      `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><caas-api-keys api-url="/"></caas-api-keys><script type="module" src="/host.ts"></script></html>`,
    );
    await build({ root: home, configFile: false, logLevel: 'error', build: { target: 'es2022', outDir: 'app' } });
    assert.ok(existsSync(join(home, 'app/index.html')));

    const server = await serveConsole({
      pages: { '/': readFileSync(join(home, 'app/index.html'), 'utf8') },
      folders: { '/assets/': join(home, 'app/assets') },
      keys: 3,
    });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) problems.push(message.text());
      });
      await page.goto(server.origin);
      await page.getByText('Service 3').first().waitFor({ timeout: 15_000 });
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});

/** Every module a package offers, as a host writes it: its exports with the pattern filled in from what was shipped. */
function entriesOf(home: string, name: string): string[] {
  const folder = join(home, 'node_modules', name);
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { default: string }>;
  };
  return Object.entries(exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return [];
    if (!path.includes('*')) return [join(name, path)];
    const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    return files.filter((file) => file.endsWith('.js')).map((file) => `${name}/${file}`);
  });
}
