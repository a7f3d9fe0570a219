// Builds what goes to npm: one tsc run over all published packages, then each package's share moves to its own dist/.
// Unbundled, unminified modules with types, decorators lowered; imports between packages stay package names.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { at, filesBelow, publishedPackages } from './lib/root.mjs';
import { run, tool } from './lib/run.mjs';

const EMIT = '.build/packages';
const CONFIG = '.build/tsconfig.packages.json';
const packages = publishedPackages().filter(({ folder }) => filesBelow(`${folder}/src`).length > 0);

mkdirSync(at('.build'), { recursive: true });
rmSync(at(EMIT), { recursive: true, force: true });
writeFileSync(
  at(CONFIG),
  JSON.stringify({
    extends: '../tsconfig.json',
    compilerOptions: {
      noEmit: false,
      noEmitOnError: true,
      declaration: true,
      rootDir: '..',
      outDir: 'packages',
      types: ['node'],
    },
    include: packages.map(({ folder }) => `../${folder}/src`),
  }),
);

const compiled = await run(tool('tsc'), ['-p', CONFIG]);
if (!compiled.ok) fail(compiled.output);

for (const { folder, manifest } of packages) {
  const dist = at(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  cpSync(at(EMIT, folder, 'src'), dist, { recursive: true });
  // What is JavaScript already, with its hand-written types.
  for (const file of filesBelow(`${folder}/src`, (path) => /\.(js|d\.ts)$/.test(path)))
    cpSync(at(file), at(file.replace(`${folder}/src`, `${folder}/dist`)));
  const files = filesBelow(`${folder}/dist`, (file) => file.endsWith('.js'));
  for (const file of files) {
    if (/from ['"][^'"]*\.ts['"]/.test(readFileSync(at(file), 'utf8'))) fail(`${file} imports a .ts file.`);
  }
  await syntax(files);
  for (const path of manifest.files ?? []) {
    if (!existsSync(at(folder, path))) fail(`${folder}/package.json publishes ${path}, which is not there.`);
  }
  const { messages, pkg } = await publint({ pkgDir: at(folder), pack: false, level: 'error' });
  if (messages.length > 0) fail(messages.map((message) => `${folder}: ${formatMessage(message, pkg)}`).join('\n'));
  console.log(`${manifest.name}: ${files.length} modules`);
}

/** A decorator that slipped through is a syntax error here, not in a customer's browser. One process parses them all. */
async function syntax(files) {
  const parse =
    "const { SourceTextModule } = require('node:vm'); const { readFileSync } = require('node:fs');" +
    "for (const identifier of process.argv.slice(1)) new SourceTextModule(readFileSync(identifier, 'utf8'), { identifier });";
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  const { ok, output } = await run(process.execPath, [...flags, '--eval', parse, '--', ...files]);
  if (!ok) fail(output);
}

function fail(message) {
  console.error(message.trimEnd());
  process.exit(1);
}
