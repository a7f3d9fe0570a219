import type { Theme } from '@caas/base/theme-root.js';

/** The colour schemes a person can choose. */
export const THEMES = ['light', 'dark', 'system'] as const satisfies readonly Theme[];
export type ChosenTheme = (typeof THEMES)[number];

/** The languages the console speaks. */
export const LOCALES = ['en', 'de'] as const;
export type ConsoleLocale = (typeof LOCALES)[number];

/** The console keeps a few choices in this browser. No token is ever among them. */
export const preferences = {
  get theme(): ChosenTheme {
    const stored = read('caas-theme');
    return THEMES.find((theme) => theme === stored) ?? 'system';
  },
  set theme(theme: ChosenTheme) {
    write('caas-theme', theme);
  },

  /** The chosen language, else the first of the browser's that the console speaks. */
  get locale(): ConsoleLocale {
    const wanted = [read('caas-locale'), ...navigator.languages].map((language) => language?.split('-')[0]);
    return wanted.map((language) => LOCALES.find((locale) => locale === language)).find(Boolean) ?? 'en';
  },
  set locale(locale: ConsoleLocale) {
    write('caas-locale', locale);
  },

  /** The time zone of shown times; empty: as the browser says. */
  get timeZone(): string {
    return read('caas-time-zone') ?? '';
  },
  set timeZone(timeZone: string) {
    write('caas-time-zone', timeZone);
  },

  /** Whether single keys do something (WCAG 2.1.4: they can be switched off). */
  get shortcuts(): boolean {
    return read('caas-shortcuts') !== 'off';
  },
  set shortcuts(on: boolean) {
    write('caas-shortcuts', on ? 'on' : 'off');
  },

  /** Whether somebody was signed in here last: a hint that there is a session to go on with, and that its end is worth a word. */
  get wasSignedIn(): boolean {
    return read('caas-signed-in') === 'yes';
  },
  set wasSignedIn(signedIn: boolean) {
    write('caas-signed-in', signedIn ? 'yes' : 'no');
  },
};

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage is blocked: every choice has a default
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return; // storage is blocked or full: the choice lasts until the page is left
  }
}
