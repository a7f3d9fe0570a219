import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { emit } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import '@caas/ui/caas-tab.js';
import '@caas/ui/caas-tabs.js';
import type { TabChangedEvent } from '@caas/ui/tabs.js';
import './caas-ip-whitelist.js';
import './caas-origin-whitelist.js';
import { messages } from './messages.js';

/** The lists, as `tab` names them. */
const TABS = ['ips', 'origins'] as const;

/**
 * Both lists, allowed IPs and allowed origins, as tabs.
 *
 * @element caas-whitelist
 * @fires {CustomEvent<{value: string}>} caas-tab-changed - After the user chose the other tab.
 * @csspart tabs - The row of tabs with their panels.
 * @example <caas-whitelist tab="origins" api-url="https://api.example.com" token-url="/caas-token"></caas-whitelist>
 */
export class Whitelist extends PageElement {
  static override styles = [
    ...PageElement.styles,
    css`
      :host {
        display: block;
        color: var(--caas-color-text);
        font-family: var(--caas-font-family);
      }
      :host([hidden]) {
        display: none;
      }
      caas-tab > * {
        margin-block-start: var(--caas-space-4);
      }
    `,
  ];

  /** The list shown: `ips` or `origins`. */
  @property({ reflect: true }) tab: string = TABS[0];

  readonly #texts = new Localize(this, messages, () => this.ownLocale);
  /** Lists that were shown: the other one asks for nothing until it is. */
  readonly #opened = new Set<string>();

  override render(): TemplateResult {
    const shown = TABS.find((tab) => tab === this.tab) ?? TABS[0];
    this.#opened.add(shown);
    const { headingLevel, readonly } = this;
    return html`<caas-tabs
      part="tabs"
      value=${shown}
      label=${this.#texts.text('lists')}
      @caas-tab-changed=${this.#onTab}
    >
      <caas-tab value="ips" label=${this.#texts.text('title.ip')}>
        ${
          this.#opened.has('ips')
            ? html`<caas-ip-whitelist
                inherit-theme
                .headingLevel=${headingLevel}
                .readonly=${readonly}
              ></caas-ip-whitelist>`
            : nothing
        }
      </caas-tab>
      <caas-tab value="origins" label=${this.#texts.text('title.origin')}>
        ${
          this.#opened.has('origins')
            ? html`<caas-origin-whitelist
                inherit-theme
                .headingLevel=${headingLevel}
                .readonly=${readonly}
              ></caas-origin-whitelist>`
            : nothing
        }
      </caas-tab>
    </caas-tabs>`;
  }

  #onTab(event: TabChangedEvent): void {
    event.stopPropagation();
    this.tab = event.detail.value;
    emit(this, 'caas-tab-changed', { value: this.tab });
  }
}
