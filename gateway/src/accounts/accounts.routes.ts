import type { FastifyInstance } from 'fastify';
import { login, logout, me, refresh, register } from '@caas/contract/accounts.js';
import { problem } from '../platform/problem.js';
import { SessionActivity } from '../platform/session-activity.js';
import { AccessTokens } from './access-token.js';
import { Accounts } from './accounts.service.js';
import { selectMember, selectTenant } from './accounts.repository.js';
import { toTenant, toUser } from './accounts.views.js';
import { Background } from './background.js';
import { consoleResolver } from './console-credential.js';
import { challengeRoutes } from './mfa/challenge.routes.js';
import { mfaRoutes } from './mfa/mfa.routes.js';
import { Passkeys } from './mfa/passkeys.js';
import { passkeyRoutes } from './mfa/passkeys.routes.js';
import { SecondFactor } from './mfa/second-factor.js';
import { securityPolicyRoutes } from './mfa/security-policy.routes.js';
import { SecondStep } from './mfa/second-step.js';
import { stepUpRoutes } from './mfa/step-up.routes.js';
import { oauthRoutes } from './oauth/oauth.routes.js';
import { OAuth } from './oauth/oauth.service.js';
import { PasswordCheck } from './password-check.js';
import { requireGoodPassword } from './password-policy.js';
import { Passwords } from './password.js';
import { profileRoutes } from './profile/profile.routes.js';
import { Profiles } from './profile/profile.service.js';
import { AccountMails } from './recovery/account-mails.js';
import { recoveryRoutes } from './recovery/recovery.routes.js';
import { Recovery } from './recovery/recovery.service.js';
import { requireSameSite } from './same-site.js';
import { SessionStore } from './session-store.js';
import { DROP_REFRESH, REFRESH_COOKIE, SignIn, sessionCookies } from './sign-in.js';

/** Registration, sign-in and console sessions. Also brings the check of console access tokens. */
export async function accountsRoutes(app: FastifyInstance): Promise<void> {
  const { platform } = app;
  const { config, rates } = platform;
  const tokens = await AccessTokens.load(platform);
  const sessions = new SessionStore(platform);
  const activity = new SessionActivity(platform, 'console_sessions');
  const mails = new AccountMails(platform);
  const background = new Background(platform.log);
  const signIn = new SignIn(platform, tokens, mails);
  const passwords = new Passwords();
  const factor = new SecondFactor(platform, sessions);
  const passkeys = new Passkeys(platform);
  const steps = new SecondStep(platform, signIn, factor, passkeys);
  const accounts = new Accounts({ platform, passwords, sessions, signIn, steps, mails, background });
  platform.credentials.register('console', consoleResolver(tokens, sessions, activity));
  activity.start();
  app.addHook('onClose', async () => {
    await background.settled();
    await activity.stop();
  });

  challengeRoutes(app, { steps, signIn });
  mfaRoutes(app, { factor });
  passkeyRoutes(app, { passkeys, factor, signIn });
  const check = new PasswordCheck(platform, passwords, mails);
  const recovery = { platform, passwords, sessions, mails, background };
  recoveryRoutes(app, new Recovery(recovery));
  profileRoutes(app, new Profiles({ ...recovery, check }));
  securityPolicyRoutes(app);
  oauthRoutes(app, { oauth: new OAuth(platform, signIn, steps, sessions) });
  stepUpRoutes(app, { factor, passkeys, sessions, passwords: check });

  app.mount(register, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: false });
    if (config.registration === 'invite')
      throw problem('registration_closed', { detail: 'Ask an administrator for an invitation.' });
    rates.take('register', request.ip);
    requireGoodPassword('password', body.password, [body.company_name, body.email, body.name ?? '']);
    const { member, open, key, secret } = await accounts.register(
      {
        companyName: body.company_name,
        email: body.email,
        password: body.password,
        name: body.name || null,
        plan: body.plan,
      },
      request,
    );
    return {
      status: 201,
      body: {
        client_id: member.tenant.id,
        api_key: secret,
        key,
        ...(await signIn.token(member, open.sessionId)),
        user: toUser(member),
        tenant: toTenant(member.tenant),
      },
      cookies: sessionCookies(open),
    };
  });

  app.mount(login, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: false });
    rates.take('login', request.ip);
    const result = await accounts.login(body.email, body.password, request);
    if ('needed' in result) return { status: 200, body: result.needed };
    return signIn.answer(result.member, result.open);
  });

  app.mount(refresh, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: true });
    rates.take('refresh', request.ip);
    const cookie = request.cookies[REFRESH_COOKIE];
    if (body?.optional && cookie === undefined) return { status: 204 };
    const { userId, tenantId, open } = await accounts.refresh(cookie, request);
    const member = await platform.db.tenant(tenantId).read((tx) => selectMember(tx, tenantId, userId));
    if (!member) throw problem('session_expired', { detail: 'Sign in again.' });
    return { status: 200, body: await signIn.token(member, open.sessionId), cookies: sessionCookies(open) };
  });

  app.mount(logout, async (call) => {
    const everywhere = call.body?.everywhere ?? false;
    const byToken = call.actor.type === 'user';
    requireSameSite(call.request, platform, { proof: !byToken });
    if (byToken) await accounts.logout(call, everywhere);
    else if (call.request.cookies[REFRESH_COOKIE] === undefined)
      throw problem('session_expired', { detail: 'Nobody is signed in.' });
    else await accounts.logoutByCookie(call.request.cookies[REFRESH_COOKIE], everywhere, call.request);
    return { status: 204, cookies: [DROP_REFRESH] };
  });

  app.mount(me, async ({ actor, tenant }) => {
    const { member, row } = await tenant.read(async (tx) => ({
      member: actor.type === 'user' && actor.id ? await selectMember(tx, tenant.id, actor.id) : null,
      row: await selectTenant(tx, tenant.id),
    }));
    return {
      status: 200,
      body: {
        user: member && toUser(member),
        actor: { id: actor.id ?? '', name: actor.name },
        tenant: toTenant(row),
        role: actor.role ?? null,
        permissions: [...actor.permissions],
        mfa_enabled: member?.user.mfa_enabled ?? false,
        mfa: actor.proof
          ? { required: actor.proof.required, grace_until: actor.proof.graceUntil?.toISOString() ?? null }
          : null,
        email_verified: member?.user.email_verified ?? false,
      },
    };
  });
}
