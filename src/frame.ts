import { html, nothing, svg, type TemplateResult } from 'lit';
import type { me } from '@caas/contract/accounts.js';
import type { Answer } from '@caas/contract/endpoint.js';
import type { Localize } from '@caas/base/localize.js';
import { initials } from '@caas/ui/avatar.js';
import { hasMacKeys } from '@caas/ui/clipboard.js';
import { icon } from '@caas/ui/icon.js';
import { chevronRight, circleHelp, menu, monitor, moon, search, sun, wifiOff } from '@caas/ui/icons.js';
import type { ConnectionState } from './connection.controller.js';
import type { Counts } from './counts.controller.js';
import type { en } from './locales/en.js';
import { HOME, PAGES, type ConsolePage } from './pages.js';
import type { ChosenTheme } from './preferences.js';

export type Identity = Answer<typeof me>;
type Texts = Localize<typeof en>;

/** What the frame shows, and what its controls do. */
export interface FrameOptions {
  texts: Texts;
  /** Null until the gateway has told. */
  identity: Identity | null;
  page: ConsolePage | null;
  busy: boolean;
  theme: ChosenTheme;
  online: ConnectionState;
  counts: Counts;
  /** What opens over the console could not be brought: after a release only a reload brings it. */
  broken: boolean;
  onRetry: () => void;
  onJump: () => void;
  onHelp: () => void;
  onTheme: () => void;
  onLocale: () => void;
  onAccount: (anchor: HTMLElement) => void;
  onNavigation: () => void;
}

/** Name shown for who is signed in. */
export function nameOf(identity: Identity): string {
  return identity.user?.name || identity.actor.name;
}

/** The frame of members' pages: navigation beside, bar above. */
export function frame(options: FrameOptions, content: TemplateResult): TemplateResult {
  const { texts } = options;
  return html`<div class="shell">
    <nav class="side" aria-label=${texts.text('navigation')}>
      ${brand(texts, HOME)}${tenantCard(options)}${jump(options)}${navigation(options)}
    </nav>
    <div class="body">
      ${topbar(options)}${bar(options)}${progress(options)}
      <main id="main" class="page" tabindex="-1" aria-busy=${options.busy ? 'true' : 'false'}>${content}</main>
    </div>
  </div>`;
}

/** The frame of sign in and registration: nothing but the form. */
export function guestFrame(options: FrameOptions, content: TemplateResult): TemplateResult {
  const { texts } = options;
  return html`<div class="guest">
    <nav class="head" aria-label=${texts.text('product')}>${brand(texts, '/login')}</nav>
    ${progress(options)}
    <main id="main" tabindex="-1" aria-busy=${options.busy ? 'true' : 'false'}>${content}</main>
    <footer>
      <button
        class="btn ghost sm"
        type="button"
        @click=${options.onLocale}
        lang=${texts.setting.locale === 'de' ? 'en' : 'de'}
      >
        ${texts.text('switchLanguage')}
      </button>
      ${themeButton(options)}
    </footer>
  </div>`;
}

/** Links to the pages that exist; a group without pages has no heading. */
export function navigation({ texts, page, counts }: Pick<FrameOptions, 'texts' | 'page' | 'counts'>): TemplateResult {
  const groups = [...new Set(PAGES.flatMap(({ nav }) => (nav ? [nav.group] : [])))];
  return html`<div class="nav">
    ${groups.map(
      (group) =>
        html`<div>
          ${group ? html`<h2>${texts.text(group)}</h2>` : nothing}
          ${PAGES.filter(({ nav }) => nav?.group === group && nav !== undefined).map(
            (item) =>
              html`<a href=${item.path} aria-current=${item.id === page?.id ? 'page' : nothing}>
                ${item.nav ? icon(item.nav.icon) : nothing}${texts.text(item.title)}${count(texts, counts.of(item.id))}
              </a>`,
          )}
        </div>`,
    )}
  </div>`;
}

function count(texts: Texts, number: number | null): TemplateResult | typeof nothing {
  return number === null ? nothing : html` <span class="count">${texts.format.number(number)}</span>`;
}

/** Company and plan. */
export function tenantCard({ identity, texts }: Pick<FrameOptions, 'identity' | 'texts'>): TemplateResult {
  if (!identity) return html`<div class="tenant" aria-busy="true"></div>`;
  const { tenant } = identity;
  const plans = { free: 'planFree', business: 'planBusiness', enterprise: 'planEnterprise' } as const;
  return html`<div class="tenant">
    ${tile(tenant.name)}<span class="grow"
      ><b title=${tenant.name}>${tenant.name}</b><small>${texts.text(plans[tenant.plan])}</small></span
    >
  </div>`;
}

function tile(name: string): TemplateResult {
  return html`<span class="tile" aria-hidden="true">${initials(name)}</span>`;
}

