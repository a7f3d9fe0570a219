import { entriesToCsv, isCsvList, previewBulk, type ListRules } from '@caas/contract/whitelist/bulk.js';
import { isBroad, type PreviewLine } from './bulk-preview.js';
import type { NewEntry, RuleEntry } from './list-acts.js';
import { MOST } from './whitelist.data.js';

/** What the form for new entries holds. */
export interface AddValues {
  /** As typed or pasted. */
  text: string;
  /** Lists what a wider entry allows already, too. */
  covered: boolean;
  /** What was typed for ranges that are very wide, by their normal form. */
  typed: Readonly<Record<string, string>>;
  /** What the gateway refused, by how it was written. */
  refusals: ReadonlyMap<string, string>;
}

/** Lines of the preview. */
export function linesOf(
  { text, refusals }: AddValues,
  rules: ListRules<RuleEntry>,
  existing: readonly string[],
  now: number,
): PreviewLine[] {
  return previewBulk(text, rules, existing, now).map((line) => ({
    ...line,
    refusal: refusals.get(line.input) ?? null,
  }));
}

/** The lines that would be added now: as many as one request takes. */
export function readyLines(lines: readonly PreviewLine[], values: AddValues): PreviewLine[] {
  return lines
    .filter((line) => line.refusal === null && isWanted(line, values) && (!isBroad(line) || isTyped(line, values)))
    .slice(0, MOST);
}

/** Very wide ranges among the lines: each wants its prefix typed. */
export function broadLines(lines: readonly PreviewLine[], values: AddValues): PreviewLine[] {
  return lines.filter((line) => isBroad(line) && isWanted(line, values));
}

/** What has to be typed for a very wide range: `/4`. */
export function prefixOf({ entry }: PreviewLine): string {
  return `/${entry?.value.split('/')[1] ?? ''}`;
}

/** A line as it is sent; label and end of the form hold for lines without their own. */
export function toEntry({ entry, expiresAt, label }: PreviewLine, form: Omit<NewEntry, 'value'>): NewEntry {
  return {
    value: entry?.value ?? '',
    label: label ?? form.label,
    expires_at: expiresAt ?? form.expires_at,
  };
}

/** The text of the lines that are still to be dealt with, in the form they came in. */
export function remainder(text: string, lines: readonly PreviewLine[]): string {
  if (lines.length === 0) return '';
  if (isCsvList(text))
    return entriesToCsv(lines.map(({ input, label, expiresAt }) => ({ value: input, label, expires_at: expiresAt })));
  return lines.map(({ input, label }) => (label === null ? input : `${input} # ${label}`)).join('\n');
}

/** The text with a suggestion in the place of what stood in a line. */
export function withSuggestion(text: string, { input, line }: PreviewLine, suggestion: string): string {
  let number = 0;
  return text.replace(/[^\r\n]*(?:\r\n|\r|\n|$)/g, (whole) => {
    number += 1;
    return number === line ? whole.replace(input, () => suggestion) : whole;
  });
}

function isWanted({ status }: PreviewLine, { covered }: AddValues): boolean {
  return status === 'new' || status === 'covers' || (status === 'covered' && covered);
}

function isTyped(line: PreviewLine, { typed }: AddValues): boolean {
  return typed[line.entry?.value ?? '']?.trim() === prefixOf(line);
}
