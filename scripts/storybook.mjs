// `npm run storybook` opens the stories for work; `npm run storybook -- build` writes them to storybook-static/.
import { run, tool } from './lib/run.mjs';

const [mode = 'dev', ...rest] = process.argv.slice(2);
if (mode !== 'dev' && mode !== 'build') {
  console.error('Use `npm run storybook` or `npm run storybook -- build`.');
  process.exit(1);
}

// Someone at work wants to see what they just documented; a build takes what is checked in.
if (mode === 'dev') {
  const generated = await run(process.execPath, ['scripts/generate.mjs']);
  if (!generated.ok) {
    console.error(generated.output);
    process.exit(1);
  }
}
const args = mode === 'build' ? ['build', '--quiet', ...rest] : ['dev', '--port', '6006', '--no-open', ...rest];
const { ok } = await run(tool('storybook'), args, { show: true, env: { STORYBOOK_DISABLE_TELEMETRY: '1' } });
process.exitCode = ok ? 0 : 1;
