import * as z from 'zod/mini';
import { Cursor, QueryBoolean, Time, id, optionalText, queryInt, text } from './fields.js';

/** `enforce` refuses what is not listed; `observe` records what would be refused, and refuses nothing. */
export const WHITELIST_MODES = ['enforce', 'observe'] as const;
export type WhitelistMode = (typeof WHITELIST_MODES)[number];

/** Entries a list may hold. */
export const WHITELIST_LIMIT = 10_000;
/** Entries one request may add. */
export const WHITELIST_BATCH = 1_000;

/** One allowed address, range or origin. */
export const WhitelistEntry = z.object({
  id: z.string(),
  /** In normal form. */
  value: z.string(),
  label: z.nullable(z.string()),
  created_at: Time,
  created_by: z.object({ id: z.nullable(z.string()), name: z.string() }),
  /** When the entry removes itself; null: never. */
  expires_at: z.nullable(Time),
  /** Null: no call has matched it yet. */
  last_matched_at: z.nullable(Time),
  hits_24h: z.int(),
  version: z.int(),
});
export type WhitelistEntry = z.infer<typeof WhitelistEntry>;

/** A forced change that undoes itself at `at` unless it is confirmed. */
export const Revert = z.object({ id: z.string(), at: Time });
export type Revert = z.infer<typeof Revert>;

/** An input that was not added, by its place in the request, and why. `code` is one of `RuleCode`, `duplicate`, `expires_in_past` or `quota_reached`. */
export const RejectedEntry = z.object({ index: z.int(), input: z.string(), code: z.string(), message: z.string() });
export type RejectedEntry = z.infer<typeof RejectedEntry>;

/** What an addition did: the new entries, those a wider new entry replaced, and what was refused. Nothing is dropped silently. */
export const Added = z.object({
  added: z.array(WhitelistEntry),
  merged: z.array(WhitelistEntry),
  rejected: z.array(RejectedEntry),
  revert: z.nullable(Revert),
});
export type Added = z.infer<typeof Added>;

/** The verdict of the list as it stands, as if it were enforced, on an address or origin or on all of a range or wildcard. */
export const Verdict = z.object({ allowed: z.boolean(), matched: z.array(WhitelistEntry) });
export type Verdict = z.infer<typeof Verdict>;

/** Mode and reach of a list, with a running revert. */
export const WhitelistState = z.object({
  mode: z.enum(WHITELIST_MODES),
  /** Whether the list binds the console's own calls too. Always false for origins. */
  bind_console: z.boolean(),
  revert: z.nullable(Revert),
});
export type WhitelistState = z.infer<typeof WhitelistState>;

export const WhitelistQuery = z.strictObject({
  q: z.optional(text(0, 300)),
  sort: z._default(
    z.enum([
      'value',
      '-value',
      'label',
      '-label',
      'created_at',
      '-created_at',
      'last_matched_at',
      '-last_matched_at',
      'hits_24h',
      '-hits_24h',
    ]),
    '-created_at',
  ),
  cursor: z.optional(Cursor),
  /** At most 1,000, so that a page can judge locally. */
  limit: z._default(queryInt(1, 1000), 25),
});

export const EntryParams = z.strictObject({ id: id('wle') });
/** An entry by its value, in any form the rules accept. */
export const ValueParams = z.strictObject({ value: text(1, 300) });

/** `confirm_lockout=true` makes a change that would cut somebody off; it undoes itself after 60 s unless confirmed. */
export const LockoutQuery = z.strictObject({ confirm_lockout: z._default(QueryBoolean, false) });

export const EntryChange = z.strictObject({
  label: optionalText(200),
  expires_at: z.optional(z.nullable(Time)),
  version: z.int(),
});

export const ModeChange = z.strictObject({ mode: z.enum(WHITELIST_MODES), bind_console: z.optional(z.boolean()) });
export const RevertConfirmation = z.strictObject({ revert_id: id('rvt') });

/**
 * What a change of the list would mean, judged by the real calls of the last 24 h: as if the changed list were enforced, compared with
 * what is refused today. With nothing to change, in observe mode: what enforcing the list would refuse.
 */
export const DryRunBody = z.strictObject({
  add: z._default(z.array(text(1, 300)).check(z.maxLength(WHITELIST_BATCH)), []),
  remove: z._default(z.array(text(1, 300)).check(z.maxLength(WHITELIST_BATCH)), []),
});

/** Label and end of a new entry. */
export const ENTRY_OPTIONS = { label: optionalText(200), expires_at: z.optional(z.nullable(Time)) };
