import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { api, startConsole, type RunningConsole } from '../support/console.js';

const LIST = '/v1/auth/api-keys?limit=1';

describe('an admin from registration to a rotated key', () => {
  let console_: RunningConsole;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  let oldSecret = '';
  let newSecret = '';

  before(async () => {
    [console_, browser] = await Promise.all([startConsole(), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /policy|Trusted/i.test(message.text())) complaints.push(message.text());
    });
  });
  after(async () => {
    await browser?.close();
    await console_?.stop();
  });

  const calls = async (secret: string): Promise<number> =>
    (await api(console_.url, 'GET', LIST, { apiKey: secret })).status;
  const row = (name: string, text: RegExp) =>
    page.getByRole('row', { name: new RegExp(name) }).filter({ hasText: text });
  const menu = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'Actions for CI' }).first().click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };

  it('registers a company and sees its first key once', async () => {
    await page.goto(`${console_.url}/register`);
    await page.getByLabel('Company name').fill('Meridian Freight');
    await page.keyboard.press('Enter');
    await page.getByLabel('Work email').fill('ada@meridian.example');
    await page.getByLabel('Password', { exact: true }).fill('harbour crane lifts at dawn');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: /Business/ }).check();
    await page.getByRole('checkbox', { name: /I agree/ }).check();
    await page.getByRole('button', { name: 'Create account' }).click();
    const first = (await page.getByText(/^caas_live_[0-9A-Za-z]{30}$/).innerText()).trim();
    assert.equal(await calls(first), 200);
    await page.keyboard.press('Escape');
    assert.ok(await page.getByText(first).isVisible(), 'the key must not be dismissible before it is stored');
    await page.getByRole('checkbox', { name: /stored/ }).check();
    await page.getByRole('button', { name: 'Go to the console' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    assert.ok(!(await page.content()).includes(first));
  });

  it('creates a key that really authenticates calls, with the keyboard', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor();
    await page
      .getByRole('cell', { name: /Primary/ })
      .first()
      .waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Name', { exact: true }).fill('CI');
    await page.keyboard.press('Enter');
    oldSecret = (await page.getByText(/^caas_live_[0-9A-Za-z]{30}$/).innerText()).trim();
    await page.getByRole('checkbox', { name: /stored/ }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await row('CI', /Active/).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'API keys 2', exact: true }).waitFor();
    assert.equal(await calls(oldSecret), 200);
    await row('CI', /127\.0\.0\.1|::1/).waitFor({ timeout: 30_000 });
  });

  it('rotates: both keys work, and the test step turns by itself at the first call with the new key', async () => {
    await menu('Rotate');
    await page.getByText('Previous key will become secondary and eventually deactivated').waitFor();
    await page.getByRole('button', { name: 'Create new key' }).click();
    newSecret = (await page.getByText(/^caas_live_[0-9A-Za-z]{30}$/).innerText()).trim();
    await page.getByRole('checkbox', { name: /stored/ }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: /Rotating CI/ }).waitFor();
    assert.notEqual(newSecret, oldSecret);
    assert.equal(await calls(oldSecret), 200);
    assert.equal(await calls(newSecret), 200);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Promote', has: page.locator('[aria-current="step"]') })
      .or(page.locator('[aria-current="step"]', { hasText: 'Promote' }))
      .first()
      .waitFor({ timeout: 10_000 });
  });

  it('holds promote back while the old key is called, then lets it through on purpose', async () => {
    await page
      .getByRole('button', { name: /^Promote/ })
      .first()
      .click();
    const dialog = page.locator('caas-api-keys-promote');
    await dialog
      .getByText(/127\.0\.0\.1|::1/)
      .first()
      .waitFor();
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: /^Promote/ }).click();
    await row('CI', /Retiring/).waitFor();
    assert.equal(await calls(oldSecret), 200);
    assert.equal(await calls(newSecret), 200);
  });

  it('retires the old key at once when asked to', async () => {
    await page.getByRole('button', { name: 'Retire now' }).first().click();
    await page.getByRole('button', { name: 'Retire old key' }).click();
    await row('CI', /Revoked/).waitFor();
    assert.equal(await calls(oldSecret), 401);
    assert.equal(await calls(newSecret), 200);
  });

  it('revokes within a second', async () => {
    await page.getByRole('button', { name: 'Actions for CI' }).first().click();
    await page.getByRole('menuitem', { name: 'Revoke', exact: true }).click();
    await page.getByRole('button', { name: 'Revoke key' }).click();
    await page.getByRole('button', { name: 'Revoke key' }).waitFor({ state: 'hidden' });
    await page.waitForTimeout(1_000);
    assert.equal(await calls(newSecret), 401);
  });

  it('goes from page to page on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Open navigation' }).click();
    await page.getByRole('link', { name: 'Security' }).click();
    await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('met no broken policy and no uncaught error, and logged no secret', () => {
    assert.deepEqual(complaints, []);
    for (const secret of [oldSecret, newSecret, 'harbour crane lifts at dawn'])
      assert.ok(!console_.log().includes(secret));
  });
});
