import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { Routes } from '@lit-labs/router/routes.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { held } from './held.js';

/** Who a page is for: signed-in members, guests, or both. */
export type Access = 'member' | 'guest' | 'open';

/** One page of the console. */
export interface Page {
  /** What `caas-navigate` calls it. */
  id: string;
  /** A `URLPattern` pathname. */
  path: string;
  access: Access;
  /** Brings its code. */
  load: () => Promise<unknown>;
  render: (route: Route) => TemplateResult;
}

/** The page that shows, and with what. */
export interface Route {
  page: Page;
  params: Readonly<Record<string, string | undefined>>;
  query: URLSearchParams;
  /** Why the page's code could not be brought; then the error page shows in its place. */
  error: ApiError | null;
}

interface Options {
  pages: readonly Page[];
  /** Shows for every path that no page has. */
  fallback: Page;
  /** Where to go instead, or null where the page may show. Judged before the address changes. */
  guard: (page: Page, url: URL) => string | null;
  titleOf: (route: Route) => string;
  /** What shows the page: the heading in it gets the focus. */
  outlet: () => Element | null;
}

type Match = Omit<Route, 'query' | 'error'>;

/** Slow pages have this many frames to draw their heading before the page itself gets the focus. */
const FRAMES = 90;
const SCROLL_PAUSE = 100;

/**
 * Shows pages by the address. The only file that knows @lit-labs/router, of which it uses the matching alone: it asks its guard before it
 * touches the history, waits for what leaving would lose, brings a page's code before it shows the page, lets the newest of overlapping
 * navigations win, keeps the query, and sets title, focus and scroll position.
 */
export class ConsoleRouter implements ReactiveController {
  /** What shows now; null before the first page. */
  current: Route | null = null;
  /** The code of the next page is on its way. */
  busy = false;

