import { recordEvent } from '../../platform/audit.js';
import type { Call, RequestInfo } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import type { Platform } from '../../platform/platform.js';
import { problem, ProblemError } from '../../platform/problem.js';
import { enterTenant } from '../../platform/tenant.js';
import { clearLoginAttempts, selectHomeTenant, selectMember, type UserRow } from '../accounts.repository.js';
import type { Background } from '../background.js';
import { requireGoodPassword } from '../password-policy.js';
import type { Passwords } from '../password.js';
import { isEmailTaken } from '../profile/profile.repository.js';
import type { SessionStore } from '../session-store.js';
import { endSessions } from '../sessions.repository.js';
import { memberContext } from '../sign-in.js';
import type { AccountMails } from './account-mails.js';
import { dropCodes, giveBackAttempt, useCode, type CodeRow } from './codes.repository.js';
import { forgetDevice } from './devices.repository.js';
import { endAllSessions } from './end-sessions.js';
import { codeExpired } from './mailed-codes.js';
import { selectKnownNames, selectUserByEmail, setEmailVerified, setPassword } from './members.repository.js';
import { undoEmailChange } from './undo-email.js';

/** What a new password is set with: the link of the mail, or its code. */
export type ResetProof = { readonly token: string } | { readonly email: string; readonly code: string };

/** What recovery works with. */
export interface RecoveryParts {
  readonly platform: Platform;
  readonly passwords: Passwords;
  readonly sessions: SessionStore;
  readonly mails: AccountMails;
  readonly background: Background;
}

/** Proving an address, and getting back in. */
export class Recovery {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  /** Mails the caller a code for their address. Nothing happens where it is proven already. Throws `rate_limited`. */
  async resendVerification(call: Pick<Call, 'actor' | 'tenant'>): Promise<void> {
    const wait = await call.tenant.write(async (tx) => {
      const { user } = await this.#caller(tx, call);
      return user.email_verified ? null : this.#parts.mails.verifyEmail(tx, call.tenant.id, user);
    });
    if (wait !== null)
      throw problem('rate_limited', { detail: `Another code can be sent in ${wait} s.`, retryAfter: wait });
  }

  /** Takes the mailed code as proof of the caller's address. Throws `code_invalid` and `code_expired`. */
  async verifyEmail(call: Pick<Call, 'actor' | 'tenant' | 'request'>, code: string): Promise<void> {
    const { platform, mails } = this.#parts;
    const userId = call.actor.id ?? '';
    const judged = await platform.db.platformTx((tx) => mails.codes.judge(tx, 'verify_email', userId, code));
    if (judged instanceof ProblemError) throw judged;
    await call.tenant.write(async (tx) => {
      const { user } = await this.#caller(tx, call);
      // The address may have changed since: the code was for the one it was mailed to.
      if (judged.email !== user.email || !(await useCode(tx, judged))) throw codeExpired();
      await setEmailVerified(tx, user.id);
      await recordEvent(tx, call, {
        action: 'user.email-verified',
        resource: { type: 'user', id: user.id, name: user.email },
      });
    });
  }

