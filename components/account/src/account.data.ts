import { login, register } from '@caas/contract/calls/accounts.js';
import type { Answer, Input } from '@caas/contract/endpoint.js';
import type { ApiClient } from '@caas/base/client.js';
import type { NewSession } from './account-element.js';
import '@caas/base/problem-error.js'; // a write that is refused says at once why

/** Signs in. The refresh cookie comes with the answer; the token is the caller's to keep. */
export async function signIn(
  client: ApiClient,
  values: Input<typeof login>['body'],
): Promise<{ session: NewSession; userId: string; tenantId: string }> {
  const answer = await client.call(login, { body: values });
  if ('mfa_required' in answer) throw new Error('This account asks for a second factor, which this version cannot give.');
  return { session: sessionOf(answer), userId: answer.user.id, tenantId: answer.tenant.id };
}

/** What registration made. `secret` is null when a repeated request answers without it. */
export interface Registered {
  session: NewSession;
  userId: string;
  tenantId: string;
  key: { id: string; name: string };
  secret: string | null;
}

/** Registers a company. Repeats of one attempt share `idempotencyKey`, so that a lost answer makes no second account. */
export async function registerCompany(
  client: ApiClient,
  values: Input<typeof register>['body'],
  idempotencyKey: string,
): Promise<Registered> {
  const answer = await client.call(register, { body: values }, { idempotencyKey });
  return {
    session: sessionOf(answer),
    userId: answer.user.id,
    tenantId: answer.tenant.id,
    key: { id: answer.key.id, name: answer.key.name },
    secret: answer.api_key ?? null,
  };
}

function sessionOf(answer: Pick<Answer<typeof register>, 'access_token' | 'expires_in'>): NewSession {
  return { token: answer.access_token, expires_in: answer.expires_in };
}
