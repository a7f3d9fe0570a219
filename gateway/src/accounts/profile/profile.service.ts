import { randomBytes } from 'node:crypto';
import type { Answer, Input } from '@caas/contract/endpoint.js';
import type { Profile as ProfileView, changePassword, getProfile, updateProfile } from '@caas/contract/profile.js';
import { recordEvent } from '../../platform/audit.js';
import type { Tx } from '../../platform/db.js';
import { ProblemError, problem } from '../../platform/problem.js';
import { requireFresh } from '../../platform/step-up.js';
import type { UserRow } from '../accounts.repository.js';
import { avatarUrl } from '../accounts.views.js';
import { asMember, type MemberCall } from '../mfa/member-context.js';
import { selectProviders } from '../oauth/oauth.repository.js';
import type { PasswordCheck } from '../password-check.js';
import { requireGoodPassword } from '../password-policy.js';
import { dropCodes, selectCode, useCode } from '../recovery/codes.repository.js';
import { endAllSessions } from '../recovery/end-sessions.js';
import { codeExpired } from '../recovery/mailed-codes.js';
import { selectKnownNames, selectUserByEmail, setPassword } from '../recovery/members.repository.js';
import type { RecoveryParts } from '../recovery/recovery.service.js';
import { readPicture } from './avatar.js';
import { toLocale, toTimezone } from './locales.js';
import { isEmailTaken, replaceAvatar, replaceEmail, updateUser } from './profile.repository.js';

/** What profiles work with. */
export interface ProfileParts extends RecoveryParts {
  readonly check: PasswordCheck;
}

type Changes = Input<typeof updateProfile>['body'];

const emailTaken = (): ProblemError => problem('email_taken', { detail: 'Another account has this address.' });
const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What members say of themselves, and their own password. */
export class Profiles {
  readonly #parts: ProfileParts;

  constructor(parts: ProfileParts) {
    this.#parts = parts;
  }

  /** The caller's profile. */
  read(call: MemberCall): Promise<Answer<typeof getProfile>> {
    return call.tenant.read(async (tx) => this.#view(tx, (await asMember(tx, call)).user));
  }

  /**
   * Changes what is given. A new address waits for the code that is mailed to it; the present one is told. Throws
   * `version_conflict`, `email_taken`, `rate_limited` and, for a new address, `step_up_required`.
   */
  async update(call: MemberCall, { version, ...changes }: Changes): Promise<ProfileView> {
    const set = {
      ...(changes.name === undefined ? {} : { name: changes.name }),
      ...(changes.locale === undefined ? {} : { locale: changes.locale && toLocale(changes.locale) }),
      ...(changes.timezone === undefined ? {} : { timezone: changes.timezone && toTimezone(changes.timezone) }),
    };
    if (changes.email !== undefined) await this.#requireFree(call, changes.email);
    return call.tenant.write(async (tx) => {
      const { user: before } = await asMember(tx, call);
      const user = await updateUser(tx, before.id, version, set);
      if (!user)
        throw problem('version_conflict', {
          detail: 'Your profile was changed elsewhere meanwhile.',
          current: await this.#view(tx, before),
        });
      const changed = (['name', 'locale', 'timezone'] as const).filter((field) => before[field] !== user[field]);
      if (changed.length)
        await recordEvent(tx, call, {
          action: 'user.profile-updated',
          resource: { type: 'user', id: user.id, name: user.email },
          changes: changed.map((field) => ({ field, before: before[field], after: user[field] })),
        });
      if (changes.email !== undefined) await this.#askForEmail(tx, call, user, changes.email);
      return this.#view(tx, user);
    });
  }

  /** Takes the new address into use. Throws `code_invalid`, `code_expired` and `email_taken`. */
  async confirmEmail(call: MemberCall, code: string): Promise<ProfileView> {
    const { platform, mails } = this.#parts;
    const judged = await platform.db.platformTx((tx) =>
      mails.codes.judge(tx, 'change_email', call.actor.id ?? '', code),
    );
    if (judged instanceof ProblemError) throw judged;
    return call.tenant
      .write(async (tx) => {
        const { user: before } = await asMember(tx, call);
        if (judged.email === null || !(await useCode(tx, judged))) throw codeExpired();
        const user = await replaceEmail(tx, before.id, judged.email);
        if (!user) throw codeExpired();
        // Codes that wait in the old mailbox open nothing any more.
        await dropCodes(tx, user.id, ['verify_email', 'reset_password', 'change_email']);
        await recordEvent(tx, call, {
          action: 'user.email-changed',
          resource: { type: 'user', id: user.id, name: user.email },
          changes: [{ field: 'email', before: before.email, after: user.email }],
        });
        await mails.emailChange(tx, call.tenant.id, before, user.email, 'email_changed');
        return this.#view(tx, user);
      })
      .catch((error: unknown) => {
        throw isEmailTaken(error) ? emailTaken() : error;
      });
  }

  /**
   * Changes the caller's password and ends all their other sessions. Throws `password_wrong`, `account_locked`, and
   * `step_up_required` for a member who has none yet.
   */
  async changePassword(call: MemberCall, body: Input<typeof changePassword>['body']): Promise<void> {
    const { platform, passwords, mails, check } = this.#parts;
    if (!call.actor.proof?.password) requireFresh(call);
    else if (body.current_password === undefined)
      throw problem('password_wrong', { detail: 'Type your present password.' });
    else await check.require(call, body.current_password);
    const userId = call.actor.id ?? '';
    const known = await platform.db.platformTx((tx) => selectKnownNames(tx, userId));
    requireGoodPassword('new_password', body.new_password, known);
    const hash = await passwords.hash(body.new_password);
    await call.tenant.write(async (tx) => {
      await asMember(tx, call);
      const user = await setPassword(tx, userId, hash);
      if (!user) throw problem('token_invalid');
      await dropCodes(tx, userId, ['reset_password']);
      await endAllSessions(tx, this.#parts, user, call.request, {
        action: 'account.password-changed',
        keep: { tenantId: call.tenant.id, sessionId: call.actor.sessionId ?? '' },
      });
      await mails.passwordChanged(tx, call.tenant.id, user, call.request);
    });
  }

