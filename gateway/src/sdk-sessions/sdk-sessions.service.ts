import { recordEvent } from '../platform/audit.js';
import type { Call, RequestInfo } from '../platform/call.js';
import type { Platform } from '../platform/platform.js';
import { problem } from '../platform/problem.js';
import {
  isGenuine,
  judgeGeneration,
  parseRefreshToken,
  refreshToken,
  type RefreshSecret,
} from '../platform/refresh-token.js';
import { SDK_SESSIONS_CHANGED, publishSessions } from '../platform/session-life.js';
import type { SignedTokens } from '../platform/signed-tokens.js';
import { endUser } from './sdk-credential.js';
import {
  endSdkSessionRow,
  insertSdkSession,
  lockSdkSession,
  rotateSdkSession,
  type NewSdkSession,
} from './sdk-sessions.repository.js';

/** The tokens of a session, as they leave the gateway. */
export interface SdkTokens {
  session_id: string;
  access_token: string;
  refresh_token: string;
  /** Seconds. */
  expires_in: number;
}

type Refreshed =
  | { outcome: 'ok'; externalId: string; session: RefreshSecret; generation: number }
  | { outcome: 'elsewhere'; externalId: string }
  | { outcome: 'expired' }
  | { outcome: 'reused' }
  | { outcome: 'suspended' };

/** Beginning, renewing and ending the sessions of end users. */
export class SdkSessions {
  readonly #platform: Platform;
  readonly #tokens: SignedTokens;

  constructor(platform: Platform, tokens: SignedTokens) {
    this.#platform = platform;
    this.#tokens = tokens;
  }

  /** Begins a session. The person's data stays in the session, which can be deleted; the log can't forget. */
  async begin(
    call: Pick<Call, 'actor' | 'tenant' | 'request'>,
    input: Omit<NewSdkSession, 'tenantId' | 'keyId'>,
  ): Promise<SdkTokens> {
    const { refreshIdleTtl: idle, refreshMaxTtl: max } = this.#platform.config;
    const tenantId = call.tenant.id;
    const session = await call.tenant.write(async (tx) => {
      const row = await insertSdkSession(tx, { ...input, tenantId, keyId: call.actor.id ?? '' }, { idle, max });
      await recordEvent(tx, call, {
        action: 'sdk-session.created',
        resource: { type: 'sdk-session', id: row.id },
        details: { user_external_id: input.userExternalId },
      });
      return row;
    });
    return this.#answer(tenantId, session, input.userExternalId, session.generation);
  }

  /** Turns a refresh token over. Throws `session_expired`, `refresh_reused`, `origin_not_allowed` and `tenant_suspended`. */
  async refresh(value: string, request: RequestInfo): Promise<SdkTokens> {
    const { db, bus, crypto, config, whitelists } = this.#platform;
    const token = parseRefreshToken(value, 'sdk');
    if (!token) throw problem('session_expired', { detail: 'Ask for a new session.' });
    const { tenantId } = token;
    const { allowed } = await whitelists.judgeOrigin(tenantId, request.origin);
    const result = await db.tenant(tenantId).write(async (tx): Promise<Refreshed> => {
      const session = await lockSdkSession(tx, tenantId, token.sessionId);
      if (!session || !isGenuine(crypto, token, session)) return { outcome: 'expired' };
      if (!session.alive) return { outcome: session.ended_reason === 'refresh_reused' ? 'reused' : 'expired' };
      const verdict = judgeGeneration(token, session);
      if (verdict !== 'reused' && session.suspended) return { outcome: 'suspended' };
      const externalId = session.user_external_id;
      if (verdict !== 'reused' && !allowed) return { outcome: 'elsewhere', externalId };
      if (verdict === 'parent') return { outcome: 'ok', externalId, session, generation: session.generation };
      if (verdict === 'live') {
        const generation = await rotateSdkSession(tx, session, config.refreshIdleTtl, request);
        return { outcome: 'ok', externalId, session, generation };
      }
      // A used token came back: it was copied. Nobody can tell thief from owner, so the whole session ends.
      await endSdkSessionRow(tx, tenantId, session.id, 'refresh_reused');
      await publishSessions(bus, tx, SDK_SESSIONS_CHANGED, tenantId, [session.id]);
      await recordEvent(
        tx,
        { actor: endUser(externalId, session.id, request.origin), tenant: { id: tenantId }, request },
        {
          action: 'sdk-session.reuse-detected',
          resource: { type: 'sdk-session', id: session.id },
          result: 'failure',
          details: { generation: token.generation, live_generation: session.generation },
        },
      );
      return { outcome: 'reused' };
    });
    if (result.outcome === 'elsewhere') {
      const actor = endUser(result.externalId, token.sessionId, request.origin);
      await whitelists.requireOrigin({ tenantId, actor, request });
      throw problem('origin_not_allowed', { detail: 'Sessions of this tenant are not renewed from this origin.' });
    }
    if (result.outcome === 'suspended') throw problem('tenant_suspended');
    if (result.outcome === 'reused')
      throw problem('refresh_reused', {
        detail: 'This session was used from two places and was ended. Ask for a new one.',
      });
    if (result.outcome === 'expired') throw problem('session_expired', { detail: 'Ask for a new session.' });
    return this.#answer(tenantId, result.session, result.externalId, result.generation);
  }

  /** Ends the caller's session. */
  async end(call: Pick<Call, 'actor' | 'tenant' | 'request'>): Promise<void> {
    const { tenant, actor } = call;
    const id = actor.sessionId;
    if (actor.type !== 'sdk' || id === undefined) throw new Error('Only an end user signs out here');
    await tenant.write(async (tx) => {
      if (!(await endSdkSessionRow(tx, tenant.id, id, 'logout'))) return;
      await publishSessions(this.#platform.bus, tx, SDK_SESSIONS_CHANGED, tenant.id, [id]);
      await recordEvent(tx, call, { action: 'sdk-session.ended', resource: { type: 'sdk-session', id } });
    });
  }

  async #answer(tenantId: string, session: RefreshSecret, externalId: string, generation: number): Promise<SdkTokens> {
    const { crypto, config } = this.#platform;
    return {
      session_id: session.id,
      access_token: await this.#tokens.sign(
        externalId,
        { tid: tenantId, sid: session.id, ver: 1, tenantId, client_id: tenantId },
        config.accessTokenTtl,
      ),
      refresh_token: refreshToken(crypto, tenantId, session, generation),
      expires_in: config.accessTokenTtl,
    };
  }
}
