import type { Format } from './format.js';
import type { Messages } from './localize.js';

/** Turns English messages into the pseudo-locale: bracketed, a third longer, forced to run right to left. */
export function pseudo<M extends Messages>(english: M): M {
  const entries = Object.entries(english).map(([name, message]) => [
    name,
    typeof message === 'function'
      ? (format: Format, ...values: unknown[]) =>
          stretch(String((message as (...all: unknown[]) => string)(format, ...values)))
      : stretch(message),
  ]);
  return Object.fromEntries(entries) as M;
}

function stretch(text: string): string {
  if (text === '') return '';
  return `\u2067[${text}${'·'.repeat(Math.ceil(text.length / 3))}]\u2069`;
}
