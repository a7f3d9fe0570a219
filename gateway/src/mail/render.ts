import bowser from 'bowser';
import type { MailContent } from '../platform/mail.js';
import { toHtml, toText, type Page } from './layout.js';
import { de } from './locales/de.js';
import { en } from './locales/en.js';
import type { MailTexts, Reader, Words } from './mail.texts.js';

/** For whom a mail is written. */
export interface Addressee {
  readonly name: string | null;
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly timezone: string;
}

/** A mail as it goes out. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const LANGUAGES: Readonly<Record<string, MailTexts>> = { en, de };
const MAX_NAME = 100;
/** Signs that break lines or turn the direction of what follows. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
/** Keeps mail programs from making a link of what somebody called themselves. */
const JOINER = '\u2060';

/** What somebody typed, as one line that leads nowhere. */
function plain(value: string): string {
  const line = [...value.replace(STEERING, ' ').replace(/\s+/g, ' ').trim()].slice(0, MAX_NAME).join('');
  return line.replace(/(?<=\S)[.:/](?=\S)/g, (sign) => `${sign}${JOINER}`);
}

/** The members that come from people; addresses and links of ours stay as they are. */
function withPlainNames(content: MailContent): MailContent {
  switch (content.kind) {
    case 'invitation':
      return { ...content, company: plain(content.company), inviter: plain(content.inviter) };
    case 'two_factor_changed':
      return content.name === undefined ? content : { ...content, name: plain(content.name) };
    default:
      return content;
  }
}

function reader(texts: MailTexts, { locale, timezone }: Addressee): Reader {
  return {
    time: (iso) => {
      const options = { dateStyle: 'long', timeStyle: 'short' } as const;
      const zone = new Intl.DateTimeFormat(locale, { timeZone: timezone, timeZoneName: 'short' })
        .formatToParts(new Date(iso))
        .find(({ type }) => type === 'timeZoneName')?.value;
      return `${new Intl.DateTimeFormat(locale, { ...options, timeZone: timezone }).format(new Date(iso))} ${zone ?? ''}`.trim();
    },
    device: (userAgent) => {
      if (!userAgent) return null;
      const { browser, os } = bowser.parse(userAgent);
      return texts.device(browser.name ?? null, os.name ?? null);
    },
  };
}

function wordsOf<K extends MailContent['kind']>(
  texts: MailTexts,
  content: Extract<MailContent, { kind: K }>,
  to: Reader,
): Words {
  return texts.words[content.kind as K](content, to);
}

/** A mail in the language of who reads it; English where theirs has no words yet. `origin`: the console's address. */
export function render(content: MailContent, addressee: Addressee, origin: string): Rendered {
  const language = addressee.locale.split('-', 1)[0]?.toLowerCase() ?? '';
  const known = LANGUAGES[language];
  const texts = known ?? en;
  const written = { ...addressee, locale: known ? addressee.locale : 'en' };
  const words = wordsOf(texts, withPlainNames(content), reader(texts, written));
  const name = addressee.name === null ? null : plain(addressee.name) || null;
  const page: Page = {
    ...words,
    subject: words.subject.replace(STEERING, ' '),
    language: written.locale,
    greeting: texts.greeting(name),
    footer: texts.footer(origin),
  };
  return { subject: page.subject, text: toText(page), html: toHtml(page) };
}
