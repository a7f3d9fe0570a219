import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { api, register, startConsole, type Registered, type RunningConsole } from '../support/console.js';

describe('a secret in the console that nobody has stored', () => {
  let console_: RunningConsole;
  let browser: Browser;
  let account: Registered;

  before(async () => {
    [console_, browser] = await Promise.all([startConsole(), launchChromium()]);
    account = await register(console_.url);
  });
  after(async () => {
    await browser?.close();
    await console_?.stop();
  });

  /** Signs in, comes to the keys from the dashboard, and makes one. */
  async function makeKey(name: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${console_.url}/login`);
    await page.getByLabel('Email', { exact: false }).fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await page
      .getByRole('link', { name: /^API keys/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Create key', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Save this key now' }).waitFor();
    return page;
  }

  async function store(page: Page): Promise<void> {
    await page.getByRole('checkbox', { name: 'I have stored it somewhere safe' }).check();
    await page.getByRole('button', { name: 'Done' }).click();
  }

  it('stays when the session ends elsewhere, and leads to sign-in once it was stored', async () => {
    const page = await makeKey('Telemetry worker');
    const { status } = await api(console_.url, 'POST', '/api/v1/auth/client/logout', {
      token: account.accessToken,
      body: { everywhere: true },
    });
    assert.equal(status, 204);
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/client/refresh') && !answer.ok());
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await refused;
    await page.waitForTimeout(300); // time for what must not happen
    assert.match((await page.locator('caas-secret code').textContent()) ?? '', /^caas_/);
    assert.equal(new URL(page.url()).pathname, '/api-keys');
    await store(page);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    const { pathname, searchParams } = new URL(page.url());
    assert.deepEqual([pathname, searchParams.get('reason')], ['/login', 'expired']);
    await page.context().close();
  });

  it('is asked about before the page is loaded anew, and holds the back button', async () => {
    const page = await makeKey('Billing');
    const asked = page.waitForEvent('dialog');
    const reload = page.reload({ timeout: 3_000 }).catch(() => null);
    const question = await asked;
    assert.equal(question.type(), 'beforeunload');
    await question.dismiss();
    await reload;
    await page.evaluate(() => history.back());
    await page.waitForTimeout(300); // time for what must not happen
    assert.match((await page.locator('caas-secret code').textContent()) ?? '', /^caas_/);
    await store(page);
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/dashboard');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await page.context().close();
  });
});
