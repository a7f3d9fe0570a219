import { expect, waitUntil } from '@open-wc/testing';
import { refusal, type Reply } from '../../support/fetch.js';
import { SECRET, key, someKeys } from '../../support/keys.js';
import { calm, choose, openKeys, press, says, type KeysPage } from '../../support/keys-page.js';
import { accessible, allByRole, byName, byRole, press as keyboard, textOf, type } from '../../support/ui.js';

describe('the form for a new key in caas-api-keys', () => {
  let page: KeysPage | null = null;
  const open = async (...given: Parameters<typeof openKeys>): Promise<KeysPage> => {
    page = await openKeys(...given);
    return page;
  };
  afterEach(() => page?.end());

  const suggested = (element: Element): string[] =>
    allByRole(element, 'group', 'Suggestions').flatMap((group) => [...group.querySelectorAll('button')].map(textOf));

  it('suggests no name that another key has', async () => {
    const keys = [...someKeys(), key({ name: 'Nightly export', status: 'revoked' })];
    const { element } = await open({ keys });
    await press(element, 'button', 'Create key');
    await says(element, 'Calls fail from then on');
    expect(suggested(element)).to.deep.equal(['Nightly export', 'Embed tokens']);
  });

  it('suggests no name any more that the gateway refused, nor anything where all are taken', async () => {
    const { element, gateway } = await open({
      keys: ['Production server', 'Message ingest', 'Nightly export'].map((name) => key({ name })),
    });
    gateway.overrides.set('createApiKey', refusal(409, 'name_taken'));
    await press(element, 'button', 'Create key');
    await press(element, 'button', 'Embed tokens');
    await press(element, 'checkbox', /^This key needs admin/);
    await press(element, 'button', 'Create key');
    await says(element, 'Another key has this name.');
    expect(allByRole(element, 'group', 'Suggestions')).to.have.length(0);
  });

  it('ends a key with the chosen day of the element’s time zone, also where the clock changes', async () => {
    for (const [zone, day, end] of [
      ['Pacific/Kiritimati', '2027-01-31', '2027-01-31T09:59:59.000Z'],
      ['America/New_York', '2027-03-14', '2027-03-15T03:59:59.000Z'],
    ] as const) {
      const { element, seen } = await open();
      element.timeZone = zone;
      await press(element, 'button', 'Create key');
      await says(element, 'Calls fail from then on');
      await type(byRole(element, 'textbox', 'Name'), zone);
      const expiry = byRole(element, 'combobox', 'Expires') as HTMLSelectElement;
      expiry.value = 'date';
      expiry.dispatchEvent(new Event('change'));
      await calm(element);
      const date = byName(element, 'Last day') as HTMLInputElement;
      date.value = day;
      date.dispatchEvent(new Event('input'));
      await says(element, `Calls fail from then on: ${Number(day.slice(-2))} `);
      await press(element, 'button', 'Create key');
      await says(element, SECRET);
      expect(seen.find(({ method }) => method === 'POST')?.body, zone).to.include({ expires_at: end });
      page?.end();
    }
  });

  describe('while the gateway is silent', () => {
    /** Sends a form whose answer waits for `answer`, and waits until it says so. */
    const sendSilently = async (name: string): Promise<{ element: Element; answer: (reply?: Reply) => void }> => {
      const { element, gateway } = await open();
      let answer: (reply?: Reply) => void = () => undefined;
      gateway.overrides.set('createApiKey', (request) => {
        gateway.overrides.delete('createApiKey');
        return new Promise<Reply | undefined>((resolve) => (answer = resolve)).then(
          (reply) => reply ?? gateway.answer(request),
        );
      });
      await press(element, 'button', 'Create key');
      await says(element, 'Calls fail from then on');
      await type(byRole(element, 'textbox', 'Name'), name);
      await keyboard('Enter');
      await calm(element);
      expect(byRole(element, 'button', 'Cancel').ariaDisabled).to.equal('true');
      expect(textOf(element)).not.to.contain('Still waiting');
      const waits = (): boolean =>
        allByRole(element, 'status').some((each) => textOf(each).includes('Still waiting for an answer.'));
      await waitUntil(waits, 'it says that it waits', { timeout: 7_000 });
      return { element, answer: (reply) => answer(reply) };
    };

    it('says that it still waits, lets go without a question, and shows the secret once it is there', async () => {
      const { element, answer } = await sendSilently('Telemetry worker');
      await accessible(element);
      const said = allByRole(element, 'status').find((each) => textOf(each).includes('Still waiting'));
      const footer = allByRole(element, 'button', 'Close').at(-1);
      expect(said?.getBoundingClientRect().bottom, 'in view').to.be.at.most(footer?.getBoundingClientRect().top ?? 0);
      await keyboard('Escape');
      await says(element, '“Telemetry worker” may have been made');
      expect(allByRole(element, 'dialog')).to.have.length(0);
      await choose(element, 'Message ingest', 'Edit');
      await says(element, 'Edit Message ingest');
      answer();
      await calm(element);
      expect(textOf(element), 'what is open stays').not.to.contain(SECRET);
      await press(element, 'button', 'Cancel');
      await says(element, SECRET);
      expect(textOf(element)).not.to.contain('may have been made');
    });

    it('says in the list why nothing was made', async () => {
      const { element, answer } = await sendSilently('Terraform');
      await press(element, 'button', 'Close');
      answer(refusal(403, 'quota_reached'));
      await says(element, 'The plan’s limit of keys is reached.');
      expect(textOf(element)).not.to.contain('may have been made');
    });
  });
});
