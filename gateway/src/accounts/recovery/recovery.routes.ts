import type { FastifyInstance } from 'fastify';
import {
  forgotPassword,
  reportSignIn,
  resendVerification,
  resetPassword,
  verifyEmail,
} from '@caas/contract/recovery.js';
import { requireSameSite } from '../same-site.js';
import type { Recovery } from './recovery.service.js';

/** Proving an address, forgotten passwords, and "this wasn't me". */
export function recoveryRoutes(app: FastifyInstance, recovery: Recovery): void {
  const { platform } = app;
  const { rates } = platform;

  app.mount(verifyEmail, async (call) => {
    await recovery.verifyEmail(call, call.body.code);
    return { status: 204 };
  });

  app.mount(resendVerification, async (call) => {
    await recovery.resendVerification(call);
    return { status: 202 };
  });

  app.mount(forgotPassword, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: false });
    rates.take('forgot', request.ip);
    await recovery.forgot(body.email, request);
    return { status: 202 };
  });

  app.mount(resetPassword, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: false });
    rates.take('code', request.ip);
    const { token, email = '', code = '', new_password } = body;
    await recovery.reset(token === undefined ? { email, code } : { token }, new_password, request);
    return { status: 204 };
  });

  app.mount(reportSignIn, async ({ body, request }) => {
    requireSameSite(request, platform, { proof: false });
    rates.take('code', request.ip);
    await recovery.report(body.token, request);
    return { status: 204 };
  });
}
