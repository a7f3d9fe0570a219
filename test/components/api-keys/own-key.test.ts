import { expect } from '@open-wc/testing';
import { refusal } from '../../support/fetch.js';
import { retiringPair, rotatingPair, someKeys } from '../../support/keys.js';
import { choose, openKeys, press, says, type KeysPage } from '../../support/keys-page.js';
import { accessible, byRole, textOf, type } from '../../support/ui.js';

const OWN = 'This page was opened with this key and stops with it';

describe('the key that a page was opened with', () => {
  let page: KeysPage | null = null;
  const open = async (keys = someKeys(), own = keys[1]?.id ?? ''): Promise<KeysPage> => {
    page = await openKeys({ keys, role: null, permissions: ['api-keys:read', 'api-keys:write'] });
    page.gateway.usage = { [own]: { calls_24h: 2, mints_this_session: true } };
    return page;
  };
  afterEach(() => page?.end());

  for (const [act, verb] of [
    ['Revoke', 'Revoke key'],
    ['Delete', 'Delete key'],
    ['Disable', 'Disable key'],
  ] as const) {
    it(`is told before: ${act}`, async () => {
      const { element } = await open();
      await choose(element, 'Message ingest', act);
      await says(element, OWN);
      await accessible(element);
      if (act === 'Delete') await type(byRole(element, 'textbox', /Message ingest/), 'Message ingest');
      await press(byRole(element, 'alertdialog'), 'button', verb);
      await says(element, `“Message ingest”: Done. ${OWN}`);
    });
  }

  it('is told before it is retired', async () => {
    const keys = retiringPair();
    const { element } = await open(keys);
    await press(element, 'button', 'Retire now for Production server');
    await says(element, OWN);
  });

  it('is told before the key beside it takes its place', async () => {
    const keys = rotatingPair(true);
    const { element } = await open(keys, keys[0]?.id);
    await press(element, 'button', 'Promote… for Production server');
    await says(element, OWN);
  });

  it('is not told of any other key', async () => {
    const { element } = await open();
    await choose(element, 'Terraform', 'Revoke');
    await says(element, 'No calls in the last 24 h.');
    expect(textOf(element)).not.to.contain('This page was opened');
  });

  it('leaves a page that says what was done once its token has died with it', async () => {
    const { element, gateway } = await open();
    await choose(element, 'Message ingest', 'Revoke');
    await says(element, OWN);
    for (const read of ['listApiKeys', 'me', 'getApiKeyUsage'])
      gateway.overrides.set(read, () => (gateway.keys[1]?.status === 'revoked' ? refusal(401, 'token_invalid') : null));
    await press(byRole(element, 'alertdialog'), 'button', 'Revoke key');
    await says(element, 'Your session ended');
    expect(textOf(element)).to.contain(`“Message ingest”: Done. ${OWN}`);
    await accessible(element);
  });
});
