import type { LitElement, ReactiveController } from 'lit';
import { createContext } from '@lit/context';
import { ContextConsumer } from './context.js';
import { Format } from './format.js';

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

/** One package's messages: English at hand, other locales on demand. Holds nothing that differs between tenants. */
export class Catalogue<M extends Messages> {
  readonly english: M;
  readonly #loaders: Readonly<Record<string, Loader<M>>>;
  readonly #loaded = new Map<string, Translation<M>>();

  constructor(english: M, loaders: Readonly<Record<string, Loader<M>>>) {
    this.english = english;
    this.#loaders = loaders;
  }

  /** The messages for a locale, or null until `load` has brought them. */
  get(locale: string): Translation<M> | M | null {
    const name = this.#name(locale);
    return name === 'en' ? this.english : (this.#loaded.get(name) ?? null);
  }

  /** Brings a locale's messages; English where there are none. */
  async load(locale: string): Promise<void> {
    const name = this.#name(locale);
    if (name === 'en' || this.#loaded.has(name)) return;
    if (name === PSEUDO_LOCALE) {
      const { pseudo } = await import('./pseudo.js');
      this.#loaded.set(name, pseudo(this.english));
      return;
    }
    const loader = this.#loaders[name];
    if (loader) this.#loaded.set(name, (await loader()).default);
  }

  #name(locale: string): string {
    if (locale === PSEUDO_LOCALE) return locale;
    const language = locale.split('-')[0] ?? 'en';
    return Object.hasOwn(this.#loaders, language) ? language : 'en';
  }
}

/** Gives an element its texts and formats, in the locale of the nearest ancestor that sets one, else of the document. */
export class Localize<M extends Messages> implements ReactiveController {
  readonly #host: LitElement;
  readonly #catalogue: Catalogue<M>;
  readonly #own: () => LocaleSetting | null;
  readonly #context: ContextConsumer<typeof localeContext>;
  #format: Format | null = null;

  constructor(host: LitElement, catalogue: Catalogue<M>, own: () => LocaleSetting | null = () => null) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.#own = own;
    this.#context = new ContextConsumer(host, { context: localeContext, subscribe: true });
    host.addController(this);
  }

  hostUpdate(): void {
    this.#bring(this.#catalogue);
  }

  #bring(catalogue: Catalogue<Messages>): void {
    if (catalogue.get(this.setting.locale) !== null) return;
    catalogue.load(this.setting.locale).then(
      () => this.#host.requestUpdate(),
      () => undefined, // the messages' chunk can't be had: English stays
    );
  }

  /** The locale in force. */
  get setting(): LocaleSetting {
    return this.#own() ?? this.#context.value ?? { locale: document.documentElement.lang || 'en' };
  }

  /** Numbers, dates and plurals of the locale in force. */
  get format(): Format {
    const { locale, timeZone } = this.setting;
    if (this.#format?.locale !== locale || this.#format.timeZone !== timeZone)
      this.#format = new Format(locale, timeZone);
    return this.#format;
  }

  /** The messages in force; another object after a change of locale. */
  get messages(): M | Translation<M> {
    return this.#catalogue.get(this.setting.locale) ?? this.#catalogue.english;
  }

  /** One text. */
  text<K extends keyof M>(name: K, ...values: Values<M[K]>): string {
    return this.#say(this.messages[name], values);
  }

  /** A text by a name that came from outside (an error code), or null where there is none. */
  find(name: string, ...values: unknown[]): string | null {
    const messages: Messages = this.messages;
    return Object.hasOwn(messages, name) ? this.#say(messages[name], values) : null;
  }

  /** The same among messages that came later, with the code that shows them. */
  findIn(catalogue: Catalogue<Messages>, name: string, ...values: unknown[]): string | null {
    this.#bring(catalogue);
    const messages: Messages = catalogue.get(this.setting.locale) ?? catalogue.english;
    return Object.hasOwn(messages, name) ? this.#say(messages[name], values) : null;
  }

  #say(message: unknown, values: readonly unknown[]): string {
    return typeof message === 'function' ? String(message(this.format, ...values)) : String(message);
  }
}
