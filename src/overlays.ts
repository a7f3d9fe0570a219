import { html, render } from 'lit';
import { Localize } from '@caas/base/localize.js';
import { rightsMessages } from '@caas/base/read-only.js';
import type { MenuSelectedEvent } from '@caas/ui/menu.js';
import type { Toast } from '@caas/ui/toasts.js';
import type { CommandEvent } from './command-palette.js';
import { nameOf, navigation, tenantCard } from './frame.js';
import type { Console } from './console.js';
import type { en } from './locales/en.overlays.js';
import { overlayMessages } from './messages.overlays.js';
import { PAGES, pageById } from './pages.js';
import { THEMES, type ChosenTheme } from './preferences.js';

/** Everything that opens over the console. Its code is brought when it is first needed, and stays in the layer. */
export class Overlays {
  readonly #host: Console;
  readonly #texts: Localize<typeof en>;

  constructor(host: Console) {
    this.#host = host;
    this.#texts = new Localize(host, overlayMessages, () => host.texts.setting);
  }

  /** Says what an element told of, if there is a word for it. */
  async fact({ type, detail }: CustomEvent<{ name?: string } | null>): Promise<void> {
    await this.#ready();
    const text = this.#texts.find(`toast.${type}`, detail?.name ?? '');
    if (text) await this.toast({ tone: 'success', text });
  }

