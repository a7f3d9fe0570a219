import type { LitElement, ReactiveController } from 'lit';
import { createContext } from '@lit/context';
import { ContextConsumer } from './context.js';
import { Format } from './format.js';
import type { LocalizedElement } from './localized-element.js';

/** The messages of one element in one locale: texts, and functions that build texts. */
export type Messages = Readonly<Record<string, string | ((format: Format, ...values: never[]) => string)>>;

/** The same messages in another locale: same names, same values. */
export type Translation<M extends Messages> = { readonly [K in keyof M]: M[K] extends string ? string : M[K] };

type Values<F> = F extends (format: Format, ...values: infer V) => string ? V : [];
type Loader<M extends Messages> = () => Promise<{ default: Translation<M> }>;

/** A locale and time zone for everything below; set by `<caas-provider>`, a page element or the console. */
export interface LocaleSetting {
  locale: string;
  timeZone?: string | undefined;
}

/** Handed down from whoever knows the locale. */
export const localeContext = createContext<LocaleSetting>(Symbol.for('caas-locale'));

/** The right-to-left pseudo-locale of tests: English in mirrored brackets, a third longer. */
export const PSEUDO_LOCALE = 'ar-XB';

/**
 * One package's messages: English at hand, other locales on demand; or English on demand too (null), where whoever brings the code that
 * shows them waits for `Localize.bring`. Holds nothing that differs between tenants.
 */
export class Catalogue<M extends Messages> {
  readonly #loaders: Readonly<Record<string, Loader<M>>>;
  readonly #loaded = new Map<string, Translation<M> | M>();

  constructor(english: M | null, loaders: Readonly<Record<string, Loader<M>>>) {
    this.#loaders = loaders;
    if (english) this.#loaded.set('en', english);
  }

  /** Whether a locale's messages are there. */
  has(locale: string): boolean {
    return this.#loaded.has(this.#name(locale));
  }

  /** A locale's messages; until they are there, those that came first. */
  get(locale: string): Translation<M> | M {
    return this.#loaded.get(this.#name(locale)) ?? (this.#loaded.values().next().value as M);
  }

  /** The locale to write numbers and dates in: the one asked for, without what is more than language and country; else that of the texts. */
  formatLocale(locale: string): string {
    const name = this.#name(locale);
    const [tag = name] = /^[a-z]{2}-[A-Z]{2}(?!\w)/.exec(locale.replace('_', '-')) ?? [];
    return tag.startsWith(name) ? tag : name;
  }

  /** Brings a locale's messages; English where there are none. */
  async load(locale: string): Promise<void> {
    const name = this.#name(locale);
    if (this.#loaded.has(name)) return;
    if (name === PSEUDO_LOCALE) {
      const [{ pseudo }] = await Promise.all([import('./pseudo.js'), this.load('en')]);
      this.#loaded.set(name, pseudo(this.get('en')));
      return;
    }
    const texts = await this.#loaders[name]?.();
    if (texts) this.#loaded.set(name, texts.default);
  }

  #name(locale: string): string {
    if (locale === PSEUDO_LOCALE) return locale;
    const language = locale.split(/[-_]/)[0] ?? '';
    return Object.hasOwn(this.#loaders, language) ? language : 'en';
  }
}

/** A `LocalizedElement` holds back its first drawing until its texts are there. */
type Speaker = LitElement & Partial<Pick<LocalizedElement, 'awaitTexts'>>;

/** Gives an element its texts and formats, in the locale of the nearest ancestor that sets one, else of the document. */
export class Localize<M extends Messages> implements ReactiveController {
  readonly #host: Speaker;
  readonly #catalogue: Catalogue<M>;
  readonly #own: () => LocaleSetting | null;
  readonly #context: ContextConsumer<typeof localeContext>;
  #format: Format | null = null;

  constructor(host: Speaker, catalogue: Catalogue<M>, own: () => LocaleSetting | null = () => null) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.#own = own;
    this.#context = new ContextConsumer(host, { context: localeContext, subscribe: true });
    host.addController(this);
  }

  hostConnected(): void {
    const coming = this.bring();
    if (coming) this.#host.awaitTexts?.(coming);
  }

  hostUpdate(): void {
    this.#follow(this.#catalogue);
  }

  /** After a change of locale, those shown stay until the new ones are there; also where they can't be had. */
  #follow(catalogue: Catalogue<Messages>): void {
    const { locale } = this.setting;
    if (catalogue.has(locale)) return;
    catalogue.load(locale).then(
      () => this.#host.requestUpdate(),
      () => undefined,
    );
  }

  /**
   * Brings the messages in force, the element's own or those of `catalogue`, which come later with the code that shows them: whoever
   * brings that waits for both, else it would speak English first. English where they can't be had. Undefined once they are there.
   */
  bring(catalogue: Catalogue<Messages> = this.#catalogue): Promise<void> | undefined {
    const { locale } = this.setting;
    return catalogue.has(locale) ? undefined : catalogue.load(locale).catch(() => catalogue.load('en'));
  }

  /** The locale in force. */
  get setting(): LocaleSetting {
    return this.#own() ?? this.#context.value ?? { locale: document.documentElement.lang || 'en' };
  }

  /** Numbers, dates and plurals of the locale in force. */
  get format(): Format {
    const { timeZone } = this.setting;
    const locale = this.#catalogue.formatLocale(this.setting.locale);
    if (this.#format?.locale !== locale || this.#format.timeZone !== timeZone)
      this.#format = new Format(locale, timeZone);
    return this.#format;
  }

  /** The messages in force; another object after a change of locale. */
  get messages(): M | Translation<M> {
    return this.#catalogue.get(this.setting.locale);
  }

  /** One text. */
  text<K extends keyof M>(name: K, ...values: Values<M[K]>): string {
    return this.#say(this.messages[name], values);
  }

  /** A text by a name that came from outside (an error code), or null where there is none. */
  find(name: string, ...values: unknown[]): string | null {
    return this.findIn(this.#catalogue, name, ...values);
  }

  /** The same among messages that came later, with the code that shows them. */
  findIn(catalogue: Catalogue<Messages>, name: string, ...values: unknown[]): string | null {
    this.#follow(catalogue);
    const messages = catalogue.get(this.setting.locale);
    return Object.hasOwn(messages, name) ? this.#say(messages[name], values) : null;
  }

  #say(message: unknown, values: readonly unknown[]): string {
    return typeof message === 'function' ? String(message(this.format, ...values)) : String(message);
  }
}
