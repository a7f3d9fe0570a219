import assert from 'node:assert/strict';
import { appCode } from './authenticator-app.js';
import type { TestGateway, TestTenant } from './gateway.js';

/** A company whose owner has set an authenticator app up. */
export interface Enrolled extends TestTenant {
  secret: string;
  /** Recovery codes. */
  codes: string[];
}

/** Registers one. The app is set up with the code of the step before, so that the present one is unused. */
export async function enrolled(gateway: TestGateway): Promise<Enrolled> {
  const tenant = await gateway.registerTenant();
  const { secret } = (await tenant.api.post<{ secret: string }>('/v1/admin/mfa/setup')).body;
  const { body, status } = await tenant.api.post<{ recovery_codes: string[] }>('/v1/admin/mfa/verify', {
    code: appCode(secret, { steps: -1 }),
  });
  assert.equal(status, 200);
  return { ...tenant, secret, codes: body.recovery_codes };
}

/** Gives the right password; what is left is the second step. */
export async function firstStep(
  gateway: TestGateway,
  { email, password }: Pick<TestTenant, 'email' | 'password'>,
): Promise<string> {
  const { body } = await gateway.client().post<{ mfa_token: string }>('/api/v1/auth/client/login', { email, password });
  assert.ok(body.mfa_token);
  return body.mfa_token;
}

/** Several sign-ins that wait, begun one after the other: many at once would look like guesses. */
export async function firstSteps(
  gateway: TestGateway,
  member: Pick<TestTenant, 'email' | 'password'>,
  count: number,
): Promise<string[]> {
  const tokens: string[] = [];
  while (tokens.length < count) tokens.push(await firstStep(gateway, member));
  return tokens;
}

/** Lets the freshness of a member's sessions run out. It shows within a second. */
export async function goStale(gateway: TestGateway, userId: string): Promise<void> {
  await gateway.sql('update console_sessions set fresh_until = null where user_id = $1', [userId]);
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
