import { html, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import '@caas/base/caas-provider.js';
import { me } from '@caas/contract/calls/accounts.js';
import { Localize } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import { QueryController, refresh } from '@caas/base/query.controller.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { controls } from '@caas/ui/controls.styles.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { ChoicesController } from './choices.controller.js';
import { ConnectionController } from './connection.controller.js';
import { Counts } from './counts.controller.js';
import { styles } from './console.styles.js';
import { styles as navigationStyles } from './navigation.styles.js';
import { frame, guestFrame, type FrameOptions, type Identity } from './frame.js';
import { ENROLL, instead, loginPath, mustEnroll } from './guard.js';
import { messages } from './messages.js';
import type { Overlays } from './overlays.js';
import { NOT_FOUND, PAGES, pageById, type ConsolePage } from './pages.js';
import { errorPage } from './pages/error.js';
import { styles as messageStyles } from './pages/message.styles.js';
import { preferences, THEMES, type ChosenTheme, type ConsoleLocale } from './preferences.js';
import { reminders } from './reminders.js';
import { ConsoleRouter } from './router.js';
import { Session, type EndReason } from './session.js';
import { ShellController } from './shell.controller.js';
import { ShortcutsController } from './shortcuts.controller.js';

/** What a page may offer to shortcuts. */
type Acting = Element & { create?(): void; focusSearch?(): void };

/** Facts that elements tell of; each is worth a notice. */
const NOTICED = [
  ...['created', 'updated', 'rotated', 'promoted', 'rolled-back', 'revoked', 'deleted'].map(
    (fact) => `caas-key-${fact}`,
  ),
  'caas-email-verified',
  'caas-password-changed',
];

/**
 * The hosted console: session, pages, navigation, shortcuts and notices around the elements that do the work.
 *
 * @element caas-console
 * @example <caas-console></caas-console>
 */
export class Console extends ThemeRoot {
  static override styles = [...ThemeRoot.styles, controls, stateStyles, messageStyles, navigationStyles, styles];

  @state() private locale: ConsoleLocale = preferences.locale;
  @state() private broken = false;
  @query('main') private main!: HTMLElement | null;

  readonly session = new Session();
  readonly texts = new Localize(this, messages, () => ({ locale: this.locale }));
  readonly router: ConsoleRouter = new ConsoleRouter(this, {
    pages: PAGES,
    fallback: NOT_FOUND,
    guard: (page, url) => instead(page, url, this.session, this.#known),
    titleOf: ({ page }) => this.texts.text('titled', this.texts.text((page as ConsolePage).title)),
    outlet: () => this.main,
  });
  /** Who is signed in; asked once and shared with every element. */
  readonly identity = new QueryController(this, () => ({
    connection: this.session.status === 'in' ? this.session.connection : null,
    query: { key: ['me'], run: (client, signal) => client.call(me, {}, { signal }) },
  }));
  readonly base = new Localize(this, baseMessages, () => ({ locale: this.locale }));
  readonly #online = new ConnectionController(this, () => void refresh(this.session.connection).catch(() => undefined));
  readonly counts = new Counts(this, () => ({ connection: this.session.connection, identity: this.#known }));
  #overlays: Promise<Overlays> | null = null;
  readonly #shortcuts = new ShortcutsController(this, {
    palette: () => this.#open((overlays) => overlays.palette()),
    sheet: () => this.#open((overlays) => overlays.shortcutSheet()),
    search: () => this.search(),
    create: () => this.page?.create?.(),
    go: (key) => this.#goByKey(key),
  });
  readonly #shell = new ShellController(this, {
    go: (href, options) => void this.router.go(href, options),
    setQuery: (params) => this.router.setQuery(params),
    startSession: (session) => this.session.start(session),
    endSession: (reason) => this.#endSession(reason),
    signOut: () => void this.signOut(),
  });
  readonly #choices = new ChoicesController(this, (locale) => this.useLocale(locale));

  constructor() {
    super();
    this.theme = preferences.theme;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.addEventListener('change', this.#onSession);
    this.addEventListener('caas-navigate', this.#onNavigate);
    for (const type of NOTICED) this.addEventListener(type, this.#onFact);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.removeEventListener('change', this.#onSession);
    this.removeEventListener('caas-navigate', this.#onNavigate);
    for (const type of NOTICED) this.removeEventListener(type, this.#onFact);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.identity.error?.kind === 'auth' && this.identity.error.status === 401) this.session.expire();
    this.#choices.meet(this.session, this.#known);
    const enroll = mustEnroll(this.#known);
    if (enroll === this.#shell.told.mustEnroll) return;
    this.#shell.tell({ mustEnroll: enroll });
    if (enroll && this.router.current?.page.access === 'member') void this.router.go(ENROLL, { replace: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    document.documentElement.lang = this.locale;
    document.documentElement.dataset['theme'] = this.theme;
    this.router.retitle();
  }

  /** The page that shows, or null. */
  get page(): Acting | null {
    return this.main?.querySelector(':scope > :not([hidden], .reminders)') ?? null;
  }

  /** Whether single keys do something. */
  get shortcutsOn(): boolean {
    return this.#shortcuts.on;
  }

  set shortcutsOn(on: boolean) {
    this.#shortcuts.on = on;
    preferences.shortcuts = on;
  }

  /** Moves to the search of the page; opens the palette where it has none. */
  search(): void {
    if (this.page?.focusSearch) this.page.focusSearch();
    else this.#open((overlays) => overlays.palette());
  }

  /** Changes the colours, and keeps the choice. */
  useTheme(theme: ChosenTheme): void {
    this.theme = theme;
    preferences.theme = theme;
  }

  /** The scheme after the present one: light, dark, system. */
  nextTheme(): void {
    const at = THEMES.findIndex((theme) => theme === this.theme);
    this.useTheme(THEMES[(at + 1) % THEMES.length] ?? 'system');
  }

  /** Changes the language, and keeps the choice. */
  useLocale(locale: ConsoleLocale): void {
    this.locale = locale;
    preferences.locale = locale;
  }

  /** Ends this session, or all of the member; says so where it could not. */
  async signOut(options: { everywhere?: boolean } = {}): Promise<void> {
    try {
      await this.session.signOut(options);
    } catch {
      this.#open((overlays) => overlays.signOutFailed());
    }
  }

  override render(): TemplateResult {
    return html`<caas-provider
      .connection=${this.session.connection}
      locale=${this.locale}
      time-zone=${this.#choices.timeZone}
    >
      <header>
        <a class="skip" href="#main" @click=${this.#skip}>${this.texts.text('skip')}</a>
        <div id="layer"></div>
      </header>
      ${this.#renderFrame()}
    </caas-provider>`;
  }

  #renderFrame(): TemplateResult {
    const options = this.#frameOptions;
    if (this.session.status === 'unreachable' && this.session.error) {
      return guestFrame(
        options,
        errorPage(this.texts, this.base, this.session.error, () => void this.#start()),
      );
    }
    const route = this.router.current;
    if (!route)
      return html`<div class="boot" role="status">
        <span class="spin"></span><span class="vh">${this.texts.text('loading')}</span>
      </div>`;
    const content = route.error
      ? errorPage(this.texts, this.base, route.error, () => location.reload())
      : route.page.render(route);
    return route.page.access === 'guest' || this.session.status !== 'in'
      ? guestFrame(options, content)
      : frame(options, html`${reminders(this.texts, this.#known, route.page)}${content}`);
  }

  /** Who is signed in, as far as it is known. */
  get #known(): Identity | null {
    return this.session.status === 'in' ? (this.identity.data ?? null) : null;
  }

  get #frameOptions(): FrameOptions {
    const page = this.router.current?.page as ConsolePage | undefined;
    return {
      texts: this.texts,
      identity: this.identity.data ?? null,
      page: page ?? null,
      busy: this.router.busy,
      theme: this.theme as ChosenTheme,
      online: this.#online.state,
      counts: this.counts,
      broken: this.broken,
      onRetry: () => void this.#online.retry(),
      onJump: () => this.#open((overlays) => overlays.palette()),
      onHelp: () => this.#open((overlays) => overlays.shortcutSheet()),
      onTheme: () => this.nextTheme(),
      onLocale: () => this.useLocale(this.locale === 'en' ? 'de' : 'en'),
      onAccount: (anchor) => this.#open((overlays) => overlays.accountMenu(anchor)),
      onNavigation: () => this.#open((overlays) => overlays.navigation()),
    };
  }

  async #start(): Promise<void> {
    const page = PAGES.find(({ path }) => path === location.pathname);
    void page?.load().catch(() => undefined); // ahead of the session; the router loads it again and says what failed
    const guest = page?.access === 'guest';
    const resumed = page?.access === 'member' || preferences.wasSignedIn ? this.session.resume() : null;
    if (!resumed) this.session.stayOut();
    if (!guest) await resumed;
    if (this.session.status !== 'unreachable' || guest) await this.router.start();
    await resumed; // who is signed in already has no use for a page of guests
    if (this.session.status === 'in' && this.router.current?.page.access === 'guest')
      await this.router.go(location.pathname + location.search, { replace: true });
  }

  readonly #onSession = (): void => {
    const { status, reason } = this.session;
    const ended = status === 'out' && reason !== 'signed-out' && reason !== null;
    this.#shell.tell({ signedIn: status === 'in', lastEmail: ended ? (this.identity.data?.user?.email ?? '') : '' });
    this.requestUpdate();
    const page = this.router.current?.page;
    if (status === 'out' && page?.access === 'member')
      void this.router.go(loginPath(this.session, new URL(location.href)), { replace: true });
    if (status === 'in' && page?.id === 'login')
      void this.router.go(location.pathname + location.search, { replace: true });
  };

  #endSession(reason: EndReason): void {
    this.session.expire(reason);
    void this.router.go(`/login?reason=${reason}`, { replace: true });
  }

  readonly #onFact = (event: Event): void =>
    this.#open((overlays) => overlays.fact(event as CustomEvent<{ name?: string }>));

  readonly #onNavigate = (event: Event): void => {
    const { page: id, params } = (event as CustomEvent<{ page: string; params?: Record<string, string> }>).detail;
    const page = pageById(id);
    if (!page && id !== 'sign-out') return; // not handled: the element knows, since the event stays uncancelled
    event.preventDefault();
    if (!page) return void this.signOut();
    const search = new URLSearchParams(params).toString();
    void this.router.go(page.path + (search ? `?${search}` : ''));
  };

  /** Brings what opens over the console, then opens it. Where it can't be brought, a strip offers to reload; offline the page says so itself. */
  #open(show: (overlays: Overlays) => Promise<void>): void {
    this.#overlays ??= import('./overlays.js').then(({ Overlays }) => new Overlays(this));
    this.#overlays.then(show).then(
      () => (this.broken = false),
      () => {
        this.#overlays = null; // asked for again next time
        this.broken = !this.#online.offline;
      },
    );
  }

  #goByKey(key: string): boolean {
    const page = this.session.status === 'in' ? PAGES.find(({ nav }) => nav?.key === key) : undefined;
    if (page) void this.router.go(page.path);
    return page !== undefined;
  }

  #skip(event: Event): void {
    event.preventDefault(); // a fragment can't lead into a shadow root
    this.main?.focus();
  }
}
