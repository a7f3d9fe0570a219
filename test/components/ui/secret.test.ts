import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/ui/caas-code-block.js';
import '@caas/ui/caas-copy-button.js';
import '@caas/ui/caas-dialog.js';
import '@caas/ui/caas-secret.js';
import type { CodeSelectedEvent } from '@caas/ui/caas-code-block.js';
import type { SecretStoredEvent } from '@caas/ui/caas-secret.js';
import { useClipboard } from '../../support/clipboard.js';
import {
  accessible,
  byName,
  byRole,
  click,
  focused,
  mount,
  mountOne,
  record,
  settle,
  textOf,
} from '../../support/ui.js';

const SECRET = 'caas_live_X8vR2kQm7TzLw4HsNc0JpYb5DfGe9AuK';
const secret = html`<caas-secret name="Telemetry worker" env-name="CAAS_KEY" .secret=${SECRET}></caas-secret>`;

describe('caas-secret', () => {
  it('shows the whole secret in text alone, out of reach of recorders and translators', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const element = await mountOne('caas-secret', secret, { theme });
      expect(textOf(byRole(element, 'group', 'Telemetry worker'))).to.contain(SECRET);
      expect(element.outerHTML).not.to.contain(SECRET);
      expect(element.hasAttribute('data-private')).to.equal(true);
      expect(element.getAttribute('translate')).to.equal('no');
      await accessible(element);
    }
  });

  it('is stored once it is copied, downloaded or ticked, and no event holds it', async () => {
    const clipboard = useClipboard();
    const element = await mountOne('caas-secret', secret);
    const events = record(element, 'caas-secret-stored') as SecretStoredEvent[];
    await click(byName(element, 'Copy'));
    await settle(element);
    expect(clipboard.written).to.deep.equal([SECRET]);
    expect(textOf(byRole(element, 'status'))).to.equal('Copied');
    await click(byName(element, 'Download .env'));
    await click(byName(element, 'I have stored it somewhere safe'));
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ by: 'copy' }, { by: 'download' }, { by: 'tick' }]);
    clipboard.restore();
  });

  it('selects it and names the keys where copying is refused', async () => {
    const clipboard = useClipboard(true);
    const element = await mountOne('caas-secret', secret);
    const events = record(element, 'caas-secret-stored');
    await click(byName(element, 'Copy'));
    await settle(element);
    expect(textOf(byRole(element, 'status'))).to.match(/^Press .+ C to copy$/);
    expect(events.length).to.equal(0);
    await accessible(element);
    clipboard.restore();
  });

  it('has the focus on Copy in a dialog that opens', async () => {
    const root = await mount(
      html`<caas-dialog heading="Save this key now" open>${secret}<button slot="footer">Done</button></caas-dialog>`,
    );
    await settle(root);
    expect(textOf(focused() ?? root)).to.equal('Copy');
  });

  it('forgets the secret when it goes', async () => {
    const element = await mountOne('caas-secret', secret);
    element.remove();
    await settle(element);
    expect(element.secret).to.equal('');
    expect(element.shadowRoot?.textContent).not.to.contain(SECRET);
  });

  /** Leaves the page as a browser does, and as a page with a router of its own; whether each was held, and what waits. */
  const leave = (): { unloadHeld: boolean; routeHeld: boolean; waits: Promise<unknown>[] } => {
    const waits: Promise<unknown>[] = [];
    const unload = new Event('beforeunload', { cancelable: true });
    const detail = { waitUntil: (wait: Promise<unknown>) => void waits.push(wait) };
    const route = new CustomEvent('caas-before-page-leave', { cancelable: true, detail });
    return { unloadHeld: !dispatchEvent(unload), routeHeld: !dispatchEvent(route), waits };
  };

  it('holds the page until it is stored, and lets what waited go on once it has gone', async () => {
    const element = await mountOne('caas-secret', html`<caas-secret name="Telemetry worker"></caas-secret>`);
    expect(leave(), 'without a secret').to.deep.equal({ unloadHeld: false, routeHeld: false, waits: [] });
    element.secret = SECRET;
    await settle(element);
    const { unloadHeld, routeHeld, waits } = leave();
    expect([unloadHeld, routeHeld, waits.length]).to.deep.equal([true, true, 1]);
    expect(dispatchEvent(new CustomEvent('caas-before-page-leave', { cancelable: true })), 'without a detail').to.equal(
      false,
    );
    let gone = false;
    void waits[0]?.then(() => (gone = true));
    await click(byName(element, 'I have stored it somewhere safe'));
    expect(leave()).to.deep.equal({ unloadHeld: false, routeHeld: false, waits: [] });
    expect(gone, 'it still shows').to.equal(false);
    element.remove();
    await settle(document.body);
    expect(gone).to.equal(true);
  });

  it('holds nothing any more once it was taken away', async () => {
    const element = await mountOne('caas-secret', secret);
    const { unloadHeld, waits } = leave();
    expect(unloadHeld).to.equal(true);
    element.remove();
    await Promise.all(waits);
    expect(leave()).to.deep.equal({ unloadHeld: false, routeHeld: false, waits: [] });
  });
});

