import { expect, waitUntil } from '@open-wc/testing';
import { held } from '../../../src/held.js';
import { refusal, type Reply } from '../../support/fetch.js';
import { SECRET } from '../../support/keys.js';
import { calm, choose, openKeys, press, says, type KeysPage } from '../../support/keys-page.js';
import { allByRole, byRole, press as keyboard, record, textOf, type } from '../../support/ui.js';

describe('a secret of caas-api-keys that nobody has stored', () => {
  let page: KeysPage | null = null;
  afterEach(() => page?.end());

  const create = async (element: Element): Promise<void> => {
    await press(element, 'button', 'Create key');
    await says(element, 'Calls fail from then on');
    await type(byRole(element, 'textbox', 'Name'), 'Telemetry worker');
    await keyboard('Enter');
  };
  const take = async (element: Element): Promise<void> => {
    await press(element, 'checkbox', 'I have stored it somewhere safe');
    await press(element, 'button', 'Done');
  };

  it('stays where the session ended elsewhere, and holds whoever asks before leaving', async () => {
    page = await openKeys();
    const { element, gateway } = page;
    const told = record(element, 'caas-error');
    for (const read of ['listApiKeys', 'me', 'getApiKeyUsage'])
      gateway.overrides.set(read, refusal(401, 'token_expired'));
    await create(element);
    await waitUntil(() => told.length > 0, 'the list could not be read again');
    await says(element, SECRET);
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).to.equal(false);
    let left = false;
    void held()?.then(() => (left = true));
    await take(element);
    await waitUntil(() => left);
    expect(textOf(element)).not.to.contain(SECRET);
    expect(held()).to.equal(null);
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).to.equal(true);
  });

  it('holds until the last of several was stored', async function () {
    this.timeout(20_000);
    page = await openKeys();
    const { element, gateway } = page;
    let answer = (): void => undefined;
    gateway.overrides.set('rotateApiKey', (request) => {
      gateway.overrides.delete('rotateApiKey');
      return new Promise<void>((resolve) => (answer = resolve)).then((): Promise<Reply> => gateway.answer(request));
    });
    await choose(element, 'Message ingest', 'Rotate');
    await press(element, 'button', 'Create new key');
    await waitUntil(() => textOf(element).includes('Still waiting'), 'it waits', { timeout: 7_000 });
    await keyboard('Escape');
    await create(element);
    await says(element, SECRET);
    answer(); // its secret comes behind the one that shows
    await calm(element);
    let left = false;
    void held()?.then(() => (left = true));
    await take(element);
    await says(element, SECRET);
    expect(left, 'the second still shows').to.equal(false);
    await take(element);
    await waitUntil(() => left);
    expect(allByRole(element, 'dialog')).to.have.length(0);
  });
});
