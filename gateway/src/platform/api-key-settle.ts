import { sql, type Updateable } from 'kysely';
import { actorName, keyResource, lockTenantKeys } from './api-key-create.js';
import { KEY_IS_DUE } from './api-key-row.js';
import { recordEvent, systemContext, type AuditContext } from './audit.js';
import type { Bus } from './bus.js';
import type { DB, Tx } from './db.js';
import type { Platform } from './platform.js';

const INTERVAL_MS = 1_000;
const TENANTS_PER_ROUND = 200;

/** Tells every process that keys of a tenant changed: what it cached of them is dropped. */
export const KEYS_CHANGED = 'api-keys.changed';

/** Sends {@link KEYS_CHANGED} with the transaction. */
export async function publishKeysChanged(bus: Bus, tx: Tx, tenantId: string): Promise<void> {
  await bus.publish(KEYS_CHANGED, { tenant_id: tenantId }, tx);
}

/**
 * Hands the pair over to the key beside a primary that stopped working: a waiting secondary becomes the active primary, so that
 * a rotation under way never ends without a working key. Returns the heir's id, or null when nothing waits.
 */
export async function promoteHeir(
  tx: Tx,
  call: AuditContext,
  primary: { id: string; pair_id: string },
): Promise<string | null> {
  const heir = await tx
    .selectFrom('api_keys')
    .where('pair_id', '=', primary.pair_id)
    .where('status', '=', 'secondary')
    .where('deleted_at', 'is', null)
    .select('id')
    .executeTakeFirst();
  if (!heir) return null;
  await changeKey(tx, call, primary.id, { role: 'secondary' });
  await changeKey(tx, call, heir.id, { role: 'primary', status: 'active' });
  return heir.id;
}

/** Ends the rotation of a pair whose secondary is gone: its primary is plainly `active` again. */
export async function endRotation(tx: Tx, call: AuditContext, pairId: string): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set((expression) => ({ status: 'active', ...changedBy(call), version: expression('version', '+', 1) }))
    .where('pair_id', '=', pairId)
    .where('status', '=', 'rotating')
    .where('deleted_at', 'is', null)
    .execute();
}

/** What a row notes of the one who changes it: with each new version goes who made it. */
export function changedBy(call: AuditContext): { changed_by: string } {
  return { changed_by: JSON.stringify(actorName(call)) };
}

/** Changes one key and counts its version up. */
export async function changeKey(
  tx: Tx,
  call: AuditContext,
  id: string,
  change: Updateable<DB['api_keys']>,
): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ ...change, ...changedBy(call) })
    .set((expression) => ({ version: expression('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/**
 * Gives the tenant's keys that are over by time their status, each with its audit entry by the system. Calls never wait for it:
 * they are judged by time. Needs the tenant's key lock.
 */
export async function settleDueKeys(tx: Tx, tenantId: string): Promise<number> {
  const due = await tx
    .selectFrom('api_keys as k')
    .where('k.tenant_id', '=', tenantId)
    .where('k.deleted_at', 'is', null)
    .where(KEY_IS_DUE)
    .select(['k.id', 'k.pair_id', 'k.name', 'k.role', 'k.status', 'k.expires_at', 'k.retires_at'])
    .orderBy('k.id')
    .execute();
  const system = systemContext(tenantId);
  for (const key of due) {
    const retired =
      key.status === 'retiring' &&
      key.retires_at !== null &&
      (key.expires_at === null || key.retires_at <= key.expires_at);
    await changeKey(tx, system, key.id, { status: 'expired' });
    const heir = key.status === 'rotating' ? await promoteHeir(tx, system, key) : null;
    if (key.status === 'secondary') await endRotation(tx, system, key.pair_id);
    await recordEvent(tx, system, {
      action: retired ? 'api-key.retired' : 'api-key.expired',
      resource: keyResource(key),
      changes: [{ field: 'status', before: key.status, after: 'expired' }],
      details: heir ? { new_primary: heir } : null,
    });
  }
  return due.length;
}

/** Settles due keys of all tenants once a second. Several processes may do it: each tenant's lock lets one do the work. Returns the stop. */
export function startKeySweep({ db, bus, log }: Platform): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;

  const sweep = async (): Promise<void> => {
    const tenants = await db.platformTx(dueTenants);
    for (const tenantId of tenants) {
      if (stopped) return;
      await db.tenant(tenantId).write(async (tx) => {
        await lockTenantKeys(tx, tenantId);
        if ((await settleDueKeys(tx, tenantId)) > 0) await publishKeysChanged(bus, tx, tenantId);
      });
    }
  };
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = sweep()
        .catch((error: unknown) => log.warn({ err: error }, 'key sweep failed; it tries again'))
        .finally(next);
    }, INTERVAL_MS);
    timer.unref();
  };
  next();
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await running;
  };
}

async function dueTenants(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ tenant_id: string }>`
    select tenant_id from api_keys where expires_at <= now() and status not in ('expired', 'revoked') and deleted_at is null
    union
    select tenant_id from api_keys where retires_at <= now() and status = 'retiring' and deleted_at is null
    limit ${TENANTS_PER_ROUND}`.execute(tx);
  return rows.map((row) => row.tenant_id);
}
