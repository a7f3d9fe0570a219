import { IpMatcher } from '@caas/contract/whitelist/ip-matcher.js';
import { parseIp, parseIpEntry, type IpRange } from '@caas/contract/whitelist/ip.js';
import { OriginMatcher } from '@caas/contract/whitelist/origin-matcher.js';
import { parseOrigin, parseOriginEntry, type OriginEntry } from '@caas/contract/whitelist/origin.js';
import type { Refused } from '@caas/contract/whitelist/rule-codes.js';
import { suffixes } from '@caas/contract/whitelist/suffixes.js';
import type { WhitelistKind } from './whitelist-tables.js';

/** Items of a list by their values, quick to ask. */
export interface EntryIndex<T> {
  /** The items that hold an address or origin, the narrowest first. None for a text that is neither. */
  match(source: string): T[];
  /** The items that allow all that this entry allows, an equal one included. None for a text that is no entry. */
  covering(value: string): T[];
}

/** An entry in normal form, or why the text is none. */
export function parseEntry(kind: WhitelistKind, text: string): { readonly ok: true; readonly value: string } | Refused {
  const verdict = kind === 'ip' ? parseIpEntry(text) : parseOriginEntry(text, suffixes);
  return verdict.ok ? { ok: true, value: verdict.entry.value } : verdict;
}

/** An address or origin that calls come from, in normal form, or why the text is none. */
export function parseSource(
  kind: WhitelistKind,
  text: string,
): { readonly ok: true; readonly value: string } | Refused {
  if (kind === 'ip') {
    const verdict = parseIp(text);
    return verdict.ok ? { ok: true, value: verdict.ip.value } : verdict;
  }
  const verdict = parseOrigin(text);
  return verdict.ok ? { ok: true, value: verdict.origin.value } : verdict;
}

/** Indexes items by `valueOf`, which gives entries in normal form. An item whose value is no entry matches nothing. */
export function indexOf<T>(kind: WhitelistKind, items: readonly T[], valueOf: (item: T) => string): EntryIndex<T> {
  return kind === 'ip' ? ipIndex(items, valueOf) : originIndex(items, valueOf);
}

function ipIndex<T>(items: readonly T[], valueOf: (item: T) => string): EntryIndex<T> {
  const ranged = items.flatMap((item): { item: T; range: IpRange }[] => {
    const verdict = parseIpEntry(valueOf(item));
    return verdict.ok ? [{ item, range: verdict.entry }] : [];
  });
  const matcher = new IpMatcher(ranged, ({ range }) => range);
  const itemsOf = (found: typeof ranged): T[] => found.map(({ item }) => item);
  return {
    match: (source) => {
      const verdict = parseIp(source);
      return verdict.ok ? itemsOf(matcher.match(verdict.ip)) : [];
    },
    covering: (value) => {
      const verdict = parseIpEntry(value);
      return verdict.ok ? itemsOf(matcher.covering(verdict.entry)) : [];
    },
  };
}

function originIndex<T>(items: readonly T[], valueOf: (item: T) => string): EntryIndex<T> {
  // Stored values are in normal form already: the texts are all the matcher needs.
  const matcher = new OriginMatcher(items, (item): Pick<OriginEntry, 'value'> => ({ value: valueOf(item) }));
  return {
    match: (source) => {
      const verdict = parseOrigin(source);
      return verdict.ok ? matcher.match(verdict.origin) : [];
    },
    covering: (value) => {
      const verdict = parseOriginEntry(value, suffixes);
      return verdict.ok ? matcher.covering(verdict.entry) : [];
    },
  };
}
