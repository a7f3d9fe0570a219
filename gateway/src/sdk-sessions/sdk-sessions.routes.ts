import type { FastifyInstance } from 'fastify';
import { createSdkSession } from '@caas/contract/sdk-sessions.js';
import { SDK_REFRESH_PREFIX, SDK_TOKEN_PREFIX, mintSecret } from '../platform/api-key-format.js';
import { recordEvent } from '../platform/audit.js';
import { newId } from '../platform/ids.js';
import { insertSdkSession } from './sdk-sessions.repository.js';

/** Sessions of end users: started by the tenant's server, which knows who its users are. */
export async function sdkSessionRoutes(app: FastifyInstance): Promise<void> {
  const { accessTokenTtl, refreshMaxTtl } = app.platform.config;

  app.mount(createSdkSession, async (call) => {
    const { actor, body, request, tenant } = call;
    const [access, refresh, id] = [mintSecret(SDK_TOKEN_PREFIX), mintSecret(SDK_REFRESH_PREFIX), newId('sess')];
    await tenant.write(async (tx) => {
      await insertSdkSession(tx, {
        id,
        tenantId: tenant.id,
        keyId: actor.id ?? '',
        userExternalId: body.user_external_id,
        userData: body.user_data ?? {},
        accessHash: access.hash,
        accessTtl: accessTokenTtl,
        refreshHash: refresh.hash,
        sessionTtl: refreshMaxTtl,
        ip: request.ip,
        userAgent: request.userAgent,
      });
      // The person's data stays in the session, which can be deleted; the log can't forget.
      await recordEvent(tx, call, {
        action: 'sdk-session.created',
        resource: { type: 'sdk-session', id },
        details: { user_external_id: body.user_external_id },
      });
    });
    return {
      status: 201,
      body: { session_id: id, access_token: access.secret, refresh_token: refresh.secret, expires_in: accessTokenTtl },
    };
  });
}
