import type { ApiKey } from '@caas/contract/api-keys.js';
import { mayBecome, type KeyStatus } from '@caas/contract/key-status.js';
import { actorName, insertKey, keyResource } from '../platform/api-key-create.js';
import { toApiKey, type ApiKeyRow } from '../platform/api-key-row.js';
import { changeKey, endRotation, promoteHeir } from '../platform/api-key-settle.js';
import { recordEvent, type AuditContext } from '../platform/audit.js';
import type { Call } from '../platform/call.js';
import type { Tx } from '../platform/db.js';
import { problem, type ProblemError } from '../platform/problem.js';
import { requireFresh } from '../platform/step-up.js';
import { databaseTime, findBeside, findKey, recentCalls, removeKey } from './api-keys.repository.js';

/**
 * The life of a pair. Every function here runs under the tenant's key lock, in one transaction with its audit entry: a process
 * that dies at any point leaves the pair as it was before or as it is after, with one or two working keys.
 *
 * When a primary with a waiting secondary is revoked, deleted or expires, the secondary becomes the active primary: whoever
 * stops a leaked key in the middle of a rotation means the old key, and must not be left without a working one.
 * When a primary is revoked while an older key still retires, the older key keeps its deadline: it was given up on purpose.
 */

/** Refuses with `wrong_state` unless the key may go from its present status to `to`. */
function requireTransition(key: ApiKeyRow, to: KeyStatus): void {
  if (!mayBecome(key.status, to)) throw wrongState(key, `A key that is ${key.status} can not become ${to}.`);
}

/** What a refusal carries where somebody else was faster: the key as it is, and who changed it last; null where nobody did. */
export function asItIs(key: ApiKeyRow): { current: ApiKey; changed_by: ApiKeyRow['changed_by'] } {
  return { current: toApiKey(key), changed_by: key.changed_by };
}

/** The refusal `wrong_state` with the key as it is. */
export function wrongState(key: ApiKeyRow, detail: string): ProblemError {
  return problem('wrong_state', { detail, ...asItIs(key) });
}

/** Makes a secondary beside a primary. It takes over name, note, scopes, IP list and, counted from now, the length of life. */
export async function rotate(
  tx: Tx,
  call: AuditContext,
  keyId: string,
  overlapSeconds: number,
): Promise<{ key: ApiKey; secret: string }> {
  const old = await findKey(tx, call.tenant.id, keyId);
  const beside = old.role === 'primary' ? await findBeside(tx, old) : null;
  if (old.status === 'rotating' || beside)
    throw problem('rotation_running', {
      detail: 'Promote or revoke the key beside this one first.',
      ...asItIs(old),
    });
  requireTransition(old, 'rotating');
  const now = await databaseTime(tx);
  const expiresAt =
    old.expires_at && new Date(now.getTime() + (old.expires_at.getTime() - old.created_at.getTime())).toISOString();
  await changeKey(tx, call, old.id, { status: 'rotating' });
  const made = await insertKey(
    tx,
    call,
    { name: old.name, note: old.note, scopes: old.scopes, ipRestrictions: old.ip_restrictions, expiresAt },
    { pairId: old.pair_id, role: 'secondary', status: 'secondary', overlapSeconds },
  );
  await recordEvent(tx, call, {
    action: 'api-key.rotated',
    resource: keyResource(old),
    changes: [{ field: 'status', before: old.status, after: 'rotating' }],
    details: { secondary: made.key.id, overlap_seconds: overlapSeconds },
  });
  return made;
}

/** Makes the secondary the primary; the old key works on for the overlap agreed at rotation. */
export async function promote(
  tx: Tx,
  call: AuditContext,
  keyId: string,
  force: boolean,
): Promise<{ primary: ApiKey; retiring: ApiKey }> {
  const fresh = await findKey(tx, call.tenant.id, keyId);
  const old = fresh.status === 'secondary' ? await findBeside(tx, fresh) : null;
  if (!old) throw wrongState(fresh, 'Only a waiting secondary can be promoted.');
  requireTransition(old, 'retiring');
  if (!force) {
    const { calls, callers } = await recentCalls(tx, call.tenant.id, old.id, 60);
    if (calls > 0)
      throw problem('old_key_in_use', {
        detail: 'The old key was called within the last hour.',
        calls_1h: calls,
        callers,
      });
    if (!fresh.last_used_at) throw problem('new_key_unused', { detail: 'No call was made with the new key yet.' });
  }
  const now = await databaseTime(tx);
  const retiresAt = new Date(now.getTime() + (fresh.overlap_seconds ?? 0) * 1000);
  // In this order the pair never has two primaries or two keys beside one, which the database would refuse.
  await changeKey(tx, call, fresh.id, { status: 'active' });
  await changeKey(tx, call, old.id, {
    role: 'secondary',
    status: 'retiring',
    retires_at: retiresAt,
    replaced_at: now,
    replaced_by: JSON.stringify(actorName(call)),
  });
  await changeKey(tx, call, fresh.id, { role: 'primary' });
  await recordEvent(tx, call, {
    action: 'api-key.promoted',
    resource: keyResource(fresh),
    changes: [{ field: 'role', before: 'secondary', after: 'primary' }],
    details: { retiring: old.id, retires_at: retiresAt.toISOString(), forced: force },
  });
  const [primary, retiring] = [await findKey(tx, call.tenant.id, fresh.id), await findKey(tx, call.tenant.id, old.id)];
  return { primary: toApiKey(primary), retiring: toApiKey(retiring) };
}

