import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from './controls.styles.js';
import { Tab } from './tab.js';
import { styles } from './tabs.styles.js';

/** `caas-tab-changed`: the value of the tab shown. */
export type TabChangedEvent = CustomEvent<{ value: string }>;

/**
 * Shows one of several panels, its `<caas-tab>` children. Arrows move and show; where it is narrow, the tabs are a select.
 *
 * @element caas-tabs
 * @slot - The `<caas-tab>` panels, in order.
 * @fires {TabChangedEvent} caas-tab-changed - After the user chose another tab.
 * @csspart base - The row of tabs.
 * @csspart tab - One tab.
 * @example <caas-tabs label="Settings" value="profile"><caas-tab value="profile" label="Profile">…</caas-tab></caas-tabs>
 */
export class Tabs extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** Names the set of tabs. */
  @property() label = '';
  /** The tab shown; the first where empty or unknown. */
  @property() value = '';

  @state() private tabs: readonly Tab[] = [];

  protected override updated(): void {
    for (const tab of this.tabs) tab.active = tab === this.#current;
  }

  override render(): TemplateResult {
    return html`
      <div class="box">
        <div class="list" part="base" role="tablist" aria-label=${this.label || nothing} @keydown=${this.#onKeydown}>
          ${this.tabs.map((tab) => this.#renderTab(tab))}
        </div>
        <select aria-label=${this.label || nothing} @change=${this.#onSelect}>
          ${this.tabs.map((tab) => html`<option value=${tab.value} ?selected=${tab === this.#current}>${tab.label}</option>`)}
        </select>
      </div>
      <slot @slotchange=${this.#onSlotChange} @caas-tab-labelled=${this.#onSlotChange}></slot>
    `;
  }

  #renderTab(tab: Tab): TemplateResult {
    const active = tab === this.#current;
    return html`<button
      part="tab"
      type="button"
      role="tab"
      aria-selected=${active ? 'true' : 'false'}
      tabindex=${active ? 0 : -1}
      @click=${() => this.#choose(tab)}
    >
      ${tab.label}
    </button>`;
  }

  get #current(): Tab | undefined {
    return this.tabs.find((tab) => tab.value === this.value) ?? this.tabs[0];
  }

  #onSlotChange(): void {
    this.tabs = [...this.children].filter((child) => child instanceof Tab);
  }

  #onSelect(event: Event): void {
    const tab = this.tabs.find(({ value }) => value === (event.target as HTMLSelectElement).value);
    if (tab) this.#choose(tab);
  }

  #choose(tab: Tab): void {
    if (tab === this.#current) return;
    this.value = tab.value;
    this.dispatchEvent(new CustomEvent('caas-tab-changed', { bubbles: true, detail: { value: tab.value } }));
  }

  async #onKeydown(event: KeyboardEvent): Promise<void> {
    const at = this.tabs.findIndex((tab) => tab === this.#current);
    const onward = this.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const count = this.tabs.length;
    let to: number;
    if (event.key === onward) to = (at + 1) % count;
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') to = (at - 1 + count) % count;
    else if (event.key === 'Home') to = 0;
    else if (event.key === 'End') to = count - 1;
    else return;
    event.preventDefault();
    const tab = this.tabs[to];
    if (!tab) return;
    this.#choose(tab);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }
}
