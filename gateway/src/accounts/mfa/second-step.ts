import { randomBytes } from 'node:crypto';
import type { MfaNeeded } from '@caas/contract/accounts.js';
import type * as z from 'zod/mini';
import type { RequestInfo } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import { passkeyHost } from '../../platform/passkey-host.js';
import type { Platform } from '../../platform/platform.js';
import { problem, type ProblemError } from '../../platform/problem.js';
import { selectHomeTenant, selectMember, type Member } from '../accounts.repository.js';
import { memberContext, type OpenSession, type SignIn } from '../sign-in.js';
import { actAs } from './mfa.repository.js';
import type { Passkeys, WebAuthnRecord } from './passkeys.js';
import { selectPasskeys } from './passkeys.repository.js';
import type { SecondFactor } from './second-factor.js';
import { deleteStep, insertStep, selectStep, type FirstProof } from './sign-in-steps.repository.js';

/** What the second step of a sign-in may bring: one of the three. */
export interface SecondProof {
  code?: string | undefined;
  recovery_code?: string | undefined;
  passkey?: WebAuthnRecord | undefined;
}

type Finished = { member: Member; open: OpenSession } | { refusal: ProblemError };

function unknownToken(): ProblemError {
  return problem('mfa_token_invalid', { detail: 'This sign-in took too long or was finished. Start again.' });
}

/** The second step of signing in: between the first proof and the session there is nothing but a token for this step. */
export class SecondStep {
  readonly #platform: Platform;
  readonly #signIn: SignIn;
  readonly #factor: SecondFactor;
  readonly #passkeys: Passkeys;

  constructor(platform: Platform, signIn: SignIn, factor: SecondFactor, passkeys: Passkeys) {
    this.#platform = platform;
    this.#signIn = signIn;
    this.#factor = factor;
    this.#passkeys = passkeys;
  }

  /**
   * Asks for the second step where the member has one; null: the first proof was enough. Throws `ip_not_allowed`: nobody is asked for
   * a code where none would let them in.
   */
  async begin(
    tx: Tx,
    member: Member,
    first: FirstProof,
    request: RequestInfo,
  ): Promise<z.output<typeof MfaNeeded> | null> {
    const { user } = member;
    if (!user.mfa_enabled) return null;
    await this.#signIn.requireAddress(tx, member, request);
    const token = `mfa_${randomBytes(32).toString('base64url')}`;
    await insertStep(tx, this.#hash(token), user.id, first);
    const usable = user.second_factors.filter((factor) => factor !== 'passkey' || passkeyHost(request) !== null);
    return { mfa_required: true, mfa_token: token, methods: [...usable, 'recovery_code'] };
  }

  /** The passkey prompt of a waiting sign-in. Throws `mfa_token_invalid` and `passkeys_unavailable`. */
  async passkeyPrompt(token: string, request: RequestInfo): Promise<WebAuthnRecord> {
    const hash = this.#hash(token);
    const { userId, tenantId } = await this.#find(hash);
    const present = await this.#platform.db.tenant(tenantId).read(async (tx) => {
      await actAs(tx, userId);
      return selectPasskeys(tx, userId);
    });
    if (present.length === 0) throw problem('passkeys_unavailable', { detail: 'This account has no passkey.' });
    return this.#passkeys.toUse('second-step', hash.toString('hex'), present, request);
  }

  /**
   * Finishes a sign-in. Throws `mfa_token_invalid`, `mfa_code_invalid`, `passkey_invalid`, `account_locked`,
   * `ip_not_allowed` and `tenant_suspended`. A wrong answer leaves the sign-in waiting.
   */
  async finish(
    token: string,
    given: SecondProof,
    request: RequestInfo,
  ): Promise<{ member: Member; open: OpenSession }> {
    const hash = this.#hash(token);
    const { userId, tenantId } = await this.#find(hash);
    const challenge = given.passkey ? await this.#passkeys.take('second-step', hash.toString('hex')) : '';
    const finished = await this.#platform.db.tenant(tenantId).write(async (tx): Promise<Finished> => {
      const step = await selectStep(tx, hash, { lock: true });
      const member = step && (await selectMember(tx, tenantId, userId));
      if (!step || !member) return { refusal: unknownToken() };
      if (member.tenant.status === 'suspended') return { refusal: problem('tenant_suspended') };
      const { user } = member;
      let second: 'totp' | 'recovery_code' | 'passkey' = 'passkey';
      const context = { ...memberContext(this.#platform, tenantId, user, request), request, user };
      if (given.passkey) {
        await actAs(tx, userId);
        const answer = { challenge, response: given.passkey, alone: false };
        if (!(await this.#passkeys.answered(tx, userId, answer, request)))
          return { refusal: await this.#factor.refusePasskey(tx, context) };
      } else {
        const checked = await this.#factor.check(tx, context, given);
        if (!checked.good) return { refusal: checked.refusal('mfa_code_invalid') };
        second = checked.factor;
      }
      await deleteStep(tx, hash);
      return { member, open: await this.#signIn.start(tx, member, request, { first: step.first, second }) };
    });
    if ('refusal' in finished) throw finished.refusal;
    return finished;
  }

  /** Whose sign-in waits, and where they sign in to. */
  async #find(hash: Buffer): Promise<{ userId: string; tenantId: string }> {
    return this.#platform.db.platformTx(async (tx) => {
      const step = await selectStep(tx, hash);
      const tenantId = step && (await selectHomeTenant(tx, step.user_id));
      if (!step || tenantId === null) throw unknownToken();
      return { userId: step.user_id, tenantId };
    });
  }

  #hash(token: string): Buffer {
    return this.#platform.crypto.mac('sign-in-step', token);
  }
}
