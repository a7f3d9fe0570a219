// Places and removes `<caas-api-keys>` many times and looks for what stays: listeners, nodes, timers' work, requests, memory.
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/lib/chromium.mjs';
import { at } from '../../scripts/lib/root.mjs';
import { serveConsole } from '../../test/support/console-api.mjs';
import { buildElements } from './pages.mjs';
import { table } from './statistics.mjs';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Leak</title><link rel="icon" href="data:,">
<script type="module" src="/elements/caas-api-keys.js"></script><main></main></html>`;
const WARM_UP = 20;
/** A heap grows by compiled code and caches of fixed size; a leak grows with every cycle. */
const HEAP_PER_CYCLE = 1500;

/**
 * Runs `cycles` in one page of `browser` after a warm-up and gives counts before and after, both after garbage collection.
 * A cycle waits for the first row, so that everything an element ever starts has been started.
 */
export async function countAround({ browser, origin, cycles }) {
  const page = await browser.newPage();
  try {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    await page.goto(origin);
    await page.evaluate(() => customElements.whenDefined('caas-api-keys'));
    await page.evaluate(placeAndRemove, WARM_UP);
    const before = await counts(devtools);
    await page.evaluate(placeAndRemove, cycles);
    const after = await counts(devtools);
    return { before, after };
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function placeAndRemove(cycles) {
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const element = document.createElement('caas-api-keys');
    element.apiUrl = '/';
    element.getToken = () => ({ token: 'token', expires_in: 300 });
    await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Cycle ${cycle} showed no row.`)), 10_000);
      element.addEventListener('caas-ready', () => (clearTimeout(late), resolve()), { once: true });
      document.querySelector('main').append(element);
    });
    element.remove();
  }
}

/** Counts once they no longer fall: the element placed last may still be letting go of what was on its way. */
async function counts(devtools) {
  let lowest = null;
  for (let pass = 0, steady = 0; pass < 20 && steady < 3; pass += 1) {
    await devtools.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await devtools.send('Memory.getDOMCounters');
    steady = lowest && now.nodes >= lowest.nodes && now.jsEventListeners >= lowest.jsEventListeners ? steady + 1 : 0;
    lowest = now;
  }
  const { jsEventListeners, nodes, documents } = lowest;
  const { metrics } = await devtools.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  return { listeners: jsEventListeners, nodes, documents, heap };
}

/** What stayed, as lines; none when nothing did. */
export function leaks({ before, after }, cycles) {
  const found = ['listeners', 'nodes', 'documents']
    .filter((kind) => after[kind] > before[kind])
    .map((kind) => `${after[kind] - before[kind]} ${kind} stayed after ${cycles} cycles`);
  const heap = (after.heap - before.heap) / cycles;
  if (heap > HEAP_PER_CYCLE) found.push(`${heap.toFixed(0)} bytes a cycle stayed`);
  return found;
}

/** Gives a markdown section and whether nothing stayed. */
export async function measureLeaks({ cycles }) {
  await buildElements();
  const server = await serveConsole({ pages: { '/': PAGE }, folders: { '/elements/': at('dist/elements') }, keys: 10 });
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: [...CHROMIUM_FLAGS] });
  try {
    const counted = await countAround({ browser, origin: server.origin, cycles });
    const found = leaks(counted, cycles);
    const { before, after } = counted;
    const text = table(
      [`${cycles.toLocaleString('en')} times`, 'before', 'after', 'difference'],
      ['listeners', 'nodes', 'documents', 'heap'].map((kind) => [
        kind === 'heap' ? 'heap, bytes' : kind,
        ...[before[kind], after[kind], after[kind] - before[kind]].map((value) => value.toLocaleString('en')),
      ]),
    );
    return { ok: found.length === 0, text: [text, ...found].join('\n\n') };
  } finally {
    await browser.close();
    await server.stop();
  }
}

export { PAGE as LEAK_PAGE };