  readonly #host: LitElement;
  readonly #options: Options;
  readonly #routes: Routes;
  #ticket = 0;
  #scrolling: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    const route = (page: Page) => ({ path: page.path, render: (params: Match['params']): Match => ({ page, params }) });
    this.#routes = new Routes(host, options.pages.map(route), { fallback: route(options.fallback) });
    host.addController(this);
  }

  hostConnected(): void {
    history.scrollRestoration = 'manual'; // the browser would restore before the page is there
    addEventListener('popstate', this.#onPopState);
    addEventListener('scroll', this.#onScroll, { passive: true });
    this.#host.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.#ticket += 1;
    clearTimeout(this.#scrolling);
    removeEventListener('popstate', this.#onPopState);
    removeEventListener('scroll', this.#onScroll);
    this.#host.removeEventListener('click', this.#onClick);
  }

  /** Shows the page of the present address, or the one its guard names. The focus stays where the browser put it. */
  async start(): Promise<void> {
    if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');
    await this.#enter(new URL(location.href), { change: 'none', focus: false, scroll: scrollOf(history.state) });
  }

  /** Goes to a path of this console. */
  go(href: string, { replace = false } = {}): Promise<void> {
    return this.#enter(new URL(href, location.origin), {
      change: replace ? 'replace' : 'push',
      focus: true,
      scroll: 0,
    });
  }

  /** Writes a page's view into the address: no new entry in the history, and nothing is shown anew. */
  setQuery(query: URLSearchParams): void {
    if (!this.current) return;
    const text = query.toString();
    history.replaceState(history.state, '', location.pathname + (text ? `?${text}` : ''));
    this.current = { ...this.current, query };
  }

  /** Sets the title of the page again, in another language for example. */
  retitle(): void {
    if (this.current) document.title = this.#options.titleOf(this.current);
  }

  async #enter(url: URL, how: { change: 'push' | 'replace' | 'none'; focus: boolean; scroll: number }): Promise<void> {
    const wait = this.current && held();
    if (wait) {
      const ticket = ++this.#ticket;
      await wait;
      if (ticket !== this.#ticket) return;
    }
    const match = this.#match(url.pathname);
    const instead = this.#options.guard(match.page, url);
    if (instead !== null) {
      await this.#enter(new URL(instead, location.origin), {
        ...how,
        change: how.change === 'none' ? 'replace' : how.change,
        scroll: 0,
      });
      return;
    }
    if (how.change === 'push' && url.href !== location.href) history.pushState(null, '', url);
    else if (how.change !== 'none') history.replaceState(null, '', url);
    await this.#show({ ...match, query: url.searchParams, error: null }, how);
  }

  async #show(route: Route, { focus, scroll }: { focus: boolean; scroll: number }): Promise<void> {
    const ticket = ++this.#ticket;
    this.busy = true;
    this.#host.requestUpdate();
    let error: ApiError | null = null;
    try {
      await route.page.load();
    } catch (cause) {
      error = toApiError(cause);
    }
    if (ticket !== this.#ticket) return; // somebody went elsewhere meanwhile
    this.busy = false;
    this.current = { ...route, error };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (ticket !== this.#ticket) return;
    this.retitle();
    if (focus) await this.#focusHeading(ticket);
    if (ticket === this.#ticket) scrollTo({ top: scroll, behavior: 'instant' });
  }

  /** `goto` has changed its state when it returns, as no route of ours has an `enter` to wait for. */
  #match(pathname: string): Match {
    void this.#routes.goto(pathname);
    return this.#routes.outlet() as Match;
  }

  async #focusHeading(ticket: number): Promise<void> {
    const outlet = this.#options.outlet();
    if (!outlet) return;
    for (let frame = 0; frame < FRAMES; frame += 1) {
      if (ticket !== this.#ticket) return;
      const heading = findHeading(outlet);
      if (heading) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true, focusVisible: false }); // a place, not a control
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 16));
    }
    if (outlet instanceof HTMLElement) outlet.focus({ preventScroll: true });
  }

  readonly #onClick = (event: MouseEvent): void => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event
      .composedPath()
      .find(
        (target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement && target.hasAttribute('href'),
      );
    if (
      !link ||
      link.target ||
      link.hasAttribute('download') ||
      link.rel === 'external' ||
      link.origin !== location.origin
    )
      return;
    const url = new URL(link.href);
    const samePage = url.pathname === location.pathname && url.search === location.search;
    if (samePage && url.hash) return; // within the page: the browser's own
    if (this.#match(url.pathname).page === this.#options.fallback) return; // not ours: the server may have it
    event.preventDefault();
    void this.go(url.href);
  };

  readonly #onPopState = (event: PopStateEvent): void => {
    const url = new URL(location.href);
    if (url.hash && this.current && this.#match(url.pathname).page === this.current.page) return; // a link within the page
    void this.#enter(url, { change: 'none', focus: true, scroll: scrollOf(event.state) });
  };

  readonly #onScroll = (): void => {
    clearTimeout(this.#scrolling);
    const href = location.href;
    this.#scrolling = setTimeout(() => {
      if (href === location.href && !this.busy) history.replaceState({ y: scrollY }, '');
    }, SCROLL_PAUSE);
  };
}

/** A path of this console that may follow a sign-in, or the fallback: an address from outside must not lead outside. */
export function ownPath(path: string | null, fallback: string): string {
  if (!path?.startsWith('/')) return fallback;
  const url = URL.canParse(path, location.origin) ? new URL(path, location.origin) : null;
  // "/.//host" is a path of this console that reads as another host once it is written out.
  return url?.origin === location.origin && !url.pathname.startsWith('//') ? url.pathname + url.search : fallback;
}

function scrollOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'y' in state && typeof state.y === 'number' ? state.y : 0;
}

/** The first heading of level 1 below, through open shadow roots. */
function findHeading(root: Element): HTMLElement | null {
  for (const child of [...(root.shadowRoot?.children ?? []), ...root.children]) {
    const isHeading = child.localName === 'h1' || (child.role === 'heading' && child.ariaLevel === '1');
    if (isHeading && child instanceof HTMLElement && child.checkVisibility()) return child;
    const found = findHeading(child);
    if (found) return found;
  }
  return null;
}
