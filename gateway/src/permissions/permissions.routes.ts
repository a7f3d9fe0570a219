import type { FastifyInstance } from 'fastify';
import { checkPermissions } from '@caas/contract/accounts.js';
import { PERMISSIONS, type Permission } from '@caas/contract/permissions.js';

const KNOWN: ReadonlySet<string> = new Set(PERMISSIONS);
const isPermission = (name: string): name is Permission => KNOWN.has(name);

/** Tells callers what they may do. A permission nobody knows is one nobody has. */
export async function permissionsRoutes(app: FastifyInstance): Promise<void> {
  app.mount(checkPermissions, async ({ body, actor }) => {
    const allowed = new Map(body.permissions.map((name) => [name, isPermission(name) && actor.permissions.has(name)]));
    const grantedBy = actor.role ?? 'embed';
    return {
      status: 200,
      body: {
        allowed: Object.fromEntries(allowed),
        granted_by: Object.fromEntries([...allowed].filter(([, yes]) => yes).map(([name]) => [name, grantedBy])),
      },
    };
  });
}
