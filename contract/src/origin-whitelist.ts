import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Time, page, text } from './fields.js';
import {
  Added,
  DryRunBody,
  ENTRY_OPTIONS,
  EntryChange,
  EntryParams,
  LockoutQuery,
  ModeChange,
  Revert,
  RevertConfirmation,
  ValueParams,
  Verdict,
  WHITELIST_BATCH,
  WhitelistEntry,
  WhitelistQuery,
  WhitelistState,
} from './whitelists.js';

const LIST = '/api/v1/auth/client/origin-whitelist' as const;

/** An origin that is in use, and what of it. `you` marks the origin of this very request. */
export const OriginCaller = z.object({
  origin: z.string(),
  calls_24h: z.int(),
  last_seen_at: z.nullable(Time),
  you: z.boolean(),
  /** SDK sessions that live now and last called from it. */
  sessions: z.int(),
});
export type OriginCaller = z.infer<typeof OriginCaller>;

/** Calls from one origin in the last 24 h that were refused, or would have been in observe mode. */
export const OriginRefusal = z.object({ origin: z.string(), calls: z.int(), last_at: Time, observed: z.boolean() });
export type OriginRefusal = z.infer<typeof OriginRefusal>;

const Entry = z.strictObject({ origin: text(1, 300), ...ENTRY_OPTIONS });

export const listOriginWhitelist = endpoint({
  id: 'listOriginWhitelist',
  method: 'GET',
  path: LIST,
  summary: 'The allowed origins, with how the list is applied',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  query: WhitelistQuery,
  answers: {
    200: z.extend(page(WhitelistEntry), {
      ...WhitelistState.shape /** Null: the request came from no web page. */,
      your_origin: z.nullable(z.string()),
    }),
  },
  errors: [],
});

export const addOrigins = endpoint({
  id: 'addOrigins',
  method: 'POST',
  path: LIST,
  summary: 'Add one origin or up to 1,000; each is added or named with a reason',
  who: ['console', 'embed'],
  permission: 'whitelist:write',
  query: LockoutQuery,
  body: z
    .strictObject({
      origin: z.optional(text(1, 300)),
      /** Label and end stand for all of `entries` that have none of their own. */
      ...ENTRY_OPTIONS,
      entries: z.optional(z.array(Entry).check(z.minLength(1), z.maxLength(WHITELIST_BATCH))),
      /** Replace the entries that a new, wider one covers. */
      merge: z._default(z.boolean(), false),
    })
    .check(
      z.refine(({ origin, entries }) => (origin === undefined) !== (entries === undefined), {
        path: ['origin'],
        params: { code: 'one_of' },
      }),
    ),
  answers: { 201: Added },
  errors: ['would_lock_out', 'quota_reached'],
});

export const updateOriginEntry = endpoint({
  id: 'updateOriginEntry',
  method: 'PATCH',
  path: `${LIST}/:id`,
  summary: 'Change the label or the end of an entry',
  who: ['console', 'embed'],
  permission: 'whitelist:write',
  params: EntryParams,
  body: EntryChange,
  answers: { 200: WhitelistEntry },
  errors: ['not_found', 'version_conflict'],
});

export const removeOrigin = endpoint({
  id: 'removeOrigin',
  method: 'DELETE',
  path: `${LIST}/:value`,
  summary: 'Remove an entry by its value',
  who: ['console', 'embed'],
  permission: 'whitelist:write',
  params: ValueParams,
  query: LockoutQuery,
  answers: { 200: z.object({ revert: Revert }), 204: null },
  errors: ['not_found', 'would_lock_out'],
});

export const checkOrigin = endpoint({
  id: 'checkOrigin',
  method: 'POST',
  path: `${LIST}/check`,
  summary: 'Whether this would be allowed, and by which entries',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  body: z.strictObject({ origin: text(1, 300) }),
  answers: { 200: Verdict },
  errors: [],
});

export const dryRunOrigins = endpoint({
  id: 'dryRunOrigins',
  method: 'POST',
  path: `${LIST}/dry-run`,
  summary: 'What a change would have refused in the last 24 hours',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  body: DryRunBody,
  answers: { 200: z.object({ would_block: z.array(OriginCaller), would_allow: z.array(OriginCaller) }) },
  errors: [],
});

export const setOriginMode = endpoint({
  id: 'setOriginMode',
  method: 'PUT',
  path: `${LIST}/mode`,
  summary: 'Enforce the list or only observe',
  who: ['console', 'embed'],
  permission: 'whitelist:write',
  query: LockoutQuery,
  body: ModeChange,
  answers: { 200: WhitelistState },
  errors: ['would_lock_out'],
});

export const confirmOriginChange = endpoint({
  id: 'confirmOriginChange',
  method: 'POST',
  path: `${LIST}/confirm`,
  summary: 'Keep a forced change that would undo itself',
  who: ['console', 'embed'],
  permission: 'whitelist:write',
  body: RevertConfirmation,
  answers: { 204: null },
  errors: ['not_found'],
});

export const listOriginRefusals = endpoint({
  id: 'listOriginRefusals',
  method: 'GET',
  path: `${LIST}/refusals`,
  summary: 'Who was refused in the last 24 hours, or would have been',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  answers: { 200: z.object({ items: z.array(OriginRefusal) }) },
  errors: [],
});
