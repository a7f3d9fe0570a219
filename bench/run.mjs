// `npm run bench`: measures what the product promises against what it is compared with, and exits 1 beyond a limit and its noise.
//   --only bytes|first-row|gateway|leak   one part only
//   --rounds 7                            interleaved rounds of the first row
//   --cycles 1000                         times an element is placed and removed
//   --write                               writes bench/results.md
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { at } from '../scripts/lib/root.mjs';
import { measureBytes } from './lib/bytes.mjs';
import { measureFirstRow } from './lib/first-row.mjs';
import { measureGateway } from './lib/gateway.mjs';
import { measureLeaks } from './lib/leak.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    cycles: { type: 'string', default: '1000' },
    write: { type: 'boolean', default: false },
  },
});

const PARTS = {
  bytes: { title: 'Bytes', measure: measureBytes },
  'first-row': { title: 'First row', measure: measureFirstRow },
  gateway: { title: 'Gateway', measure: measureGateway },
  leak: { title: 'Placed and removed', measure: measureLeaks },
};

const names = values.only ? values.only.split(',') : Object.keys(PARTS);
const unknown = names.filter((name) => !PARTS[name]);
if (unknown.length > 0) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}; not ${unknown.join(', ')}.`);
const options = { rounds: whole('rounds'), cycles: whole('cycles') };

const sections = [];
let missed = 0;
for (const name of names) {
  const { ok, text } = await PARTS[name].measure(options);
  sections.push(`## ${PARTS[name].title}\n\n${text}`);
  if (!ok) missed += 1;
}

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const machine = `Version ${version}, Node ${process.versions.node}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}.`;
console.log(`\n${sections.join('\n\n')}\n\n${names.length - missed} passed, ${missed} failed`);
if (values.write) {
  writeFileSync(
    at('bench/results.md'),
    `# Results\n\n${machine} Made by \`npm run bench -- --write\`; read the ratios, not the milliseconds. How: \`bench/README.md\`.\n\n${sections.join('\n\n')}\n`,
  );
}
process.exitCode = missed > 0 ? 1 : 0;

function whole(name) {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} takes a whole number.`);
  return number;
}
