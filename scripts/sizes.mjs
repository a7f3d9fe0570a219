// Size budgets (budgets.json) against what was built, in bytes after gzip -9: what an element loads before its first row,
// all it can ever load, and the shell's first page. Ends with "N passed, N failed".
import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { parseAst } from 'vite';
import { gzipSync } from 'node:zlib';
import { at, filesBelow, readJson } from './lib/root.mjs';

const ELEMENTS = 'dist/elements';
const SHELL = 'dist/shell';
const budgets = readJson('budgets.json');
const rows = [];

for (const [tag, budget] of Object.entries(budgets.elements)) {
  const entry = `${ELEMENTS}/${tag}.js`;
  if (!existsSync(at(entry))) {
    rows.push({ name: `<${tag}>`, bytes: null, budget: budget.start });
    continue;
  }
  const { start: first, all } = budget;
  rows.push({
    name: `<${tag}> first row`,
    bytes: weight(start(entry, budget.also)),
    budget: first,
    held: budget.held?.start,
  });
  rows.push({
    name: `<${tag}> all it can load`,
    bytes: weight(forOneReader(everything(entry, budget.without))),
    budget: all,
    held: budget.held?.all,
  });
}

if (existsSync(at(SHELL, 'index.html'))) {
  for (const route of budgets.shell.also) {
    rows.push({ name: `shell, first page ${route}`, bytes: weight(firstPage(route)), budget: budgets.shell.start });
  }
} else {
  rows.push({ name: 'shell', bytes: null, budget: budgets.shell.start });
}

for (const { name, bytes, budget, held } of rows) {
  const size = bytes === null ? 'not built' : `${bytes.toLocaleString('en')} of ${budget.toLocaleString('en')}`;
  const verdict = fits(bytes, budget) ? 'ok  ' : fits(bytes, held) ? 'MISS' : 'OVER';
  const goal = verdict === 'MISS' ? `  the goal is not reached yet; held at ${held.toLocaleString('en')}` : '';
  console.log(`${verdict}  ${name.padEnd(36)} ${size.padStart(20)}${goal}`);
}
const failed = rows.filter(({ bytes, budget, held }) => !fits(bytes, Math.max(budget, held ?? 0))).length;
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function fits(bytes, budget) {
  return bytes !== null && budget !== undefined && bytes <= budget;
}

function weight(files) {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(at(file)), { level: 9 }).length, 0);
}

/** What a module imports: `{ eager, lazy }`, repository-relative. */
function importsOf(file) {
  const found = { eager: [], lazy: [] };
  const add = (kind, source) => {
    if (source.startsWith('.')) found[kind].push(posix.join(dirname(file), source));
    else if (source.startsWith('/')) found[kind].push(`${SHELL}${source}`);
  };
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) return node.forEach(visit);
    // A minifier may have written the address of an import() as a template.
    const source = node.source?.value ?? node.source?.quasis?.[0]?.value.cooked;
    if (typeof source === 'string') add(node.type === 'ImportExpression' ? 'lazy' : 'eager', source);
    Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(at(file), 'utf8')).body);
  return found;
}

function follow(entries, withLazy, left = new Set()) {
  const files = new Set();
  const queue = [...entries];
  for (let file = queue.shift(); file; file = queue.shift()) {
    if (files.has(file) || left.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.js')) continue;
    const { eager, lazy } = importsOf(file);
    queue.push(...eager, ...(withLazy ? lazy : []));
  }
  return files;
}

/** The entry with all that it names, the static imports of that, and the on-demand chunks that `also` names, loaded at start by every page. */
function start(entry, also = []) {
  return follow([entry, ...importsOf(entry).lazy, ...also.flatMap((name) => chunk(ELEMENTS, name))], false);
}

/** `without` names modules that can't come to be loaded there, and so neither what they import. */
function everything(entry, without = []) {
  const left = new Set(without.flatMap((name) => chunk(ELEMENTS, name)));
  return follow([entry], true, left);
}

/** Without the locales that one reader does not load: of those that come on demand only the heaviest, and not the one made for tests. */
function forOneReader(files) {
  const locales = new Map();
  for (const file of files) {
    const locale = /^(?:([a-z]{2})|pseudo)[-.]/.exec(posix.basename(file));
    if (!locale) continue;
    files.delete(file);
    if (locale[1]) locales.set(locale[1], [...(locales.get(locale[1]) ?? []), file]);
  }
  const heaviest = [...locales.values()].toSorted((one, other) => weight(other) - weight(one))[0] ?? [];
  return [...files, ...heaviest];
}

/** index.html, what it names, and the chunk of the first route. */
function firstPage(route) {
  const html = readFileSync(at(SHELL, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path]) => `${SHELL}/${path}`);
  return follow([`${SHELL}/index.html`, ...named, ...chunk(SHELL, `page-${route}`)], false);
}

/** The built chunk with a name; a budget that names a chunk that is not there would measure nothing. */
function chunk(folder, name) {
  const files = filesBelow(folder, (file) => posix.basename(file).startsWith(`${name}-`) && file.endsWith('.js'));
  if (files.length === 0) throw new Error(`budgets.json names the chunk ${name}, but ${folder} has none.`);
  return files;
}
