import type * as z from 'zod/mini';
import type { getTenant } from '@caas/contract/tenant.js';
import type { Tx } from '../platform/db.js';
import '../platform/api-key-row.js';

/** The tenant with the limits of its plan. */
export async function findTenant(tx: Tx, tenantId: string): Promise<z.output<(typeof getTenant.answers)[200]>> {
  const row = await tx
    .selectFrom('tenants')
    .innerJoin('plans', 'plans.id', 'tenants.plan')
    .where('tenants.id', '=', tenantId)
    .selectAll('tenants')
    .select('plans.api_keys')
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    plan: row.plan,
    status: row.status,
    logo_url: row.logo_url,
    timezone: row.timezone,
    locale: row.locale,
    created_at: row.created_at.toISOString(),
    limits: { api_keys: row.api_keys },
  };
}
