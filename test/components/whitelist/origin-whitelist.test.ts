import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/whitelist/caas-whitelist.js';
import { originKind } from '@caas/whitelist/origin-kind.js';
import { ORIGIN_ENTRIES, ORIGIN_MATCHES } from '../../contract/whitelist-origin.data.js';
import { accessibleAtRest } from '../../support/at-rest.js';
import { calm, choose, press, rowTexts, says } from '../../support/keys-page.js';
import { API, openList, type WhitelistPage } from '../../support/whitelist-page.js';
import { WhitelistGateway, entry, serveWhitelists } from '../../support/whitelists.js';
import { allByRole, byRole, mountOne, record, textOf, type } from '../../support/ui.js';

describe('caas-origin-whitelist', () => {
  let page: WhitelistPage | null = null;
  const open = async (options: Parameters<typeof openList>[1] = {}) => {
    page = await openList('caas-origin-whitelist', options);
    return page;
  };
  afterEach(() => page?.end());

  it('shows what a wildcard matches and names as people read them', async () => {
    const { element } = await open({ yourOrigin: 'https://admin.meridian.example' });
    const rows = rowTexts(element);
    expect(rows[1]).to.contain('Matches a.meridian.example, not meridian.example or a.b.meridian.example');
    expect(rows[1]).to.contain('this dashboard');
    expect(rows[0]).not.to.contain('this dashboard');
    expect(rows[2]).to.contain('https://münchen.example');
    await accessibleAtRest(element);
  });

  it('says whether an origin would be allowed, and corrects what is none', async () => {
    const { element } = await open();
    const ask = (text: string) => type(byRole(element, 'textbox', 'Would this origin be allowed?'), text);
    await ask('https://app.meridian.example');
    await says(element, 'Yes, by https://app.meridian.example');
    await says(element, 'https://*.meridian.example (Previews');
    await ask('https://evil.example');
    await says(element, 'No. No entry matches.');
    await ask('app.meridian.example/login');
    await says(element, 'An origin starts with https://.');
    await press(element, 'button', 'Use https://app.meridian.example');
    await says(element, 'Yes, by https://app.meridian.example');
  });

  it('judges by the same rules as the gateway, in this engine too', async () => {
    const rules = await (await originKind.acts()).rules();
    for (const [input, value] of ORIGIN_ENTRIES.taken) {
      const verdict = rules.parse(input);
      expect(verdict.ok && verdict.entry.value, input).to.equal(value);
      if (!input.includes('*')) expect(originKind.source(input)).to.deep.equal({ ok: true, value });
    }
    for (const [input, code, suggestion] of ORIGIN_ENTRIES.refused)
      expect(rules.parse(input), input).to.deep.equal({ ok: false, code, ...(suggestion ? { suggestion } : {}) });
    for (const { entry: value, yes, no } of ORIGIN_MATCHES) {
      const list = [entry(value)];
      for (const origin of yes) expect(originKind.matching(list, origin), origin).to.have.length(1);
      for (const origin of no) expect(originKind.matching(list, origin), origin).to.have.length(0);
    }
  });

  it('corrects pasted origins and refuses wildcards over public suffixes', async () => {
    const { element, gateway } = await open();
    await press(element, 'button', 'Add origins');
    await says(element, 'stands for one part');
    await type(
      byRole(element, 'textbox', 'Origins'),
      'https://shop.example/cart\nhttps://*.github.io\nhttps://*.shop.example\nhttp://shop.example\n*',
    );
    await says(element, 'Anybody can have a name below this.');
    await says(element, 'Matches https://a.shop.example, not https://shop.example');
    await says(element, 'A bare * would allow every page.');
    await accessibleAtRest(element);
    await press(element, 'button', 'Use https://shop.example');
    await press(element, 'button', 'Add 2 of 5');
    await says(element, '2 added.');
    expect(gateway.lists.origin.map(({ value }) => value)).to.include.members([
      'https://shop.example',
      'https://*.shop.example',
    ]);
  });

  it('counts live sessions before it lets an origin go', async () => {
    const source = 'http://localhost:5173';
    const { element, gateway } = await open({ callers: [{ source, calls: 40, sessions: 7 }] });
    const events = record(element, 'caas-origin-removed');
    await choose(element, source, 'Remove');
    await says(element, '7 live sessions');
    await press(element, 'button', 'Cancel');
    await calm(element);
    expect(events).to.have.length(0);
    expect(gateway.lists.origin).to.have.length(4);
  });
});

describe('caas-whitelist', () => {
  it('shows both lists as tabs, and asks for the second when it is opened', async () => {
    const gateway = new WhitelistGateway();
    const { seen, restore } = serveWhitelists({ [API]: gateway });
    const element = await mountOne(
      'caas-whitelist',
      html`<caas-whitelist api-url=${API} .getToken=${() => 'token'} locale="en" tab="origins"></caas-whitelist>`,
    );
    const events = record(element, 'caas-tab-changed');
    await says(element, 'https://app.meridian.example');
    expect(seen.some(({ url }) => url.pathname.includes('ip-whitelist'))).to.equal(false);
    await press(element, 'tab', 'Allowed IPs');
    await says(element, '203.0.113.14');
    expect(element.tab).to.equal('ips');
    expect(element.getAttribute('tab')).to.equal('ips');
    expect(events).to.have.length(1);
    expect(allByRole(element, 'tab', 'Allowed IPs')[0]?.ariaSelected).to.equal('true');
    expect(textOf(element)).to.contain('Only these servers may use your API keys.');
    await accessibleAtRest(element);
    restore();
  });
});
