import { login, register, signInOptions } from '@caas/contract/calls/accounts.js';
import type { Answer, Input } from '@caas/contract/endpoint.js';
import type { mfaChallenge } from '@caas/contract/mfa.js';
import type { ApiClient } from '@caas/base/client.js';
import type { NewSession } from './account-element.js';
import '@caas/base/problem-error.js'; // a write that is refused says at once why

/** Which ways to sign in the gateway has. */
export type SignInOptions = Answer<typeof signInOptions>;

/** Somebody signed in: the refresh cookie came with the answer, the token is the caller's to keep. */
export interface SignedIn {
  session: NewSession;
  userId: string;
  tenantId: string;
}

/** The first factor was right, and a second one is asked for. Good for 5 minutes. */
export interface Challenge {
  token: string;
  methods: readonly ('totp' | 'recovery_code' | 'passkey')[];
}

export function signInOptionsOf(client: ApiClient, signal: AbortSignal): Promise<SignInOptions> {
  return client.call(signInOptions, {}, { signal });
}

/** Signs in, or as far as the second factor. */
export async function signIn(client: ApiClient, values: Input<typeof login>['body']): Promise<SignedIn | Challenge> {
  const answer = await client.call(login, { body: values });
  if ('mfa_required' in answer) return { token: answer.mfa_token, methods: answer.methods };
  return signedIn(answer);
}

/** What a finished sign-in hands to the page. */
export function signedIn(answer: Answer<typeof mfaChallenge>): SignedIn {
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
