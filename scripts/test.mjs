// `npm test`: builds what tests need once, runs every test of the house and ends with "N passed, N failed".
//   --only <part>   one part only: unit, packages, components, e2e, stories
//   --long          also the tests that take long (CAAS_LONG=1)
//   <file> ...      only these test files
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireChromium } from './lib/chromium.mjs';
import { at, filesBelow } from './lib/root.mjs';
import { run, tool } from './lib/run.mjs';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, long: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const isTest = (file) => file.endsWith('.test.ts') && (positionals.length === 0 || positionals.includes(file));
const below = (...folders) => folders.flatMap((folder) => filesBelow(`test/${folder}`, isTest));

/** A part: its files, what has to be built first, and the runner. */
const PARTS = {
  unit: { files: below('tokens', 'contract', 'verify', 'gateway', 'repo', 'scripts'), runner: nodeTest },
  packages: { files: below('packages'), runner: nodeTest, browser: true, build: ['packages'] },
  components: { files: below('components', 'shell'), runner: webTest, browser: true },
  e2e: { files: below('e2e'), runner: nodeTest, browser: true, build: ['shell', 'elements', 'gateway'] },
  stories: { files: below('stories'), runner: nodeTest, browser: true, build: ['storybook'] },
};

const names = values.only ? [values.only] : Object.keys(PARTS);
if (names.some((name) => !PARTS[name])) throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}.`);
const parts = names.map((name) => ({ name, ...PARTS[name] })).filter(({ files }) => files.length > 0);

const env = { CAAS_LONG: values.long ? '1' : '' };
const total = { passed: 0, failed: 0, skipped: 0 };

if (parts.some(({ browser }) => browser)) env.CHROME = await requireChromium();
const targets = [...new Set(parts.flatMap(({ build = [] }) => build))];
if (targets.length > 0) {
  const { ok } = await run(process.execPath, ['scripts/build.mjs', ...targets], { show: true });
  if (!ok) total.failed += 1;
}

for (const part of parts) {
  console.log(`\n# ${part.name}: ${part.files.length} files`);
  const counts = await part.runner(part.name, part.files);
  for (const key of Object.keys(total)) total[key] += counts[key];
}

// On the build server a test that does not run proves nothing.
if (process.env.CI && total.skipped > 0) {
  console.log(`${total.skipped} tests were skipped; CI allows none.`);
  total.failed += total.skipped;
  total.skipped = 0;
}
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Node's own runner. Node 20 expands no patterns, so every file is named. */
async function nodeTest(name, files) {
  return counted(name, (counts) =>
    run(
      process.execPath,
      [
        '--conditions=caas-source',
        '--import=tsx',
        '--test',
        '--test-concurrency=2',
        // A file that hangs is a failure, not the end of the run.
        `--test-timeout=${values.long ? 1_800_000 : 240_000}`, // of a whole file
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=./scripts/lib/count-reporter.mjs',
        `--test-reporter-destination=${counts}`,
        ...files,
      ],
      { show: true, env },
    ),
  );
}

/** Web Test Runner: the same files in a real browser. */
async function webTest(name, files) {
  return counted(name, (counts) =>
    run(tool('wtr'), ['--config', 'web-test-runner.config.mjs'], {
      show: true,
      env: { ...env, CAAS_COUNTS: counts, CAAS_TEST_FILES: files.join('\n') },
    }),
  );
}

/** Runs a runner that leaves its counts in a file. One that dies without counting is one failure. */
async function counted(name, start) {
  mkdirSync(at('.build'), { recursive: true });
  const file = at('.build', `counts-${name}.json`);
  rmSync(file, { force: true });
  const { ok } = await start(file);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (text === '') return { passed: 0, failed: 1, skipped: 0 };
  const counts = JSON.parse(text);
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
