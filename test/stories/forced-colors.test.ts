import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { serveFolder, type FolderServer } from '../support/browser-server.js';
import { launchChromium } from '../support/chromium.js';

const BUILT = fileURLToPath(new URL('../../storybook-static', import.meta.url));

describe('stories in forced colours', () => {
  let server: FolderServer;
  let browser: Browser;

  before(async () => {
    server = await serveFolder(BUILT);
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  it('tell the two keys of a promotion apart by what stands beside their names', async () => {
    const page = await browser.newPage({ forcedColors: 'active' });
    await page.goto(`${server.origin}/iframe.html?id=elements-api-keys--promoting-in-use&viewMode=story`);
    const colour = async (selector: string): Promise<string | undefined> => {
      const found = await page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
      return /\d+, \d+, \d+/.exec(found)?.[0]; // without its opacity
    };
    const colours = [await colour('.dot.old'), await colour('.dot.new'), await colour('body')];
    assert.equal(new Set(colours).size, 3, colours.join(' '));
    await page.close();
  });
});
