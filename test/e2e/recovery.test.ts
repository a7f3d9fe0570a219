import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { api, register, startConsole, type Registered, type RunningConsole } from '../support/console.js';
import { startMailServer, type MailServer } from '../support/smtp.js';

const NEW_PASSWORD = 'harbour crane lifts at dawn';
const ME = '/api/v1/auth/client/me';
const LOGIN = '/api/v1/auth/client/login';

describe('a member who lost the way in', () => {
  let console_: RunningConsole;
  let mails: MailServer;
  let browser: Browser;
  const complaints: string[] = [];

  before(async () => {
    mails = await startMailServer();
    [console_, browser] = await Promise.all([
      startConsole({ SMTP_URL: `smtp://127.0.0.1:${mails.port}?tls=off` }),
      launchChromium(),
    ]);
  });
  after(async () => {
    await browser?.close();
    await console_?.stop();
    await mails?.close();
  });

  /** A page of a browser that knows nobody. */
  async function open(path: string): Promise<{ page: Page; context: BrowserContext }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /policy|Trusted/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(console_.url + path);
    return { page, context };
  }

  async function signIn(page: Page, { email }: Pick<Registered, 'email'>, password: string): Promise<void> {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  }

  const atDashboard = (page: Page): Promise<void> =>
    page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  const tokenWorks = async (token: string): Promise<boolean> =>
    (await api(console_.url, 'GET', ME, { token })).status === 200;
  /** The newest code and link that came to an address. */
  async function newest(email: string, count = 1): Promise<{ code: string; link: string }> {
    const found = await mails.received(email, /password/i, count);
    const { text } = found.at(-1) ?? assert.fail('no mail');
    return {
      code: /\b(\d{3} ?\d{3})\b/.exec(text)?.[1] ?? assert.fail(`no code in: ${text}`),
      link: /https?:\/\/\S+#token=\S+/.exec(text)?.[0] ?? assert.fail(`no link in: ${text}`),
    };
  }

  it('gets a code by mail, sets a new password on one screen, and every session ends', async () => {
    const ada = await register(console_.url);
    const elsewhere = await open('/login');
    await signIn(elsewhere.page, ada, ada.password);
    await atDashboard(elsewhere.page);

    const { page, context } = await open('/login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { level: 1, name: 'Reset your password' }).waitFor();
    await page.getByLabel('Email').fill(ada.email);
    await page.keyboard.press('Enter');
    await page.getByText('If that address has an account, a code is on its way.').waitFor();
    const { code } = await newest(ada.email);
    await page.getByLabel('Code from the mail').fill('000000');
    await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText(/4 tries left/).waitFor();
    await page.getByLabel('Code from the mail').fill(code);
    await page.keyboard.press('Enter');
    await page.getByText('Password changed. Other sessions were signed out.').waitFor();
    assert.equal(new URL(page.url()).pathname, '/login');

    assert.equal(await tokenWorks(ada.accessToken), false, 'the session of the registration ended');
    await elsewhere.page.reload();
    await elsewhere.page.getByRole('heading', { level: 1, name: 'Sign in to CAAS' }).waitFor();
    assert.equal(
      (await api(console_.url, 'POST', LOGIN, { body: { email: ada.email, password: ada.password } })).status,
      401,
    );
    await signIn(page, ada, NEW_PASSWORD);
    await atDashboard(page);
    await context.close();
    await elsewhere.context.close();
  });

  it('follows the link of the mail, whose secret leaves the address at once and works once', async () => {
    const ada = await register(console_.url);
    await api(console_.url, 'POST', '/api/v1/auth/client/forgot-password', { body: { email: ada.email } });
    const { link } = await newest(ada.email);
    const path = link.replace(/^https?:\/\/[^/]+/, '');
    assert.match(path, /^\/reset-password#token=/);
    const { page, context } = await open(path);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    await page.getByRole('heading', { level: 1, name: 'Choose a new password' }).waitFor();
    assert.equal(page.url(), `${console_.url}/reset-password`);
    await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Password changed. Other sessions were signed out.').waitFor();
    await signIn(page, ada, NEW_PASSWORD);
    await atDashboard(page);
    const secret = link.split('#token=')[1] ?? '';
    assert.ok(!requests.some((request) => request.includes(secret)), 'the secret stood in an address');
    assert.ok(!console_.log().includes(secret), 'the secret was logged');
    await context.close();

    const again = await open(path);
    await again.page.getByLabel('New password', { exact: true }).fill(`${NEW_PASSWORD} again`);
    await again.page.keyboard.press('Enter');
    await again.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await again.context.close();
  });

  it('is locked out after five wrong passwords however many come at once, sees the time left, and gets in by a reset', async () => {
    const ada = await register(console_.url);
    const { page, context } = await open('/login');
    const guess = (): Promise<{ status: number }> =>
      api(console_.url, 'POST', LOGIN, { body: { email: ada.email, password: 'a wrong one' } });
    const guesses = await Promise.all(Array.from({ length: 40 }, guess));
    assert.ok(guesses.filter(({ status }) => status === 401).length <= 5, 'at most five were judged');
    await signIn(page, ada, ada.password);
    await page
      .getByText(/Too many attempts\. Try again in 1[45]:\d\d or reset your password/)
      .or(page.getByText('Too many attempts.'))
      .first()
      .waitFor();
    const timer = page.getByRole('timer');
    const first = await timer.innerText();
    assert.match(first, /^1[45]:\d\d$/);
    await page.waitForTimeout(1_200);
    assert.notEqual(await timer.innerText(), first);
    await page.getByRole('link', { name: 'reset your password' }).click();
    await page.getByRole('heading', { level: 1, name: 'Reset your password' }).waitFor();
    await page.getByLabel('Email').fill(ada.email);
    await page.keyboard.press('Enter');
    const { code } = await newest(ada.email);
    await page.getByLabel('Code from the mail').fill(code);
    await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Password changed.').waitFor();
    await signIn(page, ada, NEW_PASSWORD);
    await atDashboard(page);
    await context.close();
  });

  it('says "this wasn’t me" to a sign-in from a new device, and that session ends', async () => {
    const ada = await register(console_.url);
    const strange = await open('/login');
    await signIn(strange.page, ada, ada.password);
    await atDashboard(strange.page);
    const found = await mails.received(ada.email, /sign-in|signed in/i);
    const link =
      /https?:\/\/\S+\/not-me#token=\S+/.exec(found.at(-1)?.text ?? '')?.[0] ??
      assert.fail(`no link in: ${found.at(-1)?.text ?? ''}`);
    const { page, context } = await open(link.replace(/^https?:\/\/[^/]+/, ''));
    await page.getByRole('button', { name: 'End that session' }).click();
    await page.getByRole('heading', { name: 'That session has ended' }).waitFor();
    await page.getByRole('link', { name: 'Reset your password' }).click();
    await page.getByRole('heading', { level: 1, name: 'Reset your password' }).waitFor();
    await strange.page.reload();
    await strange.page.getByRole('heading', { level: 1, name: 'Sign in to CAAS' }).waitFor();
    await context.close();
    await strange.context.close();
  });

  it('confirms the address with the mailed code, and changes it in the profile', async () => {
    const ada = await register(console_.url);
    const { page, context } = await open('/login?return=/profile');
    await signIn(page, ada, ada.password);
    const [first] = await mails.received(ada.email, /confirm|verify/i);
    const strip = page.getByRole('region', { name: 'Confirm your email address' });
    await strip.getByLabel('Code from the mail').fill(/\b(\d{3} ?\d{3})\b/.exec(first?.text ?? '')?.[1] ?? '');
    await strip.waitFor({ state: 'detached' });
    await page.getByText('Confirmed', { exact: true }).waitFor();

    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Profil', exact: true }).waitFor();
    await page.getByLabel('Sprache').selectOption('en');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Profile', exact: true }).waitFor();

    const next = `new.${ada.email}`;
    await page.getByLabel('New email').fill(next);
    await page.getByRole('button', { name: 'Change email' }).click();
    const proof = page.getByRole('dialog', { name: 'Confirm it’s you' });
    const code = page.getByText(`Enter the code we mailed to ${next}.`);
    await proof.or(code).first().waitFor();
    if (await proof.isVisible()) {
      await proof.getByLabel('Password', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
    }
    await code.waitFor();
    const [mail] = await mails.received(next, /./);
    await page.getByLabel('Code from the mail').fill(/\b(\d{3} ?\d{3})\b/.exec(mail?.text ?? '')?.[1] ?? '');
    await page.getByText(`You sign in as ${next}.`).waitFor();
    await context.close();
  });

  it('meets fields that password managers know: one form, one root, values set by scripts count', async () => {
    const ada = await register(console_.url);
    const { page, context } = await open('/login');
    await page.getByLabel('Email').waitFor();
    const form = await page.evaluate(
      ([email, password]) => {
        const roots = [document as Document | ShadowRoot];
        const inputs: HTMLInputElement[] = [];
        for (let root = roots.pop(); root; root = roots.pop())
          for (const each of root.querySelectorAll('*')) {
            if (each.shadowRoot) roots.push(each.shadowRoot);
            if (each instanceof HTMLInputElement) inputs.push(each);
          }
        const [user, secret] = inputs;
        for (const [input, value] of [
          [user, email],
          [secret, password],
        ] as const) {
          if (!input || value === undefined) continue;
          input.value = value;
          input.dispatchEvent(new Event('input', { bubbles: true }));
          input.dispatchEvent(new Event('change', { bubbles: true }));
        }
        const facts = inputs.map(({ type, name, id, autocomplete, labels }) => ({
          type,
          name,
          id,
          autocomplete: autocomplete.split(' ')[0],
          label: labels?.[0]?.textContent?.trim(),
        }));
        return {
          facts,
          together: user?.form !== null && user?.form === secret?.form && user?.getRootNode() === secret?.getRootNode(),
          submits: user?.form?.querySelector('[type=submit]') !== null,
        };
      },
      [ada.email, ada.password],
    );
    assert.deepEqual(form.facts, [
      { type: 'email', name: 'email', id: 'field-email', autocomplete: 'username', label: 'Email' },
      { type: 'password', name: 'password', id: 'field-password', autocomplete: 'current-password', label: 'Password' },
    ]);
    assert.ok(form.together && form.submits);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await atDashboard(page);
    await context.close();
  });

  it('met no broken policy and no uncaught error, and logged no secret', () => {
    assert.deepEqual(complaints, []);
    assert.ok(!console_.log().includes(NEW_PASSWORD));
  });
});
