// `npm run check`: everything that can be said about the code without running it. All steps run, also after one failed.
import { existsSync } from 'node:fs';
import { at, filesBelow } from './lib/root.mjs';
import { runSteps, tool } from './lib/run.mjs';

const elements = [...filesBelow('components'), ...filesBelow('src')].filter((file) => /\/?src\/.*\.ts$/.test(file));

const steps = [
  { name: 'types (tsc)', command: tool('tsc'), args: ['-p', '.'] },
  {
    name: 'lint (eslint)',
    command: tool('eslint'),
    args: ['.', '--max-warnings', '0', '--cache', '--cache-location', '.build/eslint'],
  },
  {
    name: 'format (prettier)',
    command: tool('prettier'),
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', '.build/prettier', '.'],
  },
];

if (elements.length > 0) {
  steps.push({ name: 'templates (lit-analyzer)', command: process.execPath, args: ['scripts/check-templates.mjs'] });
  steps.push({
    name: 'styles (stylelint)',
    refuse: /Skipping template/,
    command: tool('stylelint'),
    args: ['--allow-empty-input', '{components/*/src,src}/**/*.ts'],
  });
}
for (const [name, file, ...args] of [
  ['tokens are generated', 'tokens/generate.mjs', '--check'],
  ['tokens keep their contrast', 'tokens/contrast.mjs'],
]) {
  if (existsSync(at(file))) steps.push({ name, command: process.execPath, args: [file, ...args] });
}

const { passed, failed } = await runSteps(steps);
console.log(`${passed} passed, ${failed.length} failed${failed.length ? `: ${failed.join('; ')}` : ''}`);
process.exitCode = failed.length ? 1 : 0;
