import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import '@caas/base/caas-provider.js';
import '@caas/api-keys/caas-api-keys.js';
import { interceptFetch, refusal } from '../../support/fetch.js';
import { HOSTILE_NAMES, KeysGateway, SECRET, key, rotatingPair, serveKeys, someKeys } from '../../support/keys.js';
import { API, calm, choose, holds, openKeys, press, rowTexts, says, type KeysPage } from '../../support/keys-page.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  everything,
  focused,
  mount,
  record,
  textOf,
  type,
} from '../../support/ui.js';

describe('caas-api-keys', () => {
  let page: KeysPage | null = null;
  let end = (): void => undefined;
  const open = async (...given: Parameters<typeof openKeys>): Promise<KeysPage> => {
    page = await openKeys(...given);
    return page;
  };
  afterEach(() => {
    page?.end();
    page = null;
    end();
    end = () => undefined;
  });

  describe('the list', () => {
    it('shows name, masked key, scopes, use and status of each key, and says that it is ready', async () => {
      const { element } = await open();
      expect(rowTexts(element)).to.have.length(5);
      expect(rowTexts(element)[0]).to.match(
        /Production server Main cluster caas_live_7Kd••••9f2C readwrite|read write/,
      );
      expect(rowTexts(element)[2]).to.contain('Expires in 6 days');
      expect(rowTexts(element)[4]).to.contain('Revoked by Tomás Rey');
      expect(textOf(element)).to.contain('4 of 10 keys in use');
      expect(textOf(element)).to.contain('1–5 of 5');
      await accessible(element);
    });

    it('is accessible as a list of cards where it is narrow, without a horizontal scroll at 320 px', async () => {
      const { element } = await open({ keys: [...rotatingPair(), ...someKeys()] }, { around: { width: 320 } });
      await says(element, 'Test it');
      expect(allByRole(element, 'table')).to.have.length(0);
      expect(element.scrollWidth).to.be.at.most(320);
      await accessible(element);
    });

    it('says of a key where the list is narrow what the table says below its name', async () => {
      const { element } = await open({}, { around: { width: 320 } });
      await waitUntil(() => allByRole(element, 'listitem').length > 0);
      await says(element, 'Revoked by Tomás Rey');
      await says(element, 'Main cluster');
    });

    it('keeps the actions of a row in sight where the columns do not fit', async () => {
      const { element } = await open({ keys: [key({ name: 'W'.repeat(60) })] }, { around: { width: 640 } });
      const box = element.getBoundingClientRect();
      const actions = byRole(element, 'button', /^Actions for W/).getBoundingClientRect();
      expect(actions.right).to.be.at.most(box.right);
      expect(actions.left).to.be.at.least(box.left);
    });

    it('is accessible in the dark', async () => {
      const { element } = await open({ keys: [...rotatingPair(), ...someKeys()] }, { around: { theme: 'dark' } });
      await says(element, 'Test it');
      await accessible(element);
    });

    it('shows hostile names as text', async () => {
      const { element } = await open({ keys: HOSTILE_NAMES.map((name) => key({ name, note: name })) });
      expect(
        everything(element).filter(({ localName }) => localName === 'img' || localName === 'script'),
      ).to.have.length(0);
      expect(rowTexts(element)[0]).to.contain('<img src=x onerror=alert(1)>');
      await choose(element, HOSTILE_NAMES[0] ?? '', 'Revoke');
      await says(element, 'Revoke <img src=x onerror=alert(1)>?');
      expect(everything(element).filter(({ localName }) => localName === 'img')).to.have.length(0);
    });

    it('searches, filters and sorts at the gateway, and tells the host page the view', async () => {
      const { element, seen } = await open();
      const views = record(element, 'caas-view-changed') as CustomEvent[];
      await type(byName(element, 'Search keys'), 'etl');
      await says(element, '1 key found');
      expect(rowTexts(element)).to.have.length(1);
      await press(element, 'button', /^Status/);
      await press(element, 'menuitem', 'Active');
      await press(element, 'button', /^Name/);
      await waitUntil(() => seen.at(-1)?.url.searchParams.get('sort') === 'name');
      expect(Object.fromEntries(seen.at(-1)?.url.searchParams ?? [])).to.include({ q: 'etl', status: 'active' });
      expect(views.at(-1)?.detail).to.deep.equal({ q: 'etl', status: 'active', scope: '', sort: 'name' });
      expect(element.viewState).to.deep.equal(views.at(-1)?.detail);
    });

    it('finds the key of a pasted secret without sending, telling or showing the secret', async () => {
      const secret = `caas_live_7Kd${'A1b2C3d4'.repeat(3)}9f2C`;
      const { element, seen } = await open();
      const views = record(element, 'caas-view-changed') as CustomEvent[];
      await type(byName(element, 'Search keys'), `  ${secret}`);
      await says(element, '1 key found');
      expect(rowTexts(element)[0]).to.contain('Production server');
      expect((byName(element, 'Search keys') as HTMLInputElement).value).to.equal('caas_live_7Kd9f2C');
      const told = JSON.stringify([views.map(({ detail }) => detail as unknown), seen.map(({ url }) => url.href)]);
      expect(told).to.contain('caas_live_7Kd9f2C').and.not.contain('A1b2C3d4');
    });

    it('says how many keys were found of what is asked for, and nothing while that failed', async () => {
      const { element, gateway } = await open();
      await type(byName(element, 'Search keys'), 'etl');
      await says(element, '1 key found');
      gateway.overrides.set('listApiKeys', refusal(400, 'invalid_request'));
      await type(byName(element, 'Search keys'), 'prod');
      await says(element, 'Could not refresh');
      expect(textOf(element)).not.to.contain('found');
    });

    it('takes a view from the host page without telling it back', async () => {
      const { element, seen } = await open();
      const views = record(element, 'caas-view-changed');
      element.viewState = { ...element.viewState, scope: 'admin' };
      await calm(element);
      expect(seen.some(({ url }) => url.searchParams.get('scope') === 'admin')).to.equal(true);
      expect(rowTexts(element)).to.have.length(1);
      expect(views).to.have.length(0);
    });

    it('turns pages by the gateway’s cursor', async () => {
      const { element } = await open({
        keys: Array.from({ length: 60 }, (_, index) => key({ name: `K${index}` })),
        limit: 100,
      });
      await says(element, '1–25 of 60');
      scrollTo({ top: document.documentElement.scrollHeight });
      await press(element, 'button', 'Next');
      await says(element, '26–50 of 60');
      const top = (): number => byRole(element, 'table').getBoundingClientRect().top;
      await waitUntil(() => top() >= -1, 'the page is shown from its first row on');
      await press(element, 'button', 'Previous');
      await says(element, '1–25 of 60');
      expect(rowTexts(element)).to.have.length(25);
    });

    it('copies the id of a key, never its secret', async () => {
      const { element, gateway } = await open();
      const written: string[] = [];
      const clipboard = { writeText: (text: string) => Promise.resolve(void written.push(text)) };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      await press(element, 'button', 'Copy key id of Message ingest');
      expect(written).to.deep.equal([gateway.keys[1]?.id]);
      await says(element, 'Copied');
      Reflect.deleteProperty(navigator, 'clipboard');
    });

    it('speaks German', async () => {
      const { element } = await open();
      element.locale = 'de';
      await says(element, 'API-Schlüssel');
      await says(element, 'Läuft in 6 Tagen ab');
    });

    it('speaks the language of a page whose tag is written another way, and English where it is not known', async () => {
      const { element } = await open();
      element.locale = 'de_DE';
      await says(element, 'Läuft in 6 Tagen ab');
      for (const locale of ['x', 'de_DE@euro', 'ar-EG']) {
        element.locale = locale;
        await says(element, locale.startsWith('de') ? 'API-Schlüssel' : '4 of 10 keys in use');
      }
      element.timeZone = 'Berlin';
      await says(element, 'Production server');
    });
  });

  describe('states', () => {
    it('offers to create the first key where there is none', async () => {
      const { element } = await open({ keys: [] });
      await says(element, 'Create your first key');
      expect(allByRole(element, 'table')).to.have.length(0);
      expect(allByRole(element, 'button', 'Create key')).to.have.length(1);
      await accessible(element);
    });

    it('says that nothing matches and clears the filters', async () => {
      const { element } = await open();
      await type(byName(element, 'Search keys'), 'nowhere');
      await says(element, 'No keys match “nowhere”');
      await accessible(element);
      await press(element, 'button', 'Clear filters');
      await says(element, '1–5 of 5');
    });

    it('shows why it can’t show anything, moves there, and tries again', async () => {
      const { element, gateway } = await open(
        {},
        { before: (made) => made.overrides.set('listApiKeys', refusal(403, 'forbidden')) },
      );
      await says(element, 'You have no access to this');
      gateway.overrides.set('listApiKeys', refusal(400, 'invalid_request'));
      await accessible(element);
      expect(focused()?.id).to.equal('failure');
    });

    it('neither offers a key nor speaks of shown data once its session has ended', async () => {
      const { element, gateway } = await open();
      gateway.overrides.set('listApiKeys', refusal(401, 'session_expired'));
      await type(byName(element, 'Search keys'), 'prod');
      await says(element, 'Your session ended');
      expect(textOf(element)).not.to.contain('Showing data');
      expect(allByRole(element, 'button', 'Create key')).to.have.length(0);
    });

    it('keeps the rows and says so when a refresh fails', async () => {
      const { element, gateway } = await open();
      gateway.overrides.set('listApiKeys', refusal(400, 'invalid_request'));
      dispatchEvent(new Event('visibilitychange'));
      document.dispatchEvent(new Event('visibilitychange'));
      gateway.overrides.set('updateApiKey', refusal(409, 'wrong_state'));
      await choose(element, 'Message ingest', 'Disable');
      await press(element, 'button', 'Disable key');
      await says(element, 'Could not refresh');
      expect(rowTexts(element)).to.have.length(5);
    });

    it('says at the first failure that it could not refresh, and tries again on request', async () => {
      const { element, gateway } = await open();
      let asked = 0;
      gateway.overrides.set('listApiKeys', () => {
        asked += 1;
        return asked === 1 ? refusal(503, 'unavailable') : new Promise(() => undefined);
      });
      await choose(element, 'Message ingest', 'Disable');
      await press(element, 'button', 'Disable key');
      await says(element, 'Could not refresh. Showing data from');
      await accessible(element);
      gateway.overrides.delete('listApiKeys');
      await press(element, 'button', 'Try again');
      await waitUntil(() => !textOf(element).includes('Could not refresh'));
      expect(rowTexts(element)[1]).to.contain('Disabled');
    });

    it('says within five seconds that a gateway lets it wait, and marks rows that do not match yet', async () => {
      const { element, gateway } = await open({ keys: [...rotatingPair(), ...someKeys()] });
      await says(element, 'Rotating Production server');
      const rows = byRole(element, 'table').getRootNode() as ShadowRoot;
      const fresh = getComputedStyle(rows.host).color;
      const hung = new Set<string | null>();
      const hangs = ({ url }: { url: URL }): Promise<never> => {
        hung.add(url.searchParams.get('q'));
        return new Promise(() => undefined);
      };
      gateway.overrides.set('listApiKeys', hangs);
      await type(byName(element, 'Search keys'), 'etl');
      await waitUntil(() => hung.has('etl'));
      await waitUntil(() => getComputedStyle(rows.host).color !== fresh, 'the rows stand back');
      expect(rows.host.closest('section')?.ariaBusy).to.equal('true');
      await accessible(element);
      expect(textOf(element), 'the panels stay').to.contain('Rotating Production server');
      await waitUntil(() => textOf(element).includes('Still loading.'), 'it says so', {
        timeout: 5_000,
      });
      await accessible(element);
      gateway.overrides.delete('listApiKeys');
      await press(element, 'button', 'Try again');
      await says(element, '1–1 of 1');
      expect(getComputedStyle(rows.host).color).to.equal(fresh);
      expect(textOf(element)).not.to.contain('Still loading');
      expect(textOf(element)).to.contain('Rotating Production server');
    });

    it('tries again at once where the very first answer does not come', async () => {
      const gateway = new KeysGateway();
      gateway.overrides.set('listApiKeys', () => new Promise(() => undefined));
      ({ restore: end } = serveKeys({ [API]: gateway }));
      const root = await mount(html`<caas-api-keys api-url=${API} .getToken=${() => 'token'}></caas-api-keys>`);
      await says(root, 'Still loading.');
      gateway.overrides.delete('listApiKeys');
      await press(root, 'button', 'Try again');
      await says(root, '1–5 of 5');
    });

    it('takes one more try to give up where the first kept one waiting', async () => {
      const gateway = new KeysGateway();
      let asked = 0;
      gateway.overrides.set('listApiKeys', () => {
        asked += 1;
        return new Promise((_, reject) => {
          if (asked < 3) setTimeout(() => reject(new TypeError('no answer')), asked === 1 ? 4_500 : 0);
        });
      });
      ({ restore: end } = serveKeys({ [API]: gateway }));
      const root = await mount(html`<caas-api-keys api-url=${API} .getToken=${() => 'token'}></caas-api-keys>`);
      await says(root, 'Still loading.');
      await waitUntil(() => allByRole(root, 'alert').length > 0, 'the failure shows', { timeout: 3_000 });
      expect(asked, 'not only at the third').to.be.at.most(2);
      gateway.overrides.delete('listApiKeys');
      await press(root, 'button', 'Try again');
      await says(root, '1–5 of 5');
    });

    it('says it in caas-error, once', async () => {
      const gateway = new KeysGateway();
      gateway.overrides.set('listApiKeys', refusal(403, 'forbidden'));
      ({ restore: end } = serveKeys({ [API]: gateway }));
      const element = document.createElement('caas-api-keys');
      element.apiUrl = API;
      element.getToken = () => 'token';
      const errors = record(element, 'caas-error') as CustomEvent[];
      document.body.append(element);
      await waitUntil(() => errors.length > 0);
      await calm(element);
      expect(errors.map(({ detail }) => detail as unknown)).to.deep.equal([
        { code: 'permission', reason: 'forbidden', message: 'The gateway said forbidden.', requestId: 'req_test' },
      ]);
      element.remove();
    });

    it('tells who built the page where it got no token, once', async () => {
      ({ restore: end } = interceptFetch(() => ({ status: 404, json: {} })));
      const hints: unknown[] = [];
      const { warn } = console;
      console.warn = (...hint: unknown[]) => void hints.push(hint.join(' '));
      const root = await mount(html`<caas-api-keys api-url=${API} token-url="/caas-token"></caas-api-keys>`);
      const errors = record(root, 'caas-error') as CustomEvent[];
      await says(root, 'This element is not set up');
      await says(root, 'The page could not get a token from /caas-token.');
      await press(root, 'button', 'Try again');
      await says(root, 'This element is not set up');
      console.warn = warn;
      expect(errors.map(({ detail }) => (detail as { code: string }).code)).to.include('config');
      expect(hints).to.deep.equal(['caas-api-keys /caas-token answered 404, not {token, expires_in}.']);
      expect(textOf(root)).not.to.contain('Your session ended');
    });

    it('says that it is not set up', async () => {
      const root = await mount(html`<caas-api-keys></caas-api-keys>`);
      await says(root, 'This element is not set up');
    });

    it('offers nothing to a viewer and says whom to ask', async () => {
      const { element } = await open({ role: 'viewer' });
      await says(element, 'You have Viewer access. Ask an admin to change keys.');
      expect(allByRole(element, 'button', /Create|Actions/)).to.have.length(0);
      element.create();
      await calm(element);
      expect(allByRole(element, 'dialog')).to.have.length(0);
      await accessible(element);
    });

    it('offers only the features that the host page names', async () => {
      const { element } = await open({}, { features: 'revoke' });
      expect(allByRole(element, 'button', 'Create key')).to.have.length(0);
      await press(element, 'button', 'Actions for Message ingest');
      expect(allByRole(element, 'menuitem').map(textOf)).to.deep.equal(['Edit', 'Disable', 'Revoke']);
      element.features = 'create, revoke';
      await calm(element);
      expect(allByRole(element, 'button', 'Create key')).to.have.length(1);
    });

    it('keeps reading offline, and waits with changes', async () => {
      const { element } = await open();
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
      dispatchEvent(new Event('offline'));
      await says(element, 'Offline. Showing data from');
      expect(byRole(element, 'button', 'Create key').ariaDisabled).to.equal('true');
      await press(element, 'button', 'Actions for Message ingest');
      expect(byRole(element, 'menuitem', /^Revoke/).ariaDisabled).to.equal('true');
      await says(element, 'Possible once you are back online');
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
      await says(element, 'Back online');
    });

    it('explains the plan’s limit instead of a form, and leads to the plans', async () => {
      const { element, seen } = await open({ limit: 4 });
      await says(element, '4 of 4 keys. Revoke one or upgrade.');
      element.navigable = true;
      await press(element, 'button', 'Create key');
      await says(element, 'All keys of the plan are in use');
      element.addEventListener('caas-navigate', (event) => event.preventDefault());
      const asked = oneEvent(element, 'caas-navigate');
      await press(element, 'button', 'See plans');
      expect((await asked).detail).to.deep.equal({ page: 'billing', params: {} });
      expect(seen.some(({ method }) => method === 'POST')).to.equal(false);
    });

    it('marks a key whose secret nobody saw', async () => {
      const { element } = await open({ keys: [key({ name: 'Lost', secret_delivered: false })] });
      await says(element, 'Secret never shown. Replace it.');
    });
  });

  describe('life on the page', () => {
    it('works with properties set before it was upgraded', async () => {
      const { end: stop } = await open();
      const element = document.createElement('caas-api-keys');
      element.viewState = { q: 'etl', status: '', scope: '', sort: 'name' };
      element.apiUrl = API;
      element.getToken = () => 'token';
      document.body.append(element);
      await says(element, '1–1 of 1');
      element.remove();
      stop();
    });

    it('keeps two providers apart', async () => {
      const one = new KeysGateway({ keys: [key({ name: 'Alpha key' })] });
      const two = new KeysGateway({ keys: [key({ name: 'Beta key' })] });
      ({ restore: end } = serveKeys({ 'https://one.test': one, 'https://two.test': two }));
      const root = await mount(html`
        <caas-provider api-url="https://one.test" .getToken=${() => 'one'}
          ><caas-api-keys></caas-api-keys
        ></caas-provider>
        <caas-provider api-url="https://two.test" .getToken=${() => 'two'}
          ><caas-api-keys></caas-api-keys
        ></caas-provider>
      `);
      const [left, right] = [...root.querySelectorAll('caas-api-keys')];
      if (!left || !right) throw new Error('two elements');
      await says(left, 'Alpha key');
      await says(right, 'Beta key');
      expect(textOf(left)).not.to.contain('Beta');
      expect(textOf(right)).not.to.contain('Alpha');
    });

    it('shows nothing of one tenant once it serves another', async () => {
      const { element, gateway } = await open();
      const other = new KeysGateway({ keys: [key({ name: 'Beta key' })] });
      page?.end();
      ({ restore: end } = serveKeys({ [API]: gateway, 'https://two.test': other }));
      await choose(element, 'Message ingest', 'Edit');
      element.apiUrl = 'https://two.test';
      await element.updateComplete;
      expect(textOf(element)).not.to.contain('Message ingest');
      await says(element, 'Beta key');
      expect(allByRole(element, 'dialog')).to.have.length(0);
    });

    it('asks nothing any more once it is gone, and starts again when it is back', async () => {
      const { element, seen } = await open({ keys: rotatingPair() });
      await says(element, 'Test it');
      const parent = element.parentElement;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      const asked = seen.length;
      await new Promise((resolve) => setTimeout(resolve, 2_600));
      expect(seen.length).to.equal(asked);
      parent?.append(element);
      await waitUntil(() => seen.length > asked);
      await says(element, 'Production server');
    });

    it('moves to the search field for the console’s shortcut', async () => {
      const { element } = await open();
      element.focusSearch();
      expect(focused()).to.equal(byName(element, 'Search keys'));
    });

    it('forgets a shown secret when it is taken away', async () => {
      const { element } = await open();
      element.create();
      await says(element, 'Calls fail from then on');
      await type(byRole(element, 'textbox', 'Name'), 'Telemetry');
      await press(element, 'button', 'Create key');
      await says(element, 'Save this key now');
      expect(holds(element, SECRET)).to.equal(true);
      element.remove();
      await calm(element);
      expect(holds(element, SECRET)).to.equal(false);
    });
  });
});
