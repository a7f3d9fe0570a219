import { sql } from 'kysely';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { KeyScope } from '@caas/contract/endpoint.js';
import { API_KEY_PREFIX, mintSecret } from './api-key-format.js';
import { selectApiKeys, toApiKey } from './api-key-row.js';
import { recordEvent, type AuditContext } from './audit.js';
import type { Tx } from './db.js';
import { newId } from './ids.js';
import { problem } from './problem.js';

/** What a new key is made of. */
export interface NewApiKey {
  name: string;
  scopes: readonly KeyScope[];
  note?: string | null;
  expiresAt?: string | null;
  /** In normal form, see `normalIpRange`. */
  ipRestrictions?: readonly string[];
}

/** Where a key stands among others when it is made. */
interface Placement {
  pairId: string;
  role: ApiKey['role'];
  status: 'active' | 'secondary';
  overlapSeconds: number | null;
}

/** One change of a tenant's keys at a time: names, quotas and pairs are judged on what no other transaction is changing. */
export async function lockTenantKeys(tx: Tx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`api-keys:${tenantId}`}, 0))`.execute(tx);
}

/** How many keys the tenant's plan allows, and how many it has: living primaries, not the secondaries beside them. */
export function keyQuota(tx: Tx, tenantId: string): Promise<{ limit: number; used: number }> {
  return selectKeyQuota(tx, tenantId).executeTakeFirstOrThrow();
}

/** The same as a statement that may ask for more. */
export function selectKeyQuota(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('tenants')
    .innerJoin('plans', 'plans.id', 'tenants.plan')
    .where('tenants.id', '=', tenantId)
    .select('plans.api_keys as limit')
    .select(({ selectFrom }) =>
      selectFrom('api_keys as k')
        .where('k.tenant_id', '=', tenantId)
        .where('k.deleted_at', 'is', null)
        .where('k.role', '=', 'primary')
        .where('k.status', 'in', ['active', 'rotating', 'disabled'])
        .where(sql<boolean>`coalesce(k.expires_at > clock_timestamp(), true)`)
        .select((expression) => expression.fn.countAll<number>().as('used'))
        .$asScalar()
        .$notNull()
        .as('used'),
    );
}

/** Refuses a name that another living key has. `exceptPair`: the pair that is being renamed. */
export async function requireFreeName(tx: Tx, tenantId: string, name: string, exceptPair?: string): Promise<void> {
  let query = tx
    .selectFrom('api_keys')
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .where('name', '=', name)
    .where('role', '=', 'primary')
    .where('status', 'in', ['active', 'rotating', 'disabled'])
    .select('id');
  if (exceptPair) query = query.where('pair_id', '!=', exceptPair);
  if (await query.executeTakeFirst()) throw problem('name_taken', { detail: `Another key is named "${name}".` });
}

/**
 * Makes a key, the primary of its own pair, with its audit entry. The answer is the only place where the secret ever stands.
 * Throws `name_taken` and `quota_reached {limit}`.
 */
export async function createKey(
  tx: Tx,
  call: AuditContext,
  input: NewApiKey,
): Promise<{ key: ApiKey; secret: string }> {
  const tenantId = call.tenant.id;
  await lockTenantKeys(tx, tenantId);
  await requireFreeName(tx, tenantId, input.name);
  const { limit, used } = await keyQuota(tx, tenantId);
  if (used >= limit) throw problem('quota_reached', { detail: `The plan allows ${limit} keys.`, limit });
  const made = await insertKey(tx, call, input, {
    pairId: newId('pair'),
    role: 'primary',
    status: 'active',
    overlapSeconds: null,
  });
  await recordEvent(tx, call, {
    action: 'api-key.created',
    resource: keyResource(made.key),
    details: describe(made.key),
  });
  return made;
}

/** Inserts a key with a fresh secret. Rules and audit entry are the caller's. */
export async function insertKey(
  tx: Tx,
  call: AuditContext,
  input: NewApiKey,
  place: Placement,
): Promise<{ key: ApiKey; secret: string }> {
  const minted = mintSecret(API_KEY_PREFIX);
  const id = newId('key');
  await tx
    .insertInto('api_keys')
    .values({
      id,
      tenant_id: call.tenant.id,
      pair_id: place.pairId,
      role: place.role,
      status: place.status,
      name: input.name,
      note: input.note ?? null,
      prefix: minted.prefix,
      last4: minted.last4,
      secret_hash: minted.hash,
      scopes: [...input.scopes],
      ip_restrictions: [...(input.ipRestrictions ?? [])],
      overlap_seconds: place.overlapSeconds,
      created_by: JSON.stringify(actorName(call)),
      expires_at: input.expiresAt ?? null,
    })
    .execute();
  const row = await selectApiKeys(tx).where('k.id', '=', id).executeTakeFirstOrThrow();
  return { key: toApiKey(row), secret: minted.secret };
}

/** The caller as lists show who made or revoked a key. */
export function actorName({ actor }: AuditContext): ApiKey['created_by'] {
  return { type: actor.type, id: actor.id, name: actor.name };
}

/** A key as audit entries name it. */
export function keyResource(key: { id: string; name: string }): { type: 'api-key'; id: string; name: string } {
  return { type: 'api-key', id: key.id, name: key.name };
}

function describe(key: ApiKey): Record<string, unknown> {
  return {
    scopes: key.scopes,
    prefix: key.prefix,
    last4: key.last4,
    expires_at: key.expires_at,
    ip_restrictions: key.ip_restrictions,
  };
}
