import type { FastifyInstance } from 'fastify';
import { disableMfa, getMfa, renewRecoveryCodes, setupMfa, verifyMfa } from '@caas/contract/mfa.js';
import { passkeyHost } from '../../platform/passkey-host.js';
import { problem, type ProblemError } from '../../platform/problem.js';
import { requireFresh } from '../../platform/step-up.js';
import { asMember } from './member-context.js';
import { countRecoveryCodes, deleteTotp, enableTotp, keepSetup, selectTotp, takeSetup } from './mfa.repository.js';
import { selectPasskeys } from './passkeys.repository.js';
import { toPasskey } from './passkeys.views.js';
import { requireOne } from './require-one.js';
import type { SecondFactor } from './second-factor.js';
import { acceptedStep, newTotpSecret, otpauthUri } from './totp.js';

function alreadyOn(): ProblemError {
  return problem('wrong_state', { detail: 'An authenticator app is set up already. Turn it off first.' });
}

function notOn(): ProblemError {
  return problem('wrong_state', { detail: 'No authenticator app is set up.' });
}

/** The members' own authenticator app and recovery codes. */
export function mfaRoutes(app: FastifyInstance, { factor }: { factor: SecondFactor }): void {
  app.mount(getMfa, async (call) => {
    const { actor, tenant, request } = call;
    const { totp, left, passkeys } = await tenant.read(async (tx) => {
      const { user } = await asMember(tx, call);
      return {
        totp: await selectTotp(tx, user.id),
        left: await countRecoveryCodes(tx, user.id),
        passkeys: await selectPasskeys(tx, user.id),
      };
    });
    return {
      status: 200,
      body: {
        enabled: totp !== null,
        since: totp?.enabled_at.toISOString() ?? null,
        recovery_codes_left: left,
        enforced: actor.proof?.required ?? false,
        grace_until: actor.proof?.graceUntil?.toISOString() ?? null,
        passkeys: passkeys.map(toPasskey),
        passkey_host: passkeyHost(request),
      },
    };
  });

  app.mount(setupMfa, async (call) => {
    // Else whoever finds an open console could lock its member out.
    requireFresh(call);
    const secret = newTotpSecret();
    const { expiresAt, account } = await call.tenant.write(async (tx) => {
      const { user } = await asMember(tx, call);
      if (await selectTotp(tx, user.id)) throw alreadyOn();
      return {
        expiresAt: await keepSetup(tx, user.id, factor.sealSecret(user.id, secret)),
        account: user.email,
      };
    });
    return {
      status: 200,
      body: { secret, otpauth_uri: otpauthUri(secret, account), expires_at: expiresAt.toISOString() },
    };
  });

  app.mount(verifyMfa, async (call) => {
    const result = await call.tenant.write(async (tx) => {
      const context = await asMember(tx, call);
      const { id } = context.user;
      const setup = await takeSetup(tx, id);
      if (!setup)
        return { refusal: problem('mfa_setup_expired', { detail: 'The set-up took too long. Start it again.' }) };
      const step = acceptedStep(factor.openSecret(id, setup.sealed), call.body.code);
      if (step === null)
        return { refusal: problem('code_invalid', { detail: 'This code is not right.', attempts_left: setup.left }) };
      if (!(await enableTotp(tx, id, setup.sealed, step))) return { refusal: alreadyOn() };
      const codes = await factor.renewCodes(tx, id);
      await factor.changed(tx, context, { change: 'totp_added', codes });
      return { codes };
    });
    if (result.refusal) throw result.refusal;
    return { status: 200, body: { enabled: true as const, recovery_codes: result.codes } };
  });

  app.mount(renewRecoveryCodes, async (call) => {
    const { code } = call.body;
    const result = await call.tenant.write(async (tx) => {
      const context = await asMember(tx, call);
      if (!context.user.mfa_enabled)
        throw problem('wrong_state', { detail: 'Recovery codes come with a second factor. Set one up first.' });
      if (code === undefined) requireFresh(call);
      else {
        const checked = await factor.check(tx, context, { code });
        if (!checked.good) return { refusal: checked.refusal('code_invalid') };
      }
      const codes = await factor.renewCodes(tx, context.user.id);
      await factor.changed(tx, context, { change: 'recovery_codes_renewed', codes });
      return { codes };
    });
    if (result.refusal) throw result.refusal;
    return { status: 200, body: { recovery_codes: result.codes } };
  });

  app.mount(disableMfa, async (call) => {
    requireOne(call.body, ['code', 'recovery_code']);
    const refusal = await call.tenant.write(async (tx) => {
      const context = await asMember(tx, call);
      const { user } = context;
      if (!(await selectTotp(tx, user.id))) throw notOn();
      if (call.actor.proof?.required && !user.second_factors.includes('passkey'))
        throw problem('mfa_enforced', { detail: 'Your company requires a second factor. Add a passkey first.' });
      const checked = await factor.check(tx, context, call.body);
      if (!checked.good) return checked.refusal('code_invalid');
      await deleteTotp(tx, user.id);
      await factor.changed(tx, context, { change: 'totp_removed' });
      return null;
    });
    if (refusal) throw refusal;
    return { status: 204 };
  });
}
