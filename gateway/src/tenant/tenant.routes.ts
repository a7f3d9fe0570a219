import type { FastifyInstance } from 'fastify';
import { getTenant } from '@caas/contract/tenant.js';
import { findTenant } from './tenant.repository.js';

/** The caller's tenant. */
export async function tenantRoutes(app: FastifyInstance): Promise<void> {
  app.mount(getTenant, async ({ tenant }) => ({
    status: 200,
    body: await tenant.read((tx) => findTenant(tx, tenant.id)),
  }));
}
