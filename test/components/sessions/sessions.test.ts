import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/sessions/caas-sessions.js';
import type { Sessions } from '@caas/sessions/caas-sessions.js';
import { accessibleAtRest } from '../../support/at-rest.js';
import { refusal, type Seen } from '../../support/fetch.js';
import { serve, type Answers } from '../../support/people.js';
import { CONSOLE, SDK, SessionsGateway, sdkSession } from '../../support/sessions.js';
import {
  allByRole,
  byName,
  byRole,
  click,
  focused,
  mountOne,
  press,
  record,
  settle,
  textOf,
  type,
  type Around,
} from '../../support/ui.js';

const API = 'https://sessions.test';

describe('caas-sessions', () => {
  let end = (): void => undefined;
  let seen: Seen[] = [];
  afterEach(() => {
    end();
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
  });

  async function open(
    gateway: SessionsGateway,
    {
      tabs = 'console sdk',
      more = {},
      around = {},
      locale = 'en',
    }: { tabs?: string; more?: Answers; around?: Around; locale?: string } = {},
  ): Promise<Sessions> {
    const server = serve({ [API]: gateway.answers(more) });
    end = server.restore;
    seen = server.seen;
    const element = await mountOne(
      'caas-sessions',
      html`<caas-sessions
        api-url=${API}
        .getToken=${() => 'token'}
        .tabs=${tabs}
        navigable
        locale=${locale}
      ></caas-sessions>`,
      around,
    );
    await settle(element);
    return element;
  }

  const shows = (element: Element, text: string): Promise<void> =>
    waitUntil(() => textOf(element).includes(text), `shows "${text}"`, { timeout: 4000 });
  const hides = (element: Element, text: string): Promise<void> =>
    waitUntil(() => !textOf(element).includes(text), `no longer shows "${text}"`, { timeout: 4000 });
  const rows = (element: Element): string[] =>
    allByRole(element, 'row')
      .slice(1)
      .map((row) => textOf(row));
  const sent = (method: string): string[] =>
    seen.filter((request) => request.method === method).map(({ url }) => `${url.pathname}${url.search}`);
  const menuOf = async (element: Element, who: string | RegExp): Promise<void> => {
    const [button] = allByRole(element, 'button', who);
    if (!button) throw new Error(`No menu for ${String(who)}`);
    await click(button);
    await waitUntil(() => allByRole(element, 'menuitem').length > 0, 'the menu is open');
  };
  const goOffline = async (element: Element): Promise<void> => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    dispatchEvent(new Event('offline'));
    await settle(element);
  };

  it('lists members with the session of this page first, and says what browsers said of themselves', async () => {
    const element = await open(new SessionsGateway());
    await shows(element, 'Tomás Rey');
    const [first, second, third, fourth] = rows(element);
    expect(first).to.contain('Ada Okafor').and.contain('This session').and.contain('Lagos, Nigeria');
    expect(second).to.contain('iPhone').and.contain('Safari 18');
    expect(third).to.contain('tomas@meridian.example').and.contain('Microsoft Edge 141');
    expect(fourth).to.contain('lena@meridian.example').and.contain('Unknown device');
    expect(byRole(element, 'tab', 'Console sessions').getAttribute('aria-selected')).to.equal('true');
    await accessibleAtRest(element);
  });

  it('ends a session only after the gateway did: "Ending…", then the row goes, and the focus stays in the list', async () => {
    const gateway = new SessionsGateway();
    let release = (): void => undefined;
    const target = gateway.console[2];
    const answers = gateway.answers();
    const route = `DELETE /api/v1/sessions/${target?.id}`;
    const real = answers[route] as (request: Seen) => Promise<Response>;
    const element = await open(gateway, {
      more: {
        [route]: async (request) => {
          await new Promise<void>((resolve) => (release = resolve));
          return real(request);
        },
      },
    });
    const events = record(document, 'caas-before-session-end', 'caas-session-ended') as CustomEvent[];
    await shows(element, 'Tomás Rey');
    await menuOf(element, 'Actions for the session of Tomás Rey');
    await click(byRole(element, 'menuitem', 'End session'));
    await shows(element, 'End the session of Tomás Rey?');
    await waitUntil(() => focused()?.textContent?.trim() === 'Cancel', 'Cancel has the focus');
    await accessibleAtRest(element);
    await click(byRole(element, 'button', 'End session'));
    await shows(element, 'Ending…');
    expect(rows(element)).to.have.length(4);
    await waitUntil(() => sent('DELETE').length === 1, 'the gateway was asked');
    release();
    await hides(element, 'tomas@meridian.example');
    await shows(element, 'The session of Tomás Rey has ended');
    expect(events.map(({ type: name }) => name)).to.deep.equal(['caas-before-session-end', 'caas-session-ended']);
    expect(events[1]?.detail).to.deep.equal({ id: target?.id, kind: 'console' });
    await waitUntil(() => focused()?.id === 'list', 'the list has the focus');
  });

  it('restores a session that could not be ended, with the reason and the request', async () => {
    const gateway = new SessionsGateway();
    const element = await open(gateway, {
      more: {
        [`DELETE /api/v1/sessions/${gateway.console[2]?.id}`]: refusal(403, 'forbidden', { needs: 'sessions:write' }),
      },
    });
    await shows(element, 'Tomás Rey');
    await menuOf(element, 'Actions for the session of Tomás Rey');
    await click(byRole(element, 'menuitem', 'End session'));
    await click(byRole(element, 'button', 'End session'));
    await shows(element, 'The session of Tomás Rey goes on.');
    expect(textOf(element)).to.contain('req_test').and.not.contain('Ending…');
    expect(rows(element)).to.have.length(4);
  });

  it('asks the page before it ends one, and ends none where the page says no', async () => {
    const element = await open(new SessionsGateway());
    await shows(element, 'Tomás Rey');
    element.addEventListener('caas-before-session-end', (event) => event.preventDefault());
    await menuOf(element, 'Actions for the session of Tomás Rey');
    await click(byRole(element, 'menuitem', 'End session'));
    await click(byRole(element, 'button', 'End session'));
    await settle(element);
    expect(sent('DELETE')).to.deep.equal([]);
  });

  it('offers nothing but signing out for the session of this page', async () => {
    const element = await open(new SessionsGateway());
    await shows(element, 'Tomás Rey');
    const asked = record(document, 'caas-navigate') as CustomEvent[];
    const [button] = allByRole(element, 'button', 'Actions for the session of Ada Okafor');
    if (button) await click(button);
    await waitUntil(() => allByRole(element, 'menuitem').length > 0);
    expect(allByRole(element, 'menuitem').map((item) => textOf(item))).to.deep.equal(['Copy session id', 'Sign out']);
    await click(byRole(element, 'menuitem', 'Sign out'));
    expect(asked[0]?.detail).to.deep.equal({ page: 'sign-out', params: {} });
    expect(asked[0]?.cancelable).to.equal(true);
  });

  it('ends all others with their count, and those found by a search', async () => {
    const gateway = new SessionsGateway();
    const element = await open(gateway);
    const events = record(document, 'caas-sessions-ended') as CustomEvent[];
    await shows(element, 'End all 3 other sessions');
    await type(byName(element, 'Search sessions'), 'tomas');
    await shows(element, 'End 1 session found');
    expect(textOf(element)).to.contain('1 session found');
    await click(byRole(element, 'button', 'End 1 session found'));
    await shows(element, 'End 1 session?');
    await click(byRole(element, 'button', 'End 1 session'));
    await shows(element, 'No sessions match “tomas”');
    await click(byRole(element, 'button', 'Clear filters'));
    await shows(element, 'End all 2 other sessions');
    await click(byRole(element, 'button', 'End all 2 other sessions'));
    await shows(element, 'End 2 sessions?');
    await click(byRole(element, 'button', 'End 2 sessions'));
    await waitUntil(() => rows(element).length === 1 && events.length === 2, 'one is left');
    expect(sent('DELETE')).to.deep.equal([
      '/v1/sessions?others=true&of=everyone&q=tomas',
      '/v1/sessions?others=true&of=everyone',
    ]);
    expect(events.map(({ detail }) => detail)).to.deep.equal([
      { kind: 'console', count: 1 },
      { kind: 'console', count: 2 },
    ]);
    expect(allByRole(element, 'button', /other session/)).to.have.length(0);
  });

  it('lists end users in pages, found by the start of their id, sorted by the gateway', async () => {
    const gateway = new SessionsGateway();
    gateway.sdk = Array.from({ length: 60 }, (_, n) => sdkSession(`user-${n}`, { connected: n < 3 }));
    const element = await open(gateway);
    await shows(element, 'Tomás Rey');
    await click(byRole(element, 'tab', 'SDK sessions'));
    await shows(element, '1–25 of 60');
    expect(textOf(element)).not.to.contain('Tomás Rey');
    expect(rows(element)[0]).to.contain('user-0').and.contain('Connected').and.contain('https://app.meridian.example');
    await click(byRole(element, 'button', 'Next'));
    await shows(element, '26–50 of 60');
    await click(byRole(element, 'button', 'Connected now'));
    await shows(element, '3 sessions found');
    await click(byRole(element, 'button', 'User id'));
    await waitUntil(() => sent('GET').some((url) => url.includes('sort=user_external_id')), 'it is asked for');
    await click(byRole(element, 'button', 'Connected now'));
    await type(byName(element, 'Search sessions'), 'user-5');
    await shows(element, '1–11 of 11');
    expect(element.viewState).to.deep.equal({
      tab: 'sdk',
      q: 'user-5',
      mine: false,
      connected: false,
      sort: 'user_external_id',
    });
    await accessibleAtRest(element);
  });

  it('lets rows that do not match a search yet stand back, and says when the gateway lets it wait', async () => {
    const gateway = new SessionsGateway();
    const list = gateway.answers()[CONSOLE];
    let hung = false;
    const element = await open(gateway, {
      more: {
        [CONSOLE]: (request) => (hung || typeof list !== 'function' ? new Promise(() => undefined) : list(request)),
      },
    });
    await shows(element, 'Tomás Rey');
    const table = (): Element => (byRole(element, 'table').getRootNode() as ShadowRoot).host;
    const fresh = getComputedStyle(table()).color;
    hung = true;
    await type(byName(element, 'Search sessions'), 'tomas');
    await waitUntil(() => getComputedStyle(table()).color !== fresh, 'the rows stand back');
    await accessibleAtRest(element);
    await waitUntil(() => textOf(element).includes('Still loading.'), 'it says so', { timeout: 6_000 });
    hung = false;
    await click(byRole(element, 'button', 'Try again'));
    await shows(element, '1 session found');
    expect(getComputedStyle(table()).color).to.equal(fresh);
  });

  it('says when no one is connected, and hides what has nothing to work on', async () => {
    const gateway = new SessionsGateway();
    gateway.sdk = [];
    const element = await open(gateway, { tabs: 'sdk' });
    await shows(element, 'No one is connected');
    expect(allByRole(element, 'searchbox')).to.have.length(0);
    expect(allByRole(element, 'button')).to.have.length(0);
    await accessibleAtRest(element);
  });

  it('shows an embedded page its end users alone, and ends all of them at once', async () => {
    const gateway = new SessionsGateway('embed');
    const element = await open(gateway, {});
    await shows(element, 'driver-4711');
    expect(allByRole(element, 'tab')).to.have.length(0);
    expect(sent('GET').some((url) => url.startsWith('/v1/sessions'))).to.equal(false);
    await click(byRole(element, 'button', 'End all 4 sessions'));
    await shows(element, 'End 4 sessions?');
    await click(byRole(element, 'button', 'End 4 sessions'));
    await shows(element, 'No one is connected');
    expect(sent('DELETE')).to.deep.equal(['/api/v1/sessions?all=true']);
  });

  it('gives viewers their own sessions, and developers no way to end those of others', async () => {
    const viewer = await open(new SessionsGateway('viewer'));
    await shows(viewer, 'iPhone');
    expect(textOf(viewer)).not.to.contain('Tomás Rey');
    expect(allByRole(viewer, 'tab')).to.have.length(0);
    expect(allByRole(viewer, 'button', 'Only mine')).to.have.length(0);
    await shows(viewer, 'End 1 other session');
    end();
    const developer = await open(new SessionsGateway('developer'));
    await shows(developer, 'Tomás Rey');
    await shows(developer, 'Ask an admin');
    expect(allByRole(developer, 'button', /^End/)).to.have.length(0);
    await menuOf(developer, 'Actions for the session of Tomás Rey');
    expect(allByRole(developer, 'menuitem').map((item) => textOf(item))).to.deep.equal(['Copy session id']);
    await press('Escape');
    await click(byRole(developer, 'button', 'Only mine'));
    await shows(developer, 'End 1 other session');
  });

  it('shows no act at all where it only shows', async () => {
    const element = await open(new SessionsGateway());
    element.readonly = true;
    await shows(element, 'Tomás Rey');
    await settle(element);
    expect(allByRole(element, 'button', /^(End|Actions)/)).to.have.length(0);
  });

  it('keeps rows offline and ends nothing, with the reason', async () => {
    const element = await open(new SessionsGateway());
    await shows(element, 'End all 3 other sessions');
    await goOffline(element);
    const all = byRole(element, 'button', 'End all 3 other sessions');
    expect(all.getAttribute('aria-disabled')).to.equal('true');
    expect(all.title).to.contain('Offline');
    await click(all);
    await menuOf(element, 'Actions for the session of Tomás Rey');
    const item = byRole(element, 'menuitem', /^End session/);
    expect(item.getAttribute('aria-disabled')).to.equal('true');
    await click(item);
    expect(sent('DELETE')).to.deep.equal([]);
  });

  it('shows a failure in place of the list, and asks again', async () => {
    let failing = true;
    const gateway = new SessionsGateway();
    const answers = gateway.answers();
    const list = answers[CONSOLE] as (request: Seen) => Response;
    const element = await open(gateway, {
      more: { [CONSOLE]: (request) => (failing ? refusal(400, 'invalid_request') : list(request)) },
    });
    await waitUntil(() => allByRole(element, 'alert').length > 0, 'the failure is told', { timeout: 8000 });
    await accessibleAtRest(element);
    failing = false;
    await click(byRole(element, 'button', 'Try again'));
    await shows(element, 'Tomás Rey');
  });

  it('is worked by keyboard alone', async () => {
    const gateway = new SessionsGateway();
    const element = await open(gateway);
    await shows(element, 'Tomás Rey');
    byRole(element, 'tab', 'Console sessions').focus();
    await press('ArrowRight');
    await shows(element, 'driver-4711');
    expect(focused()?.textContent?.trim()).to.equal('SDK sessions');
    await press('Home');
    await shows(element, 'Tomás Rey');
    byRole(element, 'button', 'Actions for the session of Tomás Rey').focus();
    await press('Enter');
    await waitUntil(() => allByRole(element, 'menuitem').length > 0);
    await press('End', 'Enter');
    await shows(element, 'End the session of Tomás Rey?');
    await press('Escape');
    await waitUntil(() => focused()?.getAttribute('aria-label')?.includes('Tomás Rey') ?? false, 'the focus is back');
    expect(sent('DELETE')).to.deep.equal([]);
  });

  it('shows cards where it is narrow', async () => {
    const narrow = await open(new SessionsGateway(), { around: { width: 320 } });
    await shows(narrow, 'Tomás Rey');
    await waitUntil(() => allByRole(narrow, 'listitem').length === 4, 'cards');
    expect(narrow.scrollWidth).to.be.at.most(320);
    await accessibleAtRest(narrow);
  });

  it('speaks German, right to left and in the dark', async () => {
    const around = { dir: 'rtl', theme: 'dark', width: 720 } as const; // the table scrolls, a region by itself
    const german = await open(new SessionsGateway(), { locale: 'de', around });
    await shows(german, 'Diese Sitzung');
    await shows(german, 'Alle 3 anderen Sitzungen beenden');
    await accessibleAtRest(german);
  });

  it('reports readiness once, and each failure once', async () => {
    const events = record(document, 'caas-ready', 'caas-error') as CustomEvent[];
    const element = await open(new SessionsGateway('embed'), {
      tabs: 'sdk',
      more: { [SDK]: refusal(403, 'forbidden', { needs: 'sessions:read' }) },
    });
    await waitUntil(() => events.length > 0, 'the failure is told', { timeout: 8000 });
    await settle(element);
    expect(events.map(({ type: name, detail }) => [name, (detail as { reason?: string }).reason])).to.deep.equal([
      ['caas-error', 'forbidden'],
    ]);
  });
});
