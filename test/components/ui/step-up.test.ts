import { expect, html, waitUntil } from '@open-wc/testing';
import { ApiClient } from '@caas/base/client.js';
import { toApiError } from '@caas/base/errors.js';
import { getMfa } from '@caas/contract/calls/mfa.js';
import { withStepUp } from '@caas/ui/step-up.js';
import '@caas/ui/caas-panel.js';
import type { Panel } from '@caas/ui/panel.js';
import { refusal, type Reply, type Seen } from '../../support/fetch.js';
import { serve } from '../../support/people.js';
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
  settle,
  textOf,
  type,
} from '../../support/ui.js';

const API = 'https://step-up.test';
const ACT = 'GET /v1/admin/mfa';
const PROVE = 'POST /v1/mfa/step-up';
const DONE: Reply = {
  status: 200,
  json: {
    enabled: true,
    since: null,
    recovery_codes_left: 9,
    enforced: false,
    grace_until: null,
    passkeys: [],
    passkey_host: null,
  },
};
const PROVEN: Reply = { status: 200, json: { fresh_until: '2026-11-21T14:00:00.000Z' } };

/** `caas-step-up`, as whoever makes a sensitive call meets it. */
describe('withStepUp', () => {
  let end = (): void => undefined;
  let seen: Seen[] = [];
  let host: Panel;
  let outcome: Promise<unknown>;
  afterEach(() => end());

  /** Makes a sensitive call that is refused until a proof was taken, and waits for the dialog. */
  async function start(methods: string[], proof: (request: Seen) => Reply = () => PROVEN): Promise<void> {
    let fresh = false;
    const server = serve({
      [API]: {
        [ACT]: () => (fresh ? DONE : refusal(403, 'step_up_required', { methods })),
        [PROVE]: (request) => {
          const answer = proof(request);
          fresh = answer.status === 200;
          return answer;
        },
      },
    });
    ({ seen } = server);
    end = server.restore;
    host = await mountOne('caas-panel', html`<caas-panel heading="Host"></caas-panel>`);
    const client = new ApiClient({ url: API });
    outcome = withStepUp(host, client, () => client.call(getMfa)).catch((cause: unknown) => toApiError(cause).code);
    await waitUntil(() => allByRole(host, 'dialog').length > 0, 'the dialog opened', { timeout: 4_000 });
    await settle(host);
  }

  const proofs = (): unknown[] => seen.filter(({ url }) => url.pathname.endsWith('/step-up')).map(({ body }) => body);
  const gone = (): boolean => !everything(host).some(({ localName }) => localName === 'caas-step-up');

  it('asks for a code, sends it with the sixth digit, and does the act then', async () => {
    await start(['totp', 'recovery_code']);
    const code = byName(host, 'Code from your authenticator app') as HTMLInputElement;
    expect(focused()).to.equal(code);
    expect([code.getAttribute('autocomplete'), code.inputMode]).to.deep.equal(['one-time-code', 'numeric']);
    await accessible(host);
    await type(code, '123 456');
    expect(await outcome).to.include({ recovery_codes_left: 9 });
    expect(proofs()).to.deep.equal([{ code: '123456' }]);
    expect(gone()).to.be.true;
  });

  it('says how many tries are left, empties the field, and takes a recovery code instead', async () => {
    await start(['totp', 'recovery_code'], ({ body }) =>
      'recovery_code' in (body as object) ? PROVEN : refusal(400, 'code_invalid', { attempts_left: 4 }),
    );
    await type(byName(host, 'Code from your authenticator app'), '000000');
    await waitUntil(() => textOf(host).includes('4 tries left'));
    expect((byName(host, 'Code from your authenticator app') as HTMLInputElement).value).to.equal('');
    await click(byRole(host, 'button', 'Use a recovery code'));
    await settle(host);
    expect(focused()).to.equal(byName(host, 'Recovery code'));
    await type(byName(host, 'Recovery code'), 'abcd-efgh-jkmn');
    await press('Enter');
    expect(await outcome).to.include({ enabled: true });
    expect(proofs().at(-1)).to.deep.equal({ recovery_code: 'abcd-efgh-jkmn' });
  });

  it('asks for the password where there is no second factor', async () => {
    await start(['password'], ({ body }) =>
      (body as { password?: string }).password === 'right' ? PROVEN : refusal(403, 'password_wrong'),
    );
    await click(byRole(host, 'button', 'Confirm'));
    expect(textOf(host)).to.contain('Enter your password.');
    await type(byName(host, 'Password'), 'wrong');
    await press('Enter');
    await waitUntil(() => textOf(host).includes('That is not your password.'));
    await accessible(host);
    await type(byName(host, 'Password'), 'right');
    await press('Enter');
    expect(await outcome).to.include({ enabled: true });
  });

  it('gives the refusal to whoever closes it, and leaves nothing behind', async () => {
    await start(['totp']);
    await press('Escape');
    expect(await outcome).to.equal('step_up_required');
    await waitUntil(gone);
    expect(proofs()).to.deep.equal([]);
  });

  it('ends with the element it stands in', async () => {
    await start(['totp']);
    host.remove();
    expect(await outcome).to.equal('step_up_required');
  });

  it('lets other refusals through untouched', async () => {
    const server = serve({ [API]: { [ACT]: refusal(403, 'forbidden') } });
    end = server.restore;
    host = await mountOne('caas-panel', html`<caas-panel heading="Host"></caas-panel>`);
    const client = new ApiClient({ url: API });
    const code = await withStepUp(host, client, () => client.call(getMfa)).catch(
      (cause: unknown) => toApiError(cause).code,
    );
    expect(code).to.equal('forbidden');
    expect(gone()).to.be.true;
  });
});
