// Writes the sheets, the typed exports, the colours of mails and the computed modes from the DTCG files. With --check it only compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { disagreements, modes } from './tools/agreement.mjs';
import { declarations } from './tools/evaluate.mjs';
import { mailModule } from './tools/mail.mjs';
import { chartModule, elementModule, json, nest, sheet } from './tools/outputs.mjs';
import { contrastReport } from './tools/report.mjs';
import { readSource, writer } from './tools/source.mjs';

const source = readSource();
const input = { source, css: writer(source) };
const css = sheet(input);
const declared = declarations(css);

const wrong = disagreements(source, declared);
if (wrong.length) {
  console.error(`Formulas and values disagree:\n${wrong.join('\n')}`);
  process.exit(1);
}

const computed = modes(source, declared);
const files = {
  'src/tokens.css': css,
  'src/tokens.ts': elementModule(input),
  'src/chart.ts': chartModule(input),
  '../gateway/src/mail/colours.generated.ts': mailModule(declared),
  'src/contrast.json': json(contrastReport(css)),
  ...Object.fromEntries(
    Object.entries(computed).map(([name, tokens]) => [`modes/${name}.tokens.json`, json(nest(tokens))]),
  ),
};

const at = (path) => new URL(path, import.meta.url);
const stale = Object.keys(files).filter(
  (path) => !existsSync(at(path)) || readFileSync(at(path), 'utf8') !== files[path],
);
if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`tokens/${path} is out of date: run node tokens/generate.mjs`);
  process.exitCode = stale.length ? 1 : 0;
} else {
  mkdirSync(at('modes/'), { recursive: true });
  for (const path of stale) writeFileSync(at(path), files[path]);
  console.log(stale.length ? `wrote ${stale.map((path) => `tokens/${path}`).join(', ')}` : 'tokens are up to date');
}
