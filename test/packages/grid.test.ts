import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { at } from '../../scripts/lib/root.mjs';
import { serveFolder, type FolderServer } from '../support/browser-server.js';
import { launchChromium } from '../support/chromium.js';

/** What a host writes that places the published grid on its page. */
const OURS = `
import '@caas/base/caas-theme.js';
import '@caas/ui/caas-grid.js';

const grid = document.querySelector('caas-grid');
const row = (index) => ({ id: 'ses_' + index, name: 'Session ' + index, address: '10.0.0.' + (index % 250) });
grid.columns = [
  { id: 'name', label: 'Name', sort: true, render: ({ name }) => name },
  { id: 'address', label: 'Address', render: ({ address }) => address },
];
grid.rowId = ({ id }) => id;
grid.rowMenuLabel = ({ name }) => 'Actions for ' + name;
grid.loader = async ({ page, pageSize }) => ({
  items: Array.from({ length: pageSize }, (_, line) => row(page * pageSize + line)),
  total: 1000,
});
`;

/** A host that has the same Vaadin itself, with Lumo's marks on its page. */
const SAME = `
import '@vaadin/grid';
const theirs = document.createElement('vaadin-grid');
theirs.innerHTML = '<vaadin-grid-column path="city"></vaadin-grid-column>';
theirs.items = [{ city: 'Trondheim' }];
document.body.append(theirs);
`;

/** A host whose Vaadin is older and came first. */
const OLDER = `
class Older extends HTMLElement {
  static version = '24.3.0';
  connectedCallback() { this.textContent = 'older grid'; }
}
customElements.define('vaadin-grid', Older);
customElements.define('vaadin-grid-column', class extends HTMLElement {});
document.body.append(document.createElement('vaadin-grid'));
`;

