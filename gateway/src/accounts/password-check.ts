import { recordEvent } from '../platform/audit.js';
import type { Call } from '../platform/call.js';
import type { Platform } from '../platform/platform.js';
import { problem } from '../platform/problem.js';
import { LOCK_MINUTES, clearLoginAttempts, selectMember, takeLoginAttempt } from './accounts.repository.js';
import type { Passwords } from './password.js';
import type { AccountMails } from './recovery/account-mails.js';

/** Asks a signed-in member for their password. Wrong ones count as at sign-in, so that no door is easier than the other. */
export class PasswordCheck {
  readonly #platform: Platform;
  readonly #passwords: Passwords;
  readonly #mails: AccountMails;

  constructor(platform: Platform, passwords: Passwords, mails: AccountMails) {
    this.#platform = platform;
    this.#passwords = passwords;
    this.#mails = mails;
  }

  /** Throws `password_wrong`, and `account_locked` after too many wrong ones. */
  async require(
    { actor, tenant, request }: Pick<Call, 'actor' | 'tenant' | 'request'>,
    password: string,
  ): Promise<void> {
    const { db, crypto } = this.#platform;
    const { id: userId } = actor;
    const member = userId === null ? null : await tenant.read((tx) => selectMember(tx, tenant.id, userId));
    if (!member) throw problem('token_invalid');
    const { user } = member;
    const account = crypto.mac('account-name', user.email.toLowerCase());
    const { lockedFor, last } = await db.platformTx((tx) => takeLoginAttempt(tx, account, user.email));
    if (lockedFor !== null) {
      throw problem('account_locked', {
        detail: `Too many wrong passwords. Try again in ${Math.ceil(lockedFor / 60)} min.`,
        retryAfter: lockedFor,
      });
    }
    if (await this.#passwords.verify(user.password_hash, password)) {
      await db.platformTx((tx) => clearLoginAttempts(tx, account));
      return;
    }
    await db.tenant(tenant.id).write(async (tx) => {
      await recordEvent(
        tx,
        { actor, tenant, request },
        {
          action: last ? 'account.locked' : 'session.password-refused',
          resource: { type: 'user', id: user.id, name: user.email },
          result: 'failure',
        },
      );
      if (last) await this.#mails.locked(tx, tenant.id, user, request, LOCK_MINUTES);
    });
    throw problem('password_wrong', { detail: 'This is not your password.' });
  }
}
