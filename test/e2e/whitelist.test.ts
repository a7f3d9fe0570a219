// A whitelist that would cut off a calling server: stopped, forced, undone by itself; then made without harm.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations } from '../support/browser-axe.js';
import { launchChromium } from '../support/chromium.js';
import { testGateway, type TestGateway, type TestTenant } from '../support/gateway.js';
import { until } from '../support/gateway-client.js';

const REVERT_MS = 5000;
const SERVER = '203.0.113.14';

describe('an admin limits who may use the keys', () => {
  let gateway: TestGateway;
  let tenant: TestTenant;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    [gateway, browser] = await Promise.all([
      testGateway({ TRUST_PROXY: '127.0.0.1' }, { whitelistRevertMs: REVERT_MS }),
      launchChromium(),
    ]);
    tenant = await gateway.registerTenant();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /policy|Trusted/i.test(message.text())) complaints.push(message.text());
    });
  });
  after(async () => {
    await browser?.close();
    await gateway?.close();
  });

  const calls = async (ip = SERVER): Promise<number> => {
    const client = gateway.client({ apiKey: tenant.apiKey, headers: { 'x-forwarded-for': ip } });
    return (await client.get('/v1/auth/api-keys?limit=1')).status;
  };
  const values = async (): Promise<string[]> => {
    const { body } = await tenant.api.get<{ items: { value: string }[] }>(
      '/api/v1/auth/client/ip-whitelist?sort=value',
    );
    return body.items.map(({ value }) => value);
  };
  const write = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: 'Add IPs' }).first().click();
    await page.getByLabel('IP addresses and ranges').fill(text);
  };

  it('finds the list by its own address, empty and open', async () => {
    assert.equal(await calls(), 200);
    await page.goto(`${gateway.url}/login`);
    await page.getByLabel('Email').fill(tenant.email);
    await page.getByLabel('Password', { exact: true }).fill(tenant.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await page.goto(`${gateway.url}/security?tab=ips`);
    await page.getByText('Any IP can use your keys.').waitFor();
    await page.getByRole('textbox', { name: 'Would this IP be allowed?' }).fill(SERVER);
    await page.getByText('Yes: the list is empty').waitFor();
    assert.deepEqual(await axeViolations(page), []);
  });

  it('is told beforehand whom a change would have refused, and stopped', async () => {
    await write('198.51.100.0/24 # Office');
    await page.getByText(/this would have refused \d+ calls? of 1 caller/).waitFor();
    await page.getByRole('button', { name: 'Add 1', exact: true }).click();
    await page.getByRole('dialog', { name: 'This would cut off 1 caller' }).waitFor();
    const guard = page.locator('caas-whitelist-guard');
    await guard.getByRole('cell', { name: new RegExp(SERVER.replaceAll('.', '\\.')) }).waitFor();
    assert.deepEqual(await values(), []);
    assert.equal(await calls(), 200);
  });

  it('forces it: the server is refused at once, and a countdown survives a reload', async () => {
    await page.getByRole('button', { name: 'Continue without them' }).click();
    await page.getByText(/It undoes itself in 0:0\d/).waitFor();
    await until(async () => (await calls()) === 403, 1000);
    assert.equal(await calls('198.51.100.7'), 200);
    await page.reload();
    await page.getByText(/It undoes itself in 0:0\d/).waitFor();
    await page.getByRole('button', { name: 'Keep the change' }).waitFor();
  });

  it('leaves it alone: the change undoes itself, on the gateway and on the page', async () => {
    await until(async () => (await calls()) === 200, REVERT_MS + 3000);
    assert.deepEqual(await values(), []);
    await page.getByText('Any IP can use your keys.').waitFor();
    assert.equal(await page.getByText('It undoes itself').count(), 0);
  });

  it('makes it with the server listed along, and nobody notices', async () => {
    await write('198.51.100.0/24 # Office');
    await page.getByRole('button', { name: 'Add 1', exact: true }).click();
    await page.getByRole('button', { name: `Add ${SERVER} and continue` }).click();
    await page.getByText('2 entries added. From now on every other address is refused.').waitFor();
    assert.deepEqual(await values(), ['198.51.100.0/24', SERVER].sort());
    assert.equal(await calls(), 200);
    assert.equal(await calls('192.0.2.1'), 403);
    await page.getByRole('textbox', { name: 'Would this IP be allowed?' }).fill('198.51.100.24');
    await page.getByText('Yes, by 198.51.100.0/24 (Office').waitFor();
  });

  it('sees who was refused since, and lets them in by one click', async () => {
    await page.reload(); // else it is there within 15 seconds
    await page.getByRole('button', { name: 'Add 192.0.2.1' }).click();
    await page.getByText('1 entry added.').waitFor();
    await until(async () => (await calls('192.0.2.1')) === 200, 1000);
  });

  it('keeps a forced change from a page that still reaches the gateway', async () => {
    await page.getByRole('button', { name: `Actions for ${SERVER}` }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Continue without them' }).click();
    await page.getByRole('button', { name: 'Keep the change' }).click();
    await page.getByText('The change is kept.').waitFor();
    await until(async () => (await calls()) === 403, 1000);
    await new Promise((resolve) => setTimeout(resolve, REVERT_MS + 1500));
    assert.equal(await calls(), 403);
  });

  it('goes from tab to tab, each with its address, and breaks no policy', async () => {
    await page.getByRole('tab', { name: 'Allowed origins' }).click();
    await page.waitForURL(/\/security\?tab=origins$/);
    await page.getByText('Any web page can call for your users.').waitFor();
    await page.getByRole('button', { name: 'Add origins' }).first().click();
    await page.getByLabel('Origins', { exact: true }).fill('https://*.github.io\nhttps://app.example/start');
    await page.getByText('Anybody can have a name below this.').waitFor();
    await page.getByRole('button', { name: 'Use https://app.example' }).click();
    await page.getByRole('button', { name: 'Add 1 of 2' }).click();
    await page.getByText('1 added. 1 line stays').waitFor();
    for (const [tab, title] of [
      ['two-factor', 'Authenticator app'],
      ['sessions', 'This session'],
    ] as const) {
      await page.goto(`${gateway.url}/security?tab=${tab}`);
      await page.getByText(title).first().waitFor();
    }
    assert.deepEqual(complaints, []);
  });
});
