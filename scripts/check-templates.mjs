// Checks the bindings of Lit templates with lit-analyzer: unknown tags, attributes, properties and events, wrong types.
// The analyzer is older than some of what it reads; its false alarms are left out here, by name.
import { run, tool } from './lib/run.mjs';

const FALSE_ALARMS = [
  /Symbol\(undefined\)/, // Lit's `nothing`, which it takes for any symbol
  /^Type '\(.*=>.* is not assignable to '\(/, // a callback over a table's own row type
  /^The value 'meter' is not assignable/, // an ARIA role younger than its list
  /Unknown attribute '(popover|inert|popovertarget)'/, // attributes younger than its list
];

const { output } = await run(tool('lit-analyzer'), [
  '{components/*/src,src}/**/*.ts',
  '--strict',
  '--rules.no-invalid-css',
  'off',
]);
if (!/Analyzing \d+ files|Found \d+ problems/.test(output)) {
  console.log(output);
  process.exit(1);
}

let file = '';
const problems = [];
for (const block of output.split(/\n{2,}/)) {
  const text = block.trim();
  if (/^\.?\/.*\.ts$/.test(text)) file = text;
  else if (/^ {4}/m.test(block) && !FALSE_ALARMS.some((alarm) => alarm.test(text)) && !text.startsWith('✖')) {
    problems.push(`${file}\n    ${text}`);
  }
}
console.log(problems.join('\n'));
process.exitCode = problems.length > 0 ? 1 : 0;