/** Makes a retiring key the primary again; the promoted one is the waiting secondary once more. */
export async function rollback(
  tx: Tx,
  call: AuditContext,
  keyId: string,
): Promise<{ primary: ApiKey; secondary: ApiKey }> {
  const old = await findKey(tx, call.tenant.id, keyId);
  requireTransition(old, 'rotating');
  const fresh = old.status === 'retiring' ? await findBeside(tx, old) : null;
  if (!fresh) throw wrongState(old, 'Only a retiring key can be made the primary again.');
  requireTransition(fresh, 'secondary');
  await changeKey(tx, call, fresh.id, { role: 'secondary' });
  await changeKey(tx, call, old.id, {
    role: 'primary',
    status: 'rotating',
    retires_at: null,
    replaced_at: null,
    replaced_by: null,
  });
  await changeKey(tx, call, fresh.id, { status: 'secondary' });
  await recordEvent(tx, call, {
    action: 'api-key.rolled-back',
    resource: keyResource(old),
    changes: [{ field: 'status', before: 'retiring', after: 'rotating' }],
    details: { secondary: fresh.id },
  });
  const [primary, secondary] = [await findKey(tx, call.tenant.id, old.id), await findKey(tx, call.tenant.id, fresh.id)];
  return { primary: toApiKey(primary), secondary: toApiKey(secondary) };
}

/** Stops a key for ever; it stays listed. */
export async function revoke(tx: Tx, call: AuditContext, keyId: string): Promise<ApiKey> {
  const key = await findKey(tx, call.tenant.id, keyId);
  requireTransition(key, 'revoked');
  const heir = await leavePair(tx, call, key);
  await changeKey(tx, call, key.id, {
    status: 'revoked',
    revoked_at: await databaseTime(tx),
    revoked_by: JSON.stringify(actorName(call)),
  });
  if (key.status === 'secondary') await endRotation(tx, call, key.pair_id);
  await recordEvent(tx, call, {
    action: 'api-key.revoked',
    resource: keyResource(key),
    changes: [{ field: 'status', before: key.status, after: 'revoked' }],
    details: heir ? { new_primary: heir } : null,
  });
  return toApiKey(await findKey(tx, call.tenant.id, key.id));
}

/** Deletes a key for good. One that was called within a day has to be revoked first, or `force` said. */
export async function remove(
  tx: Tx,
  call: AuditContext & Pick<Call, 'request'>,
  keyId: string,
  force: boolean,
): Promise<void> {
  const key = await findKey(tx, call.tenant.id, keyId);
  if (key.status !== 'revoked') {
    const { calls, callers } = await recentCalls(tx, call.tenant.id, key.id, 24 * 60);
    if (calls > 0 && !force)
      throw problem('key_in_use', {
        detail: 'The key was called within the last 24 hours.',
        calls_24h: calls,
        callers,
      });
    // Breaks callers for good. A page that embeds the list can't ask for a proof: its server vouches for the person.
    if (calls > 0) requireFresh(call, { factorsOnly: true });
  }
  const heir = await leavePair(tx, call, key);
  await removeKey(tx, key);
  if (key.status === 'secondary') await endRotation(tx, call, key.pair_id);
  await recordEvent(tx, call, {
    action: 'api-key.deleted',
    resource: keyResource(key),
    details: {
      status: key.status,
      prefix: key.prefix,
      last4: key.last4,
      forced: force,
      ...(heir ? { new_primary: heir } : {}),
    },
  });
}

async function leavePair(tx: Tx, call: AuditContext, key: ApiKeyRow): Promise<string | null> {
  return key.status === 'rotating' ? promoteHeir(tx, call, key) : null;
}
