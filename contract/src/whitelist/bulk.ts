import { readCsv, writeCsv } from '../csv.js';
import { codePoints, isCleanText } from '../text.js';
import type { Refused, RuleCode } from './rule-codes.js';

/** The rules of one list: `ipRules` or `originRules(suffixes)`. */
export interface ListRules<E extends { readonly value: string }> {
  parse(text: string): { readonly ok: true; readonly entry: E } | Refused;
  matcher<T>(items: Iterable<T>, entry: (item: T) => E): RangeMatcher<E, T>;
}

/** What tells which entries hold an entry, and which it holds; an equal one is in both. */
export interface RangeMatcher<E, T> {
  covering(entry: E): T[];
  coveredBy(entry: E): T[];
}

/** Why a line can not be added. */
export type BulkCode = RuleCode | 'label_invalid' | 'time_invalid' | 'time_past';

/** One entry of a pasted text or file, as it would be added. */
export interface BulkLine<E> {
  /** Line of the text, from 1. */
  readonly line: number;
  /** As it was written. */
  readonly input: string;
  readonly label: string | null;
  /** ISO 8601; null: stays. */
  readonly expiresAt: string | null;
  /**
   * `new` nothing is like it; `duplicate` it is listed, or stands above; `covered` a wider entry of the list or of this text allows it already; `covers`
   * entries of the list are within it and could be merged; `invalid` see `code`.
   */
  readonly status: 'new' | 'duplicate' | 'covered' | 'covers' | 'invalid';
  readonly entry: E | null;
  readonly code: BulkCode | null;
  readonly suggestion: string | null;
  /** Normal forms of the entries that cover it, the narrowest first, or of those that it covers. */
  readonly others: readonly string[];
}

interface Draft {
  line: number;
  input: string;
  label: string;
  expires: string;
}

/** The longest label, in characters. */
const LABEL_LENGTH = 200;
const VALUE_COLUMNS = ['value', 'ip', 'address', 'origin'];

/**
 * Reads a pasted text: entries in lines or between commas, with `# a comment` as their label; or CSV whose first record names the columns `value`,
 * `label` and `expires_at`. Each entry becomes one line of the preview, judged against the list (`existing`, in normal form) and the lines themselves.
 * `now` is in milliseconds.
 */
export function previewBulk<E extends { readonly value: string }>(
  text: string,
  rules: ListRules<E>,
  existing: readonly string[],
  now: number,
): BulkLine<E>[] {
  const drafts = draftsOf(text).map((draft) => judge(draft, rules, now));
  const listed = existing.flatMap((value) => {
    const verdict = rules.parse(value);
    return verdict.ok ? [verdict.entry] : [];
  });
  const list = rules.matcher(listed, (entry) => entry);
  const valid = drafts.flatMap(({ entry }) => (entry ? [entry] : []));
  const pasted = rules.matcher(valid, (entry) => entry);
  const seen = new Set(listed.map(({ value }) => value));
  return drafts.map((draft) => {
    const { entry } = draft;
    if (!entry) return draft;
    if (seen.has(entry.value)) return { ...draft, status: 'duplicate' };
    seen.add(entry.value);
    const different = (other: E): boolean => other.value !== entry.value;
    const wider = [...list.covering(entry), ...pasted.covering(entry)].filter(different);
    if (wider.length > 0) return { ...draft, status: 'covered', others: values(wider) };
    const within = list.coveredBy(entry).filter(different);
    return within.length > 0 ? { ...draft, status: 'covers', others: values(within) } : draft;
  });
}

/** An entry as the list keeps it, as far as a file tells it. */
export interface BulkEntry {
  readonly value: string;
  readonly label: string | null;
  readonly expires_at: string | null;
}

/** Entries as CSV that {@link previewBulk} reads back. */
export function entriesToCsv(entries: readonly BulkEntry[]): string {
  const records = entries.map(({ value, label, expires_at }) => [value, label, expires_at]);
  return writeCsv([['value', 'label', 'expires_at'], ...records]);
}

function judge<E extends { readonly value: string }>(draft: Draft, rules: ListRules<E>, now: number): BulkLine<E> {
  const verdict = rules.parse(draft.input);
  const label = draft.label.trim() || null;
  const time = timeOf(draft.expires.trim(), now);
  const code = !verdict.ok
    ? verdict.code
    : label !== null && (codePoints(label) > LABEL_LENGTH || !isCleanText(label))
      ? 'label_invalid'
      : time.code;
  return {
    line: draft.line,
    input: draft.input,
    label,
    expiresAt: time.at,
    status: code === null ? 'new' : 'invalid',
    entry: verdict.ok && code === null ? verdict.entry : null,
    code,
    suggestion: verdict.ok ? null : (verdict.suggestion ?? null),
    others: [],
  };
}

/** `2026-12-24`, or a time with its offset. Days end at midnight UTC. */
function timeOf(text: string, now: number): { at: string | null; code: 'time_invalid' | 'time_past' | null } {
  if (text === '') return { at: null, code: null };
  const isTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/i.test(text);
  const at = isTime ? Date.parse(text.toUpperCase()) + (text.length === 10 ? 86_400_000 : 0) : NaN;
  if (Number.isNaN(at)) return { at: null, code: 'time_invalid' };
  return { at: new Date(at).toISOString(), code: at > now ? null : 'time_past' };
}

/** Whether a text is CSV whose first record names a column of values. */
export function isCsvList(text: string): boolean {
  return columnsOf(text).some((name) => VALUE_COLUMNS.includes(name));
}

function columnsOf(text: string): string[] {
  const [first] = readCsv(text.slice(0, text.search(/[\r\n]/) + 1 || undefined));
  return first?.fields.map((name) => name.trim().toLowerCase()) ?? [];
}

function draftsOf(text: string): Draft[] {
  const columns = columnsOf(text);
  const value = columns.findIndex((name) => VALUE_COLUMNS.includes(name));
  if (value < 0) return draftsOfLines(text);
  const field = (fields: readonly string[], name: string): string => fields[columns.indexOf(name)] ?? '';
  return readCsv(text)
    .slice(1)
    .map(({ line, fields }) => ({
      line,
      input: (fields[value] ?? '').trim(),
      label: field(fields, 'label'),
      expires: field(fields, 'expires_at'),
    }));
}

/** A `#` begins a comment at the beginning of a line and after a blank; elsewhere it belongs to the entry, which is wrong then. */
function draftsOfLines(text: string): Draft[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const comment = /(?:^|\s)#/.exec(line);
    const written = comment ? line.slice(0, comment.index) : line;
    const label = comment ? line.slice(comment.index + comment[0].length) : '';
    const inputs = written.split(/[,;]/).map((part) => part.trim());
    return inputs.filter(Boolean).map((input) => ({ line: index + 1, input, label, expires: '' }));
  });
}

function values(entries: readonly { readonly value: string }[]): string[] {
  return [...new Set(entries.map(({ value }) => value))];
}
