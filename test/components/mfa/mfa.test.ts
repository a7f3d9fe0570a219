import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/mfa/caas-mfa.js';
import type { Mfa, MfaChangedEvent } from '@caas/mfa/caas-mfa.js';
import { refusal, type Seen } from '../../support/fetch.js';
import {
  CODES,
  MFA,
  OFF,
  PENDING,
  RENEW,
  SETUP,
  VERIFY,
  bothFactors,
  mfaAnswers,
  noFactor,
} from '../../support/factors.js';
import { accessibleAtRest } from '../../support/at-rest.js';
import { identity, serve, type Answers } from '../../support/people.js';
import {
  allByRole,
  byName,
  click,
  everything,
  focused,
  mountOne,
  press,
  record,
  settle,
  textOf,
  type,
  type Around,
} from '../../support/ui.js';

const API = 'https://mfa.test';

describe('caas-mfa', () => {
  let end = (): void => undefined;
  let seen: Seen[] = [];
  afterEach(() => end());

  async function open(answers: Answers, around: Around = {}): Promise<Mfa> {
    const server = serve({ [API]: answers });
    end = server.restore;
    seen = server.seen;
    const element = await mountOne(
      'caas-mfa',
      html`<caas-mfa api-url=${API} .getToken=${() => 'token'} locale="en"></caas-mfa>`,
      around,
    );
    await waitUntil(
      () => !everything(element).some(({ localName }) => localName === 'caas-skeleton'),
      'content is there',
    );
    await settle(element);
    return element;
  }

  const sent = (route: string): Seen[] => seen.filter(({ method, url }) => `${method} ${url.pathname}` === route);
  const shows = (element: Element, text: string): Promise<void> =>
    waitUntil(() => textOf(element).includes(text), `shows "${text}"`);
  const press6 = async (element: Element, code: string): Promise<void> => {
    await type(byName(element, 'Code from the app'), code);
    await settle(element);
  };

  it('sets the app up in three steps by itself at the sixth digit, and finishes only when the codes are saved', async () => {
    let on = false;
    const element = await open(
      mfaAnswers(noFactor(), {
        [MFA]: () => ({ status: 200, json: on ? bothFactors({ recovery_codes_left: 10 }) : noFactor() }),
        [VERIFY]: () => {
          on = true;
          return { status: 200, json: { enabled: true, recovery_codes: CODES } };
        },
      }),
    );
    const changes = record(document, 'caas-mfa-changed') as MfaChangedEvent[];
    await click(byName(element, 'Set up'));
    await shows(element, 'Open your authenticator app');
    const image = everything(element).find((part) => part.getAttribute('role') === 'img');
    expect(image?.getAttribute('aria-label')).to.equal('QR code with the key JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP');
    expect(image?.querySelector('path')?.getAttribute('d')).to.match(/^M4 4h7/); // a quiet zone of four modules
    expect(textOf(element)).to.contain('JBSW Y3DP EHPK 3PXP');
    await accessibleAtRest(element);
    await click(byName(element, 'Next'));
    await settle(element);
    await press6(element, ' 123 45');
    expect(sent(VERIFY)).to.have.length(0);
    await press6(element, '123 456');
    await shows(element, CODES[9] ?? '');
    expect(sent(VERIFY).map(({ body }) => body)).to.deep.equal([{ code: '123456' }]);
    await accessibleAtRest(element);
    await click(byName(element, 'Finish'));
    await shows(element, 'Save the codes first');
    await click(byName(element, 'I have saved these codes'));
    await click(byName(element, 'Finish'));
    await shows(element, '10 of 10 recovery codes left');
    expect(textOf(element))
      .not.to.contain(CODES[0] ?? '')
      .and.not.to.contain(PENDING.secret);
    expect(changes.map(({ detail }) => detail)).to.deep.equal([{ enabled: true, passkeys: 2 }]);
  });

  it('explains a wrong code, clears the field and keeps the focus there', async () => {
    const element = await open(
      mfaAnswers(noFactor(), { [VERIFY]: refusal(400, 'code_invalid', { attempts_left: 4 }) }),
    );
    await click(byName(element, 'Set up'));
    await shows(element, 'Next');
    await click(byName(element, 'Next'));
    await settle(element);
    await press6(element, '000000');
    await shows(element, 'Codes change every 30 s');
    expect(textOf(element)).to.contain('4 tries left.');
    const field = byName(element, 'Code from the app') as HTMLInputElement;
    expect(field.value).to.equal('');
    expect(focused()).to.equal(field);
    expect(sent(VERIFY), 'a wrong code is sent once').to.have.length(1);
    await accessibleAtRest(element);
  });

  it('continues a set-up that was left, with the same secret', async () => {
    const element = await open(mfaAnswers());
    await click(byName(element, 'Set up'));
    await shows(element, 'Next');
    await click(byName(element, 'Cancel'));
    await settle(element);
    expect(textOf(element)).to.contain('Not finished');
    await click(byName(element, 'Continue set-up'));
    await shows(element, 'JBSW Y3DP');
    expect(sent(SETUP)).to.have.length(1);
  });

  it('starts again after a set-up that expired', async () => {
    const element = await open(mfaAnswers(noFactor(), { [VERIFY]: refusal(409, 'mfa_setup_expired') }));
    await click(byName(element, 'Set up'));
    await shows(element, 'Next');
    await click(byName(element, 'Next'));
    await settle(element);
    await press6(element, '123456');
    await shows(element, 'Start again');
    await click(byName(element, 'Start again'));
    await waitUntil(() => sent(SETUP).length === 2);
    await shows(element, 'Next');
  });

  it('turns off with a recovery code, and sends nothing before one was typed', async () => {
    const element = await open(mfaAnswers(bothFactors()));
    await click(byName(element, 'Turn off'));
    await shows(element, 'Turn off the authenticator app?');
    await click(allByRole(element, 'button', 'Turn off').at(-1) ?? element);
    await shows(element, 'Type the 6 digits');
    await click(byName(element, 'Use a recovery code'));
    await type(byName(element, 'Recovery code'), CODES[0] ?? '');
    await press('Enter');
    await waitUntil(() => sent(OFF).length === 1);
    expect(sent(OFF)[0]?.body).to.deep.equal({ recovery_code: CODES[0] });
    await shows(element, 'The authenticator app is off');
  });

  it('asks the page first: a cancelled change sends nothing and says so', async () => {
    const element = await open(mfaAnswers(bothFactors()));
    element.addEventListener('caas-before-mfa-change', (event) => event.preventDefault(), { once: true });
    await click(byName(element, 'New recovery codes'));
    await shows(element, 'Make new recovery codes?');
    await press6(element, '123456');
    await press('Enter');
    await shows(element, 'This page stopped the change.');
    expect(seen.filter(({ method }) => method === 'POST')).to.have.length(0);
  });

  it('shows new recovery codes once, and lets nobody close them unsaved', async () => {
    const element = await open(mfaAnswers(bothFactors({ recovery_codes_left: 1 })));
    expect(textOf(element))
      .to.contain('1 of 10 recovery codes left')
      .and.to.contain('a lost phone or key locks you out');
    await click(byName(element, 'New recovery codes'));
    await shows(element, 'Make new recovery codes?');
    await press6(element, '123456');
    await press('Enter');
    await shows(element, CODES[3] ?? '');
    await press('Escape');
    await settle(element);
    expect(textOf(element)).to.contain(CODES[3] ?? '');
    await click(byName(element, 'I have saved these codes'));
    await click(byName(element, 'Finish'));
    await settle(element);
    expect(textOf(element)).not.to.contain(CODES[3] ?? '');
  });

  it('offers no turning off of the last factor where the company requires one', async () => {
    const element = await open(mfaAnswers(bothFactors({ enforced: true, passkeys: [] })));
    expect(textOf(element)).to.contain('can’t be turned off');
    expect(allByRole(element, 'button', 'Turn off')).to.have.length(0);
  });

  it('says what is not set up, and reports it once', async () => {
    const errors = record(document, 'caas-error') as CustomEvent<{ reason: string }>[];
    const element = await mountOne('caas-mfa', html`<caas-mfa locale="en"></caas-mfa>`);
    await shows(element, 'This element is not set up');
    element.requestUpdate();
    await settle(element);
    expect(errors.map(({ detail }) => detail.reason)).to.deep.equal(['not_configured']);
  });

  it('says until when one may work without, and that passkeys need a host name', async () => {
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const element = await open(mfaAnswers(noFactor({ enforced: true, grace_until: until, passkey_host: null })));
    expect(textOf(element)).to.contain('Set one up by').and.to.contain('Passkeys need https and a host name');
    expect(allByRole(element, 'button', 'Add passkey')).to.have.length(0);
    await accessibleAtRest(element);
  });

  it('gives members with passkeys alone their recovery codes too, without a code of an app', async () => {
    const element = await open(mfaAnswers(bothFactors({ enabled: false, since: null, recovery_codes_left: 3 })));
    expect(textOf(element)).to.contain('3 of 10 recovery codes left');
    await click(byName(element, 'New recovery codes'));
    await shows(element, 'Make new recovery codes?');
    await click(byName(element, 'Make new codes'));
    await shows(element, CODES[5] ?? '');
    expect(sent(RENEW).map(({ body }) => body)).to.deep.equal([{}]);
  });

  it('renames and removes a passkey by its name', async () => {
    const element = await open(
      mfaAnswers(bothFactors(), {
        'PATCH /v1/admin/mfa/passkeys/psk_00000000000000000000000001': ({ body }) => ({
          status: 200,
          json: { ...bothFactors().passkeys[0], ...(body as object) },
        }),
        'DELETE /v1/admin/mfa/passkeys/psk_00000000000000000000000002': { status: 204 },
      }),
    );
    await click(byName(element, 'Rename Work laptop'));
    await shows(element, 'Rename Work laptop');
    await type(byName(element, 'Name'), 'Desk');
    await press('Enter');
    await shows(element, 'Now called Desk');
    await click(byName(element, 'Remove Phone'));
    await shows(element, 'Remove Phone?');
    await accessibleAtRest(element);
    await click(byName(element, 'Remove passkey'));
    await shows(element, 'Phone was removed');
  });

  it('shows without actions where told so, and keeps what is known while offline', async () => {
    const element = await open(mfaAnswers(bothFactors()));
    element.readonly = true;
    await settle(element);
    expect(byName(element, 'Turn off').getAttribute('aria-disabled')).to.equal('true');
    await click(byName(element, 'Turn off'));
    await settle(element);
    expect(textOf(element)).not.to.contain('Turn off the authenticator app?');
  });

  it('tells an embed token that two-factor belongs to members', async () => {
    const element = await open(
      mfaAnswers(noFactor(), {
        'GET /api/v1/auth/client/me': { status: 200, json: { ...identity('owner'), user: null, role: null } },
      }),
    );
    expect(textOf(element)).to.contain('belongs to people who sign in');
    expect(sent(MFA)).to.have.length(0);
  });

  it('fits 320 px in the dark, and a failure can be tried again', async () => {
    let failing = true;
    const element = await open(
      mfaAnswers(noFactor(), {
        [MFA]: () => (failing ? refusal(400, 'invalid_request') : { status: 200, json: bothFactors() }),
      }),
      { theme: 'dark', width: 320 },
    );
    await shows(element, 'req_test');
    failing = false;
    await click(byName(element, 'Try again'));
    await shows(element, 'Work laptop');
    expect(element.scrollWidth).to.be.at.most(320);
    await accessibleAtRest(element);
  });
});
