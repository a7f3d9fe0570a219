import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { api, register, startConsole, type Registered, type RunningConsole } from '../support/console.js';

const NAMES = [
  '<img src=x onerror="window.hit=1">',
  '<script>window.hit=1</script>',
  '"><svg/onload=window.hit=1>',
  '=HYPERLINK("http://evil.example";"x")',
  '\u202etxt.exe\u202c end',
  '{{constructor.constructor("window.hit=1")()}}',
  "'; drop table api_keys; --",
  '🔑'.repeat(80),
  'null',
  'm'.repeat(80),
];

describe('hostile names', () => {
  let console_: RunningConsole;
  let browser: Browser;
  let account: Registered;

  before(async () => {
    [console_, browser] = await Promise.all([startConsole(), launchChromium()]);
    account = await register(console_.url, '<b onclick=window.hit=1>Meridian</b>', 'enterprise');
  });
  after(async () => {
    await browser?.close();
    await console_?.stop();
  });

  it('are shown verbatim on every page, and nothing in them runs or loads', async () => {
    for (const name of NAMES) {
      const body = { name, note: name, scopes: ['read'] };
      const made = await api(console_.url, 'POST', '/v1/auth/api-keys', { token: account.accessToken, body });
      assert.equal(made.status, 201, JSON.stringify(made.body));
    }
    const page = await browser.newPage({ viewport: { width: 1280, height: 2000 } });
    const strangers: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && origin !== console_.url) strangers.push(request.url());
    });
    await page.goto(`${console_.url}/login`);
    await page.getByLabel('Email', { exact: false }).fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await page.getByText('<b onclick=window.hit=1>Meridian</b>').first().waitFor();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 2000 });
      await page.goto(`${console_.url}/api-keys`);
      for (const name of NAMES) await page.getByText(name, { exact: true }).first().waitFor();
      assert.equal(await page.evaluate(() => 'hit' in window), false);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(overflow, 0, `sideways scroll at ${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 2000 });
    await page.getByRole('button', { name: `Actions for ${NAMES[0] ?? ''}` }).click();
    await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete key' }).waitFor();
    assert.equal(await page.evaluate(() => 'hit' in window), false);
    assert.deepEqual(strangers, []);
    await page.close();
  });

  for (const [what, name, code] of [
    ['64 KB', 'a'.repeat(65_536), 'too_long'],
    ['81 emoji', '🔑'.repeat(81), 'too_long'],
    ['a NUL', 'a\0b', 'text_invalid'],
    ['a lone surrogate', 'a\ud83d', 'text_invalid'],
    ['blanks', '   ', 'too_short'],
  ] as const) {
    it(`refuses ${what} with the field named`, async () => {
      const answer = await api(console_.url, 'POST', '/v1/auth/api-keys', {
        token: account.accessToken,
        body: { name, scopes: ['read'] },
      });
      assert.equal(answer.status, 400);
      const errors = answer.body['errors'] as { path: string; code: string }[];
      assert.deepEqual([errors[0]?.path, errors[0]?.code], ['name', code]);
    });
  }
});
