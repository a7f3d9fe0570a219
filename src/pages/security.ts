import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query as select, state } from 'lit/decorators.js';
import { ContextConsumer } from '@lit/context';
import { define } from '@caas/base/define.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import '@caas/ui/caas-tab.js';
import '@caas/ui/caas-tabs.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fullError } from '@caas/ui/full-error.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import type { TabChangedEvent } from '@caas/ui/tabs.js';
import { messages } from '../messages.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

/** The tabs, by the name the address has for them, and what brings their code. */
const TABS = {
  ips: () => import('@caas/whitelist/caas-ip-whitelist.js'),
  origins: () => import('@caas/whitelist/caas-origin-whitelist.js'),
  'two-factor': () => Promise.all([import('@caas/mfa/caas-mfa.js'), import('@caas/mfa/caas-security-policy.js')]),
  sessions: () => import('@caas/sessions/caas-sessions.js'),
} as const;
type TabName = keyof typeof TABS;
const NAMES = Object.keys(TABS) as TabName[];

/** `/security`: who may call, from where, proved by what, and who is inside. `?tab=` names the tab. */
export class SecurityPage extends LitElement {
  static override styles = [
    controls,
    stateStyles,
    styles,
    css`
      h1 {
        margin-block-end: var(--caas-space-3);
        font-size: var(--caas-font-size-2xl);
        line-height: var(--caas-line-2xl);
        font-weight: var(--caas-weight-strong);
        letter-spacing: var(--caas-tracking-snug);
      }
      .tab {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--caas-space-5);
        margin-block-start: var(--caas-space-5);
      }
    `,
  ];

  /** What stands after `?`. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private failure: ApiError | null = null;
  @select('caas-ip-whitelist') private ips!: HTMLElementTagNameMap['caas-ip-whitelist'] | null;
  @select('caas-origin-whitelist') private origins!: HTMLElementTagNameMap['caas-origin-whitelist'] | null;

  readonly #texts = new Localize(this, messages);
  readonly #base = new Localize(this, baseMessages);
  readonly #shell = new ContextConsumer(this, { context: shellContext });
  /** Tabs that were shown: the others ask for nothing until they are. */
  readonly #opened = new Set<TabName>();

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('query')) return;
    this.failure = null;
    this.#opened.add(this.#tab);
    void this.#bring(this.#tab);
  }

  /** Opens the form for new entries of the list that shows. */
  create(): void {
    this.#list?.add?.();
  }

  /** Moves to the search of the list that shows. */
  focusSearch(): void {
    this.#list?.focusSearch?.();
  }

  override render(): TemplateResult {
    const { failure } = this;
    const text = (name: 'allowedIps' | 'allowedOrigins' | 'twoFactor' | 'sessions' | 'security') =>
      this.#texts.text(name);
    return html`<h1 tabindex="-1">${text('security')}</h1>
      <caas-tabs label=${text('security')} value=${this.#tab} @caas-tab-changed=${this.#onTab}>
        ${this.#renderTab('ips', text('allowedIps'), () => html`<caas-ip-whitelist></caas-ip-whitelist>`)}
        ${this.#renderTab('origins', text('allowedOrigins'), () => html`<caas-origin-whitelist></caas-origin-whitelist>`)}
        ${this.#renderTab(
          'two-factor',
          text('twoFactor'),
          () => html`<caas-mfa></caas-mfa><caas-security-policy></caas-security-policy>`,
        )}
        ${this.#renderTab('sessions', text('sessions'), () => html`<caas-sessions navigable></caas-sessions>`)}
      </caas-tabs>
      ${failure ? fullError(this.#base, failure, () => void this.#bring(this.#tab)) : nothing}`;
  }

  #renderTab(name: TabName, label: string, content: () => TemplateResult): TemplateResult {
    const shown = this.#opened.has(name) && this.failure === null;
    return html`<caas-tab value=${name} label=${label}>
      ${shown ? html`<div class="tab">${content()}</div>` : nothing}
    </caas-tab>`;
  }

  get #tab(): TabName {
    return NAMES.find((name) => name === this.query.get('tab')) ?? 'ips';
  }

  get #list(): { add?: () => void; focusSearch?: () => void } | null {
    return this.#tab === 'ips' ? this.ips : this.#tab === 'origins' ? this.origins : null;
  }

  async #bring(tab: TabName): Promise<void> {
    this.failure = null;
    try {
      await TABS[tab]();
    } catch (cause) {
      this.failure = toApiError(cause);
    }
  }

  #onTab({ detail }: TabChangedEvent): void {
    const query = new URLSearchParams({ tab: detail.value });
    this.query = query;
    this.#shell.value?.setQuery(query);
  }
}

define('caas-security-page', SecurityPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-security-page': SecurityPage;
  }
}