describe('caas-copy-button', () => {
  it('copies, says so, and is itself again', async () => {
    const clipboard = useClipboard();
    const element = await mountOne(
      'caas-copy-button',
      html`<caas-copy-button value="key_01" label="Copy key id of CI"></caas-copy-button>`,
    );
    const events = record(element, 'caas-copied');
    await accessible(element);
    await click(byName(element, 'Copy key id of CI'));
    await settle(element);
    expect(clipboard.written).to.deep.equal(['key_01']);
    expect(textOf(byRole(element, 'status'))).to.equal('Copied');
    expect(events.length).to.equal(1);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(textOf(byRole(element, 'status'))).to.equal('');
    clipboard.restore();
  });

  it('shows the text selected and names the keys where copying is refused', async () => {
    const clipboard = useClipboard(true);
    const element = await mountOne(
      'caas-copy-button',
      html`<caas-copy-button value="key_01" labelled></caas-copy-button>`,
    );
    await click(byName(element, 'Copy'));
    await settle(element);
    const field = byRole(element, 'textbox') as HTMLInputElement;
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).to.equal('key_01');
    expect(textOf(byRole(element, 'status'))).to.match(/^Press .+ C to copy$/);
    await accessible(element);
    clipboard.restore();
  });
});

describe('caas-code-block', () => {
  const samples = [
    { label: 'JavaScript', code: 'await caas.sessions.create();' },
    { label: 'Flutter', code: 'final caas = Caas();' },
  ];

  it('shows one language, offers the others and copies what it shows', async () => {
    const clipboard = useClipboard();
    const element = await mountOne(
      'caas-code-block',
      html`<caas-code-block label="Create a session" .samples=${samples}></caas-code-block>`,
    );
    const events = record(element, 'caas-code-selected') as CodeSelectedEvent[];
    expect(textOf(byRole(element, 'region', 'Create a session'))).to.equal('await caas.sessions.create();');
    await accessible(element);
    await click(byName(element, 'Flutter'));
    expect(events.map(({ detail }) => detail.label)).to.deep.equal(['Flutter']);
    expect(byName(element, 'Flutter').ariaPressed).to.equal('true');
    await click(byName(element, 'Copy'));
    await settle(element);
    expect(clipboard.written).to.deep.equal(['final caas = Caas();']);
    clipboard.restore();
  });

  it('runs left to right on a page that does not', async () => {
    const element = await mountOne(
      'caas-code-block',
      html`<caas-code-block .samples=${samples.slice(0, 1)}></caas-code-block>`,
      { dir: 'rtl', theme: 'dark' },
    );
    expect(getComputedStyle(byRole(element, 'region')).direction).to.equal('ltr');
    await accessible(element);
  });
});
