import type * as z from 'zod/mini';
import type { createApiKey, updateApiKey } from '@caas/contract/api-keys.js';
import { mayBecome } from '@caas/contract/key-status.js';
import type { NewApiKey } from '../platform/api-key-create.js';
import { normalIpRange } from '../platform/api-key-ips.js';
import type { ApiKeyRow } from '../platform/api-key-row.js';
import type { AuditEntry } from '../platform/audit.js';
import type { Tx } from '../platform/db.js';
import { problem } from '../platform/problem.js';
import { databaseTime } from './api-keys.repository.js';
import { wrongState } from './api-keys.rotation.js';

/** A request's new key in normal form. Refuses an expiry in the past and entries that are no address. */
export async function newKey(tx: Tx, body: z.output<typeof createApiKey.body>): Promise<NewApiKey> {
  const entries = body.ip_restrictions ?? [];
  const ranges = entries.map(normalIpRange);
  const errors = ranges.flatMap((range, index) =>
    range === null
      ? [
          {
            path: `ip_restrictions.${index}`,
            code: 'ip_invalid',
            message: 'Neither an IP address nor a range such as 10.0.0.0/8.',
          },
        ]
      : [],
  );
  if (errors.length > 0) throw problem('invalid_request', { errors });
  return {
    name: body.name,
    scopes: body.scopes,
    note: body.note ?? null,
    expiresAt: body.expires_at ? await futureTime(tx, body.expires_at) : null,
    ipRestrictions: [...new Set(ranges.filter((range) => range !== null))],
  };
}

/** What a request changes of a key: the columns, and the same as an audit entry tells it. */
export interface KeyUpdate {
  changes: NonNullable<AuditEntry['changes']>;
  name?: string;
  note?: string | null;
  expires_at?: string | null;
  status?: 'active' | 'disabled';
}

/** Compares a request with the key as it is. Throws `wrong_state` for what a key in this status can not take. */
export async function keyUpdate(tx: Tx, key: ApiKeyRow, body: z.output<typeof updateApiKey.body>): Promise<KeyUpdate> {
  const update: KeyUpdate = { changes: [] };
  const over = key.status === 'revoked' || key.status === 'expired';
  if (body.name !== undefined && body.name !== key.name) {
    update.name = body.name;
    update.changes.push({ field: 'name', before: key.name, after: body.name });
  }
  if (body.note !== undefined && body.note !== key.note) {
    update.note = body.note;
    update.changes.push({ field: 'note', before: key.note, after: body.note });
  }
  const expiresAt = body.expires_at && new Date(body.expires_at).toISOString();
  const before = key.expires_at?.toISOString() ?? null;
  if (expiresAt !== undefined && expiresAt !== before) {
    if (over) throw wrongState(key, `A key that is ${key.status} stays so.`);
    update.expires_at = expiresAt && (await futureTime(tx, expiresAt));
    update.changes.push({ field: 'expires_at', before, after: expiresAt });
  }
  if (body.status !== undefined && body.status !== key.status) {
    // `rotating` and `secondary` become active too, but by promote, rollback and revoke, never by hand.
    const byHand = key.status === 'active' || key.status === 'disabled';
    if (!byHand || !mayBecome(key.status, body.status))
      throw wrongState(key, `A key that is ${key.status} can not become ${body.status}.`);
    update.status = body.status;
    update.changes.push({ field: 'status', before: key.status, after: body.status });
  }
  return update;
}

async function futureTime(tx: Tx, time: string): Promise<string> {
  if (new Date(time) > (await databaseTime(tx))) return time;
  throw problem('invalid_request', {
    errors: [{ path: 'expires_at', code: 'in_past', message: 'This time has passed.' }],
  });
}
