import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.overlays.js';

const de: Translation<typeof en> = {
  signOut: 'Abmelden',
  signOutEverywhere: 'Überall abmelden',
  signOutEverywhereTitle: 'Überall abmelden?',
  signOutEverywhereText:
    'Alle eigenen Sitzungen enden, in diesem Browser und in allen anderen. API-Schlüssel und eingebettete Seiten arbeiten weiter.',
  signOutFailed: 'Weiterhin angemeldet: der Dienst ist nicht erreichbar.',
  shortcutsTitle: 'Tastenkürzel',
  shortcutsGo: 'Gehe zu',
  shortcutsDo: 'Tun',
  shortcutJump: 'Suchen oder springen',
  shortcutSearch: 'Auf dieser Seite suchen',
  shortcutCreate: 'Schlüssel anlegen, auf der Seite API-Schlüssel',
  shortcutSheet: 'Diese Übersicht zeigen',
  shortcutClose: 'Schließen, was offen ist',
  keyEscape: 'Esc',
  shortcutsThen: 'dann',
  shortcutsSwitch: 'Kürzel mit einer Taste',
  shortcutsHint: 'Wer mit Sprache schreibt, schaltet sie besser aus. Strg K und Esc gehen immer.',
  shortcutsHintMac: 'Wer mit Sprache schreibt, schaltet sie besser aus. ⌘ K und Esc gehen immer.',
  paletteTitle: 'Suchen oder springen',
  paletteHint: 'Seiten, Aktionen, API-Schlüssel',
  palettePages: 'Seiten',
  paletteActions: 'Aktionen',
  paletteKeys: 'API-Schlüssel',
  paletteNone: (_: Format, query: string) => `Nichts passt zu „${query}“`,
  paletteCount: (f: Format, count: number) => f.plural(count, { one: '# Treffer', other: '# Treffer' }),
  paletteKeysFailed: 'API-Schlüssel konnten nicht durchsucht werden.',
  createKey: 'API-Schlüssel anlegen',
  useTheme: (_: Format, theme: string) => `Farben: ${theme}`,
  'toast.caas-email-verified': 'E-Mail-Adresse bestätigt',
  'toast.caas-password-changed': 'Passwort geändert. Andere Sitzungen wurden abgemeldet.',
  'toast.caas-key-created': (_: Format, name: string) => `Schlüssel „${name}“ angelegt`,
  'toast.caas-key-updated': (_: Format, name: string) => `Schlüssel „${name}“ geändert`,
  'toast.caas-key-rotated': (_: Format, name: string) => `Tausch von „${name}“ begonnen`,
  'toast.caas-key-promoted': (_: Format, name: string) => `Neuer Schlüssel von „${name}“ befördert`,
  'toast.caas-key-rolled-back': (_: Format, name: string) => `„${name}“ gilt wieder mit dem alten Schlüssel`,
  'toast.caas-key-revoked': (_: Format, name: string) => `Schlüssel „${name}“ widerrufen`,
  'toast.caas-key-deleted': (_: Format, name: string) => `Schlüssel „${name}“ gelöscht`,
};

export default de;
