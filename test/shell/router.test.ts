import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsoleRouter, ownPath, type Page } from '../../src/router.js';

let slow = Promise.resolve();
let guarded: string | null = null;
let broken = false;

const page = (id: string, given: Partial<Page> = {}): Page => ({
  id,
  path: `/${id}`,
  access: 'open',
  load: () => Promise.resolve(),
  render: ({ query }) => html`<h1>${id} ${query.get('q') ?? ''}</h1>`,
  ...given,
});
const PAGES = [
  page('fast'),
  page('slow', { load: () => slow }),
  page('closed'),
  page('broken', { load: () => (broken ? Promise.reject(new Error('chunk')) : Promise.resolve()) }),
  page('tall', { render: () => html`<h1>tall</h1>` }),
];
const NONE = page('none', { path: '/*' });

@customElement('router-host')
class RouterHost extends LitElement {
  readonly router = new ConsoleRouter(this, {
    pages: PAGES,
    fallback: NONE,
    guard: ({ id }) => (id === 'closed' ? guarded : null),
    titleOf: ({ page: { id } }) => `Title of ${id}`,
    outlet: () => this.renderRoot.querySelector('main'),
  });

  override render(): TemplateResult {
    const { current } = this.router;
    return html`<a href="/fast?q=link">fast</a><a id="out" href="/elsewhere">elsewhere</a
      ><a id="jump" href="#part">part</a>
      <main tabindex="-1">${current?.error ? html`<h1>failed</h1>` : current?.page.render(current)}</main>`;
  }
}

describe('router', () => {
  const home = location.href;
  const title = document.title;
  let host: RouterHost;

  const heading = (): string => host.renderRoot.querySelector('h1')?.textContent?.trim() ?? '';
  const link = (selector: string): HTMLElement => host.renderRoot.querySelector<HTMLElement>(selector) as HTMLElement;
  const shown = (text: string): Promise<void> => waitUntil(() => heading() === text, `shows ${text}, not ${heading()}`);

  beforeEach(async () => {
    slow = Promise.resolve();
    guarded = null;
    broken = false;
    history.pushState(null, '', '/fast?q=first');
    host = await fixture<RouterHost>(html`<router-host></router-host>`);
    await host.router.start();
  });
  afterEach(() => {
    host.remove();
    history.pushState(null, '', home);
    document.title = title;
  });

  it('shows the page of the address with its query, and leaves the focus alone', () => {
    expect(heading()).to.equal('fast first');
    expect(document.title).to.equal('Title of fast');
    expect(host.shadowRoot?.activeElement).to.be.null;
  });

  it('pushes history, sets the title, focuses the heading, and goes back', async () => {
    await host.router.go('/tall');
    expect([heading(), document.title, location.pathname]).to.deep.equal(['tall', 'Title of tall', '/tall']);
    expect(host.shadowRoot?.activeElement?.localName).to.equal('h1');
    history.back();
    await shown('fast first');
    expect(document.title).to.equal('Title of fast');
  });

  it('lets the newest of overlapping navigations win', async () => {
    let arrive = (): void => undefined;
    slow = new Promise<void>((resolve) => (arrive = resolve));
    const first = host.router.go('/slow');
    expect(host.router.busy).to.be.true;
    await host.router.go('/tall');
    arrive();
    await first;
    expect([heading(), location.pathname, host.router.busy]).to.deep.equal(['tall', '/tall', false]);
    await host.router.go('/slow');
    expect(heading()).to.equal('slow');
  });

  it('asks the guard before it touches the address', async () => {
    guarded = '/fast?q=guarded';
    await host.router.go('/closed');
    expect([heading(), location.pathname + location.search]).to.deep.equal(['fast guarded', '/fast?q=guarded']);
    history.back();
    await shown('fast first'); // one entry, not two: the refused address was never there
  });

  it('follows links to its own pages, and no others', async () => {
    link('a').click();
    await shown('fast link');
    let prevented: boolean | null = null;
    const look = (event: Event): void => {
      prevented = event.defaultPrevented;
      event.preventDefault(); // or the test would leave
    };
    document.addEventListener('click', look, { once: true });
    link('#out').click();
    expect(prevented).to.be.false;
    document.addEventListener('click', look, { once: true });
    link('#jump').click();
    expect(prevented).to.be.false;
    document.addEventListener('click', look, { once: true });
    link('a').dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    expect(prevented).to.be.false;
  });

  it('waits with leaving until nothing that shows would be lost by it, and then goes where it was asked last', async () => {
    await host.router.go('/tall');
    let release = (): void => undefined;
    let holds = true;
    const hold = (event: Event): void => {
      const { waitUntil } = (event as CustomEvent<{ waitUntil: (wait: Promise<unknown>) => void }>).detail;
      if (holds) waitUntil(new Promise<void>((resolve) => (release = resolve)));
    };
    addEventListener('caas-before-page-leave', hold);
    try {
      link('a').click();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect([heading(), location.pathname]).to.deep.equal(['tall', '/tall']);
      history.back();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(heading()).to.equal('tall');
      expect(host.router.busy).to.be.false;
      holds = false;
      release();
      await shown('fast first');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(heading()).to.equal('fast first');
    } finally {
      removeEventListener('caas-before-page-leave', hold);
    }
  });

  it('has a page for every other address', async () => {
    await host.router.go('/no/such/page');
    expect(heading()).to.equal('none');
  });

  it('shows that a page could not be brought, and brings it the next time', async () => {
    broken = true;
    await host.router.go('/broken');
    expect(heading()).to.equal('failed');
    broken = false;
    await host.router.go('/broken');
    expect(heading()).to.equal('broken');
  });

  it('writes the view into the address without a new entry', () => {
    const entries = history.length;
    host.router.setQuery(new URLSearchParams({ q: 'typed' }));
    expect([location.search, history.length, heading()]).to.deep.equal(['?q=typed', entries, 'fast first']);
    host.router.setQuery(new URLSearchParams());
    expect(location.search).to.equal('');
  });

  it('stops listening when it leaves', async () => {
    host.remove();
    history.pushState(null, '', '/tall');
    history.back();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heading()).to.equal('fast first');
  });

  it('lets an address from outside lead to paths of this console alone', () => {
    for (const path of [
      'https://evil.example/',
      '//evil.example/x',
      '/\\evil.example',
      'javascript:alert(1)',
      'api-keys',
      '',
      null,
      '/\t/evil.example',
      '/.//evil.example',
      '/x/..//evil.example',
    ])
      expect(ownPath(path, '/home'), String(path)).to.equal('/home');
    expect(ownPath('/api-keys?q=a%20b#x', '/home')).to.equal('/api-keys?q=a%20b');
  });
});
