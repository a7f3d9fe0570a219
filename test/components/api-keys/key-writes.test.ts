import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { BeforeDetail } from '@caas/base/events.js';
import { refusal } from '../../support/fetch.js';
import { SECRET, key, someKeys } from '../../support/keys.js';
import { calm, choose, holds, openKeys, press, rowTexts, says, type KeysPage } from '../../support/keys-page.js';
import { accessible, allByRole, byRole, focused, press as keyboard, record, textOf, type } from '../../support/ui.js';

const EVENTS = ['created', 'updated', 'rotated', 'promoted', 'rolled-back', 'revoked', 'deleted'].map(
  (name) => `caas-key-${name}`,
);

describe('writes of caas-api-keys', () => {
  let page: KeysPage | null = null;
  const open = async (...given: Parameters<typeof openKeys>): Promise<KeysPage> => {
    page = await openKeys(...given);
    return page;
  };
  const writes = () => page?.seen.filter(({ method }) => method !== 'GET') ?? [];
  afterEach(() => page?.end());

  describe('create', () => {
    const fill = async (element: Element, name: string): Promise<void> => {
      await press(element, 'button', 'Create key');
      await says(element, 'Calls fail from then on');
      await type(byRole(element, 'textbox', 'Name'), name);
    };
    const submit = async (): Promise<void> => {
      await keyboard('Enter');
      if (page) await calm(page.element);
    };

    it('makes a key for 90 days, shows its secret once and forgets it', async () => {
      const { element, gateway } = await open();
      const created = oneEvent(element, 'caas-key-created');
      await fill(element, 'Telemetry worker');
      await accessible(element);
      await submit();
      await says(element, 'Save this key now');
      const { detail } = (await created) as CustomEvent;
      expect(detail).to.deep.equal({ id: gateway.keys[0]?.id, name: 'Telemetry worker' });
      const body = writes()[0]?.body as { scopes: string[]; expires_at: string };
      expect(body.scopes).to.deep.equal(['read', 'write']);
      expect(Math.round((Date.parse(body.expires_at) - gateway.now) / 86_400_000)).to.equal(90);

      await waitUntil(() => focused()?.textContent?.includes('Copy'));
      await accessible(element);
      await keyboard('Escape');
      expect(textOf(element)).to.contain('Save this key now');
      await press(element, 'button', 'Done');
      await says(element, 'Copy it, download it, or tick the box first.');
      await press(element, 'checkbox', 'I have stored it somewhere safe');
      await press(element, 'button', 'Done');
      expect(textOf(element)).not.to.contain('Save this key now');
      expect(holds(element, SECRET)).to.equal(false);
      expect(rowTexts(element)[0]).to.contain('Telemetry worker');
    });

    it('wants a name, a scope and a tick for admin, and leads to the first of them', async () => {
      const { element } = await open();
      await fill(element, 'x');
      await type(byRole(element, 'textbox', 'Name'), '');
      await press(element, 'checkbox', /^read/);
      await press(element, 'checkbox', /^write/);
      await submit();
      await press(element, 'button', 'Create key');
      await says(element, 'Enter a name.');
      await says(element, 'Choose at least one scope.');
      expect(focused()).to.equal(byRole(element, 'textbox', 'Name'));
      await press(element, 'checkbox', /^admin/);
      await press(element, 'button', 'Create key');
      await says(element, 'Tick this, or take admin away.');
      expect(writes()).to.have.length(0);
    });

    it('suggests names by use, with their scopes', async () => {
      const { element } = await open({ keys: [key({ name: 'One' })] });
      await press(element, 'button', 'Create key');
      await press(element, 'button', 'Nightly export');
      await submit();
      expect(writes()[0]?.body).to.deep.include({ name: 'Nightly export', scopes: ['read'] });
    });

    it('suggests for embed tokens every scope that an element may ask for: a token never has more than its key', async () => {
      const { element } = await open();
      await press(element, 'button', 'Create key');
      await press(element, 'button', 'Embed tokens');
      await press(element, 'checkbox', 'This key needs admin, and only our server will hold it');
      await press(element, 'button', 'Create key');
      expect(writes()[0]?.body).to.deep.include({ name: 'Embed tokens', scopes: ['read', 'write', 'admin'] });
    });

    it('explains what Never means, and says which address is none', async () => {
      const { element } = await open();
      await fill(element, 'CI');
      const expiry = byRole(element, 'combobox', 'Expires') as HTMLSelectElement;
      expiry.value = 'never';
      expiry.dispatchEvent(new Event('change'));
      await says(element, 'A key that never expires works until somebody revokes it');
      await type(byRole(element, 'textbox', /^Allowed IPs/), 'office');
      await press(element, 'button', 'Create key');
      await says(element, '“office” is no address');
      expect(writes()).to.have.length(0);
    });

    it('puts a taken name at its field and keeps what was typed', async () => {
      const { element } = await open();
      await fill(element, 'Terraform');
      await submit();
      await says(element, 'Another key has this name.');
      expect((byRole(element, 'textbox', 'Name') as HTMLInputElement).value).to.equal('Terraform');
      await keyboard('Escape');
      await press(element, 'button', 'Keep editing');
      expect(textOf(element), 'nothing was put right meanwhile').to.contain('Another key has this name.');
    });

    it('asks before it throws typed text away', async () => {
      const { element } = await open();
      await fill(element, 'Half a na');
      await keyboard('Escape');
      await says(element, 'Discard changes?');
    });

    it('does nothing where the host page says no, at once or later', async () => {
      const { element } = await open();
      element.addEventListener('caas-before-key-create', (event) => {
        (event as CustomEvent<BeforeDetail<{ name: string }>>).detail.waitUntil(Promise.reject(new Error('no')));
      });
      await fill(element, 'CI');
      await submit();
      await says(element, 'This page did not allow it.');
      expect(writes()).to.have.length(0);
    });

    it('repeats a lost create under the same key, and says that its secret was never shown', async () => {
      const { element, gateway } = await open();
      let lost = false;
      gateway.overrides.set('createApiKey', (request) => {
        if (lost) return null;
        lost = true;
        gateway.overrides.delete('createApiKey');
        // It is done, and the connection is cut before the answer.
        return gateway.answer(request).then(() => Promise.reject(new TypeError('connection cut')));
      });
      await fill(element, 'CI');
      await submit();
      await says(element, 'Not confirmed: the answer was lost.');
      await press(element, 'button', 'Create key');
      await says(element, 'The secret was never shown');
      expect(allByRole(element, 'button', 'Rotate again')).to.have.length(0);
      const keys = writes().map(({ headers }) => headers.get('idempotency-key'));
      expect(keys).to.have.length(2);
      expect(keys[0]).to.equal(keys[1]);
      expect(gateway.keys.filter(({ name }) => name === 'CI')).to.have.length(1);
    });
  });

  it('revokes after showing how much the key is used', async () => {
    const keys = someKeys();
    const id = keys[1]?.id ?? '';
    const { element } = await open({
      keys,
      usage: {
        [id]: {
          calls_24h: 41_208,
          callers: [{ ip: '198.51.100.7', user_agent: null, calls: 41_207, last_seen_at: '2026-11-20T08:54:07.000Z' }],
          last_call: { at: '2026-11-20T09:40:07.000Z', ip: '203.0.113.9' },
        },
      },
    });
    const told = record(element, ...EVENTS) as CustomEvent[];
    await choose(element, 'Message ingest', 'Revoke');
    await says(element, /In use\. 41,208 calls in the last 24 h, most recent 1 min ago from 203\.0\.113\.9/);
    expect(focused()?.textContent?.trim()).to.equal('Cancel');
    await accessible(element);
    await press(element, 'button', 'Revoke key');
    expect(rowTexts(element)[1]).to.contain('Revoked by Ada Okafor');
    expect(told.map(({ type: name, detail }) => [name, detail as unknown])).to.deep.equal([
      ['caas-key-revoked', { id, name: 'Message ingest' }],
    ]);
    expect(allByRole(element, 'alertdialog')).to.have.length(0);
  });

  it('deletes only after the name was typed, and forces it where the key is in use', async () => {
    const keys = someKeys();
    const id = keys[1]?.id ?? '';
    const { element } = await open({ keys, usage: { [id]: { calls_24h: 7 } } });
    await choose(element, 'Message ingest', 'Delete');
    await says(element, 'Revoke it first to stop calls and keep its history.');
    await accessible(element);
    await type(byRole(element, 'textbox'), 'message ingest');
    await keyboard('Enter');
    await says(element, 'Type Message ingest exactly as shown.');
    expect(writes()).to.have.length(0);
    await type(byRole(element, 'textbox'), 'Message ingest');
    const deleted = oneEvent(element, 'caas-key-deleted');
    await keyboard('Enter');
    await deleted;
    await calm(element);
    expect(writes()[0]?.url.searchParams.get('force')).to.equal('true');
    expect(rowTexts(element)).to.have.length(4);
    await waitUntil(() => focused()?.ariaLabel === 'Actions for Staging ETL', 'the focus goes on at the next row');
  });

  it('lets the host page stop each act', async () => {
    for (const [entry, verb, event] of [
      ['Revoke', 'Revoke key', 'caas-before-key-revoke'],
      ['Rotate', 'Create new key', 'caas-before-key-rotate'],
    ] as const) {
      const { element } = await open();
      element.addEventListener(event, (asked) => asked.preventDefault());
      await choose(element, 'Message ingest', entry);
      await press(element, 'button', verb);
      await says(element, 'This page did not allow it.');
      expect(writes()).to.have.length(0);
      page?.end();
    }
  });

  it('disables, and enables again', async () => {
    const { element } = await open();
    const told = record(element, 'caas-key-updated');
    await choose(element, 'Message ingest', 'Disable');
    await press(element, 'button', 'Disable key');
    expect(rowTexts(element)[1]).to.contain('Disabled');
    await choose(element, 'Message ingest', 'Enable');
    await says(element, '4 of 10');
    await waitUntil(() => rowTexts(element)[1]?.includes('Active'));
    expect(told).to.have.length(2);
  });

  it('says in its own words why a key was not enabled', async () => {
    const { element, gateway } = await open();
    await choose(element, 'Message ingest', 'Disable');
    await press(element, 'button', 'Disable key');
    gateway.overrides.set('updateApiKey', refusal(403, 'forbidden'));
    await choose(element, 'Message ingest', 'Enable');
    await says(element, 'Your access does not cover this.');
  });

  it('renames a key and moves its end', async () => {
    const { element, gateway } = await open();
    await choose(element, 'Message ingest', 'Edit');
    await says(element, 'Edit Message ingest');
    await type(byRole(element, 'textbox', 'Name'), 'Kafka ingest');
    await press(element, 'button', 'Save changes');
    await says(element, 'Kafka ingest');
    expect(gateway.keys[1]).to.include({ name: 'Kafka ingest', note: 'Kafka bridge, eu-west' });
  });

  it('keeps what was typed when somebody else was faster, beside what it would replace, and overwrites nothing else', async () => {
    const { element, gateway } = await open();
    const id = gateway.keys[1]?.id ?? '';
    await choose(element, 'Message ingest', 'Edit');
    await says(element, 'Edit Message ingest');
    expect(textOf(element)).not.to.contain('Now there:');
    gateway.change(id, { note: 'Moved to us-east' });
    await type(byRole(element, 'textbox', 'Name'), 'Kafka ingest');
    await press(element, 'button', 'Save changes');
    await says(element, 'Someone else changed this key meanwhile. Your text is kept');
    await says(element, 'Changed by someone else');
    await says(element, 'Now there: Message ingest');
    const note = byRole(element, 'textbox', /^Note/) as HTMLInputElement;
    expect(note.value, 'nobody typed here: it is theirs').to.equal('Moved to us-east');
    expect(gateway.find(id)?.name).to.equal('Message ingest');
    await accessible(element);
    await press(element, 'button', 'Save changes');
    await says(element, 'Kafka ingest');
    expect(gateway.find(id)).to.include({ name: 'Kafka ingest', note: 'Moved to us-east' });
  });

  it('shows another’s note beside one’s own before it is replaced', async () => {
    const { element, gateway } = await open();
    const id = gateway.keys[1]?.id ?? '';
    await choose(element, 'Message ingest', 'Edit');
    await says(element, 'Edit Message ingest');
    await type(byRole(element, 'textbox', /^Note/), 'Kafka, us-west');
    gateway.change(id, { note: 'Moved to us-east' });
    await press(element, 'button', 'Save changes');
    await says(element, 'Now there: Moved to us-east');
    gateway.change(id, { note: null });
    await press(element, 'button', 'Save changes');
    await says(element, 'Now there: nothing');
    expect((byRole(element, 'textbox', /^Note/) as HTMLInputElement).value).to.equal('Kafka, us-west');
    await press(element, 'button', 'Save changes');
    await says(element, 'Kafka, us-west');
    expect(gateway.find(id)).to.include({ name: 'Message ingest', note: 'Kafka, us-west' });
  });

  it('says who was faster, and shows the present state', async () => {
    const { element, gateway } = await open();
    await choose(element, 'Message ingest', 'Revoke');
    gateway.change(gateway.keys[1]?.id ?? '', { status: 'revoked' });
    await press(element, 'button', 'Revoke key');
    await says(element, '“Message ingest” was changed by someone else meanwhile.');
    expect(allByRole(element, 'alertdialog')).to.have.length(0);
    expect(rowTexts(element)[1]).to.contain('Revoked');
    expect(rowTexts(element)[1]).to.contain('Changed by someone else');
  });

  it('names who was faster, where the gateway knows', async () => {
    const { element, gateway } = await open();
    const current = gateway.keys[1];
    const changed_by = { type: 'user', id: 'usr_2', name: 'Dana Reyes' };
    gateway.overrides.set('revokeApiKey', () => refusal(409, 'wrong_state', { current, changed_by: null }));
    gateway.overrides.set('updateApiKey', () => refusal(409, 'version_conflict', { current, changed_by }));
    await choose(element, 'Message ingest', 'Revoke');
    await press(element, 'button', 'Revoke key');
    await says(element, '“Message ingest” was changed by someone else meanwhile.');
    await choose(element, 'Message ingest', 'Edit');
    await type(byRole(element, 'textbox', 'Name'), 'Kafka ingest');
    await press(element, 'button', 'Save changes');
    await says(element, 'Dana Reyes changed this key meanwhile. Your text is kept');
    await says(element, '“Message ingest” was changed by Dana Reyes meanwhile.');
  });

  it('shows the use of a key by hour and who calls', async () => {
    const keys = someKeys();
    const id = keys[1]?.id ?? '';
    const { element } = await open({
      keys,
      usage: {
        [id]: {
          calls_24h: 2_400,
          callers: [
            { ip: '198.51.100.7', user_agent: 'kafka/3.9', calls: 2_400, last_seen_at: '2026-11-20T09:40:07.000Z' },
          ],
        },
      },
    });
    byRole(element, 'button', 'Use of Message ingest').focus();
    await keyboard('Enter');
    await says(element, 'Called from, last 24 h');
    await says(element, 'kafka/3.9');
    await accessible(element);
    const period = byRole(element, 'combobox', 'Period') as HTMLSelectElement;
    period.value = '30';
    period.dispatchEvent(new Event('change'));
    await calm(element);
    expect(textOf(byRole(element, 'dialog'))).to.contain('Called from, last 24 h');
    await keyboard('Escape');
    await waitUntil(() => allByRole(element, 'dialog').length === 0);
    await calm(element);
    expect(focused()?.getAttribute('aria-label')).to.equal('Use of Message ingest');
  });

  it('says that use could not be loaded, never zero', async () => {
    const { element } = await open(
      {},
      { before: (gateway) => gateway.overrides.set('getApiKeyUsage', refusal(400, 'invalid_request')) },
    );
    await choose(element, 'Message ingest', 'Revoke');
    await says(element, 'How much this key is used could not be loaded.');
  });

  it('walks to the menu and through it by keyboard', async () => {
    const { element } = await open();
    byRole(element, 'button', 'Actions for Message ingest').focus();
    await keyboard('Enter');
    await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
    await keyboard('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(focused()?.textContent?.trim()).to.equal('Revoke');
    await keyboard('Enter');
    await says(element, 'Revoke Message ingest?');
    await keyboard('Escape');
    await waitUntil(() => focused()?.getAttribute('aria-label') === 'Actions for Message ingest');
  });
});
