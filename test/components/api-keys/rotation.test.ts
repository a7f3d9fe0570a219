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

    byRole(element, 'button', 'Promote… for Message ingest').focus();
    await press(element, 'button', 'Promote… for Message ingest');
    await says(element, 'All calls of the last hour came with the new key.');
    const promoted = oneEvent(element, 'caas-key-promoted');
    await press(element, 'button', 'Promote secondary key');
    expect(((await promoted) as CustomEvent).detail).to.deep.equal({ id: secondary?.id, name: 'Message ingest' });
    await says(element, /Stops working in (24 h|23 h 59 min)/);
    const at = (name: string) => () => focused()?.role === 'heading' && focused()?.textContent?.includes(name) === true;
    await waitUntil(at('Rotating Message ingest'), 'the focus goes on in the panel that changed');

    byRole(element, 'button', 'Retire now for Message ingest').focus();
    await press(element, 'button', 'Retire now for Message ingest');
    await press(element, 'button', 'Retire old key');
    await waitUntil(() => allByRole(element, 'button', 'Retire now for Message ingest').length === 0);
    expect(gateway.find(id)?.status).to.equal('revoked');
    await waitUntil(at('API keys'), 'the panel has gone, the list is next');
  });

  it('shows the panel, its test by the gateway, and is accessible', async () => {
    const { element } = await open({ keys: rotatingPair() });
    await says(element, 'Secondary created');
    await accessible(element);
    await press(element, 'button', 'Run test for Production server');
    await says(element, 'Test passed: the gateway accepts the new key.');
    await says(element, 'The gateway accepts the new key. No call with it yet.');
    await says(element, 'Secondary, tested');
  });

  it('keeps the test for whoever looks next, also beyond promotion', async () => {
    const { element, gateway } = await open({ keys: rotatingPair() });
    await press(element, 'button', 'Run test for Production server');
    await says(element, /Tested.*Ada Okafor, (now|0 s ago)\. The gateway accepts the new key/s);
    page?.end();
    const [, fresh] = gateway.keys;
    const next = await open({ keys: gateway.keys, role: 'viewer' });
    await says(next.element, /Tested.*Ada Okafor, .*The gateway accepts the new key. No call with it yet/s);
    page?.end();
    const [promoted, old] = retiringPair();
    if (!fresh || !promoted || !old) throw new Error('A pair has two keys.');
    const { tested_at, tested_by } = fresh;
    const later = await open({ keys: [{ ...promoted, last_used_at: null, tested_at, tested_by }, old] });
    await says(later.element, /Tested.*Promoted without a call with the new key/s);
  });

  it('takes no test for granted where nobody has the secret', async () => {
    const [old, fresh] = rotatingPair();
    if (!old || !fresh) throw new Error('A pair has two keys.');
    const { created_at, created_by } = fresh;
    const lost = { ...fresh, secret_delivered: false, tested_at: created_at, tested_by: created_by };
    const { element } = await open({ keys: [old, lost] });
    await says(element, 'Not possible: nobody has the secret.');
    expect(textOf(element)).not.to.contain('Tested');
  });

  it('wants a tick where the old key is still called, and shows from where', async () => {
    const keys = rotatingPair(true);
    const old = keys[0]?.id ?? '';
    const { element, gateway, seen } = await open({
      keys,
      usage: {
        [old]: {
          calls_1h: 41,
          calls_24h: 6_164,
          callers: [
            { ip: '203.0.113.99', user_agent: null, calls: 6_123, last_seen_at: '2026-11-20T03:00:00.000Z' },
            { ip: '203.0.113.14', user_agent: null, calls: 41, last_seen_at: '2026-11-20T09:40:07.000Z' },
          ],
          callers_1h: [
            { ip: '203.0.113.14', user_agent: 'a/1', calls: 40, last_seen_at: '2026-11-20T09:40:07.000Z' },
            { ip: '203.0.113.14', user_agent: 'b/1', calls: 1, last_seen_at: '2026-11-20T09:39:07.000Z' },
          ],
        },
      },
    });
    await says(element, '41 calls with the old key in the last hour, from 203.0.113.14.');
    await press(element, 'button', 'Promote… for Production server');
    await says(element, 'The old key was called within the last hour.');
    await says(element, 'Old key called from, last hour');
    expect(textOf(byRole(element, 'region', 'Old key called from, last hour'))).to.match(
      /203\.0\.113\.14.*40.*203\.0\.113\.14.*1/s,
    );
    expect(textOf(element)).not.to.contain('203.0.113.99');
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
    await press(element, 'button', 'Promote… for Production server');
    await says(element, 'The old key was called within the last hour.');
    gateway.usage = { [keys[1]?.id ?? '']: { calls_1h: 3_120 } };
    await says(element, 'All calls of the last hour came with the new key.');
    await says(element, '3,120');
  });

  it('cancels: the secondary is deleted, the old key stays', async () => {
    const { element, gateway } = await open({ keys: rotatingPair() });
    byRole(element, 'button', 'Cancel rotation for Production server').focus();
    await press(element, 'button', 'Cancel rotation for Production server');
    await says(element, 'The new key ending in e81B stops working and is deleted.');
    const deleted = oneEvent(element, 'caas-key-deleted');
    await press(byRole(element, 'alertdialog'), 'button', 'Cancel rotation');
    await deleted;
    await calm(element);
    expect(gateway.keys.map(({ status }) => status)).to.deep.equal(['active']);
    expect(rowTexts(element)).to.have.length(1);
    await waitUntil(() => focused()?.textContent === 'API keys', 'the focus goes on at the list');
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
    byRole(element, 'button', 'Roll back for Production server').focus();
    await press(element, 'button', 'Roll back for Production server');
    const told = oneEvent(element, 'caas-key-rolled-back');
    await press(byRole(element, 'alertdialog'), 'button', 'Roll back');
    expect(((await told) as CustomEvent).detail).to.deep.equal({ id: old?.id, name: 'Production server' });
    await says(element, 'both keys work until you promote');
    await waitUntil(() => focused()?.textContent === 'Rotating Production server', 'the focus goes on in the panel');
  });

  it('shows a rotation whose keys are on another page', async () => {
    const keys = [...Array.from({ length: 30 }, (_, index) => key({ name: `K${index}` })), ...rotatingPair()];
    const { element } = await open({ keys, limit: 100 });
    await says(element, 'Rotating Production server');
  });

  it('names a few of the old key’s callers, and that there are more', async () => {
    const keys = rotatingPair(true);
    const callers = [1, 2, 3, 4, 5].map((n) => ({
      ip: `203.0.113.${n}`,
      user_agent: null,
      calls: 1,
      last_seen_at: '2026-11-20T09:40:07.000Z',
    }));
    const { element } = await open({ keys, usage: { [keys[0]?.id ?? '']: { calls_1h: 5, callers_1h: callers } } });
    await says(element, /in the last hour, from 203\.0\.113\.1, 203\.0\.113\.2, 203\.0\.113\.3,? and others\./);
  });

  it('says where nobody has the secret of the new key, and offers only the way out', async () => {
    const [old, fresh] = rotatingPair();
    if (!old || !fresh) throw new Error('A pair has two keys.');
    const { element, gateway } = await open({ keys: [old, { ...fresh, secret_delivered: false }] });
    await says(element, 'Nobody has the secret of the new key');
    await accessible(element);
    expect(textOf(element)).not.to.contain('Waiting for the first call');
    expect(allByRole(element, 'button', /^(Promote|Run test)/)).to.have.length(0);
    await press(element, 'button', /^Actions for Production server/); // the second row: the key that waits
    await press(element, 'menuitem', 'Promote');
    await says(
      element,
      'it was never shown. Once the old key ends, every call fails. Cancel the rotation and rotate again.',
    );
    await press(element, 'button', 'Promote secondary key');
    await says(element, 'Tick this to promote all the same');
    await press(element, 'button', 'Cancel');
    await press(element, 'button', 'Cancel rotation for Production server');
    await press(byRole(element, 'alertdialog'), 'button', 'Cancel rotation');
    await waitUntil(() => gateway.keys.length === 1);
    page?.end();

    // Where a call came with it, somebody has it after all.
    const used = { secret_delivered: false, last_used_at: '2026-11-20T09:40:07.000Z' };
    const again = await open({ keys: [old, { ...fresh, ...used }] });
    await says(again.element, 'First call seen');
    expect(allByRole(again.element, 'button', 'Promote… for Production server')).to.have.length(1);
  });

  it('names the buttons of each rotation with its key', async () => {
    const other = rotatingPair().map((item) => ({ ...item, name: 'Message ingest' }));
    const { element } = await open({ keys: [...rotatingPair(), ...other] });
    await says(element, 'Rotating Message ingest');
    const names = ['Cancel rotation', 'Run test', 'Promote…'].flatMap((act) =>
      ['Message ingest', 'Production server'].map((name) => byRole(element, 'button', `${act} for ${name}`)),
    );
    expect(names.map((button) => textOf(button))).to.deep.equal([
      'Cancel rotation',
      'Cancel rotation',
      'Run test',
      'Run test',
      'Promote…',
      'Promote…',
    ]);
  });

  it('keeps who made the new key and who called first after it was promoted, also where the list is paged', async () => {
    for (const more of [[], Array.from({ length: 30 }, (_, index) => key({ name: `K${index}` }))]) {
      const { element } = await open({ keys: [...more, ...retiringPair()], limit: 100 });
      await says(element, /Secondary created.*Ada Okafor, 2 min ago/s);
      await says(element, /Promoted.*Tomás Rey, 1 min ago/s);
      await says(element, /First call seen, last one .* from 203\.0\.113\.15/);
      page?.end();
    }
  });

  it('does not call a key tested that was promoted without a call', async () => {
    const [fresh, old] = retiringPair();
    if (!old || !fresh) throw new Error('A pair has two keys.');
    const { element } = await open({ keys: [{ ...fresh, last_used_at: null, last_used_ip: null }, old] });
    await says(element, 'Promoted without a call with the new key.');
    expect(textOf(element)).not.to.contain('Tested');
  });

  it('shows a viewer where it stands, without buttons', async () => {
    const { element } = await open({ keys: rotatingPair(), role: 'viewer' });
    await says(element, 'Test it');
    expect(allByRole(element, 'button', /Promote|Cancel|Run/)).to.have.length(0);
  });
});
