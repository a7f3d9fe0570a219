import { expect, waitUntil } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { define } from '@caas/base/define.js';
import { readEarly } from '@caas/base/early.js';
import { PageElement } from '@caas/base/page-element.js';
import { QueryController } from '@caas/base/query.controller.js';
import type { GetToken } from '@caas/base/token-source.js';
import { listApiKeys } from '@caas/contract/calls/api-keys.js';
import { interceptFetch, refusal, type Reply, type Seen } from '../../support/fetch.js';

const PATH = '/v1/auth/api-keys?limit=10';
const KEYS = { status: 200, json: { items: [], next_cursor: null, total: 7, used: 7, limit_allowed: 9 } };

let restore = (): void => undefined;
let seen: Seen[] = [];
let count = 0;

function listen(answer: (nth: number) => Reply): void {
  let asked = 0;
  ({ seen, restore } = interceptFetch(({ url }) =>
    url.pathname === '/v1/auth/api-keys' ? answer((asked += 1)) : refusal(403, 'permission_denied'),
  ));
}

/** An element that nobody has defined yet. */
function waiting(
  getToken: GetToken | null,
  attributes: Record<string, string> = {},
): { tag: string; element: HTMLElement } {
  const tag = `test-early-${(count += 1)}`;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ 'api-url': 'https://api.caas.example/', ...attributes }))
    element.setAttribute(name, value);
  if (getToken) Object.assign(element, { getToken });
  document.body.append(element);
  return { tag, element };
}

/** Its code has come. */
async function arrive({ tag, element }: { tag: string; element: HTMLElement }): Promise<void> {
  define(
    tag,
    class extends PageElement {
      readonly keys = new QueryController(this, () => ({
        connection: this.connection,
        query: {
          key: ['keys'],
          run: (client, signal) => client.call(listApiKeys, { query: { limit: 10 } }, { signal }),
        },
      }));
      override render(): TemplateResult {
        return html`<p>${this.keys.data?.total}</p>`;
      }
    },
  );
  await waitUntil(() => element.shadowRoot?.querySelector('p')?.textContent === '7', 'no answer', { timeout: 5000 });
}

const lists = (): string[] => seen.map(({ url }) => url.href).filter((href) => href.includes('api-keys'));

describe('readEarly', () => {
  afterEach(() => {
    restore();
    document.body.replaceChildren();
  });

  it('asks before the element is defined, which takes the answer up', async () => {
    listen(() => KEYS);
    const reasons: string[] = [];
    const early = waiting((reason) => (reasons.push(reason), 'secret'));
    readEarly(early.tag, () => [PATH]);
    await waitUntil(() => seen.length === 1);
    expect(seen[0]?.headers.get('authorization')).to.equal('Bearer secret');
    await arrive(early);
    expect(lists()).to.deep.equal([`https://api.caas.example${PATH}`]);
    expect(reasons).to.deep.equal(['start']);
  });

  it('gives up what was asked of another gateway', async () => {
    listen(() => KEYS);
    const early = waiting(() => 'secret');
    readEarly(early.tag, () => [PATH]);
    early.element.setAttribute('api-url', 'https://other.caas.example');
    await arrive(early);
    expect(lists()).to.deep.equal([`https://api.caas.example${PATH}`, `https://other.caas.example${PATH}`]);
  });

  it('leaves it to the element to ask again where an answer or a token failed', async () => {
    listen((nth) => {
      if (nth === 1) throw new TypeError('network');
      return KEYS;
    });
    const early = waiting(() => 'secret');
    readEarly(early.tag, () => [PATH]);
    await arrive(early);
    expect(lists()).to.have.length(2);
    restore();

    listen(() => KEYS);
    let tokens = 0;
    const late = waiting(() => ((tokens += 1) === 1 ? Promise.reject(new Error('not yet')) : 'secret'));
    readEarly(late.tag, () => [PATH]);
    await arrive(late);
    expect(lists()).to.have.length(1);
  });

  it('renews a token that the gateway refuses', async () => {
    listen((nth) => (nth === 1 ? refusal(401, 'token_expired') : KEYS));
    const reasons: string[] = [];
    const early = waiting((reason) => (reasons.push(reason), `t${reasons.length}`));
    readEarly(early.tag, () => [PATH]);
    await arrive(early);
    expect(reasons.slice(0, 2)).to.deep.equal(['start', 'rejected']);
    expect(seen.at(-1)?.headers.get('authorization')).to.equal('Bearer t2');
  });

  it('asks nothing without address or token source, of another origin’s token address, or for what is defined', async () => {
    listen(() => KEYS);
    readEarly(waiting(null).tag, () => [PATH]);
    readEarly(waiting(null, { 'token-url': 'https://elsewhere.example/token' }).tag, () => [PATH]);
    readEarly(waiting(() => 'secret', { 'api-url': '' }).tag, () => [PATH]);
    const defined = waiting(() => 'secret');
    await arrive(defined);
    const before = seen.length;
    readEarly(defined.tag, () => [PATH]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen.slice(before)).to.have.length(0);
    expect(lists()).to.have.length(1);
  });
});
