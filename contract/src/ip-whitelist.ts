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

const LIST = '/api/v1/auth/client/ip-whitelist' as const;

/** An address that calls, and what of it. `you` marks the address of this very request. */
export const IpCaller = z.object({
  ip: z.string(),
  calls_24h: z.int(),
  last_seen_at: z.nullable(Time),
  you: z.boolean(),
  keys: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type IpCaller = z.infer<typeof IpCaller>;

/** Calls from one address in the last 24 h that were refused, or would have been in observe mode. */
export const IpRefusal = z.object({
  ip: z.string(),
  calls: z.int(),
  last_at: Time,
  /** True: observe mode let them through. */
  observed: z.boolean(),
  keys: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type IpRefusal = z.infer<typeof IpRefusal>;

const Entry = z.strictObject({ ip: text(1, 300), ...ENTRY_OPTIONS });

export const listIpWhitelist = endpoint({
  id: 'listIpWhitelist',
  method: 'GET',
  path: LIST,
  summary: 'The allowed addresses, with how the list is applied',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  query: WhitelistQuery,
  answers: {
    200: z.extend(page(WhitelistEntry), { ...WhitelistState.shape, your_ip: z.string() }),
  },
  errors: [],
});

export const getIpSecurity = endpoint({
  id: 'getIpSecurity',
  method: 'GET',
  path: '/v1/admin/ip-security',
  summary: 'The allowed addresses under their other path',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  query: WhitelistQuery,
  answers: listIpWhitelist.answers,
  errors: [],
});

export const addIps = endpoint({
  id: 'addIps',
  method: 'POST',
  path: LIST,
  summary: 'Add one IP address or range or up to 1,000; each is added or named with a reason',
  who: ['console', 'embed'],
  permission: 'whitelist:write',
  query: LockoutQuery,
  body: z
    .strictObject({
      ip: z.optional(text(1, 300)),
      /** Label and end stand for all of `entries` that have none of their own. */
      ...ENTRY_OPTIONS,
      entries: z.optional(z.array(Entry).check(z.minLength(1), z.maxLength(WHITELIST_BATCH))),
      /** Replace the entries that a new, wider one covers. */
      merge: z._default(z.boolean(), false),
    })
    .check(
      z.refine(({ ip, entries }) => (ip === undefined) !== (entries === undefined), {
        path: ['ip'],
        params: { code: 'one_of' },
      }),
    ),
  answers: { 201: Added },
  errors: ['would_lock_out', 'quota_reached'],
});

export const updateIpEntry = endpoint({
  id: 'updateIpEntry',
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

export const removeIp = endpoint({
  id: 'removeIp',
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

export const checkIp = endpoint({
  id: 'checkIp',
  method: 'POST',
  path: `${LIST}/check`,
  summary: 'Whether this would be allowed, and by which entries',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  body: z.strictObject({ ip: text(1, 300) }),
  answers: { 200: Verdict },
  errors: [],
});

export const dryRunIps = endpoint({
  id: 'dryRunIps',
  method: 'POST',
  path: `${LIST}/dry-run`,
  summary: 'What a change would have refused in the last 24 hours',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  body: DryRunBody,
  answers: { 200: z.object({ would_block: z.array(IpCaller), would_allow: z.array(IpCaller) }) },
  errors: [],
});

export const setIpMode = endpoint({
  id: 'setIpMode',
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

export const confirmIpChange = endpoint({
  id: 'confirmIpChange',
  method: 'POST',
  path: `${LIST}/confirm`,
  summary: 'Keep a forced change that would undo itself',
  who: ['console', 'embed'],
  permission: 'whitelist:write',
  body: RevertConfirmation,
  answers: { 204: null },
  errors: ['not_found'],
});

export const listIpRefusals = endpoint({
  id: 'listIpRefusals',
  method: 'GET',
  path: `${LIST}/refusals`,
  summary: 'Who was refused in the last 24 hours, or would have been',
  who: ['console', 'embed'],
  permission: 'whitelist:read',
  answers: { 200: z.object({ items: z.array(IpRefusal) }) },
  errors: [],
});
