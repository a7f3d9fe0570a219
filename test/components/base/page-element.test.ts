import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { css, type TemplateResult } from 'lit';
import '@caas/base/caas-provider.js';
import '@caas/base/caas-theme.js';
import type { CaasProvider } from '@caas/base/caas-provider.js';
import { define } from '@caas/base/define.js';
import { PageElement, type ErrorDetail } from '@caas/base/page-element.js';
import { QueryController, refresh } from '@caas/base/query.controller.js';
import { listApiKeys } from '@caas/contract/calls/api-keys.js';
import { interceptFetch, refusal, type Reply, type Seen } from '../../support/fetch.js';

class Probe extends PageElement {
  static override styles = [...PageElement.styles, css``];
  q = '';
  readonly keys = new QueryController(this, () => ({
    connection: this.connection,
    query: {
      key: ['keys', this.q],
      run: (client, signal) => client.call(listApiKeys, { query: { q: this.q } }, { signal }),
    },
  }));
  override render(): TemplateResult {
    this.reportError(this.keys.error);
    if (this.keys.data) this.reportReady();
    return html`<p>${this.keys.data?.total ?? (this.keys.error ? this.keys.error.code : 'loading')}</p>
      <output
        >${this.may('api-keys:write') ? 'may write' : (this.readOnlyText('api-keys:write', 'keys') ?? 'unknown')}</output
      >`;
  }
  get said(): string {
    return this.renderRoot.querySelector('p')?.textContent ?? '';
  }
  get rights(): string {
    return this.renderRoot.querySelector('output')?.textContent ?? '';
  }
  again(): Promise<void> {
    return this.connection ? refresh(this.connection, 'keys') : Promise.resolve();
  }
}
define('test-probe', Probe);

const ME = {
  user: null,
  actor: { id: 'u1', name: 'Ada' },
  tenant: {
    id: 't',
    name: 'T',
    slug: 't',
    plan: 'free',
    status: 'active',
    logo_url: null,
    timezone: 'UTC',
    locale: 'en',
    created_at: '2026-11-20T09:41:07.214Z',
  },
  role: 'viewer',
  permissions: ['api-keys:read'],
  mfa_enabled: false,
  mfa: { required: false, grace_until: null },
  email_verified: true,
};
const list = (total: number): Reply => ({
  status: 200,
  json: { items: [], next_cursor: null, total, used: 0, limit_allowed: 3 },
});