function brand(texts: Texts, home: string): TemplateResult {
  const mark = svg`<rect class="mark" width="20" height="20" rx="5"></rect><path d="M13.6 6.4a5 5 0 1 0 0 7.2" stroke-width="1.8" stroke-linecap="round"></path><circle cx="10" cy="10" r="1.6"></circle>`;
  return html`<a class="brand" href=${home}>
    <svg viewBox="0 0 20 20" aria-hidden="true">${mark}</svg>${texts.text('product')}</a
  >`;
}

function jump({ texts, onJump }: FrameOptions): TemplateResult {
  return html`<button
    class="jump"
    type="button"
    @click=${onJump}
    aria-keyshortcuts=${hasMacKeys() ? 'Meta+K' : 'Control+K'}
  >
    ${icon(search, 14)}<span class="grow">${texts.text('jump')}</span
    ><kbd aria-hidden="true">${texts.text(hasMacKeys() ? 'jumpKeysMac' : 'jumpKeys')}</kbd>
  </button>`;
}

/** Over the content, on wide screens. */
function bar(options: FrameOptions): TemplateResult {
  const { texts, identity, page, onHelp } = options;
  return html`<div class="bar">
    <nav class="crumb" aria-label=${texts.text('breadcrumb')}>
      ${identity ? html`<span class="company">${identity.tenant.name}</span> ${icon(chevronRight, 14)}` : nothing}
      <b aria-current="page">${page ? texts.text(page.title) : nothing}</b>
    </nav>
    <span class="grow"></span>
    <button class="iconbtn" type="button" aria-label=${texts.text('help')} title=${texts.text('help')} @click=${onHelp}>
      ${icon(circleHelp)}
    </button>
    ${themeButton(options)}${accountButton(options)}
  </div>`;
}

/** Over the content, on small screens. */
function topbar(options: FrameOptions): TemplateResult {
  const { texts, identity } = options;
  return html`<nav class="topbar" aria-label=${texts.text('product')}>
    <button class="iconbtn" type="button" aria-label=${texts.text('openNavigation')} @click=${options.onNavigation}>
      ${icon(menu)}
    </button>
    ${identity ? html`${tile(identity.tenant.name)}<b class="grow company">${identity.tenant.name}</b>` : html`<span class="grow"></span>`}
    <button class="iconbtn" type="button" aria-label=${texts.text('search')} @click=${options.onJump}>
      ${icon(search)}
    </button>
    ${accountButton(options)}
  </nav>`;
}

function accountButton({ texts, identity, onAccount }: FrameOptions): TemplateResult {
  return html`<button
    class="iconbtn account"
    type="button"
    aria-label=${texts.text('account')}
    aria-haspopup="menu"
    aria-expanded="false"
    @click=${(event: Event) => onAccount(event.currentTarget as HTMLElement)}
  >
    ${identity?.user?.avatar_url ? html`<img class="avatar" src=${identity.user.avatar_url} alt="" width="28" height="28" />` : html`<span class="avatar" data-initials=${identity ? initials(nameOf(identity)) : ''}></span>`}
  </button>`;
}

function themeButton({ texts, theme, onTheme }: FrameOptions): TemplateResult {
  const looks = { light: [sun, 'themeLight'], dark: [moon, 'themeDark'], system: [monitor, 'themeSystem'] } as const;
  const [paths, name] = looks[theme];
  const label = texts.text('themeNow', texts.text(name));
  return html`<button class="iconbtn" type="button" aria-label=${label} title=${label} @click=${onTheme}>
    ${icon(paths)}
  </button>`;
}

/** What is wrong with the connection or the code, and the line that says a page is on its way. */
function progress(options: FrameOptions): TemplateResult {
  const { page, online, broken, busy } = options;
  // The element on a member's page says itself that it is back.
  const said = page !== null && page.access !== 'open';
  const shown = broken ? 'broken' : said && online === 'back' ? 'online' : online;
  return html`<div class="connection ${shown}" role="status">${connection(options, shown)}</div>
    ${busy ? html`<div class="progress" aria-hidden="true"></div>` : nothing}`;
}

function connection(
  { texts, onRetry }: FrameOptions,
  shown: ConnectionState | 'broken',
): TemplateResult | string | typeof nothing {
  if (shown === 'online') return nothing;
  if (shown === 'back') return texts.text('online');
  const [text, label, act] =
    shown === 'broken'
      ? [texts.text('partFailed'), texts.text('reload'), () => location.reload()]
      : [texts.text(shown === 'checking' ? 'reconnecting' : 'offline'), texts.text('retryNow'), onRetry];
  return html`${shown === 'offline' ? icon(wifiOff, 14) : nothing}
    <span>${text}</span>
    <button class="btn default sm" type="button" @click=${act}>${label}</button>`;
}
