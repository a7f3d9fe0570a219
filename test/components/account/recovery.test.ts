import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/account/caas-forgot-password.js';
import '@caas/account/caas-reset-password.js';
import '@caas/account/caas-sign-in-report.js';
import type { ForgotPassword } from '@caas/account/caas-forgot-password.js';
import type { ResetPassword } from '@caas/account/caas-reset-password.js';
import type { SignInReport } from '@caas/account/caas-sign-in-report.js';
import { refusal, type Reply, type Seen } from '../../support/fetch.js';
import { ADA, serve, type Answers } from '../../support/people.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  focused,
  mountOne,
  press,
  record,
  settle,
  textOf,
  type,
} from '../../support/ui.js';

const API = 'https://recovery.test';
const FORGOT = 'POST /api/v1/auth/client/forgot-password';
const RESET = 'POST /api/v1/auth/client/reset-password';
const REPORT = 'POST /api/v1/auth/client/sign-in/report';
const PASSWORD = 'plum-lantern-orbit-42';
const TOKEN = 'link-token-of-a-mail-000000';
const ACCEPTED: Reply = { status: 202 };
const done = (): Response => new Response(null, { status: 204 });

const ends: (() => void)[] = [];
let seen: Seen[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

function answer(answers: Answers): void {
  const server = serve({ [API]: answers });
  ends.push(server.restore);
  seen = server.seen;
}

const asked = async (before: number): Promise<void> => {
  await waitUntil(() => seen.length > before, 'the gateway was asked');
  await new Promise((resolve) => setTimeout(resolve, 30));
  await settle(document.body);
};

describe('caas-forgot-password', () => {
  async function open(answers: Answers): Promise<ForgotPassword> {
    answer({ [FORGOT]: ACCEPTED, ...answers });
    return mountOne(
      'caas-forgot-password',
      html`<caas-forgot-password api-url=${API} locale="en" login-url="/login"></caas-forgot-password>`,
    );
  }

  async function toCode(element: ForgotPassword): Promise<void> {
    await type(byName(element, 'Email'), ADA.email);
    await press('Enter');
    await asked(0);
  }

  async function submit(element: ForgotPassword, code = '123456'): Promise<void> {
    await type(byName(element, 'Code from the mail'), code);
    await type(byName(element, 'New password'), PASSWORD);
    const before = seen.length;
    await press('Enter');
    await asked(before);
  }

  it('goes from the address to the code and the new password on one screen, to done', async () => {
    const element = await open({ [RESET]: done });
    const events = record(document, 'caas-password-reset');
    await accessible(element);
    await toCode(element);
    expect(textOf(element))
      .to.contain('If that address has an account, a code is on its way.')
      .and.to.match(/Good for (10:00|9:5\d)/);
    expect(focused()).to.equal(byName(element, 'Code from the mail'));
    await accessible(element);
    await submit(element, '123 456');
    expect(seen.map(({ body }) => body)).to.deep.equal([
      { email: ADA.email },
      { email: ADA.email, code: '123456', new_password: PASSWORD },
    ]);
    expect(textOf(element)).to.contain('Password changed. Other sessions were signed out.');
    expect(byRole(element, 'link', 'Sign in').getAttribute('href')).to.equal('/login');
    expect(events).to.have.length(1);
    await accessible(element);
  });

  it('lets password managers keep the new password with the address', async () => {
    const element = await open({});
    await toCode(element);
    const [email, code, password] = ['Email', 'Code from the mail', 'New password'].map(
      (name) => byName(element, name) as HTMLInputElement,
    );
    expect([email, code, password].map((input) => input?.getAttribute('autocomplete'))).to.deep.equal([
      'username',
      'one-time-code',
      'new-password',
    ]);
    expect(email?.readOnly).to.be.true;
    expect(email?.form).to.equal(password?.form);
  });

  it('says at the code how many tries are left, and that it is too old', async () => {
    let code = 'code_invalid';
    const element = await open({ [RESET]: () => refusal(400, code, { attempts_left: 1 }) });
    await toCode(element);
    await submit(element);
    expect(textOf(element)).to.contain('That code is not right. 1 try left.');
    expect(focused()).to.equal(byName(element, 'Code from the mail'));
    expect((byName(element, 'New password') as HTMLInputElement).value).to.equal(PASSWORD);
    code = 'code_expired';
    await submit(element);
    expect(textOf(element)).to.contain('This code has expired. Send a new one.');
    await accessible(element);
  });

  it('sends another code after a pause, and lets the address be changed', async () => {
    const element = await open({});
    await toCode(element);
    const resend = byRole(element, 'button', /^Send a new code in/);
    expect(textOf(resend)).to.match(/in (1:00|0:5\d)/);
    await click(resend);
    expect(seen).to.have.length(1);
    const now = performance.now.bind(performance);
    performance.now = () => now() + 61_000;
    ends.push(() => void (performance.now = now));
    await waitUntil(() => allByRole(element, 'button', 'Send a new code').length === 1, 'the pause is over', {
      timeout: 3_000,
    });
    await click(byRole(element, 'button', 'Send a new code'));
    await asked(1);
    expect(textOf(element)).to.contain('another code is on its way');
    await click(byRole(element, 'button', 'Use another address'));
    expect((byName(element, 'Email') as HTMLInputElement).readOnly).to.be.false;
  });

  it('judges what is typed before it asks', async () => {
    const element = await open({});
    await click(byRole(element, 'button', 'Send code'));
    expect(textOf(element)).to.contain('Enter your email address.');
    await toCode(element);
    await click(byRole(element, 'button', 'Set new password'));
    expect(textOf(element))
      .to.contain('Enter the 6 digits from the mail.')
      .and.to.contain('Use at least 8 characters.');
    expect(seen).to.have.length(1);
  });

  it('explains a refused password in the reader’s words, and a service that is down', async () => {
    let reply = refusal(400, 'invalid_request', {
      errors: [{ path: 'new_password', code: 'too_common', message: 'common' }],
    });
    const element = await open({ [RESET]: () => reply });
    await toCode(element);
    await submit(element);
    expect(textOf(element)).to.contain('Attackers try this password first.');
    reply = refusal(503, 'unavailable');
    await submit(element);
    expect(textOf(element)).to.contain('Your data is safe').and.to.contain('req_test');
  });

  it('speaks German and says what is not set up', async () => {
    const element = await open({});
    element.locale = 'de';
    await waitUntil(() => textOf(element).includes('Passwort zurücksetzen'));
    element.apiUrl = '';
    element.locale = 'en';
    await waitUntil(() => textOf(element).includes('This element is not set up'));
  });
});

describe('caas-reset-password', () => {
  async function open(answers: Answers, token = TOKEN): Promise<ResetPassword> {
    answer(answers);
    return mountOne(
      'caas-reset-password',
      html`<caas-reset-password
        api-url=${API}
        locale="en"
        login-url="/login"
        forgot-url="/forgot-password"
        .token=${token}
      ></caas-reset-password>`,
    );
  }

  async function submit(element: ResetPassword): Promise<void> {
    await type(byName(element, 'New password'), PASSWORD);
    await press('Enter');
    await asked(0);
  }

  it('sets the password with the secret of the link, and forgets it', async () => {
    const element = await open({ [RESET]: done });
    const events = record(document, 'caas-password-reset');
    await accessible(element);
    await submit(element);
    expect(seen.map(({ body }) => body)).to.deep.equal([{ token: TOKEN, new_password: PASSWORD }]);
    expect(events).to.have.length(1);
    expect(element.token).to.equal('');
    expect(element.outerHTML).not.to.contain(TOKEN);
    expect(textOf(element)).to.contain('Other sessions were signed out.');
  });

  it('says that a link is dead, and where to get another', async () => {
    const element = await open({ [RESET]: refusal(400, 'code_expired') });
    await submit(element);
    byRole(element, 'heading', 'This link does not work');
    expect(byRole(element, 'link', 'Send a new link').getAttribute('href')).to.equal('/forgot-password');
    await accessible(element);
  });

  it('says so at once where the link is not complete', async () => {
    byRole(await open({}, ''), 'heading', 'This link does not work');
  });

  it('keeps what was typed when the service did not answer', async () => {
    const element = await open({ [RESET]: refusal(503, 'unavailable') });
    await submit(element);
    expect(textOf(element)).to.contain('Your data is safe');
    expect((byName(element, 'New password') as HTMLInputElement).value).to.equal(PASSWORD);
  });
});

describe('caas-sign-in-report', () => {
  async function open(answers: Answers, token = TOKEN): Promise<SignInReport> {
    answer(answers);
    return mountOne(
      'caas-sign-in-report',
      html`<caas-sign-in-report
        api-url=${API}
        locale="en"
        forgot-url="/forgot-password"
        .token=${token}
      ></caas-sign-in-report>`,
    );
  }

  it('does nothing by itself, ends the session by its button, and leads on to a new password', async () => {
    const element = await open({ [REPORT]: done });
    const events = record(document, 'caas-session-reported');
    await accessible(element);
    expect(seen).to.have.length(0);
    await click(byRole(element, 'button', 'End that session'));
    await asked(0);
    expect(seen.map(({ body }) => body)).to.deep.equal([{ token: TOKEN }]);
    expect(events).to.have.length(1);
    byRole(element, 'heading', 'That session has ended');
    expect(byRole(element, 'link', 'Reset your password').getAttribute('href')).to.equal('/forgot-password');
    await accessible(element);
  });

  it('says that a link is dead, and what helps all the same', async () => {
    const element = await open({ [REPORT]: refusal(400, 'code_expired') });
    await click(byRole(element, 'button', 'End that session'));
    await asked(0);
    expect(textOf(element)).to.contain('This link does not work').and.to.contain('Reset your password');
    byRole(await open({}, ''), 'heading', 'This link does not work');
  });

  it('goes on after a failure of the service', async () => {
    let reply: Reply = refusal(503, 'unavailable');
    const element = await open({ [REPORT]: () => reply });
    await click(byRole(element, 'button', 'End that session'));
    await asked(0);
    expect(textOf(element)).to.contain('Your data is safe');
    reply = done();
    await click(byRole(element, 'button', 'End that session'));
    await asked(1);
    byRole(element, 'heading', 'That session has ended');
  });
});
