import type { AuditContext } from '../../platform/audit.js';
import { recordEvent } from '../../platform/audit.js';
import type { RequestInfo } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import { queueMail, type MailContent } from '../../platform/mail.js';
import type { Platform } from '../../platform/platform.js';
import { problem, type ProblemError } from '../../platform/problem.js';
import type { SessionStore } from '../session-store.js';
import { clearRow, countFailure, lockAttempts } from './attempts.repository.js';
import {
  actAs,
  countRecoveryCodes,
  livingSessions,
  noteFactors,
  replaceRecoveryCodes,
  selectTotp,
  useRecoveryCode,
  useStep,
} from './mfa.repository.js';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.js';
import { acceptedStep } from './totp.js';

/** A member whose factors are in question, as the audit log and mails name them. */
export interface FactorContext extends AuditContext {
  readonly request: RequestInfo;
  readonly user: { readonly id: string; readonly email: string };
}

/** How a typed code was found. The refusal is thrown after the transaction, so that the count of wrong ones stays. */
export type Checked =
  | { readonly good: true; readonly factor: 'totp' | 'recovery_code' }
  | { readonly good: false; readonly refusal: (code: 'mfa_code_invalid' | 'code_invalid') => ProblemError };

type Change = Extract<MailContent, { kind: 'two_factor_changed' }>['change'];

/** Codes of members: checked, counted, recorded. */
export class SecondFactor {
  readonly #platform: Platform;
  readonly #sessions: SessionStore;

  constructor(platform: Platform, sessions: SessionStore) {
    this.#platform = platform;
    this.#sessions = sessions;
  }

  /** A secret as it is stored: sealed, and of use to this member only. */
  sealSecret(userId: string, secret: string): Buffer {
    return this.#platform.crypto.seal('totp-secret', `${userId} ${secret}`);
  }

  /** The secret behind {@link sealSecret}. */
  openSecret(userId: string, sealed: Buffer): string {
    const [owner, secret] = this.#platform.crypto.open('totp-secret', sealed).split(' ');
    if (owner !== userId || !secret) throw new Error('A two-factor secret belongs to another member');
    return secret;
  }

  /**
   * Checks a code of the app or a recovery code. Wrong ones of either kind count; too many lock codes of the app for a while,
   * never recovery codes, which nobody guesses: so a stranger's guesses don't shut the member out.
   */
  async check(
    tx: Tx,
    context: FactorContext,
    given: { code?: string | undefined; recovery_code?: string | undefined },
  ): Promise<Checked> {
    const userId = context.user.id;
    await actAs(tx, userId);
    const attempts = await lockAttempts(tx, userId);
    if (given.recovery_code !== undefined) {
      if (await useRecoveryCode(tx, userId, recoveryCodeHash(this.#platform.crypto, userId, given.recovery_code))) {
        await this.#recoveryCodeUsed(tx, context);
        await clearRow(tx, userId);
        return { good: true, factor: 'recovery_code' };
      }
    } else if (attempts.lockedFor === 0 && (await this.#codeFits(tx, userId, given.code ?? ''))) {
      await clearRow(tx, userId);
      return { good: true, factor: 'totp' };
    }
    if (attempts.lockedFor > 0) return { good: false, refusal: () => locked(attempts.lockedFor) };
    const left = await countFailure(tx, userId, attempts);
    await recordEvent(tx, context, {
      action: left === 0 ? 'mfa.locked' : 'mfa.code-refused',
      resource: { type: 'user', id: userId, name: context.user.email },
      result: 'failure',
    });
    if (left === 0) await this.#tellLocked(tx, context);
    return {
      good: false,
      refusal: (code) =>
        problem(code, {
          detail: left === 0 ? 'Too many wrong codes. Wait, or use a recovery code.' : 'This code is not right.',
          attempts_left: left,
        }),
    };
  }

  /** Records that a passkey was not accepted; the refusal is thrown after the transaction. */
  async refusePasskey(tx: Tx, context: FactorContext): Promise<ProblemError> {
    await recordEvent(tx, context, {
      action: 'mfa.passkey-refused',
      resource: { type: 'user', id: context.user.id, name: context.user.email },
      result: 'failure',
    });
    return problem('passkey_invalid', { detail: 'This passkey was not accepted. Try again, or use another way.' });
  }

  /** Ten new recovery codes in place of all others. */
  async renewCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await replaceRecoveryCodes(
      tx,
      userId,
      codes.map((code) => recoveryCodeHash(this.#platform.crypto, userId, code)),
    );
    return codes;
  }

  /**
   * What follows a change of a member's factors: they are noted on the member, codes of a member without any end, every process
   * learns of it, the log and the member are told.
   */
  async changed(
    tx: Tx,
    context: FactorContext,
    { change, name, codes = null }: { change: Change; name?: string; codes?: string[] | null },
  ): Promise<void> {
    const { id: tenantId } = context.tenant;
    const userId = context.user.id;
    const factors = await noteFactors(tx, userId);
    if (factors.length === 0) await replaceRecoveryCodes(tx, userId, []);
    await this.#sessions.changed(tx, tenantId, await livingSessions(tx, tenantId, userId));
    await recordEvent(tx, context, {
      action: `mfa.${change.replaceAll('_', '-')}`,
      resource: { type: 'user', id: userId, name: context.user.email },
      details: { ...(name === undefined ? {} : { passkey: name }), ...(codes ? { recovery_codes: codes.length } : {}) },
    });
    await this.#tell(tx, context, change, name);
  }

  async #codeFits(tx: Tx, userId: string, code: string): Promise<boolean> {
    const totp = await selectTotp(tx, userId);
    if (!totp) return false;
    const step = acceptedStep(this.openSecret(userId, totp.sealed), code);
    return step !== null && useStep(tx, userId, step);
  }

  async #recoveryCodeUsed(tx: Tx, context: FactorContext): Promise<void> {
    await recordEvent(tx, context, {
      action: 'mfa.recovery-code-used',
      resource: { type: 'user', id: context.user.id, name: context.user.email },
      details: { left: await countRecoveryCodes(tx, context.user.id) },
    });
    await this.#tell(tx, context, 'recovery_code_used');
  }

  async #tellLocked(tx: Tx, { user, tenant, request }: FactorContext): Promise<void> {
    await queueMail(tx, this.#platform, {
      to: user.email,
      userId: user.id,
      tenantId: tenant.id,
      content: {
        kind: 'two_factor_locked',
        at: new Date().toISOString(),
        place: { ip: request.ip, userAgent: request.userAgent },
        url: `${this.#platform.publicOrigin()}/forgot-password`,
      },
    });
  }

  async #tell(tx: Tx, context: FactorContext, change: Change, name?: string): Promise<void> {
    const { user, tenant, request } = context;
    await queueMail(tx, this.#platform, {
      to: user.email,
      userId: user.id,
      tenantId: tenant.id,
      content: {
        kind: 'two_factor_changed',
        change,
        ...(name === undefined ? {} : { name }),
        at: new Date().toISOString(),
        place: { ip: request.ip, userAgent: request.userAgent },
        url: `${this.#platform.publicOrigin()}/mfa`,
      },
    });
  }
}

function locked(seconds: number): ProblemError {
  return problem('account_locked', {
    detail: `Too many wrong codes. Use a recovery code or a passkey, or try again in ${Math.ceil(seconds / 60)} min.`,
    retryAfter: seconds,
  });
}
