import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { launchChromium } from '../support/chromium.js';
import { api, register, startConsole, type Registered, type RunningConsole } from '../support/console.js';

const PERIOD = 30_000;
const PASSKEY_OPTIONS = '**/api/v1/auth/client/passkey/options';

describe('a member sets a second factor up and signs in with it', () => {
  let console_: RunningConsole;
  let browser: Browser;
  let page: Page;
  let cdp: CDPSession;
  let authenticatorId = '';
  let member: Registered;
  let app: TOTP;
  let recovery: string[] = [];
  const complaints: string[] = [];

  before(async () => {
    [console_, browser] = await Promise.all([startConsole(), launchChromium()]);
    member = await register(console_.url);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /policy|Trusted/i.test(message.text())) complaints.push(message.text());
    });
    cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    ({ authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    }));
  });
  after(async () => {
    await browser?.close();
    await console_?.stop();
  });

  const signIn = async (): Promise<void> => {
    await page.goto(`${console_.url}/login`);
    await page.getByLabel('Email').fill(member.email);
    await page.getByLabel('Password', { exact: true }).fill(member.password);
    await page.keyboard.press('Enter');
  };
  const signOut = async (): Promise<void> => {
    await page.context().clearCookies();
  };
  const touch = (enabled: boolean) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  const atDashboard = (): Promise<void> => page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  /** The app's next code that has not been used: the gateway takes the step after too, so little is waited for, and the step before, should one end on the way. */
  let step = 0;
  let used = '';
  const freshCode = async (): Promise<string> => {
    const now = (): number => Math.floor(Date.now() / PERIOD);
    step = Math.max(step + 1, now());
    while (step > now() + 1) await new Promise((resolve) => setTimeout(resolve, PERIOD / 60));
    used = app.generate({ timestamp: step * PERIOD });
    return used;
  };

  it('scans, confirms with a code of the app, and keeps the recovery codes', async () => {
    await signIn();
    await atDashboard();
    await page.goto(`${console_.url}/mfa`);
    await page.getByRole('button', { name: 'Set up' }).click();
    const label = await page.getByRole('img', { name: /QR code with the key/ }).getAttribute('aria-label');
    const key = (label ?? '').replace('QR code with the key ', '').replaceAll(' ', '');
    assert.match(key, /^[A-Z2-7]{32}$/, 'a secret of 160 bits');
    app = new TOTP({ secret: Secret.fromBase32(key) });
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Code from the app').fill(await freshCode());
    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    recovery = await codes.allInnerTexts();
    assert.equal(new Set(recovery).size, 10);
    await page.getByRole('checkbox', { name: 'I have saved these codes' }).check();
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('10 of 10 recovery codes left').waitFor();
    assert.ok(!(await page.content()).includes(key));
  });

  it('asks for the second factor at the next sign-in; a code that was used counts no more', async () => {
    await signOut();
    await signIn();
    const field = page.getByLabel(/code/i);
    await field.fill(used);
    await page.getByText('That code is not right').waitFor();
    const refused = await api(console_.url, 'GET', '/v1/admin/mfa');
    assert.equal(refused.status, 401);
    await field.fill(await freshCode());
    await atDashboard();
  });

  it('signs in with a recovery code, once', async () => {
    await signOut();
    await signIn();
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recovery[0] ?? '');
    await page.keyboard.press('Enter');
    await atDashboard();
    await signOut();
    await signIn();
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recovery[0] ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('That recovery code is not right').waitFor();
    await page.getByLabel('Recovery code').fill(recovery[1] ?? '');
    await page.keyboard.press('Enter');
    await atDashboard();
  });

  it('adds a passkey and signs in with nothing else', async () => {
    await page.goto(`${console_.url}/mfa`);
    await page.getByText('8 of 10 recovery codes left').waitFor();
    await page.getByRole('button', { name: 'Add passkey' }).click();
    await page.getByLabel('Name').fill('Work laptop 🔑');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Never used').waitFor();
    await signOut();
    await touch(false); // else the suggestion of the email field is taken before the button can be clicked
    const suggested = page.waitForResponse(PASSKEY_OPTIONS);
    await page.goto(`${console_.url}/login`);
    await suggested;
    // A device that is not touched forgets the question, so it has to be before the button's comes.
    await page.route(PASSKEY_OPTIONS, async (route) => {
      await touch(true);
      await route.continue();
    });
    await page.getByRole('button', { name: /passkey/i }).click();
    await atDashboard();
    await page.unroute(PASSKEY_OPTIONS);
    await page.goto(`${console_.url}/mfa`);
    await page.getByText(/Last used/).waitFor();
  });

  it('turns the app off with a code alone', async () => {
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByLabel('Code from the app').fill('000000');
    await page.getByRole('button', { name: 'Turn off' }).last().click();
    await page.getByText(/Codes change every 30 s/).waitFor();
    await page.getByLabel('Code from the app').fill(await freshCode());
    await page.getByRole('button', { name: 'Turn off' }).last().click();
    await page.getByRole('button', { name: 'Set up' }).waitFor();
  });

  it('broke no policy of the page on the way', () => {
    assert.deepEqual(complaints, []);
  });
});
