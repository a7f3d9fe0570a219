import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/account/caas-login.js';
import type { Login, NewSession } from '@caas/account/caas-login.js';
import { refusal, type Reply, type Seen } from '../../support/fetch.js';
import { ADA, SIGNED_IN, serve, signInOptions, type Answers } from '../../support/people.js';
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

const API = 'https://second.test';
const OPTIONS = 'GET /api/v1/auth/client/sign-in-options';
const LOGIN = 'POST /api/v1/auth/client/login';
const CHALLENGE = 'POST /v1/mfa/challenge';
const ASKED: Reply = {
  status: 200,
  json: { mfa_required: true, mfa_token: 'mfa-token-of-this-sign-in', methods: ['totp', 'recovery_code', 'passkey'] },
};
const PASSKEY_OPTIONS = { challenge: 'Y2hhbGxlbmdl', rpId: location.hostname, timeout: 60_000 };

/** What the browser would give for a passkey, or how it refuses. */
function passkeys(answer: () => Promise<unknown>): { asked: CredentialRequestOptions[]; restore: () => void } {
  const asked: CredentialRequestOptions[] = [];
  const { get } = navigator.credentials;
  navigator.credentials.get = (options = {}) => {
    asked.push(options);
    if (options.mediation === 'conditional')
      return new Promise((_, reject) =>
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error)),
      );
    return answer() as Promise<Credential>;
  };
  return { asked, restore: () => void (navigator.credentials.get = get) };
}

const bytes = new Uint8Array([1, 2, 3]).buffer;
const CREDENTIAL = {
  id: 'cred',
  rawId: bytes,
  type: 'public-key',
  authenticatorAttachment: 'platform',
  response: { authenticatorData: bytes, clientDataJSON: bytes, signature: bytes, userHandle: bytes },
  getClientExtensionResults: () => ({}),
};

