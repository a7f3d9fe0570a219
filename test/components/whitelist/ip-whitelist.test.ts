import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { BeforeDetail } from '@caas/base/events.js';
import { ipKind } from '@caas/whitelist/ip-kind.js';
import { IP_ENTRIES } from '../../contract/whitelist-ip.data.js';
import { accessibleAtRest } from '../../support/at-rest.js';
import { refusal } from '../../support/fetch.js';
import { calm, choose, press, rowTexts, says } from '../../support/keys-page.js';
import { openList, type WhitelistPage } from '../../support/whitelist-page.js';
import { NOW, entry } from '../../support/whitelists.js';
import { allByRole, byName, byRole, press as keyboard, record, textOf, type } from '../../support/ui.js';

const EVENTS = ['added', 'updated', 'removed', 'mode-changed', 'change-confirmed'].map((name) => `caas-ip-${name}`);

describe('caas-ip-whitelist', () => {
  let page: WhitelistPage | null = null;
  const open = async (...[options, more]: Parameters<typeof openList> extends [unknown, ...infer R] ? R : never) => {
    page = await openList('caas-ip-whitelist', options, more);
    return page;
  };
  const writes = () =>
    page?.seen.filter(({ method, url }) => method !== 'GET' && !url.pathname.endsWith('dry-run')) ?? [];
  const values = () => page?.gateway.lists.ip.map(({ value }) => value) ?? [];
  const ask = async (element: Element, text: string): Promise<void> => {
    await type(byRole(element, 'textbox', 'Would this IP be allowed?'), text);
    await calm(element);
  };
  const write = async (element: Element, text: string): Promise<void> => {
    await press(element, 'button', 'Add IPs');
    await says(element, 'Text after # becomes the label');
    await type(byRole(element, 'textbox', 'IP addresses and ranges'), text);
    await calm(element);
  };
  afterEach(() => page?.end());

  it('lists entries with what they cover, by whom they were added and when they matched', async () => {
    const { element } = await open();
    const rows = rowTexts(element);
    expect(rows).to.have.length(5);
    expect(rows[0]).to.match(/203\.0\.113\.14.*your IP.*1 address.*Production server.*by Tomás Rey.*12 s ago.*41,208/);
    expect(rows[1]).to.contain('256 addresses');
    expect(rows[3]).to.contain('2⁹⁶ addresses');
    expect(rows[4]).to.contain('Removes itself in 2 days');
    await accessibleAtRest(element);
  });

  it('says as one types whether an address would be allowed, and by what', async () => {
    const { element, seen } = await open();
    await ask(element, '198.51.100.24');
    await says(element, 'Yes, by 198.51.100.0/24 (Office, added by Tomás Rey).');
    await ask(element, '::ffff:10.1.2.3');
    await says(element, 'Yes, by 10.0.0.0/8');
    await ask(element, '203.0.113.99');
    await says(element, 'No. No entry matches.');
    await ask(element, '198.51.100.0/25');
    await says(element, 'Yes, by 198.51.100.0/24');
    await ask(element, '127.1');
    await says(element, 'Write all four numbers');
    await ask(element, '203.0.113.14:443');
    await press(element, 'button', 'Use 203.0.113.14');
    await says(element, 'Yes, by 203.0.113.14');
    await press(element, 'button', 'Use my IP');
    await says(element, 'Yes, by 203.0.113.14');
    expect(seen.filter(({ url }) => url.pathname.endsWith('/check'))).to.have.length(0);
    await accessibleAtRest(element);
  });

  it('judges by the same rules as the gateway, in this engine too', async () => {
    const rules = await (await ipKind.acts()).rules();
    for (const [input, value] of IP_ENTRIES.taken) {
      const verdict = rules.parse(input);
      expect(verdict.ok && verdict.entry.value, input).to.equal(value);
      expect(ipKind.source(input), input).to.deep.equal({ ok: true, value });
    }
    for (const [input, code, suggestion] of IP_ENTRIES.refused) {
      expect(rules.parse(input), input).to.deep.equal({ ok: false, code, ...(suggestion ? { suggestion } : {}) });
      expect(ipKind.source(input).ok, input).to.equal(false);
    }
  });

  it('adds what is typed with label and end, and says from when it counts', async () => {
    const { element, gateway } = await open({ ips: [] });
    await says(element, 'Any IP can use your keys.');
    const added = oneEvent(element, 'caas-ip-added');
    await press(element, 'button', 'Use my IP');
    await says(element, 'Yes: the list is empty');
    await press(element, 'button', 'Add IPs');
    await says(element, 'From now on everything else is rejected.');
    await press(element, 'button', /^Use my IP 203/);
    await type(byRole(element, 'textbox', /^Label/), 'Office');
    await says(element, 'Nobody who called in the last 24 hours would be refused.');
    await accessibleAtRest(element);
    await press(element, 'button', 'Add 1');
    await says(element, '1 entry added. From now on every other address is refused.');
    expect(gateway.lists.ip).to.have.length(1);
    expect(gateway.lists.ip[0]).to.deep.include({ value: '203.0.113.14', label: 'Office', expires_at: null });
    const { detail } = (await added) as CustomEvent;
    expect(detail.entries).to.deep.equal([{ id: gateway.lists.ip[0]?.id, value: '203.0.113.14', label: 'Office' }]);
  });

  it('previews each pasted line and adds those that can be, keeping the others with their reasons', async () => {
    const { element } = await open();
    await write(
      element,
      '192.0.2.1 # Berlin\n10.0.0.5/24\n203.0.113.14\n198.51.100.0/23\n1.2.3.999\n203.0.113.7:80\n64.0.0.0/6\n0.0.0.0/0',
    );
    const preview = () => allByRole(element, 'row').map(textOf);
    const line = (text: string) => preview().find((row) => row.includes(text));
    expect(line('192.0.2.1')).to.contain('Berlin').and.to.contain('New.');
    expect(line('10.0.0.5/24')).to.contain('10.0.0.0/24').and.to.contain('Covered already by 10.0.0.0/8');
    expect(preview().filter((row) => row.includes('Listed already'))).to.have.length(1);
    expect(line('198.51.100.0/23')).to.contain('Covers 198.51.100.0/24');
    expect(line('1.2.3.999')).to.contain('0 to 255');
    expect(line('64.0.0.0/6')).to.contain('type its prefix below');
    expect(line('0.0.0.0/0')).to.contain('An empty list does that.');
    await accessibleAtRest(element);
    await press(element, 'button', 'Use 203.0.113.7');
    await type(byRole(element, 'textbox', 'Type /6 to add 64.0.0.0/6'), '/6');
    await press(element, 'checkbox', /^Replace 1 entry/);
    await press(element, 'button', 'Add 4 of 8');
    await says(element, '4 added. 2 lines stay');
    expect((byRole(element, 'textbox', 'IP addresses and ranges') as HTMLTextAreaElement).value).to.equal(
      '1.2.3.999\n0.0.0.0/0',
    );
    expect(values()).to.include.members(['192.0.2.1', '198.51.100.0/23', '203.0.113.7', '64.0.0.0/6']);
    expect(values()).not.to.include.members(['198.51.100.0/24']);
    expect(writes()[0]?.body).to.deep.include({ merge: true });
  });

  it('keeps a line that only the gateway refuses, and says why', async () => {
    const { element } = await open(
      {},
      {
        before: ({ overrides }) =>
          overrides.set('addIps', {
            status: 201,
            json: {
              added: [],
              merged: [],
              rejected: [{ index: 1, input: '192.0.2.2', code: 'quota_reached', message: '' }],
              revert: null,
            },
          }),
      },
    );
    await write(element, '192.0.2.1\n192.0.2.2');
    await press(element, 'button', 'Add 2');
    await says(element, 'The list is full');
    expect((byRole(element, 'textbox', 'IP addresses and ranges') as HTMLTextAreaElement).value).to.equal('192.0.2.2');
  });

  it('shows before a change whom it would refuse, stops it, and adds them by one click', async () => {
    const callers = [
      { source: '203.0.113.50', calls: 1200 },
      { source: '203.0.113.14', calls: 0, you: true },
    ];
    const { element } = await open({ ips: [], callers });
    await write(element, '192.0.2.1');
    await says(element, 'this would have refused 1,200 calls of 2 callers');
    await press(element, 'button', 'Add 1');
    await says(element, 'This would cut off 2 callers');
    await accessibleAtRest(element);
    await press(element, 'button', 'Add these 2 and continue');
    await says(element, '3 entries added.');
    expect(values()).to.have.members(['192.0.2.1', '203.0.113.50', '203.0.113.14']);
  });

  it('leaves everything as it was, the typed text too, when the question is cancelled', async () => {
    const { element } = await open({ ips: [], callers: [{ source: '203.0.113.50', calls: 1 }] });
    await write(element, '192.0.2.1');
    await press(element, 'button', 'Add 1');
    await says(element, 'This would cut off 1 caller');
    await keyboard('Escape');
    await calm(element);
    expect(values()).to.deep.equal([]);
    expect((byRole(element, 'textbox', 'IP addresses and ranges') as HTMLTextAreaElement).value).to.equal('192.0.2.1');
    expect(textOf(element)).not.to.contain('cut off 1 caller');
  });

  it('counts a forced change down and keeps it on request', async () => {
    const { element, gateway } = await open({ callers: [{ source: '203.0.113.14', calls: 5 }] });
    const events = record(element, ...EVENTS);
    await choose(element, '203.0.113.14', 'Remove');
    await says(element, 'This would cut off 1 caller');
    await press(element, 'button', 'Continue without them');
    await says(element, /It undoes itself in (1:00|0:5\d)/);
    expect(writes().at(-1)?.url.searchParams.get('confirm_lockout')).to.equal('true');
    await press(element, 'button', 'Keep the change');
    await says(element, 'The change is kept.');
    expect(gateway.revert).to.equal(null);
    expect(textOf(element)).not.to.contain('undoes itself');
    expect(events.map(({ type: name }) => name)).to.deep.equal(['caas-ip-removed', 'caas-ip-change-confirmed']);
  });

  it('shows the countdown of a running revert after a reload, and the list once it is undone', async () => {
    const { element, gateway } = await open(
      {},
      {
        before: (given) => {
          given.revert = { id: 'rvt_00000000000000000000000001', at: new Date(NOW + 30_000).toISOString() };
        },
      },
    );
    await says(element, /It undoes itself in 0:(30|2\d)/);
    gateway.revert = null;
    gateway.now += 40_000;
    await element.updateComplete;
    element.viewState = { q: 'office' }; // any read tells of it
    await waitUntil(() => !textOf(element).includes('undoes itself'), 'the countdown is gone', { timeout: 4000 });
  });

  it('removes at once and puts back with label and end', async () => {
    const { element, gateway } = await open();
    const old = gateway.lists.ip.find(({ value }) => value === '192.0.2.77');
    await choose(element, '192.0.2.77', 'Remove');
    await says(element, '192.0.2.77 removed.');
    expect(values()).not.to.include('192.0.2.77');
    await press(element, 'button', 'Undo');
    await says(element, '1 entry added.');
    const back = gateway.lists.ip.find(({ value }) => value === '192.0.2.77');
    expect(back).to.deep.include({ label: old?.label, expires_at: old?.expires_at });
  });

  it('changes label and end, and never overwrites what somebody else changed unseen', async () => {
    const { element, gateway } = await open();
    await choose(element, '198.51.100.0/24', 'Edit');
    await says(element, 'Edit 198.51.100.0/24');
    await type(byRole(element, 'textbox', /^Label/), 'Head office');
    gateway.lists.ip = gateway.lists.ip.map((one) => (one.value === '198.51.100.0/24' ? { ...one, version: 2 } : one));
    await press(element, 'button', 'Save changes');
    await says(element, 'Someone else changed this entry meanwhile.');
    await press(element, 'button', 'Save changes');
    await calm(element);
    expect(gateway.lists.ip.find(({ value }) => value === '198.51.100.0/24')?.label).to.equal('Head office');
  });

  it('switches to observing and back; the guard stands before enforcing', async () => {
    const { element, gateway } = await open({ callers: [{ source: '203.0.113.99', calls: 3 }] });
    await press(element, 'button', 'Change');
    await says(element, 'so that you can complete the list first');
    await accessibleAtRest(element);
    await press(element, 'radio', /Observe/);
    await press(element, 'button', 'Apply');
    await says(element, 'Nothing is refused. Calls that would be are listed below.');
    await ask(element, '203.0.113.99');
    await says(element, 'let through only because the list observes');
    await press(element, 'button', 'Change');
    await press(element, 'radio', /Enforce/);
    await press(element, 'button', 'Apply');
    await says(element, 'This would cut off 1 caller');
    await press(element, 'button', 'Add 203.0.113.99 and continue');
    await says(element, 'The list is enforced.');
    expect(gateway.mode).to.equal('enforce');
    expect(values()).to.include('203.0.113.99');
  });

  it('adds somebody who was refused by one click', async () => {
    const { element } = await open({ refusals: [{ source: '203.0.113.77', calls: 3 }] });
    await says(element, '3 calls refused');
    await press(element, 'button', 'Add 203.0.113.77');
    await says(element, 'No call was refused for its address.');
    expect(values()).to.include('203.0.113.77');
  });

  it('shows lists of 10,000 in the grid, and asks the gateway for verdicts', async () => {
    const ips = Array.from({ length: 10_000 }, (_, n) => entry(`10.${n >> 8}.${n & 255}.7`, { label: `Rack ${n}` }));
    const { element, seen } = await open({ ips });
    await waitUntil(() => element.shadowRoot?.querySelector('caas-grid') !== null, 'the grid is there', {
      timeout: 8000,
    });
    await says(element, '10,000 entries');
    expect(seen.filter(({ url }) => Number(url.searchParams.get('limit')) > 1000)).to.have.length(0);
    await ask(element, '10.1.1.7');
    await waitUntil(() => textOf(element).includes('Yes, by 10.1.1.7'), 'the verdict', { timeout: 4000 });
    expect(seen.filter(({ url }) => url.pathname.endsWith('/check'))).to.have.length(1);
  });

  it('asks the host page first, and does nothing where it says no', async () => {
    const { element } = await open();
    element.addEventListener('caas-before-ip-remove', (event) => event.preventDefault());
    element.addEventListener('caas-before-ip-add', (event) =>
      (event as CustomEvent<BeforeDetail<object>>).detail.waitUntil(Promise.reject(new Error('no'))),
    );
    await choose(element, '10.0.0.0/8', 'Remove');
    await says(element, 'This page did not allow it.');
    await write(element, '192.0.2.1');
    await press(element, 'button', 'Add 1');
    await waitUntil(() => textOf(element).split('This page did not allow it.').length === 3);
    expect(writes()).to.have.length(0);
  });

  it('repeats a lost write under the same key', async () => {
    const { element, gateway } = await open();
    let lost = false;
    gateway.overrides.set('addIps', () => {
      if (lost) return null;
      lost = true;
      return Promise.reject(new TypeError('connection cut'));
    });
    await write(element, '192.0.2.1');
    await press(element, 'button', 'Add 1');
    await says(element, 'Not confirmed: the answer was lost.');
    await press(element, 'button', 'Add 1');
    await says(element, '1 entry added.');
    const keys = writes().map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('offers nothing to those who may only read, and says whom to ask', async () => {
    const { element } = await open({ role: 'viewer', refusals: [{ source: '203.0.113.77', calls: 3 }] });
    await says(element, 'Ask an admin to change allowed IPs.');
    expect(allByRole(element, 'button', /^(Add |Actions |Change$)/)).to.have.length(0);
    await ask(element, '203.0.113.14');
    await says(element, 'Yes, by 203.0.113.14');
    await accessibleAtRest(element);
  });

  it('is a list of cards where it is narrow', async () => {
    const { element } = await open({}, { around: { width: 360 } });
    expect(allByRole(element, 'listitem').length).to.be.at.least(5);
    await accessibleAtRest(element);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth + 1);
  });

  it('lets rows that do not match a search yet stand back, and says when the gateway lets it wait', async () => {
    const { element, gateway } = await open();
    const table = (): Element => (byRole(element, 'table').getRootNode() as ShadowRoot).host;
    const fresh = getComputedStyle(table()).color;
    gateway.overrides.set('listIpWhitelist', () => new Promise(() => undefined));
    await type(byRole(element, 'searchbox', 'Search allowed IPs'), 'bastion');
    await waitUntil(() => getComputedStyle(table()).color !== fresh, 'the rows stand back');
    await accessibleAtRest(element);
    await waitUntil(() => textOf(element).includes('Still loading.'), 'it says so', { timeout: 6_000 });
    gateway.overrides.clear();
    await press(element, 'button', 'Try again');
    await waitUntil(() => getComputedStyle(table()).color === fresh, 'they are those that were asked for');
    expect(textOf(element)).not.to.contain('Still loading');
  });

  it('ends an entry with the chosen day of the element’s time zone', async () => {
    const { element, gateway } = await open();
    element.timeZone = 'Pacific/Kiritimati';
    await choose(element, '203.0.113.14', 'Edit');
    const expiry = byRole(element, 'combobox', 'Removes itself') as HTMLSelectElement;
    expiry.value = 'date';
    expiry.dispatchEvent(new Event('change'));
    await calm(element);
    const date = byName(element, 'Last day') as HTMLInputElement;
    date.value = '2027-01-31';
    date.dispatchEvent(new Event('input'));
    await press(element, 'button', 'Save changes');
    await waitUntil(() => gateway.lists.ip[0]?.expires_at === '2027-01-31T09:59:59.000Z', 'it is saved so');
  });

  it('says what failed, and tries again', async () => {
    const { element, gateway } = await open(
      {},
      {
        before: ({ overrides }) => overrides.set('listIpWhitelist', refusal(403, 'forbidden')),
      },
    );
    await waitUntil(() => allByRole(element, 'alert').length > 0);
    await accessibleAtRest(element);
    gateway.overrides.clear();
  });
});
