import type { Answer, Input } from '@caas/contract/endpoint.js';
import { getSecurityPolicy, listMfaMembers, updateSecurityPolicy } from '@caas/contract/calls/security-policy.js';
import type { ApiClient } from '@caas/base/client.js';
import type { Query } from '@caas/base/query.controller.js';

/** How a company's members must sign in, and for how long. */
export type Policy = Answer<typeof getSecurityPolicy>;
/** Members with their second factors; those without come first. */
export type Members = Answer<typeof listMfaMembers>;
/** What is changed; `version` is the one that was read. */
export type PolicyChange = Input<typeof updateSecurityPolicy>['body'];

export const policyQuery: Query<Policy> = {
  key: ['security-policy'],
  run: (client, signal) => client.call(getSecurityPolicy, {}, { signal }),
};

export const membersQuery: Query<Members> = {
  key: ['mfa-members'],
  run: (client, signal) => client.call(listMfaMembers, {}, { signal }),
};

export function changePolicy(client: ApiClient, body: PolicyChange): Promise<Policy> {
  return client.call(updateSecurityPolicy, { body });
}
