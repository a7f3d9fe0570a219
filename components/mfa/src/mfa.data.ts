import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import type { Passkey } from '@caas/contract/mfa.js';
import type { Answer } from '@caas/contract/endpoint.js';
import {
  addPasskey,
  disableMfa,
  getMfa,
  newPasskeyOptions,
  removePasskey,
  renamePasskey,
  renewRecoveryCodes,
  setupMfa,
  verifyMfa,
} from '@caas/contract/calls/mfa.js';
import { newIdempotencyKey, type ApiClient } from '@caas/base/client.js';
import { ApiError } from '@caas/base/errors.js';
import type { Query } from '@caas/base/query.controller.js';

/** A member's own second factors. */
export type MfaState = Answer<typeof getMfa>;
/** A secret that waits for its first code. */
export type MfaSetup = Answer<typeof setupMfa>;
type Options = Answer<typeof newPasskeyOptions>['options'];
/** A fresh proof: a code of the app, or a recovery code. */
export type Proof = { code: string } | { recovery_code: string };

export const mfaQuery: Query<MfaState> = {
  key: ['mfa'],
  run: (client, signal) => client.call(getMfa, {}, { signal }),
};

/** Makes a new secret; one that waited before is forgotten. */
export function startSetup(client: ApiClient): Promise<MfaSetup> {
  return client.call(setupMfa, {}, { idempotencyKey: newIdempotencyKey() });
}

/** Turns two-factor on. The codes are absent where the answer is a replay of one that was lost. */
export async function confirmSetup(client: ApiClient, code: string): Promise<readonly string[]> {
  return (
    (await client.call(verifyMfa, { body: { code } }, { idempotencyKey: newIdempotencyKey() })).recovery_codes ?? []
  );
}

/** Ten new recovery codes; the old ones end. Without an app there is no code: then the gateway asks for a fresh proof. */
export async function renewCodes(client: ApiClient, code: string | null): Promise<readonly string[]> {
  const body = code === null ? {} : { code };
  const answer = await client.call(renewRecoveryCodes, { body }, { idempotencyKey: newIdempotencyKey() });
  return answer.recovery_codes ?? [];
}

/** Turns the authenticator app off. */
export async function turnOff(client: ApiClient, proof: Proof): Promise<void> {
  await client.call(disableMfa, { body: proof });
}

/**
 * Asks the browser for a new passkey and keeps it. Gives the recovery codes that come with an account's first factor, else none.
 * Throws `cancelled` when the prompt was closed.
 */
export async function createPasskey(client: ApiClient, name: string): Promise<readonly string[]> {
  const { options } = await client.call(newPasskeyOptions, {});
  if (!isPrompt(options)) throw promptError(null);
  const { startRegistration } = await import('@simplewebauthn/browser');
  const response = await startRegistration({ optionsJSON: options }).catch((cause: unknown) => {
    throw promptError(cause);
  });
  return (await client.call(addPasskey, { body: { name, response: { ...response } } })).recovery_codes ?? [];
}

export function changeName(client: ApiClient, id: string, name: string): Promise<Passkey> {
  return client.call(renamePasskey, { params: { id }, body: { name } });
}

export async function forget(client: ApiClient, id: string): Promise<void> {
  await client.call(removePasskey, { params: { id } });
}

/** Whether it has what every prompt to make a passkey has (WebAuthn level 3, section 5.4). */
function isPrompt(options: Options): options is Options & PublicKeyCredentialCreationOptionsJSON {
  return ['challenge', 'rp', 'user', 'pubKeyCredParams'].every((name) => name in options);
}

/** What the browser's prompt refused, by the names of the Web Authentication specification. */
function promptError(cause: unknown): ApiError {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'InvalidStateError')
    return new ApiError('passkey_known', 'This device has a passkey here already.', { cause });
  if (name === 'NotAllowedError' || name === 'AbortError')
    return new ApiError('cancelled', 'The prompt was closed.', { cause });
  return new ApiError('passkey_invalid', 'The browser could not make a passkey.', { cause });
}
