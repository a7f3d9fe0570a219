import type { Signed } from '@caas/contract/accounts.js';
import { recordEvent, type AuditContext } from '../platform/audit.js';
import type { Actor, CookieChange, RequestInfo } from '../platform/call.js';
import type { Tx } from '../platform/db.js';
import type { Platform } from '../platform/platform.js';
import { FRESH_SECONDS } from '../platform/step-up.js';
import type * as z from 'zod/mini';
import type { AccessTokens } from './access-token.js';
import type { Member, UserRow } from './accounts.repository.js';
import { toTenant, toUser } from './accounts.views.js';
import type { AccountMails } from './recovery/account-mails.js';
import { noteDevice } from './recovery/devices.repository.js';
import { deviceOf } from './recovery/devices.js';
import { refreshToken } from '../platform/refresh-token.js';
import { insertSession, type SessionRow } from './sessions.repository.js';

const COOKIE_PATH = '/api/v1/auth/client';
/** The name of the refresh cookie. */
export const REFRESH_COOKIE = 'caas_refresh';
/** Takes the refresh cookie out of the browser. */
export const DROP_REFRESH: CookieChange = { name: REFRESH_COOKIE, value: '', path: COOKIE_PATH, maxAge: 0 };

const NO_PERMISSIONS: Actor['permissions'] = new Set();

/** A session that was started or goes on, with the refresh token for its cookie. */
export interface OpenSession {
  readonly sessionId: string;
  readonly refreshToken: string;
  /** Seconds. */
  readonly cookieMaxAge: number;
  /** What else the browser is given to keep: at a sign-in, by which it is known next time. */
  readonly device?: CookieChange;
}

/** How somebody who signs in proved who they are. Goes into the audit log. */
export interface Proof {
  readonly first: 'registration' | 'password' | 'passkey' | 'google' | 'github';
  /** What was asked besides; absent where the first was enough. */
  readonly second?: 'totp' | 'recovery_code' | 'passkey';
}

/** Who did something on the way in, before a session says so. */
export function memberContext(
  platform: Pick<Platform, 'db'>,
  tenantId: string,
  user: Pick<UserRow, 'id' | 'name' | 'email'>,
  request: RequestInfo,
): AuditContext {
  return {
    actor: { type: 'user', id: user.id, name: user.name ?? user.email, permissions: NO_PERMISSIONS },
    tenant: platform.db.tenant(tenantId),
    request,
  };
}

/** The cookies of a session. */
export function sessionCookies({ refreshToken: value, cookieMaxAge, device }: OpenSession): CookieChange[] {
  return [{ name: REFRESH_COOKIE, value, path: COOKIE_PATH, maxAge: cookieMaxAge }, ...(device ? [device] : [])];
}

/** The last step of every way in: what follows once it is known who signs in. */
export class SignIn {
  readonly #platform: Platform;
  readonly #tokens: AccessTokens;
  readonly #mails: AccountMails;

  constructor(platform: Platform, tokens: AccessTokens, mails: AccountMails) {
    this.#platform = platform;
    this.#tokens = tokens;
    this.#mails = mails;
  }

  /** Throws `ip_not_allowed` where the tenant's list of allowed addresses binds the console and lacks the one of `request`. */
  async requireAddress(tx: Tx, { tenant: { id: tenantId }, user }: Member, request: RequestInfo): Promise<void> {
    const { actor } = memberContext(this.#platform, tenantId, user, request);
    await this.#platform.whitelists.requireConsoleIp({ tenantId, actor, request }, tx);
  }

  /**
   * Starts a session and records it, and tells of a browser that was not seen before; in a transaction of the member's tenant.
   * Throws `ip_not_allowed` as above.
   */
  async start(tx: Tx, member: Member, request: RequestInfo, proof: Proof): Promise<OpenSession> {
    const { config } = this.#platform;
    const tenantId = member.tenant.id;
    await this.requireAddress(tx, member, request);
    const session = await insertSession(tx, { tenantId, userId: member.user.id }, request, {
      idle: config.refreshIdleTtl,
      max: config.refreshMaxTtl,
      // What a step-up would ask for was just given; a provider's word alone is not that.
      fresh: proof.second || !['google', 'github'].includes(proof.first) ? FRESH_SECONDS : 0,
    });
    await recordEvent(tx, memberContext(this.#platform, tenantId, member.user, request), {
      action: 'session.started',
      resource: { type: 'session', id: session.id },
      details: { by: proof.first, ...(proof.second ? { second_factor: proof.second } : {}) },
    });
    const device = deviceOf(this.#platform.crypto, request);
    if (await noteDevice(tx, member.user.id, device.hash))
      await this.#mails.newSignIn(tx, tenantId, member.user, { id: session.id, device: device.hash }, request);
    return { ...this.open(session), device: device.cookie };
  }

  /** The refresh token of a session. `maxAge`: seconds its cookie is of use. */
  open(
    session: SessionRow,
    generation = session.generation,
    maxAge = this.#platform.config.refreshIdleTtl,
  ): OpenSession {
    return {
      sessionId: session.id,
      refreshToken: refreshToken(this.#platform.crypto, session.tenant_id, session, generation),
      cookieMaxAge: Math.max(1, maxAge),
    };
  }

  /** An access token of a session, as answers carry it. */
  async token(
    { user, tenant, role }: Member,
    sessionId: string,
  ): Promise<{ access_token: string; token_type: 'Bearer'; expires_in: number }> {
    const { accessTokenTtl } = this.#platform.config;
    return {
      access_token: await this.#tokens.sign(
        { userId: user.id, tenantId: tenant.id, sessionId, role, email: user.email },
        accessTokenTtl,
      ),
      token_type: 'Bearer',
      expires_in: accessTokenTtl,
    };
  }

  /** The answer to a finished sign-in, and its cookie. */
  async answer(
    member: Member,
    open: OpenSession,
  ): Promise<{ status: 200; body: z.output<typeof Signed>; cookies: CookieChange[] }> {
    return {
      status: 200,
      body: {
        ...(await this.token(member, open.sessionId)),
        user: toUser(member),
        tenant: toTenant(member.tenant),
      },
      cookies: sessionCookies(open),
    };
  }
}
