import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query as select } from 'lit/decorators.js';
import { ContextConsumer } from '@lit/context';
import { define } from '@caas/base/define.js';
import '@caas/api-keys/caas-api-keys.js';
import type { ApiKeys } from '@caas/api-keys/api-keys.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

const FIELDS = ['q', 'status', 'scope', 'sort'] as const;
const DEFAULT_SORT = '-created_at';

/** `/api-keys`: search, filters and order stand in the address; `?action=create` starts a new key. */
export class ApiKeysPage extends LitElement {
  static override styles = styles;

  /** What stands after `?`. */
  @property({ attribute: false }) query = new URLSearchParams();

  @select('caas-api-keys') private keys!: ApiKeys;

  readonly #shell = new ContextConsumer(this, { context: shellContext });
  #ready = false;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('query')) return;
    this.keys.viewState = Object.fromEntries(FIELDS.map((name) => [name, this.query.get(name) ?? undefined]));
    if (this.#ready) this.#act();
  }

  /** Starts a new key. */
  create(): void {
    this.keys.create();
  }

  /** Moves to the search. */
  focusSearch(): void {
    this.keys.focusSearch();
  }

  override render(): TemplateResult {
    return html`<caas-api-keys
      heading-level="1"
      @caas-ready=${this.#onReady}
      @caas-view-changed=${this.#onViewChanged}
    ></caas-api-keys>`;
  }

  #onReady(): void {
    this.#ready = true;
    this.#act();
  }

  /** Does what the address asks for, once. */
  #act(): void {
    if (this.query.get('action') !== 'create') return;
    this.#shell.value?.setQuery(this.#viewOf(this.keys.viewState));
    this.create();
  }

  #onViewChanged(): void {
    this.#shell.value?.setQuery(this.#viewOf(this.keys.viewState));
  }

  #viewOf(view: Readonly<Partial<Record<(typeof FIELDS)[number], string>>>): URLSearchParams {
    const query = new URLSearchParams();
    for (const name of FIELDS) {
      const value = view[name];
      if (value && !(name === 'sort' && value === DEFAULT_SORT)) query.set(name, value);
    }
    return query;
  }
}

define('caas-api-keys-page', ApiKeysPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-page': ApiKeysPage;
  }
}
