import { expect, waitUntil } from '@open-wc/testing';
import { refusal, type Reply, type Seen } from '../../support/fetch.js';
import { SECRET, key, rotatingPair, someKeys } from '../../support/keys.js';
import { calm, choose, openKeys, press, rowTexts, says, type KeysPage } from '../../support/keys-page.js';
import { accessible, allByRole, byRole, press as keyboard, record, textOf, type } from '../../support/ui.js';

const LATE = 'Still waiting for an answer.';

describe('dialogs of caas-api-keys before a gateway that lets them wait', () => {
  let page: KeysPage | null = null;
  const open = async (...given: Parameters<typeof openKeys>): Promise<KeysPage> => {
    page = await openKeys(...given);
    return page;
  };
  afterEach(() => page?.end());

  /** The next call of an endpoint gets nothing until the function that this gives is called: the reply, or the gateway's own answer. */
  const hang = ({ gateway }: KeysPage, endpoint: string): ((reply?: Reply | Promise<never>) => void) => {
    let answer: (reply?: Reply | Promise<never>) => void = () => undefined;
    const given = new Promise<Reply | undefined>((resolve) => (answer = resolve));
    gateway.overrides.set(endpoint, (request) => {
      gateway.overrides.delete(endpoint);
      return given.then((reply) => reply ?? gateway.answer(request));
    });
    return answer;
  };
  const dialogs = (element: Element) => ['dialog', 'alertdialog'].flatMap((role) => allByRole(element, role));
  /** Waits until what is open says that it waits; until then it stays open. */
  const late = async (element: Element): Promise<void> => {
    await keyboard('Escape');
    await calm(element);
    expect(byRole(element, 'button', 'Cancel').ariaDisabled, 'locked at first').to.equal('true');
    expect(textOf(element)).not.to.contain(LATE);
    const says = (): boolean => allByRole(element, 'status').some((each) => textOf(each).startsWith(LATE));
    await waitUntil(says, 'it says that it waits', { timeout: 7_000 });
    await calm(element);
  };
  const keysOf = (asked: readonly Seen[]): (string | null)[] =>
    asked.filter(({ method }) => method !== 'GET').map(({ headers }) => headers.get('idempotency-key'));

  it('closes an act that is late, leaves alone what is opened meanwhile, and says that it is done', async () => {
    const opened = await open();
    const { element, gateway } = opened;
    const answer = hang(opened, 'revokeApiKey');
    const told = record(element, 'caas-key-revoked');
    await choose(element, 'Message ingest', 'Revoke');
    await press(element, 'button', 'Revoke key');
    await late(element);
    await accessible(element);
    await keyboard('Escape');
    await says(element, '“Message ingest” may have changed: its answer has not come yet.');
    expect(dialogs(element)).to.have.length(0);

    await choose(element, 'Terraform', 'Edit');
    await says(element, 'Edit Terraform');
    await type(byRole(element, 'textbox', 'Name'), 'Terra');
    answer();
    await waitUntil(() => told.length === 1);
    await says(element, 'The answer for “Message ingest” has come: it is done.');
    expect((byRole(element, 'textbox', 'Name') as HTMLInputElement).value, 'what is open stays').to.equal('Terra');
    expect(rowTexts(element)[1]).to.contain('Revoked');
    expect(textOf(element)).not.to.contain('may have changed');
    expect(gateway.keys[1]?.status).to.equal('revoked');
  });

  it('sends an act that was left again as the same, and says in the list why it was refused', async () => {
    const opened = await open();
    const { element, gateway, seen } = opened;
    const answer = hang(opened, 'updateApiKey');
    await choose(element, 'Message ingest', 'Disable');
    await press(element, 'button', 'Disable key');
    await late(element);
    await press(element, 'button', 'Close');
    await says(element, '“Message ingest” may have changed');

    gateway.overrides.set('updateApiKey', refusal(409, 'request_in_progress'));
    await choose(element, 'Message ingest', 'Disable');
    for (const _ of [1, 2]) {
      await press(element, 'button', 'Disable key');
      await says(element, 'The same request is still running.');
    }
    await keyboard('Escape');
    const [first, ...others] = keysOf(seen);
    expect(others).to.deep.equal([first, first]);
    answer(refusal(403, 'forbidden'));
    await says(element, '“Message ingest”: Your access does not cover this.');
    expect(textOf(element)).not.to.contain('may have changed');
  });

  it('closes a promotion that is late, and says where its answer was lost', async () => {
    const opened = await open({ keys: rotatingPair() });
    const { element, seen } = opened;
    const answer = hang(opened, 'promoteApiKey');
    await press(element, 'button', 'Promote… for Production server');
    await press(element, 'checkbox', 'Promote all the same');
    await press(element, 'button', 'Promote secondary key');
    await late(element);
    await accessible(element);
    await press(element, 'button', 'Close');
    await says(element, '“Production server” may have changed');
    answer(Promise.reject(new TypeError('connection cut')));
    await says(element, '“Production server”: Not confirmed: the answer was lost.');
    expect(textOf(element)).not.to.contain('may have changed');

    await press(element, 'button', 'Promote… for Production server');
    await press(element, 'checkbox', 'Promote all the same');
    await press(element, 'button', 'Promote secondary key');
    await says(element, 'Stops working in');
    const [first, ...others] = keysOf(seen);
    expect(others).to.deep.equal([first]);
  });

  it('lets promote without a count that is late, with a tick', async () => {
    const { element, gateway } = await open({ keys: rotatingPair() });
    gateway.overrides.set('getApiKeyUsage', () => new Promise<Reply>(() => undefined));
    await press(element, 'button', 'Promote… for Production server');
    const asks = (): boolean => textOf(element).includes('Whether the old key is still called is not known yet.');
    await waitUntil(asks, 'it says that it does not know', { timeout: 6_000 });
    await press(element, 'button', 'Promote secondary key');
    await says(element, 'Tick this to promote all the same');
    await press(element, 'checkbox', 'Promote all the same');
    await press(element, 'button', 'Promote secondary key');
    await says(element, 'Stops working in');
  });

  it('closes a change that is late without a question, and says that it is done', async () => {
    const opened = await open();
    const { element } = opened;
    const answer = hang(opened, 'updateApiKey');
    await choose(element, 'Message ingest', 'Edit');
    await type(byRole(element, 'textbox', 'Name'), 'Ingest');
    await keyboard('Enter');
    await late(element);
    await says(element, 'You can close this: the list says what became of it');
    await keyboard('Escape');
    await says(element, '“Message ingest” may have changed');
    expect(dialogs(element)).to.have.length(0);
    answer();
    await says(element, 'The answer for “Message ingest” has come: it is done.');
    await waitUntil(() => rowTexts(element)[1]?.startsWith('Ingest'));
  });

  it('shows every secret that comes after its dialog was closed, one after the other', async function () {
    this.timeout(20_000);
    const opened = await open({ keys: [...someKeys(), key({ name: 'Billing' })] });
    const { element } = opened;
    const rotated = hang(opened, 'rotateApiKey');
    await choose(element, 'Message ingest', 'Rotate');
    await press(element, 'button', 'Create new key');
    await late(element);
    await says(element, 'You can close this: if the key is made, its secret shows here');
    await accessible(element);
    await keyboard('Escape');
    await says(element, 'A secondary key of “Message ingest” may have been made');

    const created = hang(opened, 'createApiKey');
    await press(element, 'button', 'Create key');
    await says(element, 'Calls fail from then on');
    await type(byRole(element, 'textbox', 'Name'), 'Telemetry worker');
    await keyboard('Enter');
    await late(element);
    await keyboard('Escape');
    await says(element, '“Telemetry worker” may have been made');

    await choose(element, 'Billing', 'Edit');
    await says(element, 'Edit Billing');
    rotated();
    await calm(element);
    await says(element, '“Telemetry worker” may have been made');
    created();
    await calm(element);
    expect(textOf(element), 'what is open stays').not.to.contain(SECRET);
    await press(element, 'button', 'Cancel');
    for (const name of ['Message ingest', 'Telemetry worker']) {
      await says(element, SECRET);
      expect(textOf(byRole(element, 'dialog'))).to.contain(name);
      await press(element, 'checkbox', 'I have stored it somewhere safe');
      await press(element, 'button', 'Done');
    }
    expect(textOf(element)).not.to.contain(SECRET);
    expect(textOf(element)).not.to.contain('may have been made');
  });
});
