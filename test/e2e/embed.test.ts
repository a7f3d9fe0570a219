import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { hostServer } from '../../examples/plain/server.mjs';
import { launchChromium } from '../support/chromium.js';
import { api, freePort, register, startConsole, type Registered, type RunningConsole } from '../support/console.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the page complained about: console errors, uncaught exceptions, broken policies, requests to strangers. */
async function watched(browser: Browser, allowed: readonly string[]): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !allowed.includes(origin))
      complaints.push(`asked ${request.url()}`);
  });
  return { page, complaints };
}

describe('<caas-api-keys> in a foreign dashboard', () => {
  let console_: RunningConsole;
  let browser: Browser;
  let account: Registered;
  let host: Server;
  let origin: string;

  before(async () => {
    [console_, browser] = await Promise.all([startConsole(), launchChromium()]);
    account = await register(console_.url, 'Harborline');
    const port = await freePort();
    origin = `http://localhost:${port}`;
    host = hostServer({
      origin,
      consoleUrl: console_.url,
      apiKey: account.apiKey,
      pages: `${root}examples/plain/public`,
      elements: `${root}dist/elements`,
    });
    await new Promise<void>((resolve) => host.listen(port, '127.0.0.1', resolve));
  });
  after(async () => {
    await browser?.close();
    host?.close();
    host?.closeAllConnections();
    await console_?.stop();
  });

  it('shows, creates and revokes keys under a strict policy with Trusted Types, and leaves no trace', async () => {
    const { page, complaints } = await watched(browser, [origin, console_.url]);
    await page.goto(origin);
    await page.getByRole('heading', { level: 2, name: 'API keys' }).waitFor();
    await page
      .getByRole('cell', { name: /Primary/ })
      .first()
      .waitFor();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Messaging');

    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Telemetry worker');
    await page.keyboard.press('Enter');
    const secret = (await page.getByText(/^caas_live_[0-9A-Za-z]{30}$/).innerText()).trim();
    assert.equal((await api(console_.url, 'GET', '/v1/auth/api-keys', { apiKey: secret })).status, 200);
    await page.getByRole('checkbox', { name: /stored/ }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('row', { name: /Telemetry worker/ }).waitFor();

    const kept = await page.evaluate(() =>
      JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, location.href]),
    );
    assert.equal(kept, JSON.stringify(['', {}, {}, `${origin}/`]));
    const markup = await page.content();
    assert.ok(!markup.includes(secret) && !/caas_embed|eyJ/.test(markup));
    assert.deepEqual(complaints, []);
    assert.ok(!console_.log().includes(secret), 'a secret was logged');
    await page.close();
  });

  it('is refused from another origin, says so, and never loops', async () => {
    const port = await freePort();
    const stranger = `http://localhost:${port}`;
    // A page on another address with a token that was minted for the first one.
    const wrong = hostServer({
      origin,
      consoleUrl: console_.url,
      apiKey: account.apiKey,
      pages: `${root}examples/plain/public`,
      elements: `${root}dist/elements`,
    });
    await new Promise<void>((resolve) => wrong.listen(port, '127.0.0.1', resolve));
    const visit = async (text: string): Promise<void> => {
      const page = await browser.newPage();
      let calls = 0;
      page.on('request', (request) => {
        if (request.url().startsWith(console_.url)) calls += 1;
      });
      await page.goto(stranger);
      await page.getByText(text).waitFor({ timeout: 20_000 });
      const before = calls;
      await page.waitForTimeout(2_000);
      assert.ok(before <= 16 && calls - before <= 4, `${before} calls, then ${calls - before}`);
      assert.equal(await page.getByRole('row', { name: /Primary/ }).count(), 0);
      await page.close();
    };
    try {
      // An address nobody ever named: the browser itself keeps the answers from the page.
      await visit('The service can’t be reached');
      // An address that another token is for: the gateway says which rule was broken.
      const body = { scopes: ['api-keys:read'], origin: stranger, actor: { id: 'u', name: 'U' } };
      assert.equal((await api(console_.url, 'POST', '/v1/embed/tokens', { apiKey: account.apiKey, body })).status, 201);
      await visit('This page’s address is not allowed to use CAAS.');
    } finally {
      wrong.close();
      wrong.closeAllConnections();
    }
  });

  it('refuses the token to scripts without an origin, and to the console’s own cookie routes', async () => {
    const minted = await api(console_.url, 'POST', '/v1/embed/tokens', {
      apiKey: account.apiKey,
      body: { scopes: ['api-keys:read'], origin, actor: { id: 'u', name: 'U' } },
    });
    assert.equal(minted.status, 201);
    const token = String(minted.body['token']);
    const forged: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'http://evil.example' },
      { origin: `${origin}.evil.example` },
    ];
    for (const headers of forged) {
      const answer = await api(console_.url, 'GET', '/v1/auth/api-keys', { token, headers });
      assert.deepEqual([answer.status, answer.body['code']], [403, 'origin_not_allowed'], JSON.stringify(headers));
    }
    const allowed = await api(console_.url, 'GET', '/v1/auth/api-keys', { token, headers: { origin } });
    assert.equal(allowed.status, 200);
    assert.equal(allowed.headers.get('access-control-allow-origin'), origin);
    assert.equal(allowed.headers.get('access-control-allow-credentials'), null);
    const write = await api(console_.url, 'POST', '/v1/auth/api-keys', {
      token,
      headers: { origin },
      body: { name: 'x', scopes: ['read'] },
    });
    assert.deepEqual([write.status, write.body['code']], [403, 'forbidden']);
  });

  it('refuses a secret key from a browser page', async () => {
    const answer = await api(console_.url, 'GET', '/v1/auth/api-keys', { apiKey: account.apiKey, headers: { origin } });
    assert.deepEqual([answer.status, answer.body['code']], [403, 'key_in_browser']);
  });
});
