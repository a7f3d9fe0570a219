import { expect, html } from '@open-wc/testing';
import { refusal } from '../../support/fetch.js';
import { KeysGateway, key, retiringPair, rotatingPair, serveKeys, someKeys } from '../../support/keys.js';
import { API, openKeys, press, rowTexts, says } from '../../support/keys-page.js';
import { accessible, allByRole, mountOne, nameOf } from '../../support/ui.js';

describe('rows and filters of caas-api-keys', () => {
  let end = (): void => undefined;
  afterEach(() => end());

  it('calls the controls of each row by another name, also where keys share theirs', async () => {
    const over = [key({ name: 'CI', last4: 'd9E4', status: 'revoked' }), key({ name: 'CI' })];
    for (const [keys, width] of [
      [[...rotatingPair(), ...over], 1200],
      [[...retiringPair(), ...over], 1200],
      [rotatingPair(), 320],
    ] as const) {
      const page = await openKeys({ keys: [...keys] }, { around: { width } });
      ({ end } = page);
      const { element } = page;
      for (const name of [/^Actions for/, /^Use of/, /^Copy key id of/]) {
        const names = allByRole(element, 'button', name).map(nameOf);
        expect(names, String(name)).to.have.length(keys.length);
        expect(new Set(names).size, names.join()).to.equal(keys.length);
      }
      const ending = keys.find(({ role }) => role === 'secondary')?.last4 ?? '';
      expect(allByRole(element, 'button', `Actions for Production server ${ending}`)).to.have.length(1);
      expect(allByRole(element, 'button', 'Actions for Production server')).to.have.length(1);
      end();
    }
  });

  it('lets filters be cleared that the gateway refuses', async () => {
    const gateway = new KeysGateway({ keys: someKeys() });
    gateway.overrides.set('listApiKeys', ({ url }) =>
      url.searchParams.get('q') === '\u0000x' ? refusal(400, 'invalid_request') : null,
    );
    ({ restore: end } = serveKeys({ [API]: gateway }));
    const element = await mountOne(
      'caas-api-keys',
      html`<caas-api-keys
        api-url=${API}
        .getToken=${() => 'token'}
        .viewState=${{ q: '\u0000x', status: '', scope: '', sort: 'name' } as const}
        locale="en"
      ></caas-api-keys>`,
    );
    await says(element, 'These filters can’t be used');
    await accessible(element);
    expect(allByRole(element, 'button', 'Try again')).to.have.length(0);
    await press(element, 'button', 'Clear filters');
    await says(element, '1–5 of 5');
    expect(rowTexts(element)).to.have.length(5);
    expect(element.viewState.q).to.equal('');
  });
});
