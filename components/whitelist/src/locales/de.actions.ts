import type { Format } from '@caas/base/format.js';
import { listOf } from '@caas/base/lists.js';
import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.actions.js';

const also = (f: Format, more: number): string => (more > 0 ? ` und ${f.number(more)} mehr` : '');

const de: Translation<typeof en> = {
  loading: 'Wird geladen',
  cancel: 'Abbrechen',
  edit: 'Bearbeiten',
  remove: 'Entfernen',
  offlineHint: 'Wieder möglich, sobald Sie online sind',
  undo: 'Rückgängig',
  partFailed: 'Ein Teil dieser Seite konnte nicht geladen werden. Verbindung prüfen und erneut versuchen.',
  notConfirmed: 'Nicht bestätigt: Die Antwort ging verloren. Ein neuer Versuch ist sicher, es geschieht nur einmal.',
  conflict: (_: Format, value: string) =>
    `${value} wurde inzwischen von jemand anderem geändert. Die Liste zeigt den aktuellen Stand.`,
  conflictEdit:
    'Jemand anderes hat diesen Eintrag inzwischen geändert. Ihr Text bleibt: erneut speichern, um ihn auf den aktuellen Stand anzuwenden.',
  exported: (f: Format, count: number) =>
    f.plural(count, { one: '# Eintrag exportiert', other: '# Einträge exportiert' }),
  addedNotice: (f: Format, added: number, merged: number, rejected: number) =>
    [
      f.plural(added, { one: '# Eintrag hinzugefügt.', other: '# Einträge hinzugefügt.' }),
      merged > 0 ? f.plural(merged, { one: '# engerer Eintrag ersetzt.', other: '# engere Einträge ersetzt.' }) : '',
      rejected > 0 ? f.plural(rejected, { one: '# wurde abgelehnt.', other: '# wurden abgelehnt.' }) : '',
    ]
      .filter(Boolean)
      .join(' '),
  'first.ip': 'Von jetzt an wird jede andere Adresse abgelehnt.',
  'first.origin': 'Von jetzt an wird jeder andere Origin abgelehnt.',
  removedNotice: (_: Format, value: string) => `${value} entfernt.`,
  nowEnforced: 'Die Liste ist in Kraft.',
  nowObserving: 'Die Liste beobachtet nur: Nichts wird abgelehnt.',
  kept: 'Die Änderung bleibt.',
  'error.offline': 'Offline. Es wurde nichts gesendet. Erneut versuchen, sobald Sie online sind.',
  'error.cancelled': 'Diese Seite hat es nicht zugelassen. Es wurde nichts geändert.',
  'error.not_found':
    'Das gibt es nicht mehr: Jemand hat es entfernt, oder seine Zeit war um. Die Liste zeigt den aktuellen Stand.',
  'error.quota_reached':
    'Die Liste ist voll: Sie fasst höchstens 10.000 Einträge. Einige entfernen oder weitere Bereiche nehmen.',
  'error.would_lock_out': 'Auch andere würden ausgesperrt. Bitte die Liste noch einmal ansehen.',
  'error.idempotency_mismatch': 'Das wurde schon mit anderen Werten gesendet. Bitte schließen und neu beginnen.',
  'error.request_in_progress': 'Dieselbe Anfrage läuft noch. Kurz warten, dann in der Liste nachsehen.',
  callers: 'Aufrufer der letzten 24 Stunden',
  'source.ip': 'Adresse',
  'source.origin': 'Origin',
  calls: 'Aufrufe, 24 h',
  lastCall: 'Letzter Aufruf',
  never: 'Nie',
  'you.ip': 'Ihre IP',
  'you.origin': 'diese Seite',
  withKeys: (f: Format, names: readonly string[]) => `mit ${listOf(f, names)}`,
  sessions: (f: Format, count: number) => f.plural(count, { one: '# laufende Sitzung', other: '# laufende Sitzungen' }),
  andMore: (f: Format, more: number) => `Und ${f.number(more)} mehr.`,
  guardTitle: (f: Format, count: number) =>
    f.plural(count, { one: 'Das würde # Aufrufer aussperren', other: 'Das würde # Aufrufer aussperren' }),
  'guardText.ip': 'Diese Adressen sind in Gebrauch. Nach der Änderung würden ihre Aufrufe abgelehnt.',
  'guardText.origin': 'Diese Origins sind in Gebrauch. Nach der Änderung würden ihre Aufrufe und Sockets abgelehnt.',
  notAddable: (f: Format, count: number) =>
    f.plural(count, {
      one: '# davon lässt sich so nicht eintragen.',
      other: '# davon lassen sich so nicht eintragen.',
    }),
  forceText:
    'Wenn Sie ohne sie fortfahren, macht sich die Änderung nach einer Minute rückgängig, wenn Sie sie hier nicht bestätigen.',
  force: 'Ohne sie fortfahren',
  addAndGoOn: (f: Format, sources: readonly string[]) =>
    sources.length === 1
      ? `${sources[0] ?? ''} hinzufügen und fortfahren`
      : `Diese ${f.number(sources.length)} hinzufügen und fortfahren`,
  revertTitle: 'Diese Änderung hat Aufrufer ausgesperrt.',
  revertOnce: 'Sie macht sich binnen einer Minute rückgängig, wenn Sie sie nicht behalten.',
  revertIn: (_: Format, left: string) => `Sie macht sich in ${left} rückgängig.`,
  reverting: 'Sie wird rückgängig gemacht.',
  keep: 'Änderung behalten',
  'modeTitle.ip': 'Wie gelten die erlaubten IPs?',
  'modeTitle.origin': 'Wie gelten die erlaubten Origins?',
  modeVerb: 'Übernehmen',
  mode: 'Modus',
  enforce: 'Durchsetzen',
  'enforceHint.ip': 'Aufrufe von Adressen, die nicht eingetragen sind, werden abgelehnt.',
  'enforceHint.origin': 'Aufrufe und Sockets von Origins, die nicht eingetragen sind, werden abgelehnt.',
  observe: 'Beobachten',
  observeHint:
    'Nichts wird abgelehnt. Was abgelehnt würde, wird notiert, damit Sie die Liste erst vervollständigen können.',
  bindConsole: 'Auch für diese Konsole',
  bindConsoleHint: 'Mitglieder können sich nur von eingetragenen Adressen aus anmelden und arbeiten.',
  'addTitle.ip': 'Erlaubte IPs hinzufügen',
  'addTitle.origin': 'Erlaubte Origins hinzufügen',
  'firstWarning.ip': 'Die Liste ist leer, also darf jede IP aufrufen. Von jetzt an wird alles andere abgelehnt.',
  'firstWarning.origin':
    'Die Liste ist leer, also darf jede Webseite aufrufen. Von jetzt an wird alles andere abgelehnt.',
  'entries.ip': 'IP-Adressen und Bereiche',
  'entries.origin': 'Origins',
  'entriesHint.ip':
    'Eine je Zeile oder mit Kommas. Text nach # wird zur Bezeichnung. Bereiche in der Form 10.0.0.0/24.',
  'entriesHint.origin':
    'Einer je Zeile oder mit Kommas. Text nach # wird zur Bezeichnung. https://*.example.com steht für einen Teil.',
  'useYours.ip': 'Meine IP',
  'useYours.origin': 'Origin dieser Seite',
  import: 'CSV importieren',
  fileFailed: 'Die Datei konnte nicht gelesen werden.',
  label: 'Bezeichnung',
  labelHint: 'Für Zeilen, die keine eigene haben.',
  labelLong: 'Höchstens 200 Zeichen.',
  expires: 'Entfernt sich selbst',
  expiresHint: 'Für Zeilen, die kein eigenes Ende nennen.',
  'expiry.never': 'Nie',
  'expiry.1': 'In 1 Stunde',
  'expiry.24': 'In 1 Tag',
  'expiry.168': 'In 7 Tagen',
  'expiry.720': 'In 30 Tagen',
  'expiry.date': 'An einem Datum',
  keepUntil: (_: Format, when: string) => `Wie jetzt: ${when}`,
  keepNever: 'Wie jetzt: nie',
  date: 'Letzter Tag',
  datePast: 'Einen Tag wählen, der nicht vorbei ist.',
  editTitle: (_: Format, value: string) => `${value} bearbeiten`,
  editVerb: 'Änderungen speichern',
  addVerb: (f: Format, ready: number, lines: number) =>
    lines === 0
      ? 'Hinzufügen'
      : ready === lines
        ? `${f.number(ready)} hinzufügen`
        : `${f.number(ready)} von ${f.number(lines)} hinzufügen`,
  nothingTyped: 'Mindestens einen Eintrag eingeben.',
  nothingReady: 'Davon lässt sich noch nichts hinzufügen. Die Tabelle unten sagt, warum.',
  someStay: (f: Format, added: number, stay: number) =>
    `${f.number(added)} hinzugefügt. ${f.plural(stay, { one: '# Zeile bleibt: Der Grund steht unten.', other: '# Zeilen bleiben: Der Grund steht unten.' })}`,
  preview: 'Vorschau',
  line: 'Zeile',
  entry: 'Eintrag',
  result: 'Ergebnis',
  use: (_: Format, value: string) => `${value} nehmen`,
  refused: 'Abgelehnt.',
  isNew: 'Neu.',
  isDuplicate: 'Steht schon auf der Liste.',
  isCovered: (f: Format, named: string, more: number) => `Schon abgedeckt durch ${named}${also(f, more)}.`,
  coversOthers: (f: Format, named: string, more: number) => `Neu. Deckt ${named}${also(f, more)} ab.`,
  'note.masked': 'Wird zum ganzen Bereich.',
  'note.mapped': 'IPv4, als IPv6 geschrieben.',
  'note.private': 'Ein privates Netz: Es ruft nie über das Internet auf.',
  'note.broad': 'Sehr weit: Das Präfix unten eintippen.',
  wildcard: (_: Format, yes: string, bare: string, deep: string) => `Trifft ${yes}, nicht ${bare} oder ${deep}.`,
  moreLines: (f: Format, more: number) =>
    f.plural(more, { one: '# weitere Zeile ohne Anmerkung.', other: '# weitere Zeilen ohne Anmerkung.' }),
  typePrefix: (_: Format, prefix: string, value: string) => `${prefix} eintippen, um ${value} hinzuzufügen`,
  addCovered: (f: Format, count: number) =>
    f.plural(count, { one: 'Auch # schon abgedeckten hinzufügen', other: 'Auch # schon abgedeckte hinzufügen' }),
  merge: (f: Format, count: number) =>
    f.plural(count, {
      one: '# Eintrag ersetzen, der dann abgedeckt ist',
      other: '# Einträge ersetzen, die dann abgedeckt sind',
    }),
  dryRunAsking: 'Die Aufrufe der letzten 24 Stunden werden angesehen …',
  dryRunFailed:
    'Die Aufrufe der letzten 24 Stunden konnten nicht angesehen werden. Sie werden gefragt, bevor jemand ausgesperrt wird.',
  dryRunNobody: 'Niemand, der in den letzten 24 Stunden aufrief, würde abgelehnt.',
  dryRunBlocked: (f: Format, calls: number, callers: number) =>
    `In den letzten 24 Stunden hätte das ${f.plural(calls, { one: '# Aufruf', other: '# Aufrufe' })} von ${f.plural(callers, { one: '# Aufrufer', other: '# Aufrufern' })} abgelehnt:`,
  wouldRefuse: 'Aufrufer, die abgelehnt würden',
  dryRunAllowed: (f: Format, callers: number) =>
    f.plural(callers, {
      one: '# Aufrufer, der abgelehnt wurde, wäre erlaubt.',
      other: '# Aufrufer, die abgelehnt wurden, wären erlaubt.',
    }),
  refusals: 'Zuletzt abgelehnt',
  last24h: 'letzte 24 Stunden',
  'noRefusals.ip': 'Kein Aufruf wurde wegen seiner Adresse abgelehnt.',
  'noRefusals.origin': 'Kein Aufruf wurde wegen seines Origins abgelehnt.',
  refusalsFailed: 'Die letzten Ablehnungen konnten nicht geladen werden.',
  refusedCalls: (f: Format, calls: number) =>
    f.plural(calls, { one: '# Aufruf abgelehnt', other: '# Aufrufe abgelehnt' }),
  observedCalls: (f: Format, calls: number) =>
    f.plural(calls, { one: '# Aufruf würde abgelehnt', other: '# Aufrufe würden abgelehnt' }),
  addShort: 'Hinzufügen',
  addSource: (_: Format, source: string) => `${source} hinzufügen`,
  showAll: (f: Format, count: number) => `Alle ${f.number(count)} zeigen`,
};

export default de;
