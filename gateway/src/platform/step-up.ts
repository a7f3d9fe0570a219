import type { STEP_UP_METHODS } from '@caas/contract/mfa.js';
import type { Actor, RequestInfo } from './call.js';
import { passkeyHost } from './passkey-host.js';
import { problem } from './problem.js';

/** How long a fresh proof counts, in seconds. */
export const FRESH_SECONDS = 300;

/** A way to prove afresh that it is you. */
export type StepUpMethod = (typeof STEP_UP_METHODS)[number];

/** The ways open to a caller: their second factors, or the password of a member without any. None for other callers. */
export function stepUpMethods({ proof }: Actor, request: Pick<RequestInfo, 'ownOrigin'>): StepUpMethod[] {
  if (!proof) return [];
  if (proof.factors.length === 0) return proof.password ? ['password'] : [];
  const usable = proof.factors.filter((factor) => factor !== 'passkey' || passkeyHost(request) !== null);
  return [...usable, 'recovery_code'];
}

/** A member who lacks the second factor their tenant requires can do no more than set one up. Throws `mfa_enrollment_required`. */
export function requireEnrolled({ proof }: Actor): void {
  if (!proof?.graceUntil || proof.graceUntil.getTime() > Date.now()) return;
  throw problem('mfa_enrollment_required', {
    detail: 'Your company requires a second factor. Set up an authenticator app or a passkey to go on.',
  });
}

/** Whether the session has proven itself within the last minutes. */
export function isFresh({ proof }: Actor): boolean {
  return proof !== undefined && proof.freshUntil > Date.now();
}

/**
 * Asks for a fresh proof before a sensitive act. Throws `step_up_required` with the `methods` the caller has.
 * With `factorsOnly` it asks only members who have a second factor: for acts that also work without one, and from embeds.
 */
export function requireFresh(
  { actor, request }: { actor: Actor; request: Pick<RequestInfo, 'ownOrigin'> },
  { factorsOnly = false }: { factorsOnly?: boolean } = {},
): void {
  if (isFresh(actor) || (factorsOnly && !actor.proof?.factors.length)) return;
  throw problem('step_up_required', {
    detail: 'Confirm that it is you, then do it again.',
    methods: stepUpMethods(actor, request),
  });
}
