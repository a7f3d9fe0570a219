import type { FastifyInstance } from 'fastify';
import type { Received } from '@caas/contract/endpoint.js';
import * as api from '@caas/contract/sdk-sessions.js';
import { KnownSessions } from '../platform/known-sessions.js';
import { SessionActivity } from '../platform/session-activity.js';
import { SDK_SESSIONS_CHANGED } from '../platform/session-life.js';
import { SignedTokens } from '../platform/signed-tokens.js';
import { sdkResolver } from './sdk-credential.js';
import { selectLiveSdkSession, type LiveSdkSession, type NewSdkSession } from './sdk-sessions.repository.js';
import { SdkSessions } from './sdk-sessions.service.js';
import { tokenCheckRoutes } from './token-check.routes.js';

const KIND = { purpose: 'sdk-access-token', type: 'sdk+jwt', audience: 'caas-sdk' };

type Body = Received<typeof api.createSdkSession>['body'];

const newSession = ({ user_external_id, user_data, platform }: Body): Omit<NewSdkSession, 'tenantId' | 'keyId'> => ({
  userExternalId: user_external_id,
  userData: user_data ?? {},
  platform: platform ?? null,
});

/** Sessions of end users: begun by the tenant's server, which knows who its users are. Also brings the check of their tokens. */
export async function sdkSessionRoutes(app: FastifyInstance): Promise<void> {
  const { platform } = app;
  const { db, credentials } = platform;
  const tokens = await SignedTokens.load(platform, KIND);
  const known = new KnownSessions<LiveSdkSession>(platform, SDK_SESSIONS_CHANGED, (tenantId, id) =>
    db.tenant(tenantId).read((tx) => selectLiveSdkSession(tx, tenantId, id)),
  );
  const activity = new SessionActivity(platform, 'sdk_sessions');
  const sessions = new SdkSessions(platform, tokens);
  credentials.register('sdk', sdkResolver(tokens, known, activity));
  activity.start();
  app.addHook('onClose', () => activity.stop());

  app.mount(api.createSdkSession, async (call) => ({
    status: 201,
    body: await sessions.begin(call, newSession(call.body)),
  }));
  app.mount(api.createSdkToken, async (call) => ({
    status: 201,
    body: await sessions.begin(call, newSession(call.body)),
  }));

  app.mount(api.refreshSdkSession, async ({ body, request }) => ({
    status: 200,
    body: await sessions.refresh(body.refresh_token, request),
  }));

  app.mount(api.endSdkSession, async (call) => {
    await sessions.end(call);
    return { status: 204 };
  });

  tokenCheckRoutes(app);
}
