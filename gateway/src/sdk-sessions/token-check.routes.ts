import type { FastifyInstance } from 'fastify';
import { validateToken, validateTokenInternally } from '@caas/contract/sdk-sessions.js';
import type { RequestInfo } from '../platform/call.js';
import type { CredentialKind, ResolvedCaller } from '../platform/credentials.js';
import { ProblemError } from '../platform/problem.js';

type Kind = Exclude<CredentialKind, 'key'>;
type Good = ResolvedCaller & { readonly kind: Kind };

const isoTime = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** What a token may do now, by what is stored, not by what was true when it was made. */
function claimsOf({ kind, tenantId, actor, expiresAt }: Good): Record<string, unknown> {
  return {
    sub: actor.id,
    tid: tenantId,
    kind,
    ...(actor.sessionId === undefined ? {} : { sid: actor.sessionId }),
    ...(actor.embedJti === undefined ? {} : { jti: actor.embedJti }),
    ...(kind === 'embed' && actor.origin !== undefined ? { origin: actor.origin } : {}),
    ...(actor.role === undefined ? {} : { role: actor.role }),
    permissions: [...actor.permissions],
    ...(expiresAt === undefined ? {} : { exp: Math.floor(expiresAt / 1000) }),
  };
}

/** Whether a token is good: for anybody without its claims, and for other services of CAAS with them. */
export function tokenCheckRoutes(app: FastifyInstance): void {
  const { credentials, rates } = app.platform;

  /** Null for every token that is not good, whatever the reason. */
  const check = async (value: string, request: RequestInfo): Promise<Good | null> => {
    try {
      const found = await credentials.resolveBearer({ value, request, aside: true });
      return found && found.kind !== 'key' ? { ...found, kind: found.kind } : null;
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) return null;
      throw error;
    }
  };

  app.mount(validateToken, async ({ body, request }) => {
    rates.take('validate', request.ip);
    const good = await check(body.token, request);
    return {
      status: 200,
      body: { valid: good !== null, type: good?.kind ?? null, expires_at: isoTime(good?.expiresAt) },
    };
  });

  app.mount(validateTokenInternally, async ({ body, request }) => {
    const good = await check(body.token, request);
    return {
      status: 200,
      body: {
        valid: good !== null,
        type: good?.kind ?? null,
        expires_at: isoTime(good?.expiresAt),
        claims: good && claimsOf(good),
      },
    };
  });
}
