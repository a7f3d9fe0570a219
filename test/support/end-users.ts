import { randomUUID } from 'node:crypto';
import type { Answer } from '@caas/contract/endpoint.js';
import { createSdkSession } from '@caas/contract/sdk-sessions.js';
import { ask } from './gateway-client.js';

/** The tokens of an end user who is signed in. */
export type EndUser = Answer<typeof createSdkSession>;

/** Begins a session for an end user of the company with that key. */
export function beginSession(url: string, key: string, user_external_id: string = randomUUID()): Promise<EndUser> {
  return ask(url, createSdkSession, { body: { user_external_id } }, { key });
}
