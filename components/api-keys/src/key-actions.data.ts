import type { Answer, Input } from '@caas/contract/endpoint.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import {
  createApiKey,
  deleteApiKey,
  getApiKeyUsage,
  listApiKeys,
  promoteApiKey,
  revokeApiKey,
  rollbackApiKey,
  rotateApiKey,
  testApiKey,
  updateApiKey,
} from '@caas/contract/calls/api-keys.js';
import { isLost } from '@caas/base/attempts.js';
import type { ApiClient } from '@caas/base/client.js';
import { errorText } from '@caas/base/error-text.js';
import type { ApiError } from '@caas/base/errors.js';
import type { Localize } from '@caas/base/localize.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import type { Query } from '@caas/base/query.controller.js';
import { KEYS, rotationsIn, type Rotation } from './api-keys.data.js';
import type en from './locales/en.actions.js';
import '@caas/base/problem-error.js'; // a write that is refused says at once why

/** Calls of one key by hour, and who makes them. */
export type KeyUsage = Answer<typeof getApiKeyUsage>;
/** What a test of a secondary key found. */
export type KeyTest = Answer<typeof testApiKey>;
/** A new key; its secret is absent where the answer is a replay of one that was lost. */
export type MadeKey = Answer<typeof createApiKey>;
export type NewKey = Input<typeof createApiKey>['body'];
export type KeyChange = Input<typeof updateApiKey>['body'];

/** What is asked for before it is done. */
export type Act = 'revoke' | 'delete' | 'disable' | 'retire' | 'cancel' | 'rollback';

/** How often calls are counted again while somebody decides by them, in ms. */
export const LIVE = 2_000;
/** How often what changes little is read again, in ms. */
const SELDOM = 15_000;

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

/** The primary beside a key that waits or retires, for lists that do not hold it; null where there is none. */
export function primaryQuery({ id, name }: ApiKey): Query<ApiKey | null> {
  const run = async (client: ApiClient, signal: AbortSignal): Promise<ApiKey | null> => {
    // The keys of a pair have one name.
    const { items } = await client.call(listApiKeys, { query: { q: name, limit: 200 } }, { signal });
    return rotationsIn(items).find(({ beside }) => beside.id === id)?.primary ?? null;
  };
  return { key: [KEYS, 'primary', id], run, every: SELDOM };
}

/** The rotation a key waits or retires in, with its primary where that is among these keys. */
export function rotationOf(keys: readonly ApiKey[], key: ApiKey): Rotation {
  return rotationsIn(keys).find(({ beside }) => beside.id === key.id) ?? { beside: key, primary: null };
}

/** How an act that was asked for is sent, and the events around it. `force` deletes a key though it is in use. */
export function actOn(act: Act, key: ApiKey, force: boolean): { send: Send<unknown>; before?: string; done: string } {
  if (act === 'disable')
    return { send: updateKey(key.id, { status: 'disabled', version: key.version }), done: 'caas-key-updated' };
  if (act === 'rollback') return { send: rollBackKey(key.id), done: 'caas-key-rolled-back' };
  if (act === 'delete' || act === 'cancel')
    return { send: deleteKey(key.id, force), before: 'caas-before-key-delete', done: 'caas-key-deleted' };
  return { send: revokeKey(key.id), before: 'caas-before-key-revoke', done: 'caas-key-revoked' };
}

/** Lets the gateway check a secondary key against itself; changes nothing. */
export function testKey(client: ApiClient, id: string): Promise<KeyTest> {
  return client.call(testApiKey, { body: { key_id: id } });
}

/** Whether nobody can have the secret of the key that waits: its answer was lost, and no call came with it. */
export function isSecretLost({ beside }: Rotation): boolean {
  return beside.status === 'secondary' && !beside.secret_delivered && beside.last_used_at === null;
}

/** Whether somebody else was faster. */
export function isConflict(error: ApiError): boolean {
  return ['version_conflict', 'wrong_state', 'not_found', 'rotation_running', 'precondition_failed'].includes(
    error.code,
  );
}

/** The name of whoever changed the key last that a refusal is about; undefined where nobody is known. */
export function changedBy({ problem }: ApiError): string | undefined {
  const { name } = (problem?.changed_by ?? {}) as { name?: unknown };
  return typeof name === 'string' && name ? name : undefined;
}

/** Why a write failed, in the reader's language. */
export function explain(texts: Localize<typeof en>, base: BaseLocalize, error: ApiError): string {
  if (error.code === 'cancelled') return texts.text('stopped');
  if (error.code === 'offline') return texts.text('offline');
  if (isLost(error)) return texts.text('notConfirmed');
  return texts.find(`error.${error.code}`) ?? errorText(base, error);
}
