import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ContextConsumer, ContextProvider } from '@caas/base/context.js';
import { ApiClient } from '@caas/base/client.js';
import { connectionContext } from '@caas/base/connection.js';
import { errorText } from '@caas/base/error-text.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { Localize, localeContext, type LocaleSetting } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import { OnlineController } from '@caas/base/online.controller.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { Countdown } from './countdown.controller.js';
import { accountMessages } from './messages.js';

/** An access token and its life in seconds, as sign in and registration hand it to the page. */
export interface NewSession {
  token: string;
  expires_in: number;
}

/** Refusals that end by themselves: trying again before is of no use. */
const TIMED = new Set(['account_locked', 'rate_limited']);

/**
 * What sign in and registration share: a client of public endpoints, texts, and the wait after too many attempts. Nobody is signed in
 * here, so there is no identity to read and no token to ask for.
 */
export abstract class AccountElement extends ThemeRoot {
  /** Where the gateway is; not needed inside `<caas-provider>`. Its cookies need the page's own origin. */
  @property({ attribute: 'api-url' }) apiUrl = '';
  /** `en` or `de`; else the provider's, else the document's. */
  @property() locale = '';
  /** Level of the element's title among the page's headings. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Takes the access token. A property and never an event: events are heard by everybody on the page. */
  @property({ attribute: false }) onSession: ((session: NewSession) => void) | null = null;

  protected readonly base = new Localize(this, baseMessages, () => this.ownLocale);
  protected readonly texts = new Localize(this, accountMessages, () => this.ownLocale);
  protected readonly online = new OnlineController(this);
  protected readonly wait = new Countdown(this);

  readonly #outer = new ContextConsumer(this, { context: connectionContext, subscribe: true });
  #own: ApiClient | null = null;
  #locales: ContextProvider<typeof localeContext> | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('apiUrl'))
      this.#own = this.apiUrl ? new ApiClient({ url: this.apiUrl, credentials: 'same-origin' }) : null;
    const setting = this.ownLocale;
    if (!setting || !changed.has('locale')) return;
    this.#locales ??= new ContextProvider(this, { context: localeContext });
    this.#locales.setValue(setting); // for what stands inside
  }

  /** The client in force: the element's own, else the provider's; null where neither is set. */
  protected get client(): ApiClient | null {
    return this.#own ?? this.#outer.value?.client ?? null;
  }

  /** Starts the wait a refusal asks for. True when it asked for one. */
  protected waitAsAsked(cause: unknown): boolean {
    const error = toApiError(cause);
    if (!TIMED.has(error.code) || !error.retryAfter) return false;
    this.wait.start(error.retryAfter);
    return true;
  }

  /** What to say about a refusal: this package's own words, else the shared ones. */
  protected refusalText(error: ApiError): string {
    if (TIMED.has(error.code)) return this.texts.text('tooMany');
    return this.texts.find(`error.${error.code}`) ?? errorText(this.base, error);
  }

  protected get ownLocale(): LocaleSetting | null {
    return this.locale ? { locale: this.locale } : null;
  }
}
