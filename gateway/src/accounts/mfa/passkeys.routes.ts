import type { FastifyInstance } from 'fastify';
import {
  addPasskey,
  newPasskeyOptions,
  passkeySignIn,
  passkeySignInOptions,
  removePasskey,
  renamePasskey,
} from '@caas/contract/mfa.js';
import { recordEvent } from '../../platform/audit.js';
import { newId } from '../../platform/ids.js';
import { problem } from '../../platform/problem.js';
import { requireFresh } from '../../platform/step-up.js';
import { selectHomeTenant, selectMember } from '../accounts.repository.js';
import { requireSameSite } from '../same-site.js';
import { memberContext, type SignIn } from '../sign-in.js';
import { asMember, memberIds } from './member-context.js';
import { actAs } from './mfa.repository.js';
import type { Passkeys } from './passkeys.js';
import {
  deletePasskey,
  insertPasskey,
  renamePasskeyRow,
  selectPasskeyOwner,
  selectPasskeys,
} from './passkeys.repository.js';
import { toPasskey } from './passkeys.views.js';
import type { SecondFactor } from './second-factor.js';

const LIMIT = 20;

interface PasskeyParts {
  passkeys: Passkeys;
  factor: SecondFactor;
  signIn: SignIn;
}

/** The members' own passkeys, and signing in with one alone. */
export function passkeyRoutes(app: FastifyInstance, { passkeys, factor, signIn }: PasskeyParts): void {
  const { platform } = app;

  app.mount(newPasskeyOptions, async (call) => {
    requireFresh(call);
    const { user, present } = await call.tenant.read(async (tx) => {
      const { user } = await asMember(tx, call);
      return { user, present: await selectPasskeys(tx, user.id) };
    });
    const options = await passkeys.toAdd(memberIds(call).sessionId, user, present, call.request);
    return { status: 200, body: { options } };
  });

  app.mount(addPasskey, async (call) => {
    requireFresh(call);
    const { name, response } = call.body;
    const made = await passkeys.made(memberIds(call).sessionId, response, call.request);
    const body = await call.tenant.write(async (tx) => {
      const context = await asMember(tx, call);
      const { id: userId, mfa_enabled: hadFactor } = context.user;
      if ((await selectPasskeys(tx, userId)).length >= LIMIT)
        throw problem('quota_reached', { detail: `An account has ${LIMIT} passkeys at most.`, limit: LIMIT });
      const row = await insertPasskey(tx, { ...made, user_id: userId, name });
      if (!row) throw problem('passkey_invalid', { detail: 'This passkey is kept already.' });
      const codes = hadFactor ? null : await factor.renewCodes(tx, userId);
      await factor.changed(tx, context, { change: 'passkey_added', name, codes });
      return { ...toPasskey(row), ...(codes ? { recovery_codes: codes } : {}) };
    });
    return { status: 201, body };
  });

  app.mount(renamePasskey, async (call) => {
    const { params, body } = call;
    const row = await call.tenant.write(async (tx) => {
      const { user } = await asMember(tx, call);
      const renamed = await renamePasskeyRow(tx, user.id, params.id, body.name);
      if (!renamed) throw problem('not_found');
      await recordEvent(tx, call, {
        action: 'mfa.passkey-renamed',
        resource: { type: 'user', id: user.id, name: user.email },
        changes: [{ field: 'name', before: renamed.before, after: body.name }],
      });
      return renamed.row;
    });
    return { status: 200, body: toPasskey(row) };
  });

  app.mount(removePasskey, async (call) => {
    await call.tenant.write(async (tx) => {
      const context = await asMember(tx, call);
      const { user } = context;
      const removed = await deletePasskey(tx, user.id, call.params.id);
      if (!removed) throw problem('not_found');
      requireFresh(call);
      const others = await selectPasskeys(tx, user.id);
      if (call.actor.proof?.required && others.length === 0 && !user.second_factors.includes('totp'))
        throw problem('mfa_enforced', { detail: 'Your company requires a second factor. Set up another one first.' });
      await factor.changed(tx, context, { change: 'passkey_removed', name: removed.name });
    });
    return { status: 204 };
  });

  app.mount(passkeySignInOptions, async ({ request }) => {
    platform.rates.take('login', request.ip);
    const requestId = newId('pkr');
    return {
      status: 200,
      body: { request_id: requestId, options: await passkeys.toUse('sign-in', requestId, [], request) },
    };
  });

  app.mount(passkeySignIn, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: false });
    platform.rates.take('login', request.ip);
    const { request_id: requestId, response } = body;
    const challenge = await passkeys.take('sign-in', requestId);
    const credentialId = typeof response.id === 'string' ? response.id : '';
    const found = await platform.db.platformTx(async (tx) => {
      const userId = await selectPasskeyOwner(tx, credentialId);
      const tenantId = userId && (await selectHomeTenant(tx, userId));
      return userId && tenantId ? { userId, tenantId } : null;
    });
    if (!found) throw problem('passkey_invalid', { detail: 'This passkey is not known here. Sign in another way.' });
    const { userId, tenantId } = found;
    const result = await platform.db.tenant(tenantId).write(async (tx) => {
      await actAs(tx, userId);
      const member = await selectMember(tx, tenantId, userId);
      if (!member) return { refusal: problem('passkey_invalid') };
      if (member.tenant.status === 'suspended') return { refusal: problem('tenant_suspended') };
      if (await passkeys.answered(tx, userId, { challenge, response, alone: true }, request))
        return { member, open: await signIn.start(tx, member, request, { first: 'passkey' }) };
      const context = { ...memberContext(platform, tenantId, member.user, request), request, user: member.user };
      return { refusal: await factor.refusePasskey(tx, context) };
    });
    if ('refusal' in result) throw result.refusal;
    return signIn.answer(result.member, result.open);
  });
}
