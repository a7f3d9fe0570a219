import { ROLE_PERMISSIONS, type Permission, type Role } from '@caas/contract/permissions.js';
import type { CallerResolver } from '../platform/credentials.js';
import { problem } from '../platform/problem.js';
import type { SessionActivity } from '../platform/session-activity.js';
import type { AccessTokens } from './access-token.js';
import type { SessionStore } from './session-store.js';

const PERMISSIONS_OF: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(ROLE_PERMISSIONS.owner),
  admin: new Set(ROLE_PERMISSIONS.admin),
  developer: new Set(ROLE_PERMISSIONS.developer),
  viewer: new Set(ROLE_PERMISSIONS.viewer),
};

/** The check of console access tokens. The role is the member's present one, not the token's. */
export function consoleResolver(
  tokens: AccessTokens,
  sessions: SessionStore,
  activity: SessionActivity,
): CallerResolver {
  return async ({ value, request }) => {
    const claims = await tokens.verify(value);
    if (!claims) return null;
    const session = await sessions.find(claims.tenantId, claims.sessionId);
    if (!session || session.userId !== claims.userId)
      throw problem('token_invalid', { detail: 'The session has ended.' });
    if (session.suspended) throw problem('tenant_suspended');
    return {
      tenantId: claims.tenantId,
      expiresAt: claims.expiresAt,
      onUse: () => activity.used(claims.sessionId, request),
      actor: {
        type: 'user',
        id: session.userId,
        name: session.name ?? session.email,
        role: session.role,
        permissions: PERMISSIONS_OF[session.role],
        sessionId: claims.sessionId,
        proof: {
          factors: session.factors,
          password: session.hasPassword,
          freshUntil: session.freshUntil?.getTime() ?? 0,
          required: session.mfaRequired,
          graceUntil: session.graceUntil,
        },
      },
    };
  };
}
