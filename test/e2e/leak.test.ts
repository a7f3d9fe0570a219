import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { LEAK_PAGE, countAround, leaks } from '../../bench/lib/leak.mjs';
import { at } from '../../scripts/lib/root.mjs';
import { launchChromium } from '../support/chromium.js';
import { serveConsole, type ConsoleServer } from '../support/console-api.mjs';

const CYCLES = process.env.CAAS_LONG ? 1000 : 100;

describe('<caas-api-keys> leaves nothing behind', { timeout: 300_000 }, () => {
  let browser: Browser;
  let server: ConsoleServer;

  before(async () => {
    const folders = { '/elements/': at('dist/elements') };
    [browser, server] = await Promise.all([
      launchChromium(),
      serveConsole({ pages: { '/': LEAK_PAGE }, folders, keys: 10 }),
    ]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it(`no listener, node, document or growing memory after ${CYCLES} times placed and removed`, async () => {
    const counted = await countAround({ browser, origin: server.origin, cycles: CYCLES });
    assert.deepEqual(leaks(counted, CYCLES), []);
  });

  it('no socket, and no request once it is gone', async () => {
    const page = await browser.newPage();
    const sockets: string[] = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    await page.goto(server.origin);
    await page.evaluate(async () => {
      await customElements.whenDefined('caas-api-keys');
      const element = document.createElement('caas-api-keys');
      element.setAttribute('api-url', '/');
      element.setAttribute('token-url', '/caas-token');
      const ready = new Promise((resolve) => element.addEventListener('caas-ready', resolve, { once: true }));
      document.querySelector('main')?.append(element);
      await ready;
      element.remove();
    });
    await page.waitForTimeout(300); // what was on its way when the element went may still arrive
    const asked = server.calls.length;
    // What would ask again on its own does so on focus and when the network is back.
    await page.evaluate(async () => {
      window.dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange'));
      window.dispatchEvent(new Event('focus'));
      await new Promise((resolve) => setTimeout(resolve, 3000));
    });
    assert.deepEqual(server.calls.slice(asked), []);
    assert.deepEqual(sockets, []);
    await page.close();
  });
});
