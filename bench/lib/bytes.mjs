// Bytes after gzip -9, from the same script that keeps the budgets, and what the React page weighs.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { run } from '../../scripts/lib/run.mjs';
import { bothPages, buildElements, buildReactPage } from './pages.mjs';
import { table } from './statistics.mjs';

/** Gives a markdown section and whether every budget holds. */
export async function measureBytes() {
  await buildElements();
  await run(process.execPath, ['scripts/build.mjs', 'shell']);
  await buildReactPage();
  const { ok, output } = await run(process.execPath, ['scripts/sizes.mjs']);
  const rows = [...output.matchAll(/^(ok|MISS|OVER) +(.+?) {2,}([\d,]+|not built)(?: of ([\d,]+))?/gm)].map(
    ([, verdict, name, bytes, budget]) => [name.replace(/<[^>]+>/, '`$&`'), bytes, budget ?? '', verdict],
  );
  if (rows.length === 0) throw new Error(output);
  rows.push(['the same keys page in React', reactBytes().toLocaleString('en'), '', '']);
  return { ok, text: table(['gzip, bytes', 'measured', 'budget', ''], rows) };
}

/** The one page of the React build with the script and sheet it names. */
function reactBytes() {
  const { pages, folders } = bothPages();
  const files = [...pages['/react'].matchAll(/(?:src|href)="\/react\/([^"]+)"/g)].map(([, file]) => file);
  const weigh = (bytes) => gzipSync(bytes, { level: 9 }).length;
  return files.reduce(
    (sum, file) => sum + weigh(readFileSync(`${folders['/react/']}/${file}`)),
    weigh(pages['/react']),
  );
}