  /** Mails a code and a link, if the address has an account. Does as much where it has none. */
  async forgot(email: string, request: RequestInfo): Promise<void> {
    const { platform, mails, background } = this.#parts;
    const user = await platform.db.platformTx(async (tx) => {
      const found = await selectUserByEmail(tx, email);
      // Asked for nobody too, so that it takes as long.
      const tenantId = await selectHomeTenant(tx, found?.id ?? '');
      await mails.resetPassword(tx, found, email, tenantId);
      return found && tenantId !== null ? { ...found, tenantId } : null;
    });
    // Behind the answer, so that its time does not tell whether the address is known.
    if (user)
      background.run(this.#recordAsked(user, user.tenantId, request), 'a wish for a reset could not be recorded');
  }

  /**
   * Sets a new password. Ends all sessions and a lock-out, keeps second factors, and proves the address. Throws `code_invalid`,
   * `code_expired` and `invalid_request` for a password that is guessed first.
   */
  async reset(proof: ResetProof, newPassword: string, request: RequestInfo): Promise<void> {
    const { platform, passwords } = this.#parts;
    requireGoodPassword('new_password', newPassword, 'email' in proof ? [proof.email] : []);
    const row = await this.#judge(proof);
    const { user_id: userId } = row;
    if (userId === null) throw codeExpired();
    await this.#requireGoodFor(row, userId, newPassword);
    const hash = await passwords.hash(newPassword);
    await platform.db.platformTx(async (tx) => {
      if (!(await useCode(tx, row))) throw codeExpired();
      const user = await setPassword(tx, userId, hash, { verified: row.email });
      if (!user) throw codeExpired();
      await this.#passwordSet(tx, user, request);
    });
  }

  /** Ends the session a mail told of, or takes a change of the address back. A second time changes nothing. */
  async report(token: string, request: RequestInfo): Promise<void> {
    const { platform, mails } = this.#parts;
    await platform.db
      .platformTx(async (tx) => {
        const signIn = await mails.codes.find(tx, 'report_sign_in', token);
        if (signIn) return this.#endReported(tx, signIn, request);
        const change = await mails.codes.find(tx, 'undo_email', token);
        if (!change) throw codeExpired();
        return undoEmailChange(tx, this.#parts, change, request);
      })
      .catch((error: unknown) => {
        throw isEmailTaken(error) ? codeExpired() : error;
      });
  }

  async #judge(proof: ResetProof): Promise<CodeRow> {
    const { platform, mails } = this.#parts;
    const judged = await platform.db.platformTx(async (tx) =>
      'token' in proof
        ? await mails.codes.find(tx, 'reset_password', proof.token)
        : await mails.codes.judge(tx, 'reset_password', proof.email.toLowerCase(), proof.code),
    );
    if (judged instanceof ProblemError) throw judged;
    if (!judged || judged.used_at) throw codeExpired();
    return judged;
  }

  /** A right code with a bad password stays of use. */
  async #requireGoodFor(row: CodeRow, userId: string, newPassword: string): Promise<void> {
    const { db } = this.#parts.platform;
    const known = await db.platformTx((tx) => selectKnownNames(tx, userId));
    try {
      requireGoodPassword('new_password', newPassword, known);
    } catch (refusal) {
      if (row.code) await db.platformTx((tx) => giveBackAttempt(tx, row));
      throw refusal;
    }
  }

  async #passwordSet(tx: Tx, user: UserRow, request: RequestInfo): Promise<void> {
    const { platform, sessions, mails } = this.#parts;
    await clearLoginAttempts(tx, platform.crypto.mac('account-name', user.email.toLowerCase()));
    // Whoever had the account may have begun to take its address too.
    await dropCodes(tx, user.id, ['change_email']);
    await endAllSessions(tx, { platform, sessions }, user, request, { action: 'account.password-reset' });
    const tenantId = await selectHomeTenant(tx, user.id);
    if (tenantId !== null) await mails.passwordChanged(tx, tenantId, user, request);
  }

  async #endReported(tx: Tx, row: CodeRow, request: RequestInfo): Promise<void> {
    const { platform, sessions } = this.#parts;
    const { tenant: tenantId, session: sessionId, device } = row.data;
    const { user_id: userId } = row;
    if (!tenantId || !sessionId || !device || userId === null) throw codeExpired();
    if (!(await useCode(tx, row))) return;
    await enterTenant(tx, tenantId);
    const member = await selectMember(tx, tenantId, userId);
    if (!member) throw codeExpired();
    const ended = await endSessions(tx, { tenantId, userId, sessionId }, 'revoked');
    await sessions.changed(tx, tenantId, ended);
    await forgetDevice(tx, userId, Buffer.from(device, 'base64url'));
    await recordEvent(tx, memberContext(platform, tenantId, member.user, request), {
      action: 'session.reported',
      resource: { type: 'session', id: sessionId },
      details: { ended: ended.length > 0 },
    });
  }

  async #recordAsked(user: UserRow, tenantId: string, request: RequestInfo): Promise<void> {
    const { platform } = this.#parts;
    await platform.db.tenant(tenantId).write((tx) =>
      recordEvent(tx, memberContext(platform, tenantId, user, request), {
        action: 'account.reset-requested',
        resource: { type: 'user', id: user.id, name: user.email },
      }),
    );
  }

  async #caller(tx: Tx, { actor, tenant }: Pick<Call, 'actor' | 'tenant'>): Promise<{ user: UserRow }> {
    const member = actor.id === null ? null : await selectMember(tx, tenant.id, actor.id);
    if (!member) throw problem('token_invalid');
    return member;
  }
}