describe('page elements', () => {
  let restore = (): void => undefined;
  let seen: Seen[] = [];
  const gateway = (answer: (request: Seen) => Reply | Promise<Reply>): void => {
    ({ seen, restore } = interceptFetch((request) =>
      request.url.pathname.endsWith('/me') ? { status: 200, json: ME } : answer(request),
    ));
  };
  const calls = (): Seen[] => seen.filter((request) => request.url.pathname === '/v1/auth/api-keys');
  afterEach(() => restore());

  it('show data of their own connection, and say ready once', async () => {
    gateway(() => list(7));
    const element = await fixture<Probe>(
      html`<test-probe api-url="https://one.example" .getToken=${() => 'secret-token'}></test-probe>`,
    );
    await waitUntil(() => element.said === '7');
    expect(calls()[0]?.headers.get('authorization')).to.equal('Bearer secret-token');
    const shown = [...element.attributes].map(({ value }) => value).join() + element.renderRoot.textContent;
    expect(shown).not.to.contain('secret-token');
  });

  it('explain missing rights by role', async () => {
    gateway(() => list(1));
    const element = await fixture<Probe>(
      html`<test-probe api-url="https://one.example" .getToken=${() => 't'}></test-probe>`,
    );
    await waitUntil(() => element.rights !== 'unknown');
    expect(element.rights).to.equal('You have Viewer access. Ask an admin to change keys.');
    element.locale = 'de';
    await waitUntil(() => element.rights.startsWith('Zugriff als Betrachter'));
    element.locale = 'ar-XB';
    await waitUntil(() => element.rights.startsWith('\u2067['));
  });

  it('share one read and one token within a provider, and keep two providers apart', async () => {
    gateway((request) => list(request.url.host === 'one.example' ? 1 : 2));
    let tokens = 0;
    const getToken = (): string => `t${(tokens += 1)}`;
    const root = await fixture(
      html`<div>
        <caas-provider api-url="https://one.example" .getToken=${getToken}
          ><test-probe></test-probe><test-probe></test-probe
        ></caas-provider>
        <caas-provider api-url="https://two.example" .getToken=${() => 'other'}
          ><test-probe></test-probe
        ></caas-provider>
      </div>`,
    );
    const probes = [...root.querySelectorAll<Probe>('test-probe')];
    await waitUntil(() => probes.every((probe) => probe.said !== 'loading'));
    expect(probes.map((probe) => probe.said)).to.deep.equal(['1', '1', '2']);
    expect(calls()).to.have.length(2);
    expect(tokens).to.equal(1);
  });

  it('show nothing of the old tenant after the token source changed', async () => {
    let release: (reply: Reply) => void = () => undefined;
    gateway((request) =>
      request.headers.get('authorization') === 'Bearer a'
        ? list(1)
        : new Promise<Reply>((resolve) => (release = resolve)),
    );
    const provider = await fixture<CaasProvider>(
      html`<caas-provider api-url="https://one.example" .getToken=${() => 'a'}
        ><test-probe></test-probe
      ></caas-provider>`,
    );
    const probe = provider.querySelector<Probe>('test-probe');
    await waitUntil(() => probe?.said === '1');
    provider.getToken = () => 'b';
    await provider.updateComplete;
    await probe?.updateComplete;
    expect(probe?.said).to.equal('loading');
    await waitUntil(() => calls().length === 2);
    release(list(5));
    await waitUntil(() => probe?.said === '5');
  });

  it('drop late answers of old filters and keep rows while a refresh fails', async () => {
    const waiting = new Map<string, (reply: Reply) => void>();
    gateway(
      (request) => new Promise<Reply>((resolve) => waiting.set(request.url.searchParams.get('q') ?? '', resolve)),
    );
    const element = await fixture<Probe>(
      html`<test-probe api-url="https://one.example" .getToken=${() => 't'}></test-probe>`,
    );
    await waitUntil(() => waiting.has(''));
    element.q = 'new';
    element.requestUpdate();
    await waitUntil(() => waiting.has('new'));
    waiting.get('new')?.(list(2));
    await waitUntil(() => element.said === '2');
    waiting.get('')?.(list(99));
    await nextFrame();
    expect(element.said).to.equal('2');
    void element.again();
    await waitUntil(() => calls().length >= 3);
    waiting.get('new')?.(refusal(403, 'forbidden'));
    await waitUntil(() => element.keys.error?.code === 'forbidden');
    expect(element.said).to.equal('2');
  });

  it('say caas-error with a code the host can act on, once', async () => {
    gateway(() => refusal(403, 'origin_not_allowed'));
    const element = document.createElement('test-probe') as Probe;
    element.apiUrl = 'https://one.example';
    element.getToken = () => 't';
    let count = 0;
    document.addEventListener('caas-error', () => (count += 1), { once: false });
    setTimeout(() => document.body.append(element));
    const event = (await oneEvent(document, 'caas-error')) as CustomEvent<ErrorDetail>;
    expect(event.detail).to.include({ code: 'config', reason: 'origin_not_allowed', requestId: 'req_test' });
    element.requestUpdate();
    await element.updateComplete;
    expect(count).to.equal(1);
    element.remove();
  });

  it('say once that there is no gateway, and only after a provider had time to come', async () => {
    gateway(() => list(3));
    const errors: string[] = [];
    const note = (event: Event): number => errors.push((event as CustomEvent<ErrorDetail>).detail.reason);
    document.addEventListener('caas-error', note);
    const [alone, inside] = [
      document.createElement('test-probe') as Probe,
      document.createElement('test-probe') as Probe,
    ];
    const provider = document.createElement('caas-provider') as CaasProvider;
    document.body.append(alone, inside);
    await inside.updateComplete;
    provider.apiUrl = 'https://one.example';
    provider.getToken = () => 't';
    provider.append(inside);
    document.body.append(provider);
    await waitUntil(() => inside.said === '3');
    expect(errors).to.deep.equal([]);
    await waitUntil(() => alone.said === 'not_configured');
    alone.requestUpdate();
    await alone.updateComplete;
    expect(errors).to.deep.equal(['not_configured']);
    alone.getToken = () => 't';
    alone.apiUrl = 'localhost:3100';
    await alone.updateComplete;
    expect(alone.said).to.equal('not_configured');
    document.removeEventListener('caas-error', note);
    alone.remove();
    provider.remove();
  });

  it('read anew after being removed and attached again', async () => {
    gateway(() => list(3));
    const element = await fixture<Probe>(
      html`<test-probe api-url="https://one.example" .getToken=${() => 't'}></test-probe>`,
    );
    await waitUntil(() => element.said === '3');
    const parent = element.parentNode;
    element.remove();
    expect(element.keys.data).to.equal(undefined);
    parent?.append(element);
    await waitUntil(() => calls().length === 2 && element.said === '3');
  });
});

describe('theme roots', () => {
  it('declare tokens once: a root inside a root inherits', async () => {
    const theme = await fixture(html`<caas-theme theme="dark"><test-probe></test-probe></caas-theme>`);
    const probe = theme.querySelector('test-probe');
    expect(probe?.hasAttribute('inherit-theme')).to.equal(true);
    expect(theme.hasAttribute('inherit-theme')).to.equal(false);
    expect(getComputedStyle(theme).colorScheme).to.equal('dark');
    expect(probe && getComputedStyle(probe).getPropertyValue('--caas-space-4')).to.equal('16px');
  });

  it("follow a host's knob set further down", async () => {
    const host = await fixture<HTMLElement>(html`<div><caas-theme></caas-theme></div>`);
    host.style.setProperty('--caas-accent', 'rgb(123, 63, 181)');
    const theme = host.firstElementChild;
    expect(theme && getComputedStyle(theme).getPropertyValue('--caas-color-accent')).to.contain('123');
  });

  it('read the painted background where asked to', async () => {
    const host = await fixture<HTMLElement>(html`<div><caas-theme theme="detect"></caas-theme></div>`);
    const theme = host.querySelector('caas-theme');
    expect(theme && getComputedStyle(theme).colorScheme).to.equal('light');
    host.style.backgroundColor = '#111';
    document.body.className = 'dark';
    await waitUntil(() => theme !== null && getComputedStyle(theme).colorScheme === 'dark');
    document.body.className = '';
  });
});