  /** Sets the caller's picture from base64; null removes it. Throws `unsupported_media_type` and `payload_too_large`. */
  setPicture(call: MemberCall, text: string | null): Promise<ProfileView> {
    const picture = text === null ? null : { token: randomBytes(16).toString('base64url'), ...readPicture(text) };
    return call.tenant.write(async (tx) => {
      const { user: before } = await asMember(tx, call);
      const user = await replaceAvatar(tx, before.id, picture);
      if (!user) throw problem('token_invalid');
      if (picture !== null || before.avatar_token !== null)
        await recordEvent(tx, call, {
          action: picture ? 'user.avatar-changed' : 'user.avatar-removed',
          resource: { type: 'user', id: user.id, name: user.email },
        });
      return this.#view(tx, user);
    });
  }

  async #requireFree(call: MemberCall, email: string): Promise<void> {
    const { db } = this.#parts.platform;
    const owner = await db.platformTx((tx) => selectUserByEmail(tx, email));
    if (owner?.id === call.actor.id) return;
    requireFresh(call);
    if (owner) throw emailTaken();
  }

  async #askForEmail(tx: Tx, call: MemberCall, user: UserRow, email: string): Promise<void> {
    const { mails } = this.#parts;
    if (sameAddress(email, user.email)) return dropCodes(tx, user.id, ['change_email']);
    const wait = await mails.changeEmail(tx, call.tenant.id, user, email);
    if (wait !== null)
      throw problem('rate_limited', { detail: `Another code can be sent in ${wait} s.`, retryAfter: wait });
    await mails.emailChange(tx, call.tenant.id, user, email, 'email_change_asked');
    await recordEvent(tx, call, {
      action: 'user.email-change-asked',
      resource: { type: 'user', id: user.id, name: user.email },
      details: { email },
    });
  }

  async #view(tx: Tx, user: UserRow): Promise<ProfileView> {
    const { mails } = this.#parts;
    const pending = await selectCode(tx, 'change_email', mails.codes.subject('change_email', user.id));
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      email_verified: user.email_verified,
      pending_email: pending?.email ?? null,
      avatar_url: avatarUrl(user),
      locale: user.locale,
      timezone: user.timezone,
      has_password: user.password_hash !== null,
      providers: await selectProviders(tx, user.id),
      version: user.version,
    };
  }
}
