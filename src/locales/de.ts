import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.js';

const de: Translation<typeof en> = {
  product: 'CAAS-Konsole',
  titled: (_: Format, page: string) => `${page} · CAAS-Konsole`,
  loading: 'Wird geladen',
  skip: 'Zum Inhalt',
  navigation: 'Konsole',
  openNavigation: 'Navigation öffnen',
  groupBuild: 'Entwickeln',
  dashboard: 'Übersicht',
  apiKeys: 'API-Schlüssel',
  signIn: 'Anmelden',
  register: 'Konto anlegen',
  notFound: 'Seite nicht gefunden',
  notFoundText:
    'Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder die Adresse hat einen Tippfehler.',
  notFoundHome: 'Zur Übersicht',
  notFoundSignIn: 'Zur Anmeldung',
  failed: 'Die Konsole konnte nicht geladen werden',
  failedText: 'Die Daten sind sicher. Verbindung prüfen und erneut versuchen.',
  planFree: 'Tarif Free',
  planBusiness: 'Tarif Business',
  planEnterprise: 'Tarif Enterprise',
  jump: 'Suchen, springen',
  jumpKeys: 'Strg K',
  jumpKeysMac: '⌘ K',
  search: 'Suchen',
  breadcrumb: 'Brotkrumen',
  help: 'Tastenkürzel',
  themeNow: (_: Format, theme: string) => `Farben: ${theme}. Wechseln`,
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  themeSystem: 'System',
  account: 'Kontomenü',
  language: 'Sprache',
  switchLanguage: 'English',
  offline: 'Sie sind offline.',
  online: 'Wieder online',
  partFailed: 'Ein Teil der Konsole konnte nicht geladen werden.',
  reload: 'Seite neu laden',
};

export default de;
