import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { at } from '../../scripts/lib/root.mjs';
import { launchChromium } from '../support/chromium.js';
import { serveConsole, type ConsoleServer } from '../support/console-api.mjs';

const SCRIPT = '<script type="module" src="/elements/caas-api-keys.js"></script>';
const KEYS = '<caas-api-keys api-url="/" token-url="/caas-token"></caas-api-keys>';
const PAGES = {
  '/alone': `${KEYS}${SCRIPT}`,
  '/inside': `<caas-provider api-url="/" token-url="/caas-token"><caas-api-keys></caas-api-keys></caas-provider>
    <script type="module" src="/elements/caas-provider.js"></script>${SCRIPT}`,
  '/viewed': `${KEYS}<script>document.querySelector('caas-api-keys').viewState = { status: 'active' };</script>${SCRIPT}`,
};

/** What is asked for beside the keys. */
const ONCE = ['GET /api/v1/auth/client/me', 'POST /caas-token'];

describe('what the script of <caas-api-keys> asks for while the rest of it loads', { timeout: 60_000 }, () => {
  let browser: Browser;
  let server: ConsoleServer;

  before(async () => {
    const folders = { '/elements/': at('dist/elements') };
    [browser, server] = await Promise.all([launchChromium(), serveConsole({ pages: PAGES, folders, keys: 60 })]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const path of Object.keys(PAGES)) {
    it(`${path}: the element takes it up, and nothing is asked for twice`, async () => {
      const page = await browser.newPage();
      const from = server.calls.length;
      const asked: string[] = [];
      page.on('request', (request) => request.url().includes('limit=25') && asked.push(request.url()));
      await page.goto(server.origin + path);
      const rows = page.locator('caas-table tbody tr[data-id]');
      await rows.first().waitFor();
      await page.waitForFunction(
        (count) =>
          document
            .querySelector('caas-api-keys')
            ?.shadowRoot?.querySelector('caas-table')
            ?.shadowRoot?.querySelectorAll('tbody tr[data-id]').length === count,
        path === '/viewed' ? 54 : 60,
      );
      const calls = server.calls.slice(from).filter((call) => ONCE.includes(call));
      assert.deepEqual(calls.toSorted(), ONCE);
      assert.equal(asked.length, 1);
      assert.equal(new URL(asked[0] ?? '').searchParams.get('status'), path === '/viewed' ? 'active' : null);
      await page.close();
    });
  }
});
