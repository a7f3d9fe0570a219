// Checks the contrast of the generated sheet, or of the sheet named; exit code 1 on any failure.
// --values also prints what every colour computes to.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MODES } from './tools/gates.mjs';
import { contrastReport, failures } from './tools/report.mjs';

const { values, positionals } = parseArgs({ options: { values: { type: 'boolean' } }, allowPositionals: true });
const sheet = positionals[0] ?? new URL('src/tokens.css', import.meta.url);
const report = contrastReport(readFileSync(sheet, 'utf8'));
const names = Object.keys(MODES);
const line = (first, cells) => console.log(first.padEnd(34), cells.map((cell) => cell.padEnd(16)).join(' '));

line('lowest ratio', names);
for (const row of report.pairings) {
  line(
    `${row.foreground.slice(7)} (${row.backgrounds})`,
    names.map((mode) => (row[mode] ? row[mode].ratio.toFixed(2) : '')),
  );
}
console.log('\nlowest difference between two chart series');
for (const row of report.chartSeparation)
  line(`${row.scheme}, ${row.vision}`, [row.difference.toFixed(1), `series ${row.series}`]);
console.log('\nany accent, any background and text within the contract');
for (const row of [...report.accents, ...report.hosts]) line(row.claim, [row.lowest.toFixed(2), row.where]);
if (values.values) {
  console.log('');
  for (const [name, byMode] of Object.entries(report.values))
    line(
      name,
      names.map((mode) => byMode[mode]),
    );
}

const failed = failures(report);
console.log(`\n${failed.length} failures`);
for (const failure of failed) console.error(failure);
process.exitCode = failed.length ? 1 : 0;