  /** Says that signing out did not work. */
  async signOutFailed(): Promise<void> {
    await this.#ready();
    await this.toast({ tone: 'danger', text: this.#texts.text('signOutFailed') });
  }

  /** Shows a notice. */
  async toast(toast: Toast): Promise<void> {
    await import('@caas/ui/caas-toasts.js');
    this.#inLayer('caas-toasts').show(toast);
  }

  /** Who is signed in, colours, language, signing out. */
  async accountMenu(anchor: HTMLElement): Promise<void> {
    await Promise.all([import('@caas/ui/caas-menu.js'), this.#ready()]);
    void import('@caas/ui/caas-toasts.js').catch(() => undefined); // at hand when signing out fails offline
    const { texts, identity } = this.#host;
    const menu = this.#inLayer('caas-menu', (made) =>
      made.addEventListener('caas-menu-selected', (event) => this.#onAccount(event as MenuSelectedEvent)),
    );
    const who = identity.data;
    menu.items = [
      ...(who
        ? [
            {
              id: 'who',
              label: nameOf(who),
              hint: [who.user?.email, who.role && this.#roleText(who.role)].filter(Boolean).join(' · '),
              disabled: true,
            },
            'divider' as const,
          ]
        : []),
      { id: 'page:profile', label: texts.text('profile') },
      { id: 'theme', label: this.#texts.text('useTheme', this.#themeName(this.#nextTheme)) },
      { id: 'language', label: texts.text('switchLanguage') },
      { id: 'shortcuts', label: texts.text('help') },
      'divider',
      { id: 'sign-out', label: this.#texts.text('signOut') },
      { id: 'sign-out-everywhere', label: this.#texts.text('signOutEverywhere'), danger: true },
    ];
    await menu.openAt(anchor);
  }

  /** Search and jump. */
  async palette(): Promise<void> {
    if (this.#host.session.status !== 'in') return;
    await Promise.all([import('./command-palette.js'), this.#ready()]);
    const { texts, session, identity } = this.#host;
    const palette = this.#inLayer('caas-command-palette', (made) =>
      made.addEventListener('caas-command', (event) => this.#onCommand(event as CommandEvent)),
    );
    const mayCreate = identity.data?.permissions.includes('api-keys:write') ?? false;
    palette.connection = session.connection;
    palette.commands = [
      ...PAGES.flatMap((page) =>
        page.nav
          ? [
              {
                id: `page:${page.id}`,
                group: 'pages' as const,
                label: texts.text(page.title),
                icon: page.nav.icon,
                hint: `g ${page.nav.key}`,
              },
            ]
          : [],
      ),
      ...(mayCreate ? [{ id: 'create-key', group: 'actions' as const, label: this.#texts.text('createKey') }] : []),
      ...THEMES.map((theme) => ({
        id: `theme:${theme}`,
        group: 'actions' as const,
        label: this.#texts.text('useTheme', this.#themeName(theme)),
      })),
      { id: 'language', group: 'actions', label: texts.text('switchLanguage') },
      { id: 'shortcuts', group: 'actions', label: texts.text('help'), hint: '?' },
      { id: 'sign-out', group: 'actions', label: this.#texts.text('signOut') },
    ];
    palette.show();
  }

  /** All keys, and the switch for single ones. */
  async shortcutSheet(): Promise<void> {
    await import('./shortcut-sheet.js');
    const sheet = this.#inLayer('caas-shortcut-sheet', (made) =>
      made.addEventListener('change', () => (this.#host.shortcutsOn = made.on)),
    );
    sheet.on = this.#host.shortcutsOn;
    sheet.show();
  }

  /** The navigation of small screens. */
  async navigation(): Promise<void> {
    await import('@caas/ui/caas-drawer.js');
    const { texts, identity, router, counts } = this.#host;
    const drawer = this.#inLayer('caas-drawer', (made) => {
      made.className = 'drawer';
      made.addEventListener('click', (event) => {
        if (event.composedPath().some((target) => target instanceof HTMLAnchorElement)) made.close();
      });
    });
    drawer.heading = texts.text('product');
    const page = PAGES.find(({ id }) => id === router.current?.page.id) ?? null;
    const options = { texts, identity: identity.data ?? null, page, counts };
    render(
      html`<nav aria-label=${texts.text('navigation')}>${tenantCard(options)}${navigation(options)}</nav>`,
      drawer,
    );
    drawer.show();
  }

  async #confirmSignOutEverywhere(): Promise<void> {
    await import('@caas/ui/caas-confirm.js');
    const confirm = this.#inLayer('caas-confirm', (made) =>
      made.addEventListener('caas-confirmed', () => {
        made.close();
        void this.#host.signOut({ everywhere: true });
      }),
    );
    confirm.heading = this.#texts.text('signOutEverywhereTitle');
    confirm.verb = this.#texts.text('signOutEverywhere');
    confirm.textContent = this.#texts.text('signOutEverywhereText');
    confirm.show();
  }

  /** Brings the texts in the language in force. */
  async #ready(): Promise<void> {
    await this.#texts.bring();
  }

  #inLayer<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    onMade?: (made: HTMLElementTagNameMap[K]) => void,
  ): HTMLElementTagNameMap[K] {
    const layer = this.#host.renderRoot.querySelector('#layer') ?? this.#host.renderRoot;
    const there = layer.querySelector(tag);
    if (there) return there;
    const made = document.createElement(tag);
    onMade?.(made);
    layer.append(made);
    return made;
  }

  get #nextTheme(): ChosenTheme {
    const at = THEMES.findIndex((theme) => theme === this.#host.theme);
    return THEMES[(at + 1) % THEMES.length] ?? 'system';
  }

  #themeName(theme: ChosenTheme): string {
    const names = { light: 'themeLight', dark: 'themeDark', system: 'themeSystem' } as const;
    return this.#host.texts.text(names[theme]);
  }

  #roleText(role: 'owner' | 'admin' | 'developer' | 'viewer'): string {
    return this.#host.base.findIn(rightsMessages, `role.${role}`) ?? role;
  }

  #onAccount(event: MenuSelectedEvent): void {
    if (event.detail.id === 'sign-out-everywhere') void this.#confirmSignOutEverywhere();
    else if (event.detail.id === 'theme') this.#host.nextTheme();
    else if (event.detail.id === 'page:profile') void this.#host.router.go('/profile');
    else this.#run(event.detail.id);
  }

  #onCommand(event: CommandEvent): void {
    const { id } = event.detail;
    const [kind, value = ''] = id.split(/:(.*)/s);
    const page = kind === 'page' ? pageById(value) : undefined;
    const theme = kind === 'theme' ? THEMES.find((each) => each === value) : undefined;
    if (page) void this.#host.router.go(page.path);
    else if (theme) this.#host.useTheme(theme);
    else if (kind === 'key') void this.#host.router.go(`/api-keys?${new URLSearchParams({ q: value }).toString()}`);
    else if (id === 'create-key') void this.#host.router.go('/api-keys?action=create');
    else this.#run(id);
  }

  #run(id: string): void {
    if (id === 'language') this.#host.useLocale(this.#host.texts.setting.locale === 'de' ? 'en' : 'de');
    else if (id === 'shortcuts') void this.shortcutSheet();
    else if (id === 'sign-out') void this.#host.signOut();
  }
}
