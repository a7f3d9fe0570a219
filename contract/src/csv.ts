/** What a spreadsheet takes for the beginning of a formula, or drops: OWASP's list, and NUL (ASVS 1.2.10). */
const FORMULA = /^'*[=+\-@\t\r\n\0]/;
const FORMULA_BEHIND_APOSTROPHE = /^'+[=+\-@\t\r\n\0]/;

/**
 * A table as CSV (RFC 4180): CRLF after each record, fields quoted where they must be. A field that a spreadsheet would run as a formula gets an
 * apostrophe in front, which {@link readCsv} takes off again.
 */
export function writeCsv(records: readonly (readonly (string | number | null)[])[]): string {
  return records.map((fields) => `${fields.map(writeField).join(',')}\r\n`).join('');
}

function writeField(field: string | number | null): string {
  const text = typeof field === 'string' ? (FORMULA.test(field) ? `'${field}` : field) : `${field ?? ''}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of a CSV file and the line it begins at, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Reads CSV (RFC 4180, and line ends of any kind; a byte order mark is skipped). Empty lines are left out. A quote that never closes ends with the file. */
export function readCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const field = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)([^,\r\n]*)|([^,\r\n]*))(,|\r\n|\r|\n|$)/y;
  field.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let start = 1;
  let fields: string[] = [];
  while (field.lastIndex < text.length || fields.length > 0) {
    const [whole, quoted, tail = '', plain = '', end] = field.exec(text) ?? ['', undefined, '', '', ''];
    fields.push(withoutApostrophe(quoted === undefined ? plain : quoted.replaceAll('""', '"') + tail));
    line += whole.split(/\r\n|\r|\n/).length - 1;
    if (end === ',') continue;
    if (fields.length > 1 || fields[0] !== '') records.push({ line: start, fields });
    fields = [];
    start = line;
  }
  return records;
}

function withoutApostrophe(field: string): string {
  return FORMULA_BEHIND_APOSTROPHE.test(field) ? field.slice(1) : field;
}
