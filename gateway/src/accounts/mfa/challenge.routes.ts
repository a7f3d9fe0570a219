import type { FastifyInstance } from 'fastify';
import { mfaChallenge, mfaChallengePasskey } from '@caas/contract/mfa.js';
import { requireSameSite } from '../same-site.js';
import type { SignIn } from '../sign-in.js';
import { requireOne } from './require-one.js';
import type { SecondStep } from './second-step.js';

/** The second step of a sign-in. */
export function challengeRoutes(app: FastifyInstance, { steps, signIn }: { steps: SecondStep; signIn: SignIn }): void {
  const { platform } = app;

  app.mount(mfaChallenge, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: false });
    platform.rates.take('login', request.ip);
    const { mfa_token: token, ...given } = body;
    requireOne(given, ['code', 'recovery_code', 'passkey']);
    const { member, open } = await steps.finish(token, given, request);
    return signIn.answer(member, open);
  });

  app.mount(mfaChallengePasskey, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: false });
    platform.rates.take('login', request.ip);
    return { status: 200, body: { options: await steps.passkeyPrompt(body.mfa_token, request) } };
  });
}
