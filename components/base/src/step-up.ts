import { stepUp, stepUpOptions } from '@caas/contract/calls/mfa.js';
import type { Answer, Input } from '@caas/contract/endpoint.js';
import type { ApiClient } from './client.js';
import { ApiError } from './errors.js';

/** A way to prove afresh that it is you. */
export type StepUpMethod = Answer<typeof stepUpOptions>['methods'][number];
/** What proves it: one of its members. */
export type StepUpProof = Input<typeof stepUp>['body'];

/** The ways a refusal with `step_up_required` names; the gateway is asked where it names none. */
export async function stepUpMethods(client: ApiClient, refusal: ApiError): Promise<readonly StepUpMethod[]> {
  const named = (refusal.problem as { methods?: unknown } | null)?.methods;
  if (Array.isArray(named) && named.length > 0) return named as StepUpMethod[];
  return (await client.call(stepUpOptions)).methods;
}

/** Proves it; holds for this session for a few minutes. */
export async function prove(client: ApiClient, proof: StepUpProof): Promise<void> {
  await client.call(stepUp, { body: proof });
}

/** Proves it with a passkey: each try asks for a challenge of its own. Throws `cancelled` when the prompt was closed. */
export async function proveWithPasskey(client: ApiClient): Promise<void> {
  const { passkey } = await client.call(stepUpOptions);
  if (!passkey) throw new ApiError('passkeys_unavailable', 'There is no passkey to use here.');
  const { askPasskey } = await import('./passkey.js');
  await prove(client, { passkey: await askPasskey(passkey) });
}
