import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { me } from '@caas/contract/calls/accounts.js';
import type { Permission } from '@caas/contract/permissions.js';
import { connectionContext, earlyAnswers, embedConnection, type Connection } from './connection.js';
import { ContextConsumer, ContextProvider } from './context.js';
import { ApiError } from './errors.js';
import { emit } from './events.js';
import { Localize, localeContext, type LocaleSetting } from './localize.js';
import { baseMessages } from './messages.js';
import { OnlineController } from './online.controller.js';
import { QueryController } from './query.controller.js';
import type { readOnlyText } from './read-only.js';
import { ThemeRoot } from './theme-root.js';
import type { GetToken } from './token-source.js';

/** Detail of `caas-error`. `code` groups failures by what the host can do; `reason` is the gateway's stable code. */
export interface ErrorDetail {
  code: ApiError['kind'];
  reason: string;
  message: string;
  requestId: string | null;
}

/**
 * What every page element is: a theme root with a connection (its own by attributes, else the provider's), texts in a locale, the
 * caller's rights, and the events `caas-ready` and `caas-error`.
 */
export abstract class PageElement extends ThemeRoot {
  /** Where the gateway is; not needed inside `<caas-provider>`. */
  @property({ attribute: 'api-url' }) apiUrl = '';
  /** A path on this page's own server, POSTed with credentials, answering `{token, expires_in}`. */
  @property({ attribute: 'token-url' }) tokenUrl = '';
  /** Gives a token instead of `token-url`. */
  @property({ attribute: false }) getToken: GetToken | null = null;
  /** `en` or `de`; else the provider's, else the document's. */
  @property() locale = '';
  /** Time zone of shown times, `Europe/Berlin` for example; else the provider's, else the browser's. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Level of the element's title among the page's headings. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Shows without any action, whatever the caller may do. */
  @property({ type: Boolean }) readonly = false;

  protected readonly base = new Localize(this, baseMessages, () => this.ownLocale);
  protected readonly online = new OnlineController(this);
  /** Who is calling and what they may do. Asked for first: known before the rows, their menus need no second drawing of them. */
  protected readonly identity = new QueryController(this, () => ({
    connection: this.connection,
    query: { key: ['me'], run: (client, signal) => client.call(me, {}, { signal }) },
  }));

  readonly #outer = new ContextConsumer(this, { context: connectionContext, subscribe: true });
  #own: Connection | null = null;
  #connectionProvider: ContextProvider<typeof connectionContext> | null = null;
  #localeProvider: ContextProvider<typeof localeContext> | null = null;
  #rightsAsked = false;
  #readOnlyText: typeof readOnlyText | null = null;
  #ready = false;
  #reported: ApiError | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hold(null);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return earlyAnswers(this)?.then(() => super.scheduleUpdate()) ?? super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('apiUrl') || changed.has('tokenUrl') || changed.has('getToken')) this.#connect();
    const locale = this.ownLocale;
    if (locale && (changed.has('locale') || changed.has('timeZone'))) {
      this.#localeProvider ??= new ContextProvider(this, { context: localeContext });
      this.#localeProvider.setValue(locale);
    }
  }

  /** The connection in force: the element's own, else the nearest provider's. */
  protected get connection(): Connection | null {
    return this.#own ?? this.#outer.value ?? null;
  }

  /** The locale this element was given itself, or null. */
  protected get ownLocale(): LocaleSetting | null {
    return this.locale ? { locale: this.locale, timeZone: this.timeZone || undefined } : null;
  }

  /** Whether the caller may do this; false until known, so that nothing is offered that would be refused. */
  protected may(permission: Permission): boolean {
    return !this.readonly && (this.identity.data?.permissions.includes(permission) ?? false);
  }

  /** One sentence that says why there are no actions, or null where there are (or nothing is known yet). */
  protected readOnlyText(permission: Permission, what: string): string | null {
    const identity = this.identity.data;
    if (!identity || this.may(permission)) return null;
    if (!this.#rightsAsked) void this.#bringRights();
    const role = this.readonly ? null : identity.role;
    return this.#readOnlyText?.(this.base, role, permission, what, identity.permissions) ?? null;
  }

  /** Brings the words for those who may not write. */
  async #bringRights(): Promise<void> {
    this.#rightsAsked = true;
    try {
      this.#readOnlyText = (await import('./read-only.js')).readOnlyText;
      this.requestUpdate();
    } catch (cause) {
      this.reportError(new ApiError('network', 'A part of this page could not be loaded.', { cause }));
    }
  }

  /** Says once that content is there. */
  protected reportReady(): void {
    if (this.#ready) return;
    this.#ready = true;
    emit(this, 'caas-ready');
  }

  /** Says `caas-error` once per failure. */
  protected reportError(error: ApiError | null): void {
    if (!error || error === this.#reported) return;
    const told = this.#reported?.message;
    this.#reported = error;
    const detail: ErrorDetail = {
      code: error.kind,
      reason: error.code,
      message: error.message,
      requestId: error.requestId,
    };
    // its reader can do nothing about it, and who built the page looks at the console
    if (/^(config|permission)$/.test(detail.code) && detail.message !== told)
      console.warn(this.localName, detail.message);
    emit(this, 'caas-error', detail);
  }

  #connect(): void {
    this.#hold(embedConnection(this));
  }

  #hold(next: Connection | null): void {
    if (next === this.#own) return;
    next?.retain();
    this.#own?.release();
    this.#own = next;
    if (!next && !this.#connectionProvider) return;
    this.#connectionProvider ??= new ContextProvider(this, { context: connectionContext, initialValue: null });
    this.#connectionProvider.setValue(next ?? this.#outer.value ?? null);
  }
}

declare global {
  interface HTMLElementEventMap {
    'caas-ready': CustomEvent;
    'caas-error': CustomEvent<ErrorDetail>;
    'caas-navigate': CustomEvent<{ page: string; params: Readonly<Record<string, string>> }>;
  }
}
