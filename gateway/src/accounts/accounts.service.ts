import type { AuditContext } from '../platform/audit.js';
import { recordEvent } from '../platform/audit.js';
import type { Call, RequestInfo } from '../platform/call.js';
import { newId } from '../platform/ids.js';
import type { Platform } from '../platform/platform.js';
import { problem } from '../platform/problem.js';
import { enterTenant } from '../platform/tenant.js';
import { createKey } from '../platform/api-key-create.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { MfaNeeded } from '@caas/contract/accounts.js';
import type { Plan } from '@caas/contract/tenant.js';
import type * as z from 'zod/mini';
import {
  LOCK_MINUTES,
  clearLoginAttempts,
  holdPassword,
  insertMembership,
  insertTenant,
  insertUser,
  selectHomeTenant,
  selectMember,
  selectTenant,
  takeLoginAttempt,
  type Member,
  type UserRow,
} from './accounts.repository.js';
import type { Background } from './background.js';
import type { Passwords } from './password.js';
import type { AccountMails } from './recovery/account-mails.js';
import { isGenuine, judgeGeneration, parseRefreshToken } from '../platform/refresh-token.js';
import type { SessionStore } from './session-store.js';
import { endSessions, lockSession, rotateSession } from './sessions.repository.js';
import { actAs } from './mfa/mfa.repository.js';
import type { SecondStep } from './mfa/second-step.js';
import { memberContext, type OpenSession, type SignIn } from './sign-in.js';

/** What a company registers with, in normal form. */
export interface Registration {
  companyName: string;
  email: string;
  password: string;
  name: string | null;
  plan: Plan;
}

type Refreshed =
  | { outcome: 'ok'; userId: string; tenantId: string; open: OpenSession }
  | { outcome: 'expired' }
  | { outcome: 'reused' }
  | { outcome: 'suspended' };

interface SignedIn {
  member: Member;
  open: OpenSession;
}

/** The password was right, and is not enough. */
interface AskedForMore {
  needed: z.output<typeof MfaNeeded>;
}

/** What signing up, in and out works with. */
export interface AccountsParts {
  readonly platform: Platform;
  readonly passwords: Passwords;
  readonly sessions: SessionStore;
  readonly signIn: SignIn;
  readonly steps: SecondStep;
  readonly mails: AccountMails;
  readonly background: Background;
}

/** Signing up, in and out. */
export class Accounts {
  readonly #platform: Platform;
  readonly #passwords: Passwords;
  readonly #sessions: SessionStore;
  readonly #signIn: SignIn;
  readonly #steps: SecondStep;
  readonly #mails: AccountMails;
  readonly #background: Background;

  constructor(parts: AccountsParts) {
    this.#platform = parts.platform;
    this.#passwords = parts.passwords;
    this.#sessions = parts.sessions;
    this.#signIn = parts.signIn;
    this.#steps = parts.steps;
    this.#mails = parts.mails;
    this.#background = parts.background;
  }

