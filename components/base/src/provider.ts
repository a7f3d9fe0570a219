import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { connectionContext, embedConnection, type Connection } from './connection.js';
import { ContextProvider } from './context.js';
import { localeContext } from './localize.js';
import type { GetToken } from './token-source.js';

/**
 * Holds address and token of the gateway for all elements inside: one token, one cache, however many elements.
 * Draws nothing of its own.
 *
 * @element caas-provider
 * @slot - The elements that use this connection.
 * @example <caas-provider api-url="https://api.example.com" token-url="/caas-token"><caas-api-keys></caas-api-keys></caas-provider>
 */
export class CaasProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Where the gateway is. */
  @property({ attribute: 'api-url' }) apiUrl = '';
  /** A path on this page's own server, POSTed with credentials, answering `{token, expires_in}`. */
  @property({ attribute: 'token-url' }) tokenUrl = '';
  /** Gives a token instead of `token-url`. */
  @property({ attribute: false }) getToken: GetToken | null = null;
  /** Locale of the elements inside, `de` for example. */
  @property() locale = '';
  /** Time zone of the elements inside, `Europe/Berlin` for example. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** A connection made elsewhere (the console's own); wins over address and token. */
  @property({ attribute: false }) connection: Connection | null = null;

  readonly #connections = new ContextProvider(this, { context: connectionContext, initialValue: null });
  readonly #locales = new ContextProvider(this, { context: localeContext });
  #held: Connection | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hold(null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#connect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('apiUrl') || changed.has('tokenUrl') || changed.has('getToken') || changed.has('connection'))
      this.#connect();
    if (changed.has('locale') || changed.has('timeZone')) {
      const locale = this.locale || document.documentElement.lang || 'en';
      this.#locales.setValue({ locale, timeZone: this.timeZone || undefined });
    }
  }

  #connect(): void {
    this.#hold(this.connection ?? embedConnection(this));
  }

  #hold(next: Connection | null): void {
    if (next === this.#held) return;
    next?.retain();
    this.#held?.release();
    this.#held = next;
    this.#connections.setValue(next);
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
