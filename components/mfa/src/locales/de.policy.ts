import type { Format } from '@caas/base/format.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.policy.js';

const de: Translation<typeof en> = {
  title: 'Richtlinie des Unternehmens',
  purpose: 'Was alle in Ihrem Unternehmen tun müssen, um sich anzumelden.',
  what: 'die Richtlinie',
  loading: 'Die Richtlinie wird geladen',
  require: 'Allen einen zweiten Faktor vorschreiben',
  requireHint:
    'Wer keinen hat, wird gebeten, ihn einzurichten. Nach der Schonfrist geht bis dahin nichts anderes mehr.',
  requiredSince: (f: Format, time: string) => `Vorgeschrieben seit ${f.date(time)}`,
  notRequired: 'Nicht vorgeschrieben',
  grace: 'Schonfrist in Tagen',
  graceHint: 'Ab heute oder ab dem Beitritt. 0 bis 90.',
  graceWrong: 'Geben Sie eine ganze Zahl von 0 bis 90 ein.',
  idle: 'Abmelden, wenn unbenutzt seit',
  max: 'In jedem Fall abmelden nach',
  hours: (f: Format, count: number) => f.plural(count, { one: '# Stunde', other: '# Stunden' }),
  days: (f: Format, count: number) => f.plural(count, { one: '# Tag', other: '# Tagen' }),
  minutes: (f: Format, count: number) => f.plural(count, { one: '# Minute', other: '# Minuten' }),
  idleTooLong: 'Das darf nicht länger sein als die Grenze darunter.',
  save: 'Richtlinie speichern',
  saved: 'Gespeichert',
  noChange: 'Es wurde nichts geändert.',
  conflict:
    'Jemand hat die Richtlinie inzwischen geändert. So ist sie jetzt; prüfen Sie sie und speichern Sie noch einmal.',
  stopped: 'Diese Seite hat die Änderung verhindert.',
  offline: 'Sie sind offline. Es wurde nichts geändert.',
  lackTitle: (f: Format, count: number) =>
    count === 0
      ? 'Alle haben einen zweiten Faktor'
      : f.plural(count, { one: '# Person hat keinen zweiten Faktor', other: '# Personen haben keinen zweiten Faktor' }),
  lackMore: 'Nur die ersten werden gezeigt.',
  nameless: 'Ohne Namen',
  until: (f: Format, time: string) => `Darf ohne arbeiten bis ${f.dateTime(time)}`,
  locked: 'Kann jetzt nur noch einen einrichten',
};

export default de;
