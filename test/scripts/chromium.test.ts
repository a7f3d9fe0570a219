import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchChromium } from '../support/chromium.js';

describe('the browser of the tests', () => {
  it('is a Chromium of this machine', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.setContent('<p>Ready</p>');
      assert.equal(await page.textContent('p'), 'Ready');
    } finally {
      await browser.close();
    }
  });
});
