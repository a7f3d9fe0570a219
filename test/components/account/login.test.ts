import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/account/caas-login.js';
import type { Login, NewSession, SignedInEvent } from '@caas/account/caas-login.js';
import { refusal, type Seen } from '../../support/fetch.js';
import { ADA, SIGNED_IN, TENANT, serve, type Answers } from '../../support/people.js';
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

const API = 'https://login.test';
const LOGIN = 'POST /api/v1/auth/client/login';
const PASSWORD = 'plum-lantern-orbit-42';

describe('caas-login', () => {
  let end = (): void => undefined;
  let seen: Seen[] = [];
  afterEach(() => end());

  async function open(answers: Answers, given: Partial<Login> = {}): Promise<Login> {
    const server = serve({ [API]: answers });
    end = server.restore;
    seen = server.seen;
    const element = await mountOne(
      'caas-login',
      html`<caas-login api-url=${API} locale="en" register-url="/register" forgot-url="/forgot-password"></caas-login>`,
    );
    Object.assign(element, given);
    await settle(element);
    return element;
  }

  /** What was sent, beside the question for the ways to sign in. */
  const sent = (): Seen[] => seen.filter(({ method }) => method === 'POST');
  const password = (element: Login): HTMLInputElement => byName(element, 'Password') as HTMLInputElement;

  async function signIn(element: Login, email = ADA.email, secret = PASSWORD): Promise<void> {
    await type(byName(element, 'Email'), email);
    await type(password(element), secret);
    const before = sent().length;
    await press('Enter');
    await waitUntil(() => sent().length > before, 'the gateway was asked');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await settle(element);
  }

  it('signs in by Enter: the token goes to the callback, the event has ids alone', async () => {
    const element = await open({ [LOGIN]: SIGNED_IN });
    const sessions: NewSession[] = [];
    element.onSession = (session) => sessions.push(session);
    const events = record(document, 'caas-signed-in') as SignedInEvent[];
    await signIn(element, ` ${ADA.email} `);
    expect(sessions).to.deep.equal([{ token: 'access-1', expires_in: 900 }]);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ userId: ADA.id, tenantId: TENANT.id }]);
    expect(sent()[0]?.body).to.deep.equal({ email: ADA.email, password: PASSWORD });
    expect(sent()[0]?.headers.has('authorization')).to.be.false;
    expect(password(element).value).to.equal('');
  });

  it('offers native fields of one root to password managers', async () => {
    const element = await open({});
    expect(byName(element, 'Email').getAttribute('autocomplete')).to.equal('username');
    expect(password(element).autocomplete).to.equal('current-password');
    expect(byName(element, 'Email').getRootNode()).to.equal(password(element).getRootNode());
    expect(password(element).form).to.equal((byName(element, 'Email') as HTMLInputElement).form);
    await click(byRole(element, 'button', 'Show password'));
    expect(password(element).type).to.equal('text');
    await accessible(element);
  });

  it('says one thing about a wrong email and a wrong password, clears the password and goes back to it', async () => {
    const element = await open({ [LOGIN]: refusal(401, 'invalid_credentials') });
    await signIn(element);
    expect(textOf(byRole(element, 'alert'))).to.equal('This email and password don’t match an account.');
    expect(password(element).value).to.equal('');
    expect((byName(element, 'Email') as HTMLInputElement).value).to.equal(ADA.email);
    expect(focused()).to.equal(password(element));
    await accessible(element);
    // A complaint about the emptied field would push what is about to be clicked away.
    byRole(element, 'link', 'Forgot your password?').focus();
    await settle(element);
    expect(textOf(element)).not.to.contain('Enter your password.');
  });

  it('counts down a lockout and asks nothing meanwhile', async () => {
    const locked = refusal(423, 'account_locked') as { status: number; json: unknown; headers: Record<string, string> };
    const element = await open({ [LOGIN]: { ...locked, headers: { ...locked.headers, 'retry-after': '872' } } });
    await signIn(element);
    expect(textOf(element)).to.match(/Too many attempts\. Try again in 14:3\d or reset your password/);
    expect(byRole(element, 'link', 'reset your password').getAttribute('href')).to.equal('/forgot-password');
    expect(byRole(element, 'timer').closest('[role=alert]')).to.be.null;
    await type(password(element), PASSWORD);
    await press('Enter');
    expect(sent()).to.have.length(1);
    await accessible(element);
  });

  it('lets another address be tried while one is locked', async () => {
    const locked = refusal(423, 'account_locked') as { status: number; json: unknown; headers: Record<string, string> };
    const element = await open({ [LOGIN]: { ...locked, headers: { ...locked.headers, 'retry-after': '872' } } });
    await signIn(element);
    await type(password(element), PASSWORD);
    await press('Enter');
    expect(sent(), 'the same one waits').to.have.length(1);
    await signIn(element, 'tomas@meridian.example');
    expect(sent()[1]?.body).to.deep.equal({ email: 'tomas@meridian.example', password: PASSWORD });
    expect(byRole(element, 'button', 'Sign in').getAttribute('aria-disabled'), 'now that one waits').to.equal('true');
  });

  it('keeps the password when the service did not answer', async () => {
    const element = await open({ [LOGIN]: refusal(503, 'unavailable') });
    await signIn(element);
    expect(textOf(element)).to.contain('Your data is safe').and.to.contain('req_test');
    expect(password(element).value).to.equal(PASSWORD);
  });

  it('judges on submit, names the fix, and asks nothing', async () => {
    const element = await open({});
    await click(byRole(element, 'button', 'Sign in'));
    expect(textOf(element)).to.contain('Enter your email address.').and.to.contain('Enter your password.');
    expect(focused()).to.equal(byName(element, 'Email'));
    await type(byName(element, 'Email'), 'ada@');
    expect(textOf(element)).to.contain('Enter an address like ada@example.com.');
    expect(sent()).to.have.length(0);
    await accessible(element);
  });

  it('says why a session ended and where signing in leads', async () => {
    const element = await open({}, { reason: 'expired', returnTo: 'API keys' });
    expect(textOf(element)).to.contain('Your session ended. Sign in to return to API keys.');
    element.reason = 'reused';
    await settle(element);
    expect(textOf(element)).to.contain('its access was used twice');
  });

  it('says that it is offline', async () => {
    const element = await open({});
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine');
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    dispatchEvent(new Event('offline'));
    await settle(element);
    expect(textOf(element)).to.contain('You are offline.');
    if (online) Object.defineProperty(navigator, 'onLine', { ...online, configurable: true });
    dispatchEvent(new Event('online'));
  });

  it('speaks German, links to registration only where that is, and says what is not set up', async () => {
    const element = await open({}, { locale: 'de', registerUrl: '', forgotUrl: '' });
    await waitUntil(() => textOf(element).includes('Bei CAAS anmelden'));
    expect(allByRole(element, 'link')).to.have.length(0);
    element.locale = 'en';
    element.apiUrl = '';
    await settle(element);
    expect(textOf(element)).to.contain('This element is not set up');
  });

  it('stops its clock when it leaves', async () => {
    const locked = refusal(429, 'rate_limited') as { status: number; json: unknown; headers: Record<string, string> };
    const element = await open({ [LOGIN]: { ...locked, headers: { ...locked.headers, 'retry-after': '30' } } });
    await signIn(element);
    element.remove();
    let updates = 0;
    element.requestUpdate = () => void (updates += 1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(updates).to.equal(0);
  });
});