describe('caas-login beyond the password', () => {
  const ends: (() => void)[] = [];
  let seen: Seen[] = [];
  let sessions: NewSession[] = [];
  afterEach(() => ends.splice(0).forEach((end) => end()));

  async function open(answers: Answers, given: Partial<Login> = {}): Promise<Login> {
    const server = serve({ [API]: answers });
    ends.push(server.restore);
    seen = server.seen;
    sessions = [];
    const element = await mountOne('caas-login', html`<caas-login api-url=${API} locale="en"></caas-login>`);
    Object.assign(element, { onSession: (session: NewSession) => sessions.push(session), ...given });
    await settle(element);
    return element;
  }

  async function toSecondStep(answers: Answers): Promise<Login> {
    const element = await open({ [OPTIONS]: signInOptions(), [LOGIN]: ASKED, ...answers });
    await type(byName(element, 'Email'), ADA.email);
    await type(byName(element, 'Password'), 'plum-lantern-orbit-42');
    await press('Enter');
    await waitUntil(() => allByRole(element, 'heading', 'Two-factor').length === 1, 'the second step shows', {
      timeout: 4_000,
    });
    await settle(element);
    return element;
  }

  const bodies = (path: string): unknown[] => seen.filter(({ url }) => url.pathname === path).map(({ body }) => body);

  describe('second step', () => {
    it('takes a pasted code with blanks, sends it by itself, and signs in', async () => {
      const element = await toSecondStep({ [CHALLENGE]: SIGNED_IN });
      const events = record(document, 'caas-signed-in');
      const code = byName(element, 'Code') as HTMLInputElement;
      expect(focused()).to.equal(code);
      expect([code.getAttribute('autocomplete'), code.inputMode, code.type]).to.deep.equal([
        'one-time-code',
        'numeric',
        'text',
      ]);
      await accessible(element);
      code.value = '123 456';
      code.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
      await waitUntil(() => sessions.length === 1);
      expect(bodies('/v1/mfa/challenge')).to.deep.equal([{ mfa_token: 'mfa-token-of-this-sign-in', code: '123456' }]);
      expect(events).to.have.length(1);
    });

    it('says what to do about a wrong code and how many tries are left; a recovery code goes in by Enter', async () => {
      const element = await toSecondStep({
        [CHALLENGE]: ({ body }) =>
          'recovery_code' in (body as object) ? SIGNED_IN : refusal(401, 'mfa_code_invalid', { attempts_left: 4 }),
      });
      await type(byName(element, 'Code'), '000000');
      await waitUntil(() => textOf(element).includes('4 tries left. Check your device clock.'));
      expect((byName(element, 'Code') as HTMLInputElement).value).to.equal('');
      expect(focused()).to.equal(byName(element, 'Code'));
      await click(byRole(element, 'button', 'Use a recovery code'));
      await settle(element);
      expect(focused()).to.equal(byName(element, 'Recovery code'));
      await accessible(element);
      await type(byName(element, 'Recovery code'), 'abcd-efgh-jkmn-pqrs');
      await press('Enter');
      await waitUntil(() => sessions.length === 1);
      expect(bodies('/v1/mfa/challenge').at(-1)).to.include({ recovery_code: 'abcd-efgh-jkmn-pqrs' });
    });

    it('takes a passkey as the second factor, and goes on where its prompt was closed', async () => {
      let tries = 0;
      const browser = passkeys(() => {
        tries += 1;
        return tries === 1 ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve(CREDENTIAL);
      });
      ends.push(browser.restore);
      const element = await toSecondStep({
        'POST /v1/mfa/challenge/passkey': { status: 200, json: { options: PASSKEY_OPTIONS } },
        [CHALLENGE]: SIGNED_IN,
      });
      await click(byRole(element, 'button', 'Use a passkey'));
      await waitUntil(() => textOf(element).includes('The passkey was not used.'), 'said so', { timeout: 4_000 });
      expect(bodies('/v1/mfa/challenge')).to.deep.equal([]);
      await click(byRole(element, 'button', 'Use a passkey'));
      await waitUntil(() => sessions.length === 1);
      expect(bodies('/v1/mfa/challenge')[0]).to.have.nested.property('passkey.id', 'cred');
    });

    it('starts over when it took too long', async () => {
      const element = await toSecondStep({ [CHALLENGE]: refusal(401, 'mfa_token_invalid') });
      await type(byName(element, 'Code'), '123456');
      await waitUntil(() => textOf(element).includes('The second step took too long.'));
      expect((byName(element, 'Email') as HTMLInputElement).value).to.equal(ADA.email);
      expect(focused()).to.equal(byName(element, 'Password'));
    });

    it('tells who lost the device what helps, and lets others sign in', async () => {
      const element = await toSecondStep({});
      element.shadowRoot?.querySelector('caas-login-second-step')?.shadowRoot?.querySelector('summary')?.click();
      await settle(element);
      expect(textOf(element)).to.contain('A recovery code works without your phone.');
      await click(byRole(element, 'button', 'Sign in as someone else'));
      await settle(element);
      byRole(element, 'heading', 'Sign in to CAAS');
    });

    it('goes on with the second factor after a provider’s way back, in German too', async () => {
      const challenge = { token: 'mfa-token-of-a-provider', methods: ['totp'] as const };
      const element = await open({ [CHALLENGE]: SIGNED_IN }, { challenge, locale: 'de' });
      await waitUntil(() => textOf(element).includes('Zwei-Faktor-Anmeldung'), 'in German', { timeout: 4_000 });
      await type(byName(element, 'Code'), '123456');
      await waitUntil(() => sessions.length === 1);
      expect(bodies('/v1/mfa/challenge')).to.deep.equal([{ mfa_token: 'mfa-token-of-a-provider', code: '123456' }]);
    });
  });

  describe('other ways', () => {
    it('signs in with a passkey alone, which also stands among the suggestions of the address field', async () => {
      const browser = passkeys(() => Promise.resolve(CREDENTIAL));
      ends.push(browser.restore);
      const element = await open({
        [OPTIONS]: signInOptions({ passkeys: true }),
        'POST /api/v1/auth/client/passkey/options': {
          status: 200,
          json: { request_id: 'request-1', options: PASSKEY_OPTIONS },
        },
        'POST /api/v1/auth/client/passkey': SIGNED_IN,
      });
      await waitUntil(() => allByRole(element, 'button', 'Sign in with a passkey').length === 1);
      expect(byName(element, 'Email').getAttribute('autocomplete')).to.equal('username webauthn');
      await waitUntil(() => browser.asked.some(({ mediation }) => mediation === 'conditional'), 'suggested', {
        timeout: 4_000,
      });
      await accessible(element);
      await click(byRole(element, 'button', 'Sign in with a passkey'));
      await waitUntil(() => sessions.length === 1, 'signed in', { timeout: 4_000 });
      expect(bodies('/api/v1/auth/client/passkey')[0]).to.include({ request_id: 'request-1' });
    });

    it('takes the suggestion back when it leaves', async () => {
      const browser = passkeys(() => Promise.resolve(CREDENTIAL));
      ends.push(browser.restore);
      const element = await open({
        [OPTIONS]: signInOptions({ passkeys: true }),
        'POST /api/v1/auth/client/passkey/options': {
          status: 200,
          json: { request_id: 'request-1', options: PASSKEY_OPTIONS },
        },
      });
      await waitUntil(() => browser.asked.length === 1, 'suggested', { timeout: 4_000 });
      element.remove();
      await waitUntil(() => browser.asked[0]?.signal?.aborted === true, 'taken back');
    });

    it('links to the providers that are configured, and to no others', async () => {
      const element = await open(
        { [OPTIONS]: signInOptions({ providers: ['github'] }) },
        { returnPath: '/api-keys?q=ci' },
      );
      await waitUntil(() => allByRole(element, 'link').length === 1);
      const link = byRole(element, 'link', 'Continue with GitHub') as HTMLAnchorElement;
      expect(link.href).to.equal(`${API}/api/v1/auth/client/oauth/github?redirect=%2Fapi-keys%3Fq%3Dci`);
      expect(allByRole(element, 'button', 'Sign in with a passkey')).to.have.length(0);
    });

    it('offers no registration where that is by invitation', async () => {
      const element = await open(
        { [OPTIONS]: signInOptions({ registration: 'invite' }) },
        { registerUrl: '/register' },
      );
      await waitUntil(() => allByRole(element, 'link').length === 0);
    });

    it('says why a provider’s way failed, also for reasons it does not know', async () => {
      const element = await open({}, { providerError: 'oauth_no_account' });
      expect(textOf(byRole(element, 'alert'))).to.contain('There is no account with the address');
      element.providerError = '<b>new</b>';
      await settle(element);
      expect(textOf(byRole(element, 'alert'))).to.contain('did not work');
    });
  });
});