  /** Makes tenant, owner, first key and session, all or nothing. Throws `email_taken`. */
  async register(
    input: Registration,
    request: RequestInfo,
  ): Promise<{ member: Member; open: OpenSession; key: ApiKey; secret: string }> {
    const passwordHash = await this.#passwords.hash(input.password);
    return this.#platform.db.platformTx(async (tx) => {
      const user = await insertUser(tx, { email: input.email, name: input.name, passwordHash });
      if (!user)
        throw problem('email_taken', { detail: 'Somebody registered with this address already. Sign in instead.' });
      const tenantId = newId('ten');
      await enterTenant(tx, tenantId);
      const tenant = await insertTenant(tx, { id: tenantId, name: input.companyName, plan: input.plan });
      await insertMembership(tx, { tenantId, userId: user.id, role: 'owner' });
      const context = memberContext(this.#platform, tenantId, user, request);
      await recordEvent(tx, context, {
        action: 'tenant.registered',
        resource: { type: 'tenant', id: tenantId, name: tenant.name },
        details: { plan: tenant.plan, slug: tenant.slug },
      });
      const member = { user, tenant, role: 'owner' as const };
      const open = await this.#signIn.start(tx, member, request, { first: 'registration' });
      const { key, secret } = await createKey(tx, context, {
        name: 'Primary',
        scopes: ['read', 'write', 'admin'],
        note: null,
        expiresAt: null,
        ipRestrictions: [],
      });
      await this.#mails.verifyEmail(tx, tenantId, user);
      return { member, open, key, secret };
    });
  }

  /**
   * Checks a password and starts a session, or asks for the second step. Throws `invalid_credentials`, `account_locked`,
   * `ip_not_allowed` and `tenant_suspended`.
   */
  async login(email: string, password: string, request: RequestInfo): Promise<SignedIn | AskedForMore> {
    const { db, crypto } = this.#platform;
    const account = crypto.mac('account-name', email.toLowerCase());
    const { user, lockedFor, last } = await db.platformTx((tx) => takeLoginAttempt(tx, account, email));
    if (lockedFor !== null) {
      throw problem('account_locked', {
        detail: `Too many wrong passwords. Try again in ${Math.ceil(lockedFor / 60)} min.`,
        retryAfter: lockedFor,
      });
    }
    if (!(await this.#passwords.verify(user?.password_hash ?? null, password)) || !user) {
      // Behind the answer, so that its time does not tell whether the address is known.
      if (user)
        this.#background.run(this.#recordFailure(user, last, request), 'a failed sign-in could not be recorded');
      throw problem('invalid_credentials', { detail: 'Check the e-mail address and the password.' });
    }
    // The password was right: that counts, whatever becomes of the session.
    const tenantId = await db.platformTx(async (tx) => {
      await clearLoginAttempts(tx, account);
      return selectHomeTenant(tx, user.id);
    });
    if (tenantId === null)
      throw problem('invalid_credentials', { detail: 'Check the e-mail address and the password.' });
    return db.tenant(tenantId).write(async (tx) => {
      await actAs(tx, user.id);
      // It may have been changed while it was checked: then all sessions ended, and this one would begin after that.
      const member = (await holdPassword(tx, user)) ? await selectMember(tx, tenantId, user.id) : null;
      if (!member) throw problem('invalid_credentials', { detail: 'Check the e-mail address and the password.' });
      if (member.tenant.status === 'suspended') throw problem('tenant_suspended');
      const needed = await this.#steps.begin(tx, member, 'password', request);
      if (needed) return { needed };
      return { member, open: await this.#signIn.start(tx, member, request, { first: 'password' }) };
    });
  }

  /** Turns a refresh token over. Throws `session_expired`, `refresh_reused` and `tenant_suspended`. */
  async refresh(
    cookie: string | undefined,
    request: RequestInfo,
  ): Promise<{ userId: string; tenantId: string; open: OpenSession }> {
    const { db, crypto, config } = this.#platform;
    const token = parseRefreshToken(cookie);
    if (!token) throw problem('session_expired', { detail: 'Sign in again.' });
    const { tenantId } = token;
    const result = await db.tenant(tenantId).write(async (tx): Promise<Refreshed> => {
      const session = await lockSession(tx, tenantId, token.sessionId);
      if (!session || !isGenuine(crypto, token, session)) return { outcome: 'expired' };
      if (!session.alive) return { outcome: session.ended_reason === 'refresh_reused' ? 'reused' : 'expired' };
      const userId = session.user_id;
      const verdict = judgeGeneration(token, session);
      if (verdict !== 'reused' && (await selectTenant(tx, tenantId)).status === 'suspended')
        return { outcome: 'suspended' };
      if (verdict === 'live') {
        const { generation, idle_seconds } = await rotateSession(tx, session, config.refreshIdleTtl);
        return { outcome: 'ok', userId, tenantId, open: this.#signIn.open(session, generation, idle_seconds) };
      }
      if (verdict === 'parent') {
        return {
          outcome: 'ok',
          userId,
          tenantId,
          open: this.#signIn.open(session, session.generation, session.idle_seconds),
        };
      }
      // A used token came back: it was copied. Nobody can tell thief from owner, so the whole session ends.
      await this.#sessions.changed(
        tx,
        tenantId,
        await endSessions(tx, { tenantId, userId, sessionId: session.id }, 'refresh_reused'),
      );
      const member = await selectMember(tx, tenantId, userId);
      if (member) {
        await recordEvent(tx, memberContext(this.#platform, tenantId, member.user, request), {
          action: 'session.reuse-detected',
          resource: { type: 'session', id: session.id },
          result: 'failure',
          details: { generation: token.generation, live_generation: session.generation },
        });
      }
      return { outcome: 'reused' };
    });
    if (result.outcome === 'suspended') throw problem('tenant_suspended');
    if (result.outcome === 'reused')
      throw problem('refresh_reused', {
        detail: 'This sign-in was used from two places and was ended. Sign in again.',
      });
    if (result.outcome === 'expired') throw problem('session_expired', { detail: 'Sign in again.' });
    return result;
  }

  /** Ends the session of a cookie, or all sessions of its member. A cookie that is dead already is no error. */
  async logoutByCookie(cookie: string | undefined, everywhere: boolean, request: RequestInfo): Promise<void> {
    const token = parseRefreshToken(cookie);
    if (!token) return;
    const { tenantId } = token;
    await this.#platform.db.tenant(tenantId).write(async (tx) => {
      const session = await lockSession(tx, tenantId, token.sessionId);
      const member =
        session?.alive && isGenuine(this.#platform.crypto, token, session)
          ? await selectMember(tx, tenantId, session.user_id)
          : null;
      if (session && member)
        await this.#end(tx, memberContext(this.#platform, tenantId, member.user, request), {
          userId: member.user.id,
          sessionId: session.id,
          everywhere,
        });
    });
  }

  /** Ends the caller's session, or all of them. */
  async logout(call: Pick<Call, 'actor' | 'tenant' | 'request'>, everywhere: boolean): Promise<void> {
    const { id: userId, sessionId } = call.actor;
    if (userId === null || sessionId === undefined) throw new Error('Only a console member signs out');
    await call.tenant.write((tx) => this.#end(tx, call, { userId, sessionId, everywhere }));
  }

  async #end(
    tx: Parameters<typeof endSessions>[0],
    call: AuditContext,
    { userId, sessionId, everywhere }: { userId: string; sessionId: string; everywhere: boolean },
  ): Promise<void> {
    const ended = await endSessions(
      tx,
      { tenantId: call.tenant.id, userId, ...(everywhere ? {} : { sessionId }) },
      'logout',
    );
    if (!ended.length) return;
    await this.#sessions.changed(tx, call.tenant.id, ended);
    await recordEvent(tx, call, {
      action: 'session.ended',
      resource: { type: 'session', id: sessionId },
      details: { everywhere, sessions: ended.length },
    });
  }

  async #recordFailure(user: UserRow, last: boolean, request: RequestInfo): Promise<void> {
    const { db } = this.#platform;
    const tenantId = await db.platformTx((tx) => selectHomeTenant(tx, user.id));
    if (tenantId === null) return;
    await db.tenant(tenantId).write(async (tx) => {
      await recordEvent(tx, memberContext(this.#platform, tenantId, user, request), {
        action: last ? 'account.locked' : 'session.login-failed',
        resource: { type: 'user', id: user.id, name: user.email },
        result: 'failure',
      });
      if (last) await this.#mails.locked(tx, tenantId, user, request, LOCK_MINUTES);
    });
  }
}
