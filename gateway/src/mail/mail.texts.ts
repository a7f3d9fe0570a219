import type { MailContent } from '../platform/mail.js';

/** A part of a mail, from which both its text and its HTML are made. Everything in it is plain text. */
export type Block =
  | { readonly text: string }
  /** A code to type, with what it is for. */
  | { readonly code: string; readonly label: string }
  /** The one thing to do. */
  | { readonly action: string; readonly url: string }
  /** Names and values, such as time and browser. */
  | { readonly facts: readonly (readonly [name: string, value: string])[] }
  /** Small print. */
  | { readonly note: string };

/** What a mail says, before it is laid out. */
export interface Words {
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** What texts may use besides their own content: values as the reader's language writes them. */
export interface Reader {
  /** A moment in the reader's time zone. */
  time(iso: string): string;
  /** "Firefox on Windows", or null where the browser did not say. */
  device(userAgent: string | null): string | null;
}

type Of<K extends MailContent['kind']> = Extract<MailContent, { kind: K }>;

/** The words of one language. */
export interface MailTexts {
  /** "Hello Ada," */
  greeting(name: string | null): string;
  /** Why this mail came, at its end. `origin` is the console's address. */
  footer(origin: string): string;
  /** How the pieces of {@link Reader.device} are joined. */
  device(browser: string | null, system: string | null): string | null;
  readonly words: { readonly [K in MailContent['kind']]: (content: Of<K>, reader: Reader) => Words };
}