const LUMO = `<style>
  :root, :host { --lumo-primary-color: hotpink; --_lumo-grid-border-color: hotpink; --vaadin-grid-cell-padding: 99px; --vaadin-text-color: hotpink; }
  html { --vaadin-lumo-theme: 1; --_lumo-vaadin-grid-inject: 1; --_lumo-vaadin-grid-inject-modules: lumo_components_grid; }
  @media lumo_components_grid { :host { background: hotpink } }
</style>`;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const page = (scripts: readonly string[], head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>
  <caas-theme><caas-grid caption="Sessions" selectable configurable></caas-grid></caas-theme>
  ${scripts.map((name) => `<script type="module" src="/assets/${name}.js"></script>`).join('')}</body></html>`;

describe('the published grid on pages of hosts', () => {
  const home = mkdtempSync(join(tmpdir(), 'caas-grid-'));
  let strict: FolderServer;
  let plain: FolderServer;
  let browser: Browser;

  before(async () => {
    symlinkSync(at('node_modules'), join(home, 'node_modules'));
    for (const [name, source] of Object.entries({ ours: OURS, same: SAME, older: OLDER })) {
      writeFileSync(join(home, `${name}.js`), source);
    }
    await build({
      root: home,
      configFile: false,
      logLevel: 'error',
      build: {
        target: 'es2022',
        outDir: 'app',
        modulePreload: false,
        rolldownOptions: {
          input: ['ours', 'same', 'older'].map((name) => join(home, `${name}.js`)),
          output: { entryFileNames: 'assets/[name].js' },
        },
      },
    });
    mkdirSync(join(home, 'app'), { recursive: true });
    writeFileSync(join(home, 'app/strict.html'), page(['ours']));
    writeFileSync(join(home, 'app/same.html'), page(['same', 'ours'], LUMO));
    writeFileSync(join(home, 'app/older.html'), page(['older', 'ours']));
    [strict, plain, browser] = await Promise.all([
      serveFolder(join(home, 'app'), { 'content-security-policy': POLICY }),
      serveFolder(join(home, 'app')),
      launchChromium(),
    ]);
  });

  after(async () => {
    await browser?.close();
    await strict?.stop();
    await plain?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** Opens a page and waits for rows; `complaints` are broken policies, errors and warnings. */
  async function open(url: string): Promise<{ host: Page; complaints: string[] }> {
    const host = await browser.newPage();
    const complaints: string[] = [];
    host.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    host.on('pageerror', (error) => complaints.push(error.message));
    await host.goto(url);
    await host.getByRole('row', { name: /Session 0/ }).waitFor();
    return { host, complaints };
  }

  /** Looks of what a reader sees first. */
  const looks = (host: Page) =>
    host.getByRole('grid', { name: 'Sessions' }).evaluate((table) => {
      const head = table.querySelector('th:nth-child(2)');
      const cell = table.querySelector('tbody td:nth-child(2)');
      const content = cell?.querySelector('slot')?.assignedElements()[0];
      return {
        head: head?.getBoundingClientRect().height,
        row: cell?.getBoundingClientRect().height,
        wide: (head?.getBoundingClientRect().width ?? 0) > 200,
        color: content && getComputedStyle(content).color,
        padding: content && getComputedStyle(content).paddingInlineStart,
        background: getComputedStyle((table.getRootNode() as ShadowRoot).host).backgroundColor,
      };
    });

  it('draws, scrolls and opens its dialog under a strict policy with Trusted Types, and breaks none of it', async () => {
    const { host, complaints } = await open(`${strict.origin}/strict.html`);
    const { head, row, wide } = await looks(host);
    assert.ok(head !== undefined && head >= 36 && head < 44, `the head is ${head} px high`);
    assert.equal(row, 44);
    assert.ok(wide);
    await host.getByRole('grid').evaluate((table) => table.scrollTo(0, table.scrollHeight));
    await host.getByRole('row', { name: /Session 999/ }).waitFor();
    await host.getByRole('button', { name: 'Columns' }).click();
    await host.getByRole('checkbox', { name: 'Show Address' }).uncheck();
    await host.getByRole('button', { name: 'Done' }).click();
    await host.getByRole('columnheader', { name: 'Address' }).waitFor({ state: 'detached' });
    const left = await host.evaluate(() => ({
      styles: document.querySelectorAll('style').length + document.adoptedStyleSheets.length,
      tags: ['vaadin-grid', 'vaadin-grid-column'].filter((tag) => customElements.get(tag)),
      global: 'Vaadin' in window,
      storage: localStorage.length,
    }));
    assert.deepEqual(left, { styles: 0, tags: [], global: false, storage: 0 });
    assert.deepEqual(complaints, []);
    await host.close();
  });

  it('resizes and moves columns by pointer', async () => {
    const { host, complaints } = await open(`${strict.origin}/strict.html`);
    const heads = host.getByRole('columnheader');
    const name = heads.nth(1);
    const before = await name.boundingBox();
    assert.ok(before);
    const middle = before.y + before.height / 2;
    await host.mouse.move(before.x + before.width - 1, middle);
    await host.mouse.down();
    await host.mouse.move(before.x + before.width - 101, middle, { steps: 5 });
    await host.mouse.up();
    const after = await name.boundingBox();
    assert.ok(after && Math.abs(before.width - after.width - 100) < 3, `${before.width} became ${after?.width}`);
    const layout = () =>
      host.evaluate(() => {
        const grid: unknown = document.querySelector('caas-grid');
        return (grid as { layout: { id: string }[] }).layout.map(({ id }) => id);
      });
    assert.deepEqual(await layout(), ['name', 'address']);
    await host.mouse.move(after.x + after.width / 2, middle);
    await host.mouse.down();
    const other = await heads.nth(2).boundingBox();
    assert.ok(other);
    await host.mouse.move(other.x + other.width - 20, middle, { steps: 12 });
    await host.mouse.up();
    assert.deepEqual(await layout(), ['address', 'name']);
    const start = async (label: string) =>
      (await host.getByRole('columnheader', { name: label }).boundingBox())?.x ?? 0;
    assert.ok((await start('Address')) < (await start('Name')));
    assert.deepEqual(complaints, []);
    await host.close();
  });

  it('looks the same where the host has Vaadin and Lumo itself, and leaves them alone', async () => {
    const clean = await open(`${plain.origin}/strict.html`);
    const expected = await looks(clean.host);
    await clean.host.close();
    const { host, complaints } = await open(`${plain.origin}/same.html`);
    assert.deepEqual(await looks(host), expected);
    assert.ok(await host.locator('vaadin-grid-cell-content', { hasText: 'Trondheim' }).isVisible());
    assert.deepEqual(complaints, []);
    await host.close();
  });

  it('works beside an older Vaadin that came first', async () => {
    const { host, complaints } = await open(`${plain.origin}/older.html`);
    assert.ok(await host.getByText('older grid').isVisible());
    assert.equal((await looks(host)).row, 44);
    assert.deepEqual(complaints, []);
    await host.close();
  });
});
