import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from './controls.styles.js';
import { icon } from './icon.js';
import type { Icon } from './icons.js';
import { styles } from './menu.styles.js';
import { placeBeside } from './place.js';

/** One entry of a menu, or a line between groups. */
export type MenuItem =
  | 'divider'
  | {
      /** Given back in `caas-menu-selected`. */
      id: string;
      label: string;
      icon?: Icon;
      /** In danger text; stands last, after a divider. */
      danger?: boolean;
      /** Can be reached but not chosen; `hint` says why. */
      disabled?: boolean;
      hint?: string;
    };

/** `caas-menu-selected`: the id of the chosen entry. */
export type MenuSelectedEvent = CustomEvent<{ id: string }>;

/** Letters typed within this many ms belong to one search. */
const TYPING_PAUSE = 700;
/** A click on the anchor closes the open menu first; within this many ms it is that same click. */
const SAME_CLICK = 400;

/**
 * A menu of actions in the top layer, opened at the button that has it. Arrows, Home, End and typing move; Esc closes and gives the focus back.
 *
 * @element caas-menu
 * @fires {MenuSelectedEvent} caas-menu-selected - After the choice of an entry; the menu has closed.
 * @csspart base - The menu box.
 * @example <caas-menu .items=${[{ id: 'revoke', label: 'Revoke', danger: true }]}></caas-menu>
 */
export class Menu extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** The entries, in order. */
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @state() private label = '';
  @query('.menu') private box!: HTMLElement;

  #anchor: HTMLElement | null = null;
  #typed = { text: '', at: 0 };
  #lightDismissed: { anchor: HTMLElement | null; at: number } = { anchor: null, at: 0 };
  readonly #place = (): void => {
    if (this.#anchor) placeBeside(this.box, this.#anchor, 'end');
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Opens it at a button, focus on the first entry that can be chosen; a click on that button while it is open closes it. */
  async openAt(anchor: HTMLElement): Promise<void> {
    const dismissed = this.#lightDismissed;
    if (dismissed.anchor === anchor && performance.now() - dismissed.at < SAME_CLICK) {
      dismissed.anchor = null;
      return;
    }
    this.label = anchor.getAttribute('aria-label') ?? anchor.textContent?.trim() ?? '';
    await this.updateComplete;
    if (!this.isConnected) return;
    this.#anchor = anchor;
    anchor.setAttribute('aria-expanded', 'true');
    this.box.showPopover();
    this.#place();
    window.addEventListener('resize', this.#place);
    window.addEventListener('scroll', this.#place, { capture: true, passive: true });
    const entries = this.#entries;
    (entries.find((entry) => entry.ariaDisabled !== 'true') ?? entries[0])?.focus();
  }

  /** Closes it and gives the focus back. */
  close(): void {
    const anchor = this.#anchor;
    if (!anchor) return;
    this.#anchor = null; // told apart from a light dismissal
    this.box.hidePopover();
    this.#finish(anchor);
    anchor.focus();
  }

  override render(): TemplateResult {
    return html`<div
      class="menu"
      part="base"
      role="menu"
      popover="auto"
      tabindex="-1"
      aria-label=${this.label || nothing}
      @keydown=${this.#onKeydown}
      @beforetoggle=${this.#onToggle}
    >
      ${this.items.map((item) => (item === 'divider' ? html`<hr />` : this.#renderItem(item)))}
    </div>`;
  }

  #renderItem(item: Exclude<MenuItem, 'divider'>): TemplateResult {
    return html`<button
      class=${item.danger ? 'danger' : ''}
      type="button"
      role="menuitem"
      tabindex="-1"
      aria-disabled=${item.disabled ? 'true' : nothing}
      @click=${() => this.#choose(item)}
    >
      ${item.icon ? icon(item.icon) : nothing}
      <span class="text"><span>${item.label}</span>${item.hint ? html`<small>${item.hint}</small>` : nothing}</span>
    </button>`;
  }

  get #entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #choose(item: Exclude<MenuItem, 'divider'>): void {
    if (item.disabled) return;
    this.close();
    this.dispatchEvent(new CustomEvent('caas-menu-selected', { bubbles: true, detail: { id: item.id } }));
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Tab') {
      this.close(); // the focus is back at the anchor, from where the browser goes on
      return;
    }
    const entries = this.#entries;
    const at = entries.findIndex((entry) => entry.matches(':focus'));
    const target = this.#target(event, entries, at);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (target === 'close') this.close();
    else target?.focus();
  }

  /** Where a key leads: an entry, out of the menu, or nowhere (null) because it is not the menu's. */
  #target(event: KeyboardEvent, entries: HTMLElement[], at: number): HTMLElement | undefined | 'close' | null {
    switch (event.key) {
      case 'Escape':
        return 'close';
      case 'ArrowDown':
        return entries[(at + 1) % entries.length];
      case 'ArrowUp':
        return entries.at(at <= 0 ? -1 : at - 1);
      case 'Home':
        return entries[0];
      case 'End':
        return entries.at(-1);
      default:
        if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return null;
        return this.#search(event.key, entries, at);
    }
  }

  #search(letter: string, entries: HTMLElement[], at: number): HTMLElement | undefined {
    const now = performance.now();
    const continues = now - this.#typed.at < TYPING_PAUSE;
    this.#typed = { text: (continues ? this.#typed.text : '') + letter.toLowerCase(), at: now };
    const from = continues ? at : at + 1;
    const ordered = [...entries.slice(from), ...entries.slice(0, from)];
    return ordered.find((entry) => entry.textContent?.trim().toLowerCase().startsWith(this.#typed.text));
  }

  /** The browser closed it, by a click elsewhere: the focus goes where that click says. */
  #onToggle(event: ToggleEvent): void {
    if (event.newState !== 'closed' || !this.#anchor) return;
    this.#lightDismissed = { anchor: this.#anchor, at: performance.now() };
    this.#finish(this.#anchor);
    this.#anchor = null;
  }

  #finish(anchor: HTMLElement): void {
    anchor.setAttribute('aria-expanded', 'false');
    this.#stop();
  }

  #stop(): void {
    window.removeEventListener('resize', this.#place);
    window.removeEventListener('scroll', this.#place, { capture: true });
  }
}
