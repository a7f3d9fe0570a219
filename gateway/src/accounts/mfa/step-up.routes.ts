import type { FastifyInstance } from 'fastify';
import { stepUp, stepUpOptions } from '@caas/contract/mfa.js';
import { recordEvent } from '../../platform/audit.js';
import type { Tx } from '../../platform/db.js';
import { problem, type ProblemError } from '../../platform/problem.js';
import { FRESH_SECONDS, stepUpMethods } from '../../platform/step-up.js';
import type { PasswordCheck } from '../password-check.js';
import type { SessionStore } from '../session-store.js';
import { markFresh } from '../sessions.repository.js';
import { asMember, memberIds } from './member-context.js';
import type { Passkeys } from './passkeys.js';
import { selectPasskeys } from './passkeys.repository.js';
import { requireOne } from './require-one.js';
import type { FactorContext, SecondFactor } from './second-factor.js';

interface StepUpParts {
  factor: SecondFactor;
  passkeys: Passkeys;
  sessions: SessionStore;
  passwords: PasswordCheck;
}

type Method = 'totp' | 'recovery_code' | 'passkey' | 'password';

/** Proving afresh that it is you, before a sensitive act. */
export function stepUpRoutes(app: FastifyInstance, { factor, passkeys, sessions, passwords }: StepUpParts): void {
  app.mount(stepUpOptions, async (call) => {
    const methods = stepUpMethods(call.actor, call.request);
    if (!methods.includes('passkey')) return { status: 200, body: { methods } };
    const present = await call.tenant.read(async (tx) => {
      const { user } = await asMember(tx, call);
      return selectPasskeys(tx, user.id);
    });
    const passkey = await passkeys.toUse('step-up', memberIds(call).sessionId, present, call.request);
    return { status: 200, body: { methods, passkey } };
  });

  app.mount(stepUp, async (call) => {
    const { body, actor, tenant, request } = call;
    requireOne(body, ['code', 'recovery_code', 'passkey', 'password']);
    const { userId, sessionId } = memberIds(call);
    if (body.password !== undefined) {
      // A thief of the password alone must not get what a second factor guards.
      if (actor.proof?.factors.length)
        throw problem('password_wrong', {
          detail: 'Confirm with your second factor; the password does not count here.',
        });
      await passwords.require(call, body.password);
    }
    const challenge = body.passkey ? await passkeys.take('step-up', sessionId) : '';

    const prove = async (tx: Tx, context: FactorContext): Promise<Method | ProblemError> => {
      if (body.password !== undefined) return 'password';
      if (body.passkey) {
        const answer = { challenge, response: body.passkey, alone: false };
        return (await passkeys.answered(tx, userId, answer, request)) ? 'passkey' : factor.refusePasskey(tx, context);
      }
      const checked = await factor.check(tx, context, body);
      return checked.good ? checked.factor : checked.refusal('code_invalid');
    };

    const outcome = await tenant.write(async (tx) => {
      const context = await asMember(tx, call);
      const method = await prove(tx, context);
      if (typeof method !== 'string') return method;
      const freshUntil = await markFresh(tx, tenant.id, sessionId, FRESH_SECONDS);
      await sessions.changed(tx, tenant.id, [sessionId]);
      await recordEvent(tx, call, {
        action: 'session.stepped-up',
        resource: { type: 'session', id: sessionId },
        details: { by: method },
      });
      return freshUntil;
    });
    if (!(outcome instanceof Date)) throw outcome;
    return { status: 200, body: { fresh_until: outcome.toISOString() } };
  });
}
