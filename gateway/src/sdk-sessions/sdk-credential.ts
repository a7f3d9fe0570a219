import type { Permission } from '@caas/contract/permissions.js';
import type { Actor } from '../platform/call.js';
import type { CallerResolver } from '../platform/credentials.js';
import type { KnownSessions } from '../platform/known-sessions.js';
import { problem } from '../platform/problem.js';
import type { SessionActivity } from '../platform/session-activity.js';
import type { SignedTokens } from '../platform/signed-tokens.js';
import type { LiveSdkSession } from './sdk-sessions.repository.js';

/** End users have no rights in the console. */
const NO_PERMISSIONS: ReadonlySet<Permission> = new Set();

/** An end user as the caller. Their name may be personal, so that the log, which can't forget, knows them by the tenant's own id. */
export function endUser(externalId: string, sessionId: string, origin: string | null): Actor {
  return {
    type: 'sdk',
    id: externalId,
    name: externalId,
    permissions: NO_PERMISSIONS,
    sessionId,
    ...(origin === null ? {} : { origin }),
  };
}

/** The check of SDK access tokens. */
export function sdkResolver(
  tokens: SignedTokens,
  sessions: KnownSessions<LiveSdkSession>,
  activity: SessionActivity,
): CallerResolver {
  return async ({ value, request }) => {
    const claims = await tokens.verify(value);
    if (!claims) return null;
    const session = await sessions.find(claims.tid, claims.sid);
    if (!session || session.externalId !== claims.sub)
      throw problem('token_invalid', { detail: 'The session has ended.' });
    if (session.suspended) throw problem('tenant_suspended');
    return {
      tenantId: claims.tid,
      expiresAt: claims.exp * 1000,
      actor: endUser(session.externalId, claims.sid, request.origin),
      onUse: () => activity.used(claims.sid, request),
    };
  };
}
