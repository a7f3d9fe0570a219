import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { register, startConsole, type Registered, type RunningConsole } from '../support/console.js';
import { beginSession } from '../support/end-users.js';
import { openSocket } from '../support/sockets.js';

const ROUNDS = 200;

describe('a session in two tabs', () => {
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

  it(`refreshes ${ROUNDS} times at once in both without a logout`, async () => {
    const context = await browser.newContext();
    const tabs = [await context.newPage(), await context.newPage()] as const;
    const [first, second] = tabs;
    await first.goto(`${console_.url}/login`);
    await first.getByLabel('Email', { exact: false }).fill(account.email);
    await first.getByLabel('Password', { exact: true }).fill(account.password);
    await first.getByRole('button', { name: 'Sign in', exact: true }).click();
    await first.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await second.goto(`${console_.url}/dashboard`);
    await second.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();

    for (let round = 0; round < ROUNDS; round += 1) {
      const statuses = await Promise.all(
        tabs.map((tab) =>
          tab.evaluate(
            async () =>
              (await fetch('/api/v1/auth/client/refresh', { method: 'POST', credentials: 'same-origin' })).status,
          ),
        ),
      );
      assert.deepEqual(statuses, [200, 200], `round ${round}`);
    }
    for (const tab of tabs) {
      await tab.reload();
      await tab.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    }
    await context.close();
  });

  it('signs both tabs out when one does, and returns to the page wanted after signing in', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${console_.url}/api-keys?status=active`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await page.getByLabel('Email', { exact: false }).fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor();
    assert.equal(new URL(page.url()).search, '?status=active');
    const other = await context.newPage();
    await other.goto(`${console_.url}/dashboard`);
    await other.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await page.getByRole('button', { name: /Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await other.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await context.close();
  });

  it('leads who is signed in past registration and a forgotten password, also on a reload', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${console_.url}/login`);
    await page.getByLabel('Email', { exact: false }).fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    for (const path of ['/register', '/forgot-password', '/login?return=%2Fprofile']) {
      await page.goto(console_.url + path);
      const name = path.startsWith('/login') ? 'Profile' : 'Dashboard';
      await page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 10_000 });
    }
    await context.close();
  });

  it('keeps what stands beside the chosen line of the palette legible in forced colours', async () => {
    const context = await browser.newContext({ forcedColors: 'active' });
    const page = await context.newPage();
    await page.goto(`${console_.url}/login`);
    await page.getByLabel('Email', { exact: false }).fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await page.keyboard.press('Control+k');
    const chosen = page.getByRole('option', { selected: true });
    await chosen.waitFor();
    const colours = await chosen.evaluate((line) =>
      [line, line.querySelector('kbd'), line.querySelector('.i')].map((part) => part && getComputedStyle(part).color),
    );
    assert.equal(new Set(colours).size, 1, colours.join(' '));
    await context.close();
  });

  it('leaves the console of a browser silent that opens a page for the first time, and goes on with a cookie alone', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(`${console_.url}/api-keys`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    assert.deepEqual(complaints, []);
    // As after a way in that no script saw: there is the cookie, and nothing else in the browser.
    await page.request.post(`${console_.url}/api/v1/auth/client/login`, {
      data: { email: account.email, password: account.password },
    });
    assert.equal(await page.evaluate(() => localStorage.getItem('caas-signed-in')), 'no');
    await page.goto(`${console_.url}/api-keys`);
    await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('never returns to another site', async () => {
    const page = await browser.newPage();
    for (const wanted of ['//evil.example/x', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      await page.goto(`${console_.url}/login?return=${encodeURIComponent(wanted)}`);
      await page.getByLabel('Email', { exact: false }).fill(account.email);
      await page.getByLabel('Password', { exact: true }).fill(account.password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
      assert.equal(new URL(page.url()).origin, console_.url);
      await page.context().clearCookies();
    }
    await page.close();
  });
});

describe('the list of sessions', () => {
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

  /** A browser of its own that signs in and goes to a page. */
  async function signIn(path: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${console_.url}${path}`);
    await page.getByLabel('Email', { exact: false }).fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: /Account/ }).waitFor();
    return page;
  }

  it('signs another browser out, and this one by its own menu', async () => {
    const other = await signIn('/dashboard');
    const page = await signIn('/security?tab=sessions');
    await page.getByText('This session').waitFor();
    await page.getByRole('button', { name: /^End all \d+ other sessions$/ }).click();
    await page.getByRole('button', { name: /^End \d+ sessions$/ }).click();
    await page.getByText('1–1 of 1').waitFor();
    await other.reload();
    await other.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Actions for the session of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  });

  it('shows an end user who is connected, and ends their socket within a second', async () => {
    const { access_token: token } = await beginSession(console_.url, account.apiKey, 'driver-1');
    const { ended } = await openSocket(console_.url, { token });
    const page = await signIn('/security?tab=sessions');
    await page.getByRole('tab', { name: 'SDK sessions' }).click();
    await page.getByRole('cell', { name: 'driver-1 Connected' }).waitFor();
    await page.getByRole('button', { name: 'Actions for the session of driver-1' }).click();
    await page.getByRole('menuitem', { name: 'End session' }).click();
    const asked = performance.now();
    await page.getByRole('button', { name: 'End session' }).click();
    const { code, at } = await ended;
    assert.equal(code, 'token_invalid');
    assert.ok(at - asked < 2000, `${at - asked}`);
    await page.getByText('No one is connected').waitFor();
  });
});
