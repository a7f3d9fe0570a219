import type { Answer, Input } from '@caas/contract/endpoint.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import {
  createApiKey,
  deleteApiKey,
  getApiKeyUsage,
  promoteApiKey,
  revokeApiKey,
  rollbackApiKey,
  rotateApiKey,
  testApiKey,
  updateApiKey,
} from '@caas/contract/calls/api-keys.js';
import { newIdempotencyKey, type ApiClient } from '@caas/base/client.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import type { Query } from '@caas/base/query.controller.js';
import '@caas/base/problem-error.js'; // a write that is refused says at once why

/** Calls of one key by hour, and who makes them. */
export type KeyUsage = Answer<typeof getApiKeyUsage>;
/** What a test of a secondary key found. */
export type KeyTest = Answer<typeof testApiKey>;
/** A new key; its secret is absent where the answer is a replay of one that was lost. */
export type MadeKey = Answer<typeof createApiKey>;
export type NewKey = Input<typeof createApiKey>['body'];
export type KeyChange = Input<typeof updateApiKey>['body'];

/** Sends one write. */
export type Send<T> = (client: ApiClient, idempotencyKey: string) => Promise<T>;

/** Calls of a key in the last 24 h, or in the last `days`. */
export function usageQuery(id: string, now: number, days = 1, every: number | false = false): Query<KeyUsage> {
  const query = days === 1 ? {} : { from: new Date(now - days * 86_400_000).toISOString() };
  return {
    key: ['api-key-usage', id, days],
    run: (client, signal) => client.call(getApiKeyUsage, { params: { id }, query }, { signal }),
    every,
  };
}

export function createKey(body: NewKey): Send<MadeKey> {
  return (client, idempotencyKey) => client.call(createApiKey, { body }, { idempotencyKey });
}

export function updateKey(id: string, body: KeyChange): Send<ApiKey> {
  return (client, idempotencyKey) => client.call(updateApiKey, { params: { id }, body }, { idempotencyKey });
}

/** `force` deletes a key though it is in use. */
export function deleteKey(id: string, force: boolean): Send<void> {
  return (client, idempotencyKey) =>
    client.call(deleteApiKey, { params: { id }, query: force ? { force } : {} }, { idempotencyKey });
}

/** `overlap` counts from promote: how many seconds the old key still works then. */
export function rotateKey(id: string, overlap: number): Send<MadeKey> {
  const body = { key_id: id, overlap_seconds: overlap };
  return (client, idempotencyKey) => client.call(rotateApiKey, { body }, { idempotencyKey });
}

/** `force` promotes though the old key was called in the last hour, or the new one never. */
export function promoteKey(id: string, force: boolean): Send<Answer<typeof promoteApiKey>> {
  const body = force ? { key_id: id, force } : { key_id: id };
  return (client, idempotencyKey) => client.call(promoteApiKey, { body }, { idempotencyKey });
}

export function rollBackKey(id: string): Send<Answer<typeof rollbackApiKey>> {
  return (client, idempotencyKey) => client.call(rollbackApiKey, { body: { key_id: id } }, { idempotencyKey });
}

export function revokeKey(id: string): Send<ApiKey> {
  return (client, idempotencyKey) => client.call(revokeApiKey, { body: { key_id: id } }, { idempotencyKey });
}

/** Lets the gateway check a secondary key against itself; changes nothing. */
export function testKey(client: ApiClient, id: string): Promise<KeyTest> {
  return client.call(testApiKey, { body: { key_id: id } });
}

/** Whether a write that failed may have happened all the same: its answer was lost. */
export function isLost(error: ApiError): boolean {
  return error.kind === 'network' || error.status >= 500 || (error.code === 'invalid_answer' && error.status < 400);
}

/** Whether somebody else was faster. */
export function isConflict(error: ApiError): boolean {
  return ['version_conflict', 'wrong_state', 'not_found', 'rotation_running', 'precondition_failed'].includes(
    error.code,
  );
}

/**
 * Sends writes so that a repeat of one whose answer was lost is the same write: equal writes share their idempotency key until an
 * answer is certain.
 */
export class Attempts {
  readonly #open = new Map<string, string>();

  /** `what` names the write with all its values. */
  async send<T>(client: ApiClient, what: string, send: Send<T>): Promise<T> {
    const idempotencyKey = this.#open.get(what) ?? newIdempotencyKey();
    this.#open.set(what, idempotencyKey);
    try {
      const answer = await send(client, idempotencyKey);
      this.#open.delete(what);
      return answer;
    } catch (cause) {
      const error = toApiError(cause);
      if (!isLost(error)) this.#open.delete(what);
      throw error;
    }
  }
}
