import { RULE_CODES } from '@caas/contract/whitelist/rule-codes.js';
import { WHITELIST_LIMIT, type RejectedEntry, type WhitelistEntry } from '@caas/contract/whitelists.js';
import { newId } from '../platform/ids.js';
import { problem } from '../platform/problem.js';
import { indexOf, parseEntry } from '../platform/whitelist-rules.js';
import type { WhitelistKind } from '../platform/whitelist-tables.js';
import type { EntryRow } from './whitelists.repository.js';

/** An entry as somebody asks for it. */
export interface WantedEntry {
  readonly text: string;
  readonly label: string | null;
  readonly expiresAt: string | null;
}

/** What is done with the wanted entries: each is in `added` or in `rejected`. */
export interface Addition {
  readonly added: EntryRow[];
  /** Entries that a wider new one replaces, and its value. */
  readonly merged: { readonly row: EntryRow; readonly into: string }[];
  readonly rejected: RejectedEntry[];
}

/** Who adds, when, and to what. */
export interface AdditionTo {
  readonly kind: WhitelistKind;
  /** The entries that live. */
  readonly entries: readonly EntryRow[];
  readonly merge: boolean;
  readonly by: WhitelistEntry['created_by'];
  /** Epoch milliseconds. */
  readonly now: number;
}

interface Candidate extends WantedEntry {
  readonly index: number;
  readonly value: string;
}

/** Judges the wanted entries one by one. Throws `quota_reached` when the list is full and nothing fits. */
export function planAddition(wanted: readonly WantedEntry[], to: AdditionTo): Addition {
  const rejected: RejectedEntry[] = [];
  const candidates = valid(wanted, to, rejected);
  const replaced = to.merge ? replacedBy(candidates, to) : new Map<Candidate, EntryRow[]>();
  const added: EntryRow[] = [];
  const merged: Addition['merged'] = [];
  let full = false;
  for (const candidate of candidates) {
    const gone = replaced.get(candidate) ?? [];
    if (to.entries.length - merged.length - gone.length + added.length >= WHITELIST_LIMIT) {
      full = true;
      const message = `A list holds ${WHITELIST_LIMIT} entries at most.`;
      rejected.push({ index: candidate.index, input: candidate.text, code: 'quota_reached', message });
      continue;
    }
    added.push(newEntry(candidate, to));
    merged.push(...gone.map((row) => ({ row, into: candidate.value })));
  }
  if (full && added.length === 0)
    throw problem('quota_reached', {
      detail: `The list holds ${WHITELIST_LIMIT} entries, which is the most it can.`,
      limit: WHITELIST_LIMIT,
    });
  return { added, merged, rejected: rejected.sort((a, b) => a.index - b.index) };
}

/** Those that follow the rules and are new, each once. */
function valid(
  wanted: readonly WantedEntry[],
  { kind, entries, now }: AdditionTo,
  rejected: RejectedEntry[],
): Candidate[] {
  const listed = new Set(entries.map(({ value }) => value));
  const seen = new Set<string>();
  return wanted.flatMap((entry, index): Candidate[] => {
    const refuse = (code: string, message: string): [] => {
      rejected.push({ index, input: entry.text, code, message });
      return [];
    };
    const verdict = parseEntry(kind, entry.text);
    if (!verdict.ok) return refuse(verdict.code, RULE_CODES[verdict.code]);
    if (listed.has(verdict.value)) return refuse('duplicate', `${verdict.value} is on the list already.`);
    if (seen.has(verdict.value)) return refuse('duplicate', `${verdict.value} stands twice in this request.`);
    if (entry.expiresAt !== null && Date.parse(entry.expiresAt) <= now)
      return refuse('expires_in_past', 'The end of this entry has passed.');
    seen.add(verdict.value);
    return [{ ...entry, index, value: verdict.value }];
  });
}

/** Which entries each new one makes superfluous: those it covers and outlives. */
function replacedBy(candidates: readonly Candidate[], { kind, entries }: AdditionTo): Map<Candidate, EntryRow[]> {
  const index = indexOf(kind, candidates, ({ value }) => value);
  const replaced = new Map<Candidate, EntryRow[]>();
  for (const row of entries) {
    const wider = index.covering(row.value).find(({ expiresAt }) => outlives(expiresAt, row.expires_at));
    if (wider) replaced.set(wider, [...(replaced.get(wider) ?? []), row]);
  }
  return replaced;
}

function outlives(end: string | null, other: string | null): boolean {
  return end === null || (other !== null && Date.parse(other) <= Date.parse(end));
}

function newEntry({ value, label, expiresAt }: Candidate, { by, now }: AdditionTo): EntryRow {
  return {
    id: newId('wle'),
    value,
    label,
    created_at: new Date(now).toISOString(),
    created_by: by,
    expires_at: expiresAt,
    version: 1,
  };
}
