import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { SECRET, key, retiringPair, rotatingPair, someKeys } from '../../support/keys.js';
import { calm, choose, openKeys, press, rowTexts, says, type KeysPage } from '../../support/keys-page.js';
import { accessible, allByRole, byRole, focused, textOf } from '../../support/ui.js';

describe('rotation in caas-api-keys', () => {
  let page: KeysPage | null = null;
  const open = async (...given: Parameters<typeof openKeys>): Promise<KeysPage> => {
    page = await openKeys(...given);
    return page;
  };
  afterEach(() => page?.end());

  it('goes from a new secondary to a retired old key', async () => {
    const keys = someKeys();
    const id = keys[1]?.id ?? '';
    const { element, gateway } = await open({ keys });
    await choose(element, 'Message ingest', 'Rotate');
    await says(element, 'Previous key will become secondary and eventually deactivated');
    await accessible(element);
    const rotated = oneEvent(element, 'caas-key-rotated');
    await press(element, 'button', 'Create new key');
    expect(((await rotated) as CustomEvent).detail).to.deep.equal({ id, name: 'Message ingest' });
    await says(element, SECRET);
    await press(element, 'checkbox', 'I have stored it somewhere safe');
    await press(element, 'button', 'Done');

    await says(element, 'Waiting for the first call with it.');
    const secondary = gateway.keys.find(({ status }) => status === 'secondary');
    gateway.change(secondary?.id ?? '', {
      last_used_at: new Date(gateway.now).toISOString(),
      last_used_ip: '198.51.100.7',
    });
    await says(element, 'First call seen');

    await press(element, 'button', 'Promote…');
    await says(element, 'All calls of the last hour came with the new key.');
    const promoted = oneEvent(element, 'caas-key-promoted');
    await press(element, 'button', 'Promote secondary key');
    expect(((await promoted) as CustomEvent).detail).to.deep.equal({ id: secondary?.id, name: 'Message ingest' });
    await says(element, /Stops working in (24 h|23 h 59 min)/);

    await press(element, 'button', 'Retire now');
    await press(element, 'button', 'Retire old key');
    await waitUntil(() => allByRole(element, 'button', 'Retire now').length === 0);
    expect(gateway.find(id)?.status).to.equal('revoked');
  });

  it('shows the panel, its test by the gateway, and is accessible', async () => {
    const { element } = await open({ keys: rotatingPair() });
    await says(element, 'Secondary created');
    await accessible(element);
    await press(element, 'button', 'Run test');
    await says(element, 'Test passed: the gateway accepts the new key.');
    await says(element, 'The gateway accepts the new key. No call with it yet.');
  });

  it('wants a tick where the old key is still called, and shows from where', async () => {
    const keys = rotatingPair(true);
    const old = keys[0]?.id ?? '';
    const { element, gateway, seen } = await open({
      keys,
      usage: {
        [old]: {
          calls_1h: 41,
          callers: [{ ip: '203.0.113.14', user_agent: null, calls: 41, last_seen_at: '2026-11-20T09:40:07.000Z' }],
        },
      },
    });
    await says(element, '41 calls with the old key in the last hour, from 203.0.113.14.');
    await press(element, 'button', 'Promote…');
    await says(element, 'The old key was called within the last hour.');
    await waitUntil(() => focused()?.textContent?.trim() === 'Cancel');
    await accessible(element);
    await press(element, 'button', 'Promote secondary key');
    await says(element, 'Tick this to promote all the same');
    expect(seen.some(({ url }) => url.pathname.endsWith('/promote'))).to.equal(false);
    await press(element, 'checkbox', 'Promote all the same');
    await press(element, 'button', 'Promote secondary key');
    await waitUntil(() => gateway.find(old)?.status === 'retiring');
  });

  it('counts the split again while one looks', async () => {
    const keys = rotatingPair(true);
    const old = keys[0]?.id ?? '';
    const { element, gateway } = await open({ keys, usage: { [old]: { calls_1h: 41 } } });
    await press(element, 'button', 'Promote…');
    await says(element, 'The old key was called within the last hour.');
    gateway.usage = { [keys[1]?.id ?? '']: { calls_1h: 3_120 } };
    await says(element, 'All calls of the last hour came with the new key.');
    await says(element, '3,120');
  });

  it('cancels: the secondary is deleted, the old key stays', async () => {
    const { element, gateway } = await open({ keys: rotatingPair() });
    await press(element, 'button', 'Cancel rotation');
    await says(element, 'The new key ending in e81B stops working and is deleted.');
    const deleted = oneEvent(element, 'caas-key-deleted');
    await press(byRole(element, 'alertdialog'), 'button', 'Cancel rotation');
    await deleted;
    await calm(element);
    expect(gateway.keys.map(({ status }) => status)).to.deep.equal(['active']);
    expect(rowTexts(element)).to.have.length(1);
  });

  it('counts down by the gateway’s clock, whatever this device says, and looks when the time is over', async () => {
    const { element, gateway } = await open({ keys: retiringPair(4) }, { before: (made) => (made.now += 0) });
    await says(element, /Stops working in [1-4] s/);
    const old = gateway.keys.find(({ status }) => status === 'retiring');
    await waitUntil(() => !textOf(element).includes('Stops working in 4'), 'it counts', { timeout: 3_000 });
    gateway.change(old?.id ?? '', { status: 'expired' });
    await waitUntil(() => !textOf(element).includes('Stops working'), 'the panel goes', { timeout: 8_000 });
  });

  it('rolls back', async () => {
    const { element, gateway } = await open({ keys: retiringPair() });
    const old = gateway.keys.find(({ status }) => status === 'retiring');
    await press(element, 'button', 'Roll back');
    const told = oneEvent(element, 'caas-key-rolled-back');
    await press(byRole(element, 'alertdialog'), 'button', 'Roll back');
    expect(((await told) as CustomEvent).detail).to.deep.equal({ id: old?.id, name: 'Production server' });
    await says(element, 'both keys work until you promote');
  });

  it('shows a rotation whose keys are on another page', async () => {
    const keys = [...Array.from({ length: 30 }, (_, index) => key({ name: `K${index}` })), ...rotatingPair()];
    const { element } = await open({ keys, limit: 100 });
    await says(element, 'Rotating Production server');
  });

  it('shows a viewer where it stands, without buttons', async () => {
    const { element } = await open({ keys: rotatingPair(), role: 'viewer' });
    await says(element, 'Test it');
    expect(allByRole(element, 'button', /Promote|Cancel|Run/)).to.have.length(0);
  });
});
