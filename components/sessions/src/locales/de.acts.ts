import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.acts.js';

const de: Translation<typeof en> = {
  end: 'Sitzung beenden',
  signOut: 'Abmelden',
  copyId: 'Sitzungs-ID kopieren',
  copied: 'Kopiert',
  copyFailed: (_: Format, id: string) => `Der Browser ließ das Kopieren nicht zu. Die Sitzungs-ID ist ${id}`,
  offline: 'Offline nicht möglich',
  endTitle: (_: Format, who: string) => `Die Sitzung von ${who} beenden?`,
  'endText.console': 'Das Mitglied wird binnen einer Sekunde abgemeldet und muss sich neu anmelden.',
  'endText.own': 'Der andere Browser wird binnen einer Sekunde abgemeldet und muss sich neu anmelden.',
  'endText.sdk': 'Aufrufe und Sockets dieser Sitzung enden binnen einer Sekunde. Ihr Server kann eine neue beginnen.',
  allTitle: (f: Format, count: number) => f.plural(count, { one: '# Sitzung beenden?', other: '# Sitzungen beenden?' }),
  allVerb: (f: Format, count: number) => f.plural(count, { one: '# Sitzung beenden', other: '# Sitzungen beenden' }),
  'allText.mine':
    'Jeder andere Browser, mit dem Sie angemeldet sind, wird binnen einer Sekunde abgemeldet. Dieser bleibt.',
  'allText.console':
    'Alle Sitzungen der Liste außer dieser enden binnen einer Sekunde; die Mitglieder müssen sich neu anmelden.',
  'allText.sdk': 'Aufrufe und Sockets all dieser Sitzungen enden binnen einer Sekunde. Ihr Server kann neue beginnen.',
};

export default de;
