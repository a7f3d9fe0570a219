import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/account/caas-register.js';
import type { NewSession, Register } from '@caas/account/caas-register.js';
import { refusal, type Seen } from '../../support/fetch.js';
import { ADA, TENANT, registered, serve, signInOptions, type Answers } from '../../support/people.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  everything,
  focused,
  mountOne,
  press,
  record,
  settle,
  textOf,
  type,
} from '../../support/ui.js';

const API = 'https://register.test';
const REGISTER = 'POST /api/v1/auth/client/register';
const SECRET = 'caas_live_X8vR2kQm7TzLw4HsNc0JpYb5DfGe9AuK';
const PASSWORD = 'plum-lantern-orbit-42';

describe('caas-register', () => {
  let end = (): void => undefined;
  let asked: Seen[] = [];
  const sent = (): Seen[] => asked.filter(({ method }) => method === 'POST');
  afterEach(() => end());

  async function open(answers: Answers = {}): Promise<Register> {
    const server = serve({ [API]: answers });
    end = server.restore;
    asked = server.seen;
    return mountOne(
      'caas-register',
      html`<caas-register api-url=${API} locale="en" login-url="/login"></caas-register>`,
    );
  }

  async function toAccount(element: Register): Promise<void> {
    await type(byName(element, 'Company name'), 'Meridian Freight');
    await press('Enter');
  }

  async function toPlan(element: Register, email = ADA.email): Promise<void> {
    await toAccount(element);
    await type(byName(element, 'Work email'), email);
    await type(byName(element, 'Password'), PASSWORD);
    await press('Enter');
  }

  async function submit(element: Register): Promise<void> {
    await click(byRole(element, 'checkbox', /I agree/));
    const before = sent().length;
    await press('Enter');
    await waitUntil(() => sent().length > before, 'the gateway was asked', { timeout: 4_000 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await settle(element);
  }

  it('walks through three headed steps by Enter, registers, and shows the first key before it goes on', async () => {
    const element = await open({ [REGISTER]: registered() });
    const sessions: NewSession[] = [];
    element.onSession = (session) => sessions.push(session);
    const events = record(document, 'caas-registered') as CustomEvent<unknown>[];
    expect(byRole(element, 'heading', 'Company').ariaLevel).to.equal('3');
    await accessible(element);
    await toAccount(element);
    byRole(element, 'heading', 'Account');
    expect(focused()).to.equal(byName(element, /^Your name/));
    await accessible(element);
    await type(byName(element, 'Work email'), ADA.email);
    await type(byName(element, 'Password'), PASSWORD);
    await waitUntil(() => /Good|Strong/.test(textOf(element)), 'the estimate came', { timeout: 4_000 });
    await press('Enter');
    byRole(element, 'heading', 'Plan');
    await accessible(element);
    await submit(element);

    expect(sent()[0]?.body).to.deep.equal({
      company_name: 'Meridian Freight',
      email: ADA.email,
      password: PASSWORD,
      plan: 'free',
      accept_terms: true,
    });
    expect(sessions).to.deep.equal([{ token: 'access-1', expires_in: 900 }]);
    expect(textOf(element)).to.contain(SECRET);
    expect(events).to.have.length(0);
    await press('Escape');
    await click(byRole(element, 'button', 'Go to the console'));
    expect(events).to.have.length(0);
    await click(byRole(element, 'checkbox', /stored/));
    await click(byRole(element, 'button', 'Go to the console'));
    expect(events.map(({ detail }) => Object.keys(detail as object))).to.deep.equal([['tenantId', 'userId', 'keyId']]);
    expect(JSON.stringify(events.map(({ detail }) => detail)))
      .to.contain(TENANT.id)
      .and.not.to.contain(SECRET);
    expect(textOf(element)).not.to.contain(SECRET);
  });

  it('keeps what was typed on the way back, but never the password', async () => {
    const element = await open();
    await toPlan(element);
    await click(byRole(element, 'button', 'Back'));
    expect((byName(element, 'Work email') as HTMLInputElement).value).to.equal(ADA.email);
    expect((byName(element, 'Password') as HTMLInputElement).value).to.equal('');
    await click(byRole(element, 'button', 'Back'));
    expect((byName(element, 'Company name') as HTMLInputElement).value).to.equal('Meridian Freight');
  });

  it('goes no further with faults, and advises on weak passwords without refusing them', async () => {
    const element = await open();
    await press('Tab');
    await click(byRole(element, 'button', 'Continue'));
    expect(textOf(element)).to.contain('Enter at least 2 characters.');
    expect(focused()).to.equal(byName(element, 'Company name'));
    await toAccount(element);
    await type(byName(element, 'Work email'), 'ada@meridian.example');
    await type(byName(element, 'Password'), 'short');
    expect(textOf(element)).to.contain('Weak: too short');
    await press('Enter');
    expect(textOf(element)).to.contain('Use at least 8 characters.');
    await type(byName(element, 'Password'), 'password1');
    await waitUntil(() => textOf(element).includes('Weak: easy to guess'), 'the estimate came', { timeout: 4_000 });
    await press('Enter');
    byRole(element, 'heading', 'Plan');
  });

  it('refuses a password that everybody knows of the account, as it is typed and on the way on', async () => {
    const element = await open();
    await toAccount(element);
    await type(byName(element, 'Work email'), 'ada@meridian.example');
    await type(byName(element, 'Password'), 'Meridian-Freight 2026!');
    await waitUntil(() => textOf(element).includes('Not accepted: this is your name'), 'said so', { timeout: 4_000 });
    await press('Enter');
    byRole(element, 'heading', 'Account');
    expect(focused()).to.equal(byName(element, 'Password'));
    await accessible(element);
  });

  it('tells of a taken address at its field, with the way to sign in', async () => {
    const element = await open({ [REGISTER]: refusal(409, 'email_taken') });
    await toPlan(element);
    await submit(element);
    byRole(element, 'heading', 'Account');
    expect(textOf(element)).to.contain('This email already has an account.');
    expect(focused()).to.equal(byName(element, 'Work email'));
    expect(allByRole(element, 'link', 'Sign in').length).to.equal(2);
    await accessible(element);
  });

  it('opens a word about Enterprise instead of an error, and asks for the terms', async () => {
    const element = await open();
    element.salesContact = 'sales@caas.example';
    await toPlan(element);
    await click(byRole(element, 'radio', /^Enterprise/));
    expect(textOf(element)).to.contain('Talk to us about Enterprise').and.to.contain('sales@caas.example');
    await click(byRole(element, 'button', 'Create account'));
    expect(textOf(element)).to.contain('Agree to the terms to create an account.');
    expect(sent()).to.have.length(0);
    await accessible(element);
  });

  it('links what the gateway names to read, and whom to ask, where the page names nothing', async () => {
    const options = {
      terms_url: 'https://caas.example/terms',
      dpa_url: 'https://caas.example/dpa',
      sales_email: 'sales@caas.example',
    };
    const element = await open({ 'GET /api/v1/auth/client/sign-in-options': signInOptions(options) });
    element.dpaUrl = 'https://host.example/dpa';
    await toPlan(element);
    await click(byRole(element, 'radio', /^Enterprise/));
    expect(textOf(element)).to.contain('sales@caas.example');
    const linked = (name: string): string => (byRole(element, 'link', name) as HTMLAnchorElement).href;
    expect(linked('Terms')).to.equal(options.terms_url);
    expect(linked('Data processing agreement')).to.equal('https://host.example/dpa');
    await accessible(element);
  });

  it('repeats a lost request under the same key, and says when the secret is lost with it', async () => {
    let count = 0;
    const element = await open({
      [REGISTER]: () => ((count += 1) === 1 ? refusal(503, 'unavailable') : registered(null)),
    });
    await toPlan(element);
    await submit(element);
    expect(textOf(element)).to.contain('Your data is safe');
    const before = sent().length;
    await click(byRole(element, 'button', 'Create account'));
    await waitUntil(() => sent().length > before);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(sent()[0]?.headers.get('idempotency-key')).to.equal(sent()[1]?.headers.get('idempotency-key'));
    expect(textOf(element)).to.contain('its first key could not be shown');
    expect(byRole(element, 'button', 'Go to the console').ariaDisabled).to.be.null;
  });

  it('keeps the password among the inputs of one form, hidden steps included', async () => {
    const element = await open();
    await toPlan(element);
    const inputs = everything(element).filter((each): each is HTMLInputElement => each instanceof HTMLInputElement);
    const secret = inputs.find(({ autocomplete }) => autocomplete === 'new-password');
    expect(secret?.value).to.equal(PASSWORD);
    expect(secret?.form).to.equal(inputs.find(({ autocomplete }) => autocomplete === 'username')?.form);
  });
});
