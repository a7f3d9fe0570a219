// From navigation to the first row on the screen: `<caas-api-keys>` beside the same page in React, normal and slowed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/lib/chromium.mjs';
import { serveConsole } from '../../test/support/console-api.mjs';
import { bothPages, buildElements, buildReactPage } from './pages.mjs';
import { median, range, shuffled, table, within } from './statistics.mjs';

const KEYS = 50;
const LIMITS = { normal: 0.65, slow: 0.45 };
const SLOW = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, offline: false };
const SLOW_CPU = 4;
const PATIENCE = 60_000;

/** Runs in the page before its own code: resolves `window.firstRow` with ms since navigation once a row of data was painted. */
function watchForFirstRow() {
  const inside = (element, selector) => element?.shadowRoot?.querySelector(selector) ?? null;
  const find = () =>
    inside(inside(document.querySelector('caas-api-keys'), 'caas-table'), 'tbody tr[data-id] td') ??
    document.querySelector('tbody tr[data-id] td');
  window.firstRow = new Promise((resolve) => {
    const look = () => {
      if (!find()?.offsetHeight) return requestAnimationFrame(look);
      const painted = new MessageChannel();
      painted.port1.onmessage = () => resolve(performance.now());
      requestAnimationFrame(() => painted.port2.postMessage(null));
    };
    look();
  });
}

/** Opens a page in a new tab and gives the time of its first row and of all rows, and the main thread's work until the first, in ms. */
async function visit(browser, url, slow) {
  const page = await browser.newPage();
  try {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    if (slow) {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', SLOW);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
    }
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE });
    const shown = await Promise.race([
      page.evaluate(() => window.firstRow),
      new Promise((resolve) => setTimeout(resolve, PATIENCE, null)),
    ]);
    if (shown === null || errors.length > 0) throw new Error(`${url}: no row. ${errors.join(' ')}`);
    const { metrics } = await devtools.send('Performance.getMetrics');
    const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    const { rows, all } = await page.evaluate(async () => {
      const table = document.querySelector('caas-api-keys')?.shadowRoot.querySelector('caas-table');
      await table?.updateComplete; // rows below the screen come after those on it
      const root = table?.shadowRoot ?? document;
      return { rows: root.querySelectorAll('tbody tr[data-id]').length, all: performance.now() };
    });
    if (rows !== KEYS) throw new Error(`${url} shows ${rows} rows, not ${KEYS}: the comparison would not be fair.`);
    return { shown, all, busy: busy * 1000 };
  } finally {
    await page.close();
  }
}

/** Measures `rounds` interleaved rounds and gives a markdown section and whether both limits hold. */
export async function measureFirstRow({ rounds }) {
  await buildElements();
  await buildReactPage();
  const server = await serveConsole({ ...bothPages(), keys: KEYS });
  const profile = mkdtempSync(join(tmpdir(), 'caas-bench-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: await requireChromium(),
    args: [...CHROMIUM_FLAGS],
    viewport: { width: 1280, height: 800 },
  });
  const jobs = ['normal', 'slow'].flatMap((speed) => ['element', 'react'].map((page) => ({ speed, page })));
  const results = new Map(jobs.map(({ speed, page }) => [`${speed} ${page}`, { shown: [], all: [], busy: [] }]));
  try {
    await browser.addInitScript(watchForFirstRow);
    for (const { page } of jobs) await visit(browser, `${server.origin}/${page}`, false); // the browser's own first time
    for (let round = 1; round <= rounds; round += 1) {
      for (const { speed, page } of shuffled(jobs)) {
        const { shown, all, busy } = await visit(browser, `${server.origin}/${page}`, speed === 'slow');
        results.get(`${speed} ${page}`).shown.push(shown);
        results.get(`${speed} ${page}`).all.push(all);
        results.get(`${speed} ${page}`).busy.push(busy);
      }
      console.error(`first row: round ${round} of ${rounds}`);
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(profile, { recursive: true, force: true });
  }

  const lines = Object.entries(LIMITS).map(([speed, limit]) => {
    const [element, react] = ['element', 'react'].map((page) => results.get(`${speed} ${page}`));
    const ratio = median(element.shown) / median(react.shown);
    return { speed, limit, ratio, element, react, ok: within(ratio, limit) };
  });
  const ms = ({ shown }) => `${median(shown).toFixed(0)} (${range(shown)})`;
  const text = table(
    [
      'from navigation to the first row',
      'ratio',
      'limit',
      '`<caas-api-keys>`, ms',
      'React, ms',
      'all 50 rows, ratio',
      'main thread, ratio',
      '',
    ],
    lines.map(({ speed, limit, ratio, element, react, ok }) => [
      speed === 'slow' ? '4 times slower CPU, 1.6 Mbit/s, 150 ms' : 'this machine',
      ratio.toFixed(2),
      limit.toFixed(2),
      ms(element),
      ms(react),
      (median(element.all) / median(react.all)).toFixed(2),
      (median(element.busy) / median(react.busy)).toFixed(2),
      ok ? 'ok' : 'OVER',
    ]),
  );
  return { ok: lines.every(({ ok }) => ok), text };
}
